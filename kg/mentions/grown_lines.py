"""Lines of business in small letters, told by what is said of them: "enterprise was up 11%", "growth in aerospace".

One such place may be chance; a word that stands in two of different kinds is a line of business that the call reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.language.neighbours import word_at
from kg.mentions.words import name_words

_LONGEST = 4
_GROWS = {
    "grow",
    "decline",
    "increase",
    "decrease",
    "rise",
    "fall",
    "accelerate",
    "rebound",
    "contract",
    "improve",
    "soften",
}
_LEADS = {"lead", "deliver", "post", "contribute", "outperform", "perform", "report", "generate"}
_HAS = {"have", "see", "show", "achieve", "experience", "enjoy", "record"}
_GROWTH = {
    "growth",
    "decline",
    "increase",
    "decrease",
    "strength",
    "weakness",
    "softness",
    "momentum",
    "declines",
    "gains",
}
_SIDES = {"in", "across", "within", "from", "for"}


def grown(docs: Sequence[Doc], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """The phrases, in small letters, that stand in two kinds of places that only a line of business fills."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for token in doc:
            for kind in _places(token):
                words = _phrase(token)
                if words is not None:
                    places[words][kind] += 1
    return frozenset(w for w, found in places.items() if _enough(w, found) and _may_be_line(w, is_measure))


def _enough(words: str, found: Counter[str]) -> bool:
    """Whether the places of a phrase are enough; that it grew, told twice, is so of none that counts things."""
    telling = sum(found[kind] for kind in ("grows", "growth in", "leads", "shares", "has growth", "has result"))
    counts = words.endswith("s") and not words.endswith(("ics", "ss"))
    return telling > 2 or (telling > 0 and len(found) > 1) or (found["grows"] + found["has growth"] > 1 and not counts)


def _places(token: Token) -> Iterator[str]:
    """The kinds of places that a noun fills, which only a line of business fills."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return
    top = _first_of_list(token)
    if top.dep_ == "nsubj":
        yield from (kind for verb in (top.head, *top.head.conjuncts) if (kind := _deed(verb)) is not None)
    if top.dep_ == "pobj" and top.head.lower_ in _SIDES:
        above = top.head.head
        if above.lower_ in name_words().line_results | {"profits"} and top.head.lower_ != "across":
            yield "result in"
        if above.lemma_.lower() in _GROWTH or any(
            c.dep_ in {"dobj", "attr"} and c.lemma_.lower() in _GROWTH and c.i < top.head.i for c in above.children
        ):
            yield "growth in"
    if _moved_beside(token) or any(_grows_in_aside(c) for c in token.children if c.dep_ == "relcl"):
        yield "grows"
    head = token.head
    if (
        token.dep_ in {"compound", "amod", "nmod"}
        and head.i == token.i + 1
        and head.lower_ in name_words().line_results
    ):
        yield "result of"
    if token.dep_ == "poss" and any(t.lower_ in name_words().line_results for t in token.doc[token.i + 2 : head.i + 1]):
        yield "has result"


def _moved_beside(token: Token) -> bool:
    """Whether a change is told right behind a noun: "driven by paint *up* 9%, glass *up* 4%"."""
    if word_at(token.doc, token.i + 1) not in {"up", "down"}:
        return False
    behind = token.doc[token.i + 1 : token.i + 5]
    return (
        len(behind) > 2
        and behind[0].sent == token.sent
        and any(t.text == "%" for t in behind)
        and any(t.like_num for t in behind[1:3])
    )


def _grows_in_aside(verb: Token) -> bool:
    """Whether an aside says that its noun grew: "paint, *which rose* 9%"."""
    said = any(c.dep_ == "nsubj" and c.lower_ == "which" for c in verb.children)
    return said and _deed(verb) == "grows"


def _deed(verb: Token) -> str | None:
    """What a verb says of its subject, where only a line of business does so."""
    lemma = verb.lemma_.lower()
    if lemma in _LEADS:
        return "leads"
    if lemma in _HAS and any(c.dep_ == "dobj" and c.lemma_.lower() in _GROWTH for c in verb.children):
        return "has growth"
    if lemma == "continue":
        return next((_deed(c) for c in verb.children if c.dep_ == "xcomp"), None)
    if not _has_percentage(verb):
        return None
    moved = lemma == "be" and any(c.lower_ in {"up", "down", "flat"} for c in verb.children)
    if lemma in _GROWS or moved:
        return "grows"
    return "shares" if lemma in {"represent", "comprise"} else None


def _has_percentage(verb: Token) -> bool:
    return any(t.text == "%" or t.lower_ in {"percent", "digit", "digits"} for t in verb.subtree)


def _first_of_list(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        noun = noun.head
    return noun


def _phrase(token: Token) -> str | None:
    """The noun with what stands before it, in small letters; None where a word points, counts or has a capital."""
    start = token.i
    while start > token.sent.start and token.i - start < _LONGEST and _joins(token.doc[start - 1], start, token.i):
        start -= 1
    before = token.doc[start - 1] if start > token.sent.start else None
    if before is not None and (
        before.pos_ in {"DET", "NUM", "ADJ"}
        or before.tag_ == "POS"
        or (before.tag_ == "PRP$" and before.lower_ != "our")
    ):
        return None
    words = token.doc[start : token.i + 1]
    large = [t for t in words if t.text[:1].isupper() and not t.is_sent_start]
    return (
        None
        if large or not words[0].is_alpha or not all(t.is_alpha or t.text == "-" for t in words)
        else words.text.lower()
    )


def _joins(token: Token, start: int, head: int) -> bool:
    if token.text == "-":
        return not token.whitespace_
    return token.dep_ in {"compound", "amod", "nmod"} and start <= token.head.i <= head


def _may_be_line(words: str, is_measure: Callable[[str], bool]) -> bool:
    parts = words.replace("-", " ").split()
    lists = name_words()
    general = lists.general_modifiers | lists.general_topics | lists.line_heads | lists.ordinary
    if words in lists.of_many_lines or len(words) < 3 or parts[-1] in _GROWTH:
        return False
    return not any(part in general for part in parts) and not is_measure(words)
