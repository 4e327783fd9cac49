"""Causes that a sentence only promises ("for two reasons") and the next ones list ("First, ...", "These include")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers import causes
from kg.facts.drivers.cues import Cue, Force, Found, Side, words
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Tie

_SHORT = 5  # tokens below which a sentence that opens with an ordinal lists nothing
_BRIEF = 14  # tokens up to which a sentence with "the drivers" promises them without saying how many
_LISTED = Cue("enumeration", Side.AFTER, Force.WITH, confidence=Decimal("0.85"))


def promised(said: Said, told: Sequence[Tie], earlier: Sequence[Said]) -> list[Placed]:
    """The effect for which a sentence promises causes: "driven by two factors", "there are several reasons for it".

    Where the sentence tells no effect of its own, it speaks of that of the sentence before.
    """
    announced = [t.effect for t in told if causes.is_announcement(t.cause)]
    if announced:
        return announced[:1]
    noun = next((t for t in said.sentence if _promises(t, said.sentence)), None)
    if noun is None:
        return []
    before = [p for p in said.told if p.anchor < noun.i][-1:]
    if before or noun.lower_ in words("anything"):
        return before
    after = [p for p in said.told if p.anchor > noun.i and p.observation.direction is not None][:1]
    return after or [p for s in earlier[-1:] for p in s.told if p.observation.direction is not None][-1:]


def _promises(noun: Token, sentence: DocSpan) -> bool:
    """Whether a word such as "reasons" says how many follow, or all but makes up its sentence."""
    if noun.lower_ not in words("announcing") or noun.tag_ != "NNS":
        return False
    counted = any(t.dep_ == "nummod" or t.lower_ in words("counting") for t in noun.children)
    of = noun.head.lower_ == "of" and noun.head.head.lower_ in words("counting")
    return counted or of or (len(sentence) <= _BRIEF and noun.lower_ not in words("anything"))


def pointed(said: Said, told: Sequence[Tie]) -> list[Placed]:
    """The effect to which a sentence points back ("This was due to"), for a next one that adds to it."""
    return [t.effect for t in told if t.cue.cue.side is Side.AFTER and t.effect not in said.told][:1]


def listed(said: Said, effects: Sequence[Placed], openings: frozenset[str]) -> list[Tie]:
    """Ties of "first, we faced higher freight": what follows a given opening is a cause."""
    sentence = said.sentence
    if not effects or len(sentence) < _SHORT:
        return []
    cue = _inclusion(sentence) or _opening(sentence, openings)
    if cue is None:
        return []
    found = causes.after(sentence, cue, []) if cue.start + 1 == cue.end else causes.rest(sentence, cue.end)
    return [Tie(said, cue, c, e, _force(e)) for c in found for e in effects]


def _inclusion(sentence: DocSpan) -> Found | None:
    """The verb of "these include the new fee and the new stores"."""
    verb = next((t for t in sentence[1:4] if t.lemma_ == "include" and t.tag_ != "VBN"), None)
    pointed_at = sentence[0].lower_ in words("anaphors") or sentence[1].lower_ in words("announcing")
    return Found(_LISTED, verb.i, verb.i, verb.i + 1) if verb is not None and pointed_at else None


def _opening(sentence: DocSpan, openings: frozenset[str]) -> Found | None:
    """The words before a listed cause, up to their comma or their "is": "First,", "The second reason is"."""
    doc, head = sentence.doc, sentence.start
    while head < sentence.start + 4 and doc[head].lower_ in words("before ordinals"):
        head += 1
    if not {doc[head].lower_, doc[head : head + 2].text.lower()} & openings:
        return None
    verb = (t.i for t in sentence[:12] if t.lemma_ == "be" and t.dep_ == "ROOT")
    stop = next((t.i for t in doc[head : head + 4] if t.text == ","), None) or next(verb, None)
    if stop is None or doc[head + 1].lower_ in {"quarter", "half"} or doc[stop + 1].lower_ == "i":
        return None
    return Found(_LISTED, head, head, stop + 1)


def _force(effect: Placed) -> Force:
    """What is listed under a miss lowers the measure, whichever way it went: "up 2%, it fell short of our plan"."""
    told = effect.passage.doc[effect.start].sent.text.lower()
    return Force.LOWERS if any(phrase in told for phrase in words("misses")) else Force.WITH
