"""What exchange rates do to a figure, as the measure that calls give it: "currency had an impact of 2%"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.judged_figures import JUDGEMENTS
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricTable
from kg.model import Mention, Money, Points

_MONEYS = frozenset({"currency", "currencies", "fx", "forex", "exchange"})
_EFFECTS = frozenset({"impact", "effect"})
_WINDS = frozenset({"headwind", "tailwind"})
_RATES = _EFFECTS | {"rate"}
_REACH = 6


def exchange_effect(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The impact of exchange rates, where they are what a clause is about and an impact is what they have."""
    figure = draft.parts[0].figure
    told = _told_of(scene, figure)
    if told is not None:
        return listed("foreign exchange impact", table, "0.7", (told.text, scene.span(told.i, told.i + 1)))
    verb = clause_head(scene.doc[figure.start])
    about = subject(verb)
    if about is None or about.i > figure.start or not _MONEYS & {t.lower_ for t in _noun_phrase(scene, about.i)}:
        return None
    on = draft.metric is not None and draft.metric.start >= figure.end
    if on and isinstance(amount(figure), Points):  # "a 50-basis-point impact on our margin" is a move of the margin
        return None
    had = scene.doc[about.i + 1 : min(figure.end + 2, scene.sentence.end)]
    effects = {t.lemma_.lower() for t in had if t.pos_ == "NOUN" and (verb.lemma_.lower() != "be" or t.i > verb.i)}
    if not effects & (_EFFECTS | _WINDS):
        return None
    start = scene.doc[about.i].left_edge.i
    return listed(
        "foreign exchange impact", table, "0.7", (scene.doc[start : about.i + 1].text, scene.span(start, about.i + 1))
    )


def _told_of(scene: Scene, figure: Placed[Mention]) -> Token | None:
    """The word for exchange rates behind "of": "330 basis points of negative *exchange*", "10 points of *currency*"."""
    behind = scene.doc[figure.end : min(figure.end + _REACH, scene.sentence.end)]
    if not behind or behind[0].lower_ != "of" or isinstance(amount(figure), Money):
        return None
    for token in behind[1:]:
        if token.lower_ in _MONEYS:
            after = scene.doc[token.i + 1] if token.i + 1 < scene.sentence.end else None
            told = after is None or after.pos_ not in ("NOUN", "PROPN") or after.lemma_.lower() in _RATES
            return token if told or any(p.start == token.i + 1 for p in scene.periods) else None
        if token.lower_ not in JUDGEMENTS and token.lower_ not in ("the", "foreign", "net"):
            return None
    return None


def _noun_phrase(scene: Scene, noun: int) -> list[Token]:
    """A noun and the nouns right before it."""
    first = noun
    while first > scene.sentence.start and scene.doc[first - 1].dep_ in ("compound", "amod"):
        first -= 1
    return [] if scene.doc[first].lower_ == "constant" else list(scene.doc[first : noun + 1])
