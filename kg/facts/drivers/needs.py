"""Says whether a weak cue, a word of many uses, leads to what makes it announce a cause."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.drivers.cues import Cue, Need, words
from kg.facts.drivers.parts import is_part_of_it
from kg.facts.sentence import clause_head, subject
from kg.language.neighbours import word_at

_CLOSE = 3  # tokens before "on" within which something is up, or lower
_NEAR, _FAR = 7, 12  # tokens behind a preposition within which its first noun, and its second, speak of a change


def is_fed(cue: Cue, last: Token) -> bool:
    """Whether a weak cue leads to what it needs: a change, a hard market, or a demand to be met."""
    match cue.needs:
        case Need.MOVE:
            return _speaks_of_change(last, fronted=cue.id == "given")
        case Need.SETTING:
            return _names_setting(last)
        case Need.WANT:
            wanted = next((t for t in last.children if t.dep_ == "dobj"), None)
            return wanted is not None and wanted.lower_ in words("wants")
        case Need.COMPARABLE:
            return _names_comparable(last)
        case Need.POINTER:
            return _is_of_pointer(last)
        case _:
            return True


def _is_of_pointer(last: Token) -> bool:
    """Whether the subject of a cue points at what was told: "*that* has to do with", "*half of it* comes down to"."""
    verb = clause_head(last)
    who = subject(verb)
    pointing = (
        verb.lemma_ != "relate"
        and who is not None
        and who.lower_ in words("demonstratives")
        and who.right_edge.i == who.i
    )
    return who is not None and (pointing or is_part_of_it(who))


def _names_comparable(preposition: Token) -> bool:
    """Whether a year to compare with follows: "against a tough comp", "on a prior year comparable"."""
    told = next((t for t in preposition.children if t.dep_ == "pobj"), None)
    if told is None:
        return False
    behind = told.nbor() if told.i + 1 < len(told.doc) else told
    return any(t.lower_ in words("comparables") and t.pos_ in {"NOUN", "ADJ"} for t in (told, behind))


def _names_setting(preposition: Token) -> bool:
    """Whether "in" leads to a market or an economy and says what it is like: "in a rising rate environment"."""
    told = next((t for t in preposition.children if t.dep_ == "pobj"), None)
    if told is None or told.lower_ not in words("settings"):
        return False
    telling = words("adverse") | words("strengths") | words("helpful")
    like = [t for t in told.children if t.dep_ == "amod" and t.lower_ in telling]
    return bool(like) and any(t.lower_ in {"a", "an", "this", "the"} for t in told.children)


def _tells_growth_again(preposition: Token) -> bool:
    """Whether "with growth in", "with organic growth of" only tells once more that something grew."""
    ahead = preposition.doc[preposition.i + 1 : preposition.i + 3]
    again = {"growth"} if preposition.nbor().lower_ not in {"a", "an"} else words("falls") | words("rises")
    growth = next((t.i for t in ahead if t.lower_ in again), None)
    if growth is None or preposition.lower_ != "with":
        return False
    before = preposition.doc[preposition.i + 1 : growth]
    return not any(t.lower_ in words("strengths") or t.pos_ in {"NOUN", "PROPN"} for t in before)


def _leads_elsewhere(preposition: Token) -> bool:
    """Whether "on" only opens with a topic, "On the growth, you said", or "from" tells whence: "improved from"."""
    if preposition.lower_ == "from":
        if any(t.dep_ == "pobj" and t.lower_ in words("whence") for t in preposition.children):
            return True
        level = preposition.nbor().lower_ in words("levels")
        return level and preposition.head.pos_ == "VERB" and preposition.head.lemma_.lower() in words("going")
    if preposition.nbor().lower_ == "top":  # "on top of strong growth a year ago"
        return True
    opens = preposition.is_sent_start or preposition.text == "On"
    return preposition.lower_ == "on" and opens and preposition.nbor().lower_ not in words("compared")


def _speaks_of_change(preposition: Token, *, fronted: bool = False) -> bool:
    """Whether a weak preposition leads to a change or a strength within a few words, before any figure or name."""
    follows = preposition.i + 1 < len(preposition.doc) and preposition.nbor().tag_ != "IN"
    if fronted and preposition.dep_ in {"prep", "pcomp", "mark", "advcl"} and follows:
        return True
    if _tells_growth_again(preposition):
        return False
    before = preposition.doc[max(preposition.i - 1, 0) : preposition.i].text.lower()
    risen = preposition.lower_ == "on" and preposition.head.lower_ in {"up", "down"}  # "up 5% on higher prices"
    attached = (
        set() if risen or preposition.lower_ == "behind" else {preposition.head.lower_, before} & words("attached")
    )
    if preposition.lower_ == "from" and _blows(preposition):
        return not _leads_elsewhere(preposition)
    if preposition.dep_ not in {"prep", "mark"} or attached or _leads_elsewhere(preposition):
        return False
    return any(t.lower_ in words("strengths") | words("signs") for t in _opening(preposition))


def _blows(preposition: Token) -> bool:
    """Whether "from" tells whence a burden or a help comes: "some pressure on prices *from* new rivals"."""
    told = preposition.doc[max(preposition.sent.start, preposition.i - _NEAR) : preposition.i]
    wind = next((t.i for t in told if t.lemma_.lower() in words("impacts") and t.pos_ == "NOUN"), None)
    if wind is None or wind + 1 == preposition.i:
        return False
    between = preposition.doc[wind + 1 : preposition.i]
    whence = next((t for t in preposition.children if t.dep_ in {"pobj", "pcomp"}), None)
    if whence is None or whence.lower_ in words("times") or whence.like_num or whence.ent_type_ == "DATE":
        return False
    return between[0].lower_ in {"on", "to", "in"} and not any(t.is_punct or t.pos_ in {"VERB", "AUX"} for t in between)


def _opening(preposition: Token) -> Iterator[Token]:
    """The words behind a preposition that may speak of a change, up to the end of its phrase, a figure or an aim.

    A second noun may: "on new plants and *continued* demand".
    """
    until = preposition.i + _NEAR
    before = preposition.doc[max(preposition.i - _CLOSE, 0) : preposition.i]
    risen = preposition.lower_ == "on" and any(t.lower_ in {"up", "down", "higher", "lower"} for t in before)
    for token in preposition.doc[preposition.i + 1 : preposition.i + _FAR]:
        if token.i >= until or token.is_punct or token.like_num or token.lower_ in words("aims"):
            return
        yield token
        behind = word_at(token.doc, token.i + 1)
        if token.dep_ == "pobj" and behind != "of":
            if behind != "and" or not risen:
                return
            until = preposition.i + _FAR
