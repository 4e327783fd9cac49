"""What a comparison in words says: above, below, or in line with an earlier time; never with an expectation."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import movement_words
from kg.model import Direction

_ABOVE = {"above": Direction.UP, "below": Direction.DOWN}
_HEIGHTS = frozenset({"high", "highs", "record", "peak"})
_DEPTHS = frozenset({"low", "lows", "trough"})
_TIMES = frozenset(
    {"level", "year", "quarter", "month", "period", "pandemic", "average", "norm", "peer", "half", "week", "historical"}
)


def compared(predicate: Token) -> Direction | None:
    """Which way a predicate with its comparison points; None where it compares with a plan, or not at all.

    >>> import spacy; from spacy.tokens import Doc
    >>> doc = Doc(spacy.blank("en").vocab, ["capex", "was", "below", "last", "year"], heads=[1, 1, 1, 4, 2],
    ...           deps=["nsubj", "ROOT", "prep", "amod", "pobj"], pos=["NOUN", "AUX", "ADP", "ADJ", "NOUN"],
    ...           lemmas=["capex", "be", "below", "last", "year"])
    >>> compared(doc[2])
    <Direction.DOWN: 'down'>
    """
    lower = predicate.lower_
    if is_against_plan(predicate):
        return _of_plan(predicate)
    if lower in movement_words("likeness") and any(c.lower_ in ("with", "to") for c in predicate.children):
        return Direction.FLAT
    if lower == "ahead":  # "ahead of last year"
        then = (c for of in predicate.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj")
        return Direction.UP if any(is_time(c) for c in then) else None
    base = next((c for c in predicate.children if c.dep_ == "pobj"), None)
    if base is None:
        return None
    if lower in ("in", "line") and base.lower_ in ("line", "with", "in"):
        return Direction.FLAT
    if lower == "at" and base.lower_ in _HEIGHTS:
        return Direction.UP
    if lower == "at" and base.lower_ in _DEPTHS:
        return Direction.DOWN
    if lower in _ABOVE and is_time(base):
        return _ABOVE[lower]
    return None


def _of_plan(predicate: Token) -> Direction | None:
    """What a miss or a beat says of a value: "came in *above* our guidance", "was *stronger* than expected"."""
    lower = predicate.lower_
    if lower in movement_words("beating"):
        return Direction.UP
    return Direction.DOWN if lower in movement_words("missing") else None


def is_against_plan(predicate: Token) -> bool:
    """Whether a predicate compares with what was expected: "higher *than expected*", "above our *guidance*".

    >>> import spacy; from spacy.tokens import Doc
    >>> words, vocab = ["higher", "than", "expected"], spacy.blank("en").vocab
    >>> is_against_plan(Doc(vocab, words, heads=[0, 2, 0], deps=["ROOT", "mark", "advcl"], lemmas=words)[0])
    True
    """
    if any(t.lemma_.lower() in movement_words("expectations") for t in predicate.subtree):
        return True
    expected = ("expect", "expected", "anticipate", "anticipated", "plan", "planned", "forecast", "guide", "guided")
    behind = [c for c in predicate.children if c.i > predicate.i]
    return any(t.lemma_.lower() in expected for c in behind for t in c.subtree if _than_before(predicate, t))


def _than_before(predicate: Token, word: Token) -> bool:
    return any(t.lower_ == "than" for t in predicate.doc[predicate.i : word.i])


def is_time(base: Token) -> bool:
    """Whether a noun phrase names a time to compare with: "last year's levels", "the second quarter".

    >>> from spacy.tokens import Doc; from spacy.vocab import Vocab
    >>> is_time(Doc(Vocab(), ["last", "quarter"], heads=[1, 1], deps=["amod", "ROOT"], lemmas=["last", "quarter"])[1])
    True
    """
    if any(t.lower_ in ("industry", "market", "peers") for t in base.subtree):
        return False
    return any(t.lemma_.lower() in _TIMES for t in base.subtree)
