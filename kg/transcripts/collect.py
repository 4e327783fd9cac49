"""Gathers labels and the paragraphs under them into what was said: the last step of every reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Paragraph, Span, Speaker
from kg.transcripts.draft import Said
from kg.transcripts.lines import Line


@dataclass(frozen=True, slots=True)
class Label:
    """Words of the page that say who speaks next."""

    speaker: Speaker
    span: Span


def collect(items: Iterable[Label | Paragraph]) -> tuple[Said, ...]:
    """One `Said` per label that has words under it; paragraphs before the first label are no speech.

    >>> ann = Speaker("Ann Lee")
    >>> collect([Paragraph(Span(0, 3)), Label(ann, Span(4, 6)), Paragraph(Span(7, 9))])[0].paragraphs
    (Paragraph(span=Span(start=7, end=9), chinese=None, gaps=()),)
    """
    said: list[Said] = []
    label: Label | None = None
    under: list[Paragraph] = []
    for item in items:
        if isinstance(item, Paragraph):
            under.append(item)
            continue
        if label and under:
            said.append(Said(label.speaker, label.span, tuple(under)))
        label, under = item, []
    if label and under:
        said.append(Said(label.speaker, label.span, tuple(under)))
    return tuple(said)


def joined(page: Sequence[Line], gaps: Sequence[Span] = ()) -> Iterator[Paragraph]:
    """Paragraphs out of hard-wrapped lines: one ends before an indented line or after a short line's full stop.

    >>> from kg.transcripts.lines import lines
    >>> text = "We sold more lamps than ever in the whole\\nhistory.\\nCosts fell in every one of our lines\\nof trade."
    >>> [text[p.span.start:p.span.end] for p in joined(list(lines(text)))]
    ['We sold more lamps than ever in the whole\\nhistory.', 'Costs fell in every one of our lines\\nof trade.']
    """
    width = sorted(len(line.text) for line in page)[int(len(page) * 0.9)] if page else 0
    start: Line | None = None
    previous: Line | None = None
    for line in page:
        if previous is None or start is None:
            start = line
        elif _breaks(previous, line, width):
            yield _paragraph(start, previous, gaps)
            start = line
        previous = line
    if start and previous:
        yield _paragraph(start, previous, gaps)


def _breaks(above: Line, line: Line, width: int) -> bool:
    if above.text[-1] not in '.?!:"”':
        return False
    return line.blank_before or len(above.text) < 0.85 * width or line.indent > above.indent


def _paragraph(first: Line, last: Line, gaps: Sequence[Span]) -> Paragraph:
    span = Span(first.span.start, last.span.end)
    return Paragraph(span, None, tuple(g for g in gaps if g in span))
