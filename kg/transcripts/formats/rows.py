"""Rows of speech, from JSON or a table, to a text with a header and each turn under a line with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Paragraph, Span, Speaker
from kg.persons import plain
from kg.transcripts.draft import Draft, Said
from kg.transcripts.formats.format import Extracted
from kg.transcripts.formats.json_shape import CallRows, SpokenRow

_ISO = re.compile(r"(20\d\d-\d\d-\d\d)(?:[T ].*)?")
_FIELD = {"company": "Company", "ticker": "Ticker", "exchange": "Exchange", "year": "Year", "date": "Date"}
_ENDS = '.?!…"”)]:'


def written(call: CallRows) -> Extracted:
    """The text of a call, and who says what in it; rows of one speaker that go on in mid-sentence are one paragraph.

    >>> rows = [SpokenRow("Ann Lee", "CFO", None, (words,)) for words in ("Sales", "rose.", "Costs fell.")]
    >>> written(CallRows({"ticker": "ACM"}, tuple(rows))).text.split("\\n\\n")
    ['Ticker: ACM', 'Ann Lee -- CFO', 'Sales rose.', 'Costs fell.\\n']
    """
    text = _header(call)
    if call.whole:
        return Extracted(text + call.whole)
    said: list[Said] = []
    for turn in _joined(call.turns):
        speaker = Speaker(plain(turn.speaker), turn.title, turn.firm)
        label = " -- ".join(part for part in (turn.speaker, turn.firm, turn.title) if part)
        place = Span(len(text), len(text) + len(turn.speaker))
        text += label + "\n\n"
        paragraphs = []
        for words in turn.paragraphs:
            paragraphs.append(Paragraph(Span(len(text), len(text) + len(words))))
            text += words + "\n\n"
        said.append(Said(speaker, place, tuple(paragraphs)))
    text = text.rstrip("\n") + "\n" + "".join(_listed(call.participants))
    return Extracted(text, Draft(tuple(said), tuple(map(_person, call.participants))))


def _joined(rows: Sequence[SpokenRow]) -> Iterator[SpokenRow]:
    """One row for each turn: machines write a row for each breath."""
    last: SpokenRow | None = None
    for row in rows:
        if last is None or (row.speaker, row.title, row.firm) != (last.speaker, last.title, last.firm):
            if last is not None:
                yield last
            last = row
        elif last.paragraphs and row.paragraphs and last.paragraphs[-1][-1] not in _ENDS:
            going_on = f"{last.paragraphs[-1]} {row.paragraphs[0]}"
            last = replace(last, paragraphs=(*last.paragraphs[:-1], going_on, *row.paragraphs[1:]))
        else:
            last = replace(last, paragraphs=(*last.paragraphs, *row.paragraphs))
    if last is not None:
        yield last


def _listed(rows: tuple[SpokenRow, ...]) -> Iterator[str]:
    """The lines of the list of participants, below the speech."""
    if rows:
        yield "\nCall participants:\n\n"
    for row in rows:
        yield " -- ".join(part for part in (plain(row.speaker), row.firm, row.title) if part) + "\n"


def _person(row: SpokenRow) -> Speaker:
    return Speaker(plain(row.speaker), row.title, row.firm)


def _header(call: CallRows) -> str:
    """Lines that the reader of headers knows."""
    fields = dict(call.header)
    lines = [fields.pop("heading")] if "heading" in fields else []
    if quarter := fields.pop("quarter", None):
        lines.append(f"Quarter: {f'Q{quarter}' if quarter.isdigit() else quarter}")
    for field, name in _FIELD.items():
        if value := fields.get(field):
            day = _ISO.fullmatch(value)
            lines.append(f"{name}: {day[1] if day else value}")
    return "\n".join(lines) + "\n\n" if lines else ""
