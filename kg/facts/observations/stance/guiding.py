"""Whether a word looks ahead for a verb: "will", "expect", "our outlook"; what was expected or is shown does not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kg.facts.observations.movement import is_copula
from kg.facts.sentence import SUBJECTS

_ADDED = frozenset({"advcl", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@cache
def stance_words() -> Mapping[str, frozenset[str]]:
    """The word lists of `stance.json`.

    >>> "expect" in stance_words()["guiding"]
    True
    """
    raw = json.loads((files("kg.facts.observations.stance") / "stance.json").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in raw.items()}


def guides(token: Token, verb: Token) -> bool:
    """Whether a word looks ahead for a verb: "will", "expect", "our outlook"; what was expected is past.

    >>> import spacy; from spacy.tokens import Doc
    >>> said = Doc(spacy.blank("en").vocab, ["sales", "will", "rise"], heads=[2, 2, 2], deps=["nsubj", "aux", "ROOT"],
    ...            tags=["NNS", "MD", "VB"], lemmas=["sale", "will", "rise"])
    >>> guides(said[1], said[2]), guides(said[2], said[2])
    (True, False)
    """
    lemma = token.lemma_.lower()
    if token.lower_ in stance_words()["modals"]:
        if token.lower_ == "should" and not _binds(token.head, verb):
            return False
        return not _shows(token.head, verb) and not _tells(token.head)
    if lemma == "go" and token.tag_ == "VBG":
        return any(c.dep_ == "xcomp" for c in token.children)
    if lemma == "expectation":
        return token.dep_ == "nsubj" and is_copula(token.head) and token.head.tag_ != "VBD"
    if lemma in stance_words()["assuming"]:
        return _is_assumed(token)
    if lemma not in stance_words()["guiding"] or _is_attained(token):
        return False
    if verb.tag_ == "VBD" and token != verb and verb.dep_ == "ccomp" and token == verb.head:
        return False
    if lemma == "estimate" and verb.dep_ == "ccomp" and token == verb.head and _is_told_as_fact(verb):
        return False
    if lemma in stance_words()["also_nouns"] and not _is_done_by_us(token):
        return False
    present = any(c.lower_ in ("is", "are", "have", "'ve", "'re", "being") for c in token.children)
    return token.tag_ not in ("VBD", "VBN") or present or _guided(token)


def _is_assumed(verb: Token) -> bool:
    """Whether an outlook is said to rest on something: "our plan *assumes* 5%", "we're *budgeting* for 3%"."""
    if verb.pos_ != "VERB" or any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children):
        return False
    return verb.tag_ in ("VBZ", "VBP", "VBG") and any(c.dep_ in SUBJECTS for c in verb.children)


def _is_attained(token: Token) -> bool:
    """Whether what was guided has come about: "sales of 5 *exceeded* our guidance", "rose 5%, *beating* the top"."""
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_.lower() not in stance_words()["attaining"]:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ in _ADDED and verb.head.tag_ == "VBD")


def _is_told_as_fact(verb: Token) -> bool:
    """Whether what is estimated is so already: "we estimate that a quarter of them *have* the new lamp"."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return not any(c.tag_ in ("MD", "TO") for c in helpers) and (verb.tag_ in _FINITE or bool(helpers))


def _guided(verb: Token) -> bool:
    """Whether a verb repeats what was guided: "we once guided to $37 million"; "the guided range" does not.

    "We forecast" has one form for now and then, and is said of now.
    """
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    said = verb.lemma_.lower() == "guide" or verb.lower_ == "forecast"
    return said and who is not None and who.lower_ in ("we", "i")


def _binds(above: Token, verb: Token) -> bool:
    """Whether what should be is the verb itself and not done yet: "should be", "should continue to grow"."""
    return (above == verb or (verb.dep_ == "xcomp" and above == verb.head)) and not has_done(above)


def has_done(verb: Token) -> bool:
    """Whether a verb is done by then: "will *have risen*".

    >>> import spacy; from spacy.tokens import Doc
    >>> has_done(Doc(spacy.blank("en").vocab, ["have", "risen"], heads=[1, 1], deps=["aux", "ROOT"])[1])
    True
    """
    return any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children)


def _shows(above: Token, verb: Token) -> bool:
    """Whether a verb points listeners to what is there: "you will see that margins rose", "on slide 4, you'll see"."""
    who = next((c for c in above.children if c.dep_ in SUBJECTS), None)
    if who is None or who.lower_ != "you" or above.lemma_.lower() not in stance_words()["showing"]:
        return False
    return (verb != above and verb.tag_ == "VBD") or any(t.lower_ in stance_words()["shown_on"] for t in above.sent)


def _tells(above: Token) -> bool:
    """Whether a speaker only says what comes next in the talk: "*I'll* point out that margins rose"."""
    who = next((c for c in above.children if c.dep_ in SUBJECTS), None)
    return who is not None and who.lower_ == "i"


def _is_done_by_us(token: Token) -> bool:
    """Whether a word that is more often a noun is a verb here: "we project", "is planned"."""
    if token.pos_ != "VERB":
        return False
    who = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    return (
        token.tag_ == "VBG"
        or token.tag_ == "VB"
        or (who is not None and who.pos_ in ("PRON", "PROPN"))
        or (token.tag_ == "VBN")
    )
