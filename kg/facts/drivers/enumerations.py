"""Causes that a sentence only promises ("for two reasons") and the next ones list ("First, ...")."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.drivers import causes
from kg.facts.drivers.cues import Cue, Force, Found, Side, words
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Tie

_SHORT = 5  # tokens below which a sentence that opens with an ordinal lists nothing
_LISTED = Cue("enumeration", Side.AFTER, Force.WITH)


def promised(said: Said, told: Sequence[Tie]) -> list[Placed]:
    """The effect for which a sentence promises causes: "driven by two factors", "for two reasons"."""
    announced = [t.effect for t in told if causes.is_announcement(t.cause)]
    if announced:
        return announced[:1]
    reasons = next((t for t in said.sentence if t.lower_ == "reasons" and t.head.lower_ == "for"), None)
    return [p for p in said.told if p.anchor < reasons.i][-1:] if reasons is not None else []


def pointed(said: Said, told: Sequence[Tie]) -> list[Placed]:
    """The effect to which a sentence points back ("This was due to"), for a next one that adds to it."""
    return [t.effect for t in told if t.cue.cue.side is Side.AFTER and t.effect not in said.told][:1]


def listed(said: Said, effects: Sequence[Placed], openings: frozenset[str]) -> list[Tie]:
    """Ties of "first, we faced higher freight": what follows a given opening is a cause."""
    sentence = said.sentence
    if not effects or len(sentence) < _SHORT:
        return []
    head = sentence.start + 1 if sentence[0].lower_ in {"and", "the", "a"} else sentence.start
    if not {sentence.doc[head].lower_, sentence.doc[head : head + 2].text.lower()} & openings:
        return []
    verb = (t.i for t in sentence[:12] if t.lemma_ == "be" and t.dep_ == "ROOT")
    comma = next((t.i for t in sentence[:4] if t.text == ","), None) or next(verb, None)
    if comma is None or sentence.doc[head + 1].lower_ in {"quarter", "half"} or sentence.doc[comma + 1].lower_ == "i":
        return []
    cue = Found(_LISTED, head, head, comma + 1)
    return [Tie(said, cue, c, e, _force(e)) for c in causes.rest(sentence, comma + 1) for e in effects]


def _force(effect: Placed) -> Force:
    """What is listed under a miss lowers the measure, whichever way it went: "up 2%, it fell short of our plan"."""
    told = effect.passage.doc[effect.start].sent.text.lower()
    return Force.LOWERS if any(phrase in told for phrase in words("misses")) else Force.WITH
