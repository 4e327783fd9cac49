"""Whether a verb states that something happened or will, and is no wish, purpose or means ("by cutting costs")."""

from __future__ import annotations

from spacy.tokens import Token

_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "should"})
_UNMET = frozenset({"should", "could", "ought"})
_EXPECTING = frozenset(
    {"expect", "anticipate", "forecast", "project", "continue", "help", "begin", "start", "see", "plan", "aim", "able"}
    | {"intend", "target", "manage", "likely", "set", "keep"}
)
_GOING = frozenset({"going", "gon"})
_AIMS = frozenset({"goal", "target", "objective", "commitment", "track"})
_DECIDED = frozenset({"decision", "choice"})
_ROOM = frozenset({"room", "headroom", "potential", "opportunity", "runway"})


def is_missed(verb: Token) -> bool:
    """Whether something only should have been: "costs should have been lower".

    >>> import spacy; from spacy.tokens import Doc
    >>> blame = Doc(spacy.blank("en").vocab, ["we", "should", "have", "cut", "costs"], heads=[3] * 5,
    ...           deps=["nsubj", "aux", "aux", "ROOT", "dobj"], tags=["PRP", "MD", "VB", "VBN", "NNS"])
    >>> is_missed(blame[3])
    True
    """
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return "have" in helpers and bool(helpers & _UNMET)


def is_asserted(verb: Token) -> bool:
    """Whether a verb asserts its content: "we improved", "we will expand", "we expect to reduce", "room to raise".

    >>> from spacy.tokens import Doc; from spacy.vocab import Vocab
    >>> wish = Doc(Vocab(), ["we", "want", "to", "cut", "costs"], heads=[1, 1, 3, 1, 3],
    ...           deps=["nsubj", "ROOT", "aux", "xcomp", "dobj"], tags=["PRP", "VBP", "TO", "VB", "NNS"])
    >>> is_asserted(wish[3])
    False
    """
    if is_missed(verb):
        return False
    if verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        return True
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VB":
        if helpers & _AHEAD or (not helpers and verb.dep_ == "ccomp"):
            return True
        if not helpers and verb.dep_ == "conj":  # "to lower costs and *raise* margins": as the first
            return verb.head.tag_ != "VB" or is_asserted(verb.head)
        if verb.dep_ in ("relcl", "acl", "advcl") and (_is_room(verb.head) or verb.head.lemma_.lower() in _AIMS):
            return True
        if verb.dep_ == "acl" and verb.head.lemma_.lower() in _DECIDED:  # "our decision to cut costs"
            return True
        if (
            verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and _is_of_aim(verb.head)
        ):  # "our goal is to raise margins"
            return True
        going = verb.dep_ == "xcomp" and verb.head.lower_ in _GOING
        if going and any(c.dep_ == "neg" for c in verb.head.children):
            return False
        return going or (verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in _EXPECTING)
    if verb.tag_ == "VBG":
        if verb.dep_ == "conj" and verb.head.tag_ == "VBG" and not helpers:  # "we are growing and *raising* margins"
            return is_asserted(verb.head)
        behind = verb.dep_ == "advcl" and verb.i > 0 and verb.nbor(-1).text == ","
        return bool(helpers - {"to"}) or behind or verb.dep_ == "xcomp"
    return False


def _is_of_aim(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in _AIMS for c in verb.children)


def _is_room(word: Token) -> bool:
    """Whether a word is room for something, or says that there is: "room to raise", "there is headroom for us to"."""
    there = [c for c in word.children if c.dep_ == "attr"] if any(c.dep_ == "expl" for c in word.children) else []
    return any(w.lemma_.lower() in _ROOM for w in (word, *there))
