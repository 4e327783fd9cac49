"""Whether an outlook is said to be moved or kept: "we *raised* our EPS *range* to $4", "we are *reiterating* 5%"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.observations.stance.guiding import stance_words
from kg.facts.sentence import clause_head

_HELD = frozenset({"dobj", "nsubjpass"})
_GENITIVE = frozenset({"of", "for"})


def is_revised(at: Token) -> bool:
    """Whether the verb of a figure moves or keeps what is foreseen: a range, a midpoint, an estimate; or says it again.

    >>> import spacy; from spacy.tokens import Doc
    >>> said = Doc(spacy.blank("en").vocab, ["we", "raised", "our", "range", "to", "5"], heads=[1, 1, 3, 1, 1, 4],
    ...            deps=["nsubj", "ROOT", "poss", "dobj", "prep", "pobj"],
    ...            lemmas=["we", "raise", "our", "range", "to", "5"],
    ...            pos=["PRON", "VERB", "PRON", "NOUN", "ADP", "NUM"])
    >>> is_revised(said[5])
    True
    """
    verb = clause_head(at)
    lemma = verb.lemma_.lower()
    if lemma in stance_words()["repeating"]:
        return True
    return lemma in stance_words()["revising"] and any(_is_foresight(noun) for noun in _moved(verb))


def _moved(verb: Token) -> Iterator[Token]:
    """What a verb moves, and what that is of: "the *midpoint* of our *range*"."""
    for noun in (c for c in verb.children if c.dep_ in _HELD):
        yield noun
        yield from (t for c in noun.children if c.lower_ in _GENITIVE for t in c.children if t.dep_ == "pobj")


def _is_foresight(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in stance_words()["foresights"]
