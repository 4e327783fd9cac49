"""The text of a call that never changes, and who says which of its characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets in Unicode code points into `Transcript.text`.

    >>> Span(3, 7).shifted(10)
    Span(start=13, end=17)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must run forward from 0 or later, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character.

        >>> Span(0, 4).overlaps(Span(4, 8))
        False
        """
        return self.start < other.end and other.start < self.end

    def shifted(self, offset: int) -> Span:
        """The same length, so many characters further on.

        >>> Span(2, 5).shifted(10)
        Span(start=12, end=15)
        """
        return Span(self.start + offset, self.end + offset)


def within(found: Sequence[T], span: Span, place: Callable[[T], Span]) -> Sequence[T]:
    """Those of many things in text order that lie in a span, without a look at the others.

    >>> within([Span(0, 3), Span(4, 8), Span(9, 12)], Span(3, 10), lambda place: place)
    [Span(start=4, end=8)]
    """
    first = bisect_left(found, span.start, key=lambda one: place(one).start)
    last = bisect_left(found, span.end, lo=first, key=lambda one: place(one).start)
    return [one for one in found[first:last] if place(one).end <= span.end]


class Section(StrEnum):
    """The two parts of a call."""

    PREPARED = "prepared"
    QA = "qa"


class Role(StrEnum):
    """On which side of the call a person speaks."""

    EXECUTIVE = "executive"
    ANALYST = "analyst"
    OPERATOR = "operator"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A participant as the layout of the transcript gives them, before names are resolved."""

    name: str
    title: str | None = None
    organization: str | None = None
    role: Role = Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class Paragraph:
    """English words and, where the file has them, the Chinese beside them.

    `gaps` are stretches inside `span` that nobody spoke: page furniture, `(Operator Instructions)`, `(interpreted)`.
    """

    span: Span
    chinese: Span | None = None
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's uninterrupted speech; `label` is where the layout prints who speaks, if anywhere."""

    number: int
    speaker: Speaker
    label: Span | None
    paragraphs: tuple[Paragraph, ...]
    section: Section
    interpreted: bool = False

    @property
    def span(self) -> Span:
        return Span(self.paragraphs[0].span.start, self.paragraphs[-1].span.end)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Calendar dates, both included; an instant has equal dates. `name` is the company's own name for it.

    >>> str(Period(date(2024, 7, 1), date(2024, 9, 30)))
    '2024-07-01/2024-09-30'
    """

    start: date
    end: date
    name: str | None = field(default=None, compare=False)

    @property
    def instant(self) -> bool:
        return self.start == self.end

    def __str__(self) -> str:
        return self.end.isoformat() if self.instant else f"{self.start.isoformat()}/{self.end.isoformat()}"


@dataclass(frozen=True, slots=True)
class CallInfo:
    """What the header, or failing that the opening words, say about the call.

    `reasons` tells for each field that was read or inferred where it comes from: `{"held_on": "header line 3"}`.
    """

    company: str
    ticker: str | None = None
    exchange: str | None = None
    fiscal_year: int | None = None
    fiscal_quarter: int | None = None
    held_on: date | None = None
    period: Period | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A text that never changes, and who says which of its characters.

    `text` is the file exactly as decoded or, for PDF or HTML, what the `extractor` took out; every offset counts in it.
    `sha256` is that of the bytes read, unpacked where they were packed; `source` is who published it, `chinese` the
    language tag of the Chinese, if any.
    """

    text: str
    name: str
    sha256: str
    reader: str
    call: CallInfo
    turns: tuple[Turn, ...]
    participants: tuple[Speaker, ...] = ()
    source: str = "unknown"
    chinese: str | None = None
    extractor: str = "plain"

    def quote(self, span: Span) -> str:
        """The characters of a span: what a fact's evidence says."""
        return self.text[span.start : span.end]

    def words(self, paragraph: Paragraph) -> str:
        """The spoken words of a paragraph, of the same length as its span: gaps and line breaks become blanks."""
        start = paragraph.span.start
        text = self.quote(paragraph.span)
        for gap in paragraph.gaps:
            text = text[: gap.start - start] + " " * len(gap) + text[gap.end - start :]
        return text.translate({ord(c): " " for c in "\n\r\t\f\v\u00a0"})

    def turn_at(self, offset: int) -> Turn | None:
        """The turn whose words lie around an offset."""
        return next((t for t in self.turns if t.span.start <= offset < t.span.end), None)
