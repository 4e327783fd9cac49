"""What exchange rates do to a figure, as the measure that calls give it: "currency had an impact of 2%"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricTable
from kg.model import Points

_MONEYS = frozenset({"currency", "currencies", "fx", "forex", "exchange"})
_EFFECTS = frozenset({"impact", "effect"})


def exchange_effect(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The impact of exchange rates, where they are what a clause is about and an impact is what they have."""
    figure = draft.parts[0].figure
    verb = clause_head(scene.doc[figure.start])
    about = subject(verb)
    if about is None or about.i > figure.start or not _MONEYS & {t.lower_ for t in _noun_phrase(scene, about.i)}:
        return None
    on = draft.metric is not None and draft.metric.start >= figure.end
    if on and isinstance(amount(figure), Points):  # "a 50-basis-point impact on our margin" is a move of the margin
        return None
    had = scene.doc[about.i + 1 : min(figure.end + 2, scene.sentence.end)]
    if not any(t.lemma_.lower() in _EFFECTS and t.pos_ == "NOUN" for t in had) or verb.lemma_.lower() == "be":
        return None
    start = scene.doc[about.i].left_edge.i
    return listed(
        "foreign exchange impact", table, "0.7", (scene.doc[start : about.i + 1].text, scene.span(start, about.i + 1))
    )


def _noun_phrase(scene: Scene, noun: int) -> list[Token]:
    """A noun and the nouns right before it."""
    first = noun
    while first > scene.sentence.start and scene.doc[first - 1].dep_ in ("compound", "amod"):
        first -= 1
    return [] if scene.doc[first].lower_ == "constant" else list(scene.doc[first : noun + 1])
