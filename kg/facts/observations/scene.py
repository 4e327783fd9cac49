"""One sentence with what was found in it, by token position: the desk on which observations are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from kg.facts.context import Context
from kg.language import Passage
from kg.model import Link, Mention, Period, Quantity, Span, SpokenTurn, within

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """Something found, at the tokens `start` to `end` (half-open) of its paragraph's document."""

    start: int
    end: int
    item: T


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence on its way to observations."""

    passage: Passage
    turn: SpokenTurn
    sentence: DocSpan
    figures: tuple[Placed[Mention], ...]
    metrics: tuple[Placed[Link], ...]
    names: tuple[Placed[Link], ...]
    periods: tuple[Placed[Mention], ...]
    words: tuple[str, ...]
    """The tokens of the sentence in small letters, from `sentence.start` on."""

    @property
    def doc(self) -> Doc:
        return self.passage.doc

    def first(self, *words: str, at: int = 0) -> int | None:
        """The first token of the sentence, from `at` on, that is one of these words in small letters; None without."""
        begin = self.sentence.start
        return next((i for i, word in enumerate(self.words, begin) if i >= at and word in words), None)

    def span(self, start: int, end: int) -> Span:
        """The transcript span of the tokens `start` to `end`."""
        return self.passage.span(self.doc[start:end])


def quantity(figure: Placed[Mention]) -> Quantity:
    """The value of a figure; raises `TypeError` when the mention is none."""
    if not isinstance(figure.item.value, Quantity):
        raise TypeError(f"no quantity in {figure.item}")
    return figure.item.value


def period(placed: Placed[Mention]) -> Period | None:
    """The dates of a period mention; None where it names only a comparison."""
    return placed.item.value if isinstance(placed.item.value, Period) else None


def scenes(context: Context) -> Iterator[Scene]:
    """Every sentence of the call, in text order."""
    turns = {t.number: t for t in context.turns}
    for passage in context.passages:
        span = passage.paragraph.span
        periods = within(context.periods, span, lambda m: m.span)
        metrics, names = context.metrics_in(span), context.names_in(span)
        stated = within(context.quantities, span, lambda m: m.span)
        figures = [(m.span, m) for m in stated if not _inside(m, names, periods)]
        for sentence in passage.doc.sents:
            yield Scene(
                passage,
                turns[passage.turn.number],
                sentence,
                tuple(_place(passage, sentence, figures)),
                tuple(_place(passage, sentence, [(k.mention.span, k) for k in metrics])),
                tuple(_place(passage, sentence, [(k.mention.span, k) for k in names])),
                tuple(_place(passage, sentence, [(m.span, m) for m in periods])),
                tuple(token.lower_ for token in sentence),
            )


def _inside(figure: Mention, names: Sequence[Link], periods: Sequence[Mention]) -> bool:
    """Whether a number is part of a name or a date: the 365 of a product, the year of a quarter."""
    return any(figure.span in k.mention.span for k in names) or any(figure.span in p.span for p in periods)


def _place(passage: Passage, sentence: DocSpan, found: Sequence[tuple[Span, T]]) -> Iterator[Placed[T]]:
    if not found:
        return
    first = passage.paragraph.span.start
    begin, end = first + sentence.start_char, first + sentence.end_char
    for span, item in found:
        if begin <= span.start < end:
            words = passage.words(span)
            if words is not None:
                yield Placed(words.start, words.end, item)
