"""Lines of business at the head of sentences that say how each did: "Switching fell 5%. Routing was down 10%."

One such sentence may speak of anything that grows; a call that says it of several, one after the other, reports by
lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.mentions.words import name_words

_GROWS = frozenset({"grow", "decline", "increase", "decrease", "rise", "fall"})
_MOVED = frozenset({"up", "down"})
_LEADS = frozenset({"our", "the", "and", "finally", "lastly", ",", "while", "within", "also", "meanwhile"})
_JOINS = frozenset({"and", "&", "-"})
_LONGEST, _NEAR = 4, 6
_SERIES = 3
"""So many things a call says it of before they are taken for its lines of business."""


def grown_series(docs: Sequence[Doc], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """The lines, in small letters, of which sentences of one paragraph say that they grew, where there are several."""
    lines: set[str] = set()
    for doc in docs:
        found = {line for sentence in doc.sents for line in _line(sentence)}
        named = {line for line in found if not is_measure(line) and _may_be_line(line)}
        lines |= named if len(named) >= _SERIES else set()
    return frozenset(lines)


def _line(sentence: DocSpan) -> Iterator[str]:
    """The words between the beginning of a sentence and the verb that moves them by a percentage."""
    doc, start = sentence.doc, sentence.start
    while start < sentence.end and doc[start].lower_ in _LEADS:
        start += 1
    end = start
    while end < sentence.end and end - start <= _LONGEST and _may_stand(doc[end]):
        end += 1
    if start < end < sentence.end and end - start <= _LONGEST and _moves(doc[end], sentence.end):
        yield doc[start:end].text.lower()


def _moves(verb: Token, end: int) -> bool:
    """Whether a word tells a move, and a percentage follows: "declined 5%", "was down 10%"."""
    doc, behind = verb.doc, verb.i + 1
    if verb.lemma_ == "be":
        if behind == end or doc[behind].lower_ not in _MOVED:
            return False
    elif verb.lemma_.lower() not in _GROWS:
        return False
    return any(t.text == "%" or t.lower_ == "percent" for t in doc[behind : min(end, behind + _NEAR)])


def _may_stand(token: Token) -> bool:
    if token.lower_ in _JOINS:
        return True
    return token.is_alpha and not token.is_stop and token.lemma_.lower() not in _GROWS


def _may_be_line(line: str) -> bool:
    words = line.replace("-", " ").split()
    lists = name_words()
    return not any(word in lists.general_topics | lists.ordinary for word in words) and words[-1] not in _JOINS
