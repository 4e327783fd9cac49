"""Measures told on two bases at once: "GAAP *and* adjusted margins of 41% and 43%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.language import Passage
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_names import metric_id, spoken_name
from kg.model import EntityType, Mention, MentionKind

BASIS = "metric.basis"
"""The rule that reads a basis as the measure behind it, on that basis."""

_BASIS = r"(?P<basis>GAAP|non-GAAP|adjusted)"
_BEFORE = re.compile(rf"\b(?:on\s+an?\s+)?{_BASIS}\s+(?:and|or)\s+$", re.I)
_FIRST = re.compile(rf"{_BASIS}\s+(?=\w)", re.I)
_BOTH = re.compile(rf"(?:GAAP|non-GAAP|adjusted)\s+(?:and|or)\s+(?={_BASIS}\s+\w)", re.I)


def begin_of_last(doc: Doc, start: int, end: int) -> int:
    """Where the last of two bases begins that a name of a measure opens with; its own begin where it opens with one."""
    both = _BOTH.match(doc[start:end].text)
    own = doc.char_span(doc[start].idx + both.end(), doc[end - 1].idx, alignment_mode="expand") if both else None
    return own.start if own is not None else start


def on_basis(basis: str, name: str) -> str:
    """The name of a measure, on another basis than its own.

    >>> on_basis("GAAP", "non-GAAP gross margin")
    'GAAP gross margin'
    """
    return _FIRST.sub(f"{basis} ", name, count=1)


def other_basis(passage: Passage, metric: Span, since: int, table: MetricTable) -> Iterator[Mention]:
    """The measure that the basis before "and" stands for, where it stands after the token `since`; else nothing."""
    doc, own = passage.doc, _FIRST.match(metric.text)
    before = _BEFORE.search(passage.text, doc[since].idx, metric.start_char)
    if own is None or before is None or before["basis"].casefold() == own["basis"].casefold():
        return
    basis = doc.char_span(before.start("basis"), before.end("basis"), alignment_mode="expand")
    name = on_basis(before["basis"], spoken_name(metric))
    entry = table.get(words_of(name))
    if basis is not None:
        yield Mention(
            passage.span(basis),
            MentionKind.METRIC,
            basis.text,
            BASIS,
            entity=entry.id if entry else metric_id(name),
            type=EntityType.METRIC,
        )
