"""Finds the cue that a verb is with what it governs: "rain hurt sales", "price was a driver", "had an impact on"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from kg.facts.drivers.cues import Cue, Found, Need, Side, cues, degrees, words
from kg.facts.drivers.degree import with_degree
from kg.facts.drivers.denied import is_denied, is_denied_behind
from kg.facts.drivers.parts import is_part_of_it
from kg.facts.sentence import SUBJECTS

_SHARE = 14  # tokens behind a verb within which it says of what something is a share


@cache
def _balances() -> dict[str, Cue]:
    """The cue of each verb that sets two causes against each other; the first that lists it."""
    return {lemma: cue for cue in reversed(tuple(cues())) if cue.side is Side.BALANCE for lemma in cue.lemmas}


def _is_aimed(verb: Token) -> bool:
    """Whether an infinitive tells an aim or a measure: "not enough *to offset* wages", "actions to offset"."""
    if not any(t.tag_ == "TO" for t in verb.children):
        return False
    begun = verb.head.lemma_ in {"begin", "start", "continue", "help", "serve"}
    begun = begun or any(t.dep_ == "nsubjpass" for t in verb.head.children)  # "gains are expected to offset"
    return verb.lemma_ == "outpace" or not (begun or any(t.dep_ in SUBJECTS for t in verb.children))


@cache
def _by_lemma() -> dict[str, tuple[Cue, ...]]:
    """The cues that each verb may be, in the order of their list."""
    lemmas = {lemma for cue in cues() for lemma in cue.lemmas}
    told = [cue for cue in cues() if cue.side is not Side.BALANCE]
    return {lemma: tuple(cue for cue in told if lemma in cue.lemmas) for lemma in lemmas}


@cache
def _telling() -> frozenset[str]:
    """The verbs that may be a cue at all, as most words are none."""
    return frozenset({"be", "include", *_balances(), *_by_lemma(), *(w.lower() for w in words("working"))})


def verb_at(token: Token) -> Found | None:
    """The cue of a verb, where what it governs makes it announce a cause or an effect; None for any other word."""
    lemma = token.lemma_.lower()
    if lemma not in _telling():
        return None
    balance = _balances().get(lemma)
    if (
        balance is not None
        and token.pos_ == "VERB"
        and not (_is_aimed(token) or _is_passive(token) or is_denied(token.sent, token.i))
    ):
        return Found(balance, with_degree(token.sent, token.i), token.i, token.i + 1)
    if token.lemma_ == "be":
        return _noun_after(token)
    if token.lemma_ == "include":
        return _inclusion(token)
    impact = _impact(token) if token.lemma_ in words("working") else None
    if impact is not None:
        return impact
    if _is_mild(token) or (lemma == "benefit" and not any(t.dep_ == "dobj" for t in token.children)):
        return None
    if token.pos_ != "VERB" or (token.tag_ == "VBN" and not any(t.dep_ == "aux" for t in token.children)):
        return None
    for cue in _by_lemma().get(token.lemma_.lower(), ()):
        if not any(t.dep_ in {"auxpass", "agent"} for t in token.children):
            if cue.needs is Need.MOVE_TOLD and not _speaks_of_move(token):
                continue
            prepositions = {t.lower_ for t in (*token.children, *token.doc[token.i + 1 : token.i + 2])}
            bare = token.lower_ == "resulting" and any(t.dep_ == "dobj" for t in token.children)  # "resulting a loss"
            if not cue.particles or prepositions & cue.particles or bare or (cue.measured and _adds_points(token)):
                return Found(cue, token.i, token.i, token.i + 1)
    return None


def _is_mild(verb: Token) -> bool:
    """Whether "support" has no noun for its subject, and so may tell an aim: "a plan *supporting* sales"."""
    if verb.lemma_.lower() not in words("mild"):
        return False
    told = verb.head if verb.dep_ == "conj" else verb
    return not any(t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"} for t in told.children)


def _speaks_of_move(verb: Token) -> bool:
    """Whether a verb has the move told before for its object: "accounted for half *of the increase*"."""
    behind = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + _SHARE)]
    for of in (t for t in behind if t.lower_ in {"of", "for", "explain"}):
        noun = next((t for t in of.children if t.dep_ == "pobj"), None)
        definite = noun is not None and any(t.lower_ in {"the", "this", "that", "our", "these"} for t in noun.children)
        if definite and noun is not None and noun.lemma_.lower() in words("falls") | words("rises"):
            return True
    return False


def _adds_points(verb: Token) -> bool:
    """Whether a verb adds so many points to a measure: "the fee added 2 points of growth"."""
    added = next((t for t in verb.children if t.dep_ in {"dobj", "npadvmod"} and t.i > verb.i), None)
    return added is not None and any(t.lower_ in {"point", "points"} for t in added.subtree)


def _noun_after(verb: Token) -> Found | None:
    """The cue of "price was a driver": a form of "be" with a noun that makes its subject a cause."""
    if is_denied_behind(verb):
        return None
    if any(t.dep_ in SUBJECTS and t.lemma_.lower() in words("contributors") for t in verb.children):
        return Found(next(c for c in cues() if c.id == "driver was"), verb.i, verb.i, verb.i + 1)
    if _tells_a_part(verb):
        return Found(next(c for c in cues() if c.id == "part of it was"), verb.i, verb.i, _behind_degrees(verb))
    told = next((t for t in verb.children if t.dep_ == "attr"), None)
    cue = next((c for c in cues() if told is not None and told.lower_ in c.nouns), None)
    return Found(cue, verb.i, verb.i, verb.i + 1) if cue is not None else None


def _tells_a_part(verb: Token) -> bool:
    """Whether "be" says what makes up the move told before: "a lot of that *is* mix", "it's mostly freight"."""
    who = next((t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i), None)
    if who is None or not (is_part_of_it(who) or _is_mostly(verb, who)):
        return False
    told = next((t for t in verb.children if t.dep_ == "attr" and t.i > verb.i), None)
    if told is None:
        return is_part_of_it(who) and any(t.dep_ == "ccomp" and t.i > verb.i for t in verb.children)
    plain = told.pos_ in {"NOUN", "PROPN"} and not any(t.like_num or t.text == "$" for t in told.children)
    return plain and told.lower_ not in words("no predicates")


def _behind_degrees(verb: Token) -> int:
    """The token behind a verb and its words of degree: "is *primarily*", "was *just*"."""
    at = verb.i + 1
    while at + 1 < verb.sent.end and verb.doc[at].lower_ in degrees():
        at += 1
    return at


def _is_mostly(verb: Token, who: Token) -> bool:
    """Whether a pointer is said to be mostly something: "that's *primarily* freight"."""
    pointing = who.lower_ in words("demonstratives") - {"which"} and who.right_edge.i == who.i
    return pointing and any(t.lower_ in words("firmly") for t in verb.children)


def _impact(verb: Token) -> Found | None:
    """The cue of "the strike had an impact on margins", "put pressure on prices": maybe a good effect."""
    had = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    if had is None or had.lemma_.lower() not in words("impacts"):
        return None
    counted = any(t.lower_ in {"point", "points"} for t in had.subtree)
    if not counted and not any(t.lower_ in {"on", "to"} for t in (*had.children, *verb.children)):
        return None
    if verb.lemma_ != "have" and any(t.dep_ in SUBJECTS and t.pos_ == "PRON" for t in verb.children):
        return None
    told = {t.lower_ for t in had.subtree if t.i < had.i}
    if told & words("no impacts") or (verb.lemma_ != "have" and had.lemma_.lower() not in words("pressing")):
        return None
    id = (
        "a good impact"
        if told & words("good impacts")
        else "a bad impact"
        if told & words("bad impacts") or had.lemma_.lower() in words("pressing")
        else "an impact"
    )
    return Found(next(c for c in cues() if c.id == id), verb.i, verb.i, verb.i + 1)


def _inclusion(verb: Token) -> Found | None:
    """The cue of "drivers of the margin include lower freight": the subject says that causes follow."""
    who = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if who is None or who.lemma_.lower() not in words("contributors"):
        return None
    return Found(next(c for c in cues() if c.id == "driver was"), verb.i, verb.i, verb.i + 1)


def _is_passive(token: Token) -> bool:
    """Whether "offset" stands in "was offset by", where it is no verb of balance but a phrase of its own."""
    return (
        any(t.dep_ in {"auxpass", "agent"} for t in token.children) or token.doc[token.i + 1 : token.i + 2].text == "by"
    )
