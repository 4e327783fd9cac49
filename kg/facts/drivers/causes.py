"""Cuts the words of a cause out of a sentence, and takes "A, B and C" apart."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Found, Side
from kg.facts.sentence import SUBJECTS, clause_head, phrase, subject, trimmed

_BREAKS = frozenset({"while", "but", "although", "though", "which", "compared", "versus", "however", "whereas"})


def after(sentence: DocSpan, cue: Found, others: Sequence[Found]) -> list[DocSpan]:
    """The causes that follow a cue, up to the next cue or the end of its phrase, one a coordinated part."""
    limit = min([o.start for o in others if o.start >= cue.end and o.cue.side is not Side.BEFORE] + [sentence.end])
    stop = _stop(sentence.doc[cue.end : limit])
    whole = sentence.doc[cue.end : stop]
    head = _head(whole, cue)
    return _pieces(whole, head) if head is not None else _only(whole)


def _stop(words: DocSpan) -> int:
    """Where a cause ends: before a new clause after a comma, or a dash, semicolon or colon."""
    for token in words:
        if token.i == words.start:
            continue
        if token.text in {";", "--", "—", "–", ":"} or (token.text == "." and token.dep_ == "punct"):
            return token.i
        if token.text == "," and token.i + 1 < words.end and _new_clause(words, token.i + 1):
            return token.i
    return words.end


def _new_clause(words: DocSpan, at: int) -> bool:
    token = words.doc[at]
    if token.lower_ in _BREAKS:
        return True
    if token.lower_ in {"and", "so"} and at + 1 < words.end:
        token = words.doc[at + 1]
    verb = clause_head(token)
    return token.dep_ in SUBJECTS and verb.i > token.i and verb.left_edge.i >= at - 1 and verb.tag_ != "VBG"


def _head(whole: DocSpan, cue: Found) -> Token | None:
    """The word that the cue governs: the object of its preposition, or the verb of its clause."""
    last = whole.doc[cue.end - 1]
    for child in (*last.children, last.head):
        if child.dep_ in {"pobj", "pcomp", "dobj", "attr", "advcl", "ccomp"} and whole.start <= child.i < whole.end:
            return child
    return next((t for t in whole if t.head.i < whole.start or t.head.i >= whole.end or t.head.i == t.i), None)


def _pieces(whole: DocSpan, head: Token) -> list[DocSpan]:
    """ "A, B and C" as three, unless "both", a shared modifier or a bare last word holds the parts together."""
    parts = sorted((t for t in head.conjuncts if head.i < t.i < whole.end), key=lambda t: t.i)
    starts = [whole.start]
    for part in parts:
        opening = max(part.left_edge.i, starts[-1] + 1)
        if _stands_alone(whole, part, opening) and whole[0].lower_ != "both":
            starts.append(opening)
    ends = [*starts[1:], whole.end]
    return [p for s, e in zip(starts, ends, strict=True) for p in _only(whole.doc[s:e])]


def _stands_alone(whole: DocSpan, part: Token, opening: int) -> bool:
    length = min(part.right_edge.i + 1, whole.end) - opening
    return length > 1 and whole.doc[opening - 1].lower_ != "or"


def _only(span: DocSpan) -> list[DocSpan]:
    clean = trimmed(span) if len(span) else None
    return [clean] if clean is not None else []


def before(sentence: DocSpan, verb: Token) -> list[DocSpan]:
    """The causes that a verb of causing has for subject: "which" and participles look back to the words before."""
    who = subject(verb)
    own = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if verb.dep_ == "advcl" and own is None and verb.tag_ == "VBG":
        return _only(_clause_before(sentence, verb))
    if own is not None and own.lower_ in {"which", "that"}:
        return _only(_clause_before(sentence, own))
    if who is None or who.i >= verb.i or who.i < sentence.start:
        return []
    if who.pos_ == "PRON":
        return []
    whole = phrase(who)
    return _pieces(sentence.doc[whole.start : min(whole.end, verb.i)], who)


def _clause_before(sentence: DocSpan, token: Token) -> DocSpan:
    """The words from the last full break to a token."""
    start = sentence.start
    for word in sentence.doc[sentence.start : token.i]:
        if word.text in {";", "--", "—"} or (word.lower_ in {"and", "but"} and _new_clause(sentence, word.i)):
            start = word.i + 1
    return sentence.doc[start : token.i]
