"""Finds cues in a sentence, where the grammar around them makes them announce a cause."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Cue, Found, Side, cues, fillers, words
from kg.facts.drivers.degree import with_degree
from kg.facts.drivers.denied import is_denied, is_denied_behind
from kg.facts.drivers.needs import is_fed
from kg.facts.drivers.reasons import opens_consequence, opens_reason
from kg.facts.drivers.verb_cues import verb_at
from kg.language.neighbours import word_at


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in cues():
        for phrase in cue.phrases:
            index.setdefault(phrase[0], []).append((phrase, cue))
    return {first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for first, rows in index.items()}


def find(sentence: DocSpan) -> list[Found]:
    """The cues of a sentence, longest first where two overlap, in text order."""
    found: list[Found] = []
    at, end, doc = sentence.start, sentence.end, sentence.doc
    while at < end:
        token = doc[at]
        hit = _phrase_at(sentence, at, token.lower_) or verb_at(token)
        if hit is not None:
            found.append(hit)
        at = hit.end if hit is not None else at + 1
    return found


def _phrase_at(sentence: DocSpan, at: int, first: str) -> Found | None:
    phrases = _by_first_word().get(first)
    if phrases is None:
        return None
    second = word_at(sentence.doc, at + 1)
    filled = second in fillers()
    for phrase, cue in phrases:
        if len(phrase) > 1 and phrase[1] != second and not filled:
            continue
        end = _matched(sentence, at, phrase)
        if end is not None and _fits(cue, sentence, at, end):
            return Found(cue, with_degree(sentence, at), at, end)
    return None


def _matched(sentence: DocSpan, at: int, phrase: tuple[str, ...]) -> int | None:
    """The token after a phrase whose first word stands at `at`; words of degree may stand between its words."""
    doc, end = sentence.doc, sentence.end
    at += 1
    for word in phrase[1:]:
        while at < end and doc[at].lower_ != word and _fills(doc[at]):
            at += 1
        if at >= end or doc[at].lower_ != word:
            return None
        at += 1
    return at


def _fills(token: Token) -> bool:
    """Whether a word of degree may stand within a cue: "due *in part* to", not "because *part* of it"."""
    return token.lower_ in fillers() and (token.lower_ != "part" or word_at(token.doc, token.i - 1) in {"in", "large"})


def _fits(cue: Cue, sentence: DocSpan, at: int, end: int) -> bool:
    """Whether the grammar around a phrase makes it a cue: "as" must open a clause, "by" a doing."""
    token = sentence.doc[at]
    match cue.side:
        case Side.CLAUSE:
            return opens_reason(token)
        case Side.DOING:
            return any(t.dep_ == "pcomp" and t.tag_ == "VBG" for t in token.children)
        case Side.BACKWARD:
            return at - sentence.start <= 1
        case Side.CONSEQUENCE:
            return opens_consequence(sentence, at, end)
        case _:
            if end >= sentence.end or is_denied(sentence, at) or is_denied_behind(sentence.doc[end - 1]):
                return False
            return (
                not _is_no_reflection(sentence, at, end)
                and not _is_passive_of_factors(cue, sentence, end)
                and not _is_of_owners(token, end)
                and is_fed(cue, sentence.doc[end - 1])
            )


def _is_no_reflection(sentence: DocSpan, at: int, end: int) -> bool:
    """Whether "reflect" tells an aim or a place: "to reflect the risk", "reflected in our outlook".

    What an outlook is revised to reflect is why: "we raise our outlook to reflect the new shops".
    """
    token, before = sentence.doc[at], sentence.doc[max(at - 1, sentence.start)].lower_
    if token.lemma_ != "reflect":
        return False
    aimed = before == "to" and token.lower_ == "reflect" and token.head.lemma_ not in words("revising")
    return aimed or word_at(sentence.doc, end) == "in"


def _is_passive_of_factors(cue: Cue, sentence: DocSpan, end: int) -> bool:
    """Whether something is done to the factors: "these factors were partly *offset* by"."""
    if cue.id != "driver was":
        return False
    behind = (t for t in sentence.doc[end : sentence.end] if t.pos_ != "ADV")
    return next((t.tag_ == "VBN" for t in behind), False)


def _is_of_owners(token: Token, end: int) -> bool:
    """Whether "attributable to" names whose an income is, not what made it: "margin attributable to shareholders"."""
    if token.lower_ != "attributable":
        return False
    owners = any(t.lower_ in words("owners") for t in token.doc[end : end + 5])
    return owners or (token.i > 0 and token.nbor(-1).lower_ in words("shares"))
