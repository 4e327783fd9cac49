"""What a cause gives to growth, as a measure of its own: "kilns and looms contributed $37 million or 4 points"."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricEntry
from kg.mentions.metric_names import canonical_name, metric_id, proper_nouns
from kg.model import Direction, Mention, Money, Points

_LONGEST = 5
_TO_GROWTH = (["of", "growth"], ["to", "growth"], ["of", "the", "growth"], ["to", "the", "growth"])


def contributed(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """A sum that is a part of the growth: "contributed *$37 million* or 4 points of growth"."""
    verb = _giver(scene, figure)
    if verb is None or not isinstance(amount(figure), Money):
        return None
    return Role(FigureRole.CHANGE, Direction.UP, verb.i, contribution=True)


def contribution_to_growth(scene: Scene, draft: Draft, grows: MetricEntry) -> Measure | None:
    """What a draft's cause contributes to what a company grows by, `grows`; None where a name contributes."""
    verb = _giver(scene, draft.parts[0].figure)
    about = subject(verb) if verb is not None else None
    if about is None or about.pos_ != "NOUN":
        return None
    start, end = about.left_edge.i, about.right_edge.i + 1
    while start < about.i and scene.doc[start].pos_ in ("DET", "PRON", "CCONJ"):
        start += 1
    words = scene.doc[start:end]
    named = any(start <= n.start < end for n in scene.names)
    if named or len(words) > _LONGEST or any(t.pos_ in ("VERB", "ADP", "PRON") for t in words):
        return None
    name = f"{canonical_name(words.text, proper=proper_nouns(words))} contribution to {grows.name}"
    return Measure(metric_id(name), name, None, Decimal("0.7"), (words.text, scene.span(start, end)))


def _giver(scene: Scene, figure: Placed[Mention]) -> Token | None:
    """The verb that makes a figure, or the two told with "or", a part of the growth."""
    verb = clause_head(scene.doc[figure.start])
    if verb.lemma_.lower() != "contribute" or verb.i > figure.start:
        return None
    told = [f for f in scene.figures if f.start > verb.i]
    joined = len(told) > 1 and [t.lower_ for t in scene.doc[told[0].end : told[1].start]] == ["or"]
    if figure not in told[: 2 if joined else 1]:
        return None
    last = told[1] if joined else told[0]
    behind = [t.lower_ for t in scene.doc[last.end : min(last.end + 3, scene.sentence.end)]]
    grown = any(behind[: len(lead)] == lead for lead in _TO_GROWTH)
    return verb if grown and isinstance(amount(last), Points) else None
