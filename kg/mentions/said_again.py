"""Figures that a speaker says again at once, better or in full: "from 30% -- 26%", "$70 million -- sorry, $7"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.mentions.single_figures import Found
from kg.model import Money

_AGAIN = re.compile(
    r"\s*--\s*(?:(?:or|about|around|approximately|roughly|sorry|excuse\s+me|I\s+mean|I'm\s+sorry|pardon\s+me|nearly|over"
    r"|almost|an?|of|by|to|to\s+be)\s*,?\s+){0,2}",
    re.I,
)


def said_again(text: str, found: list[Found]) -> list[Found]:
    """The figures of a text, each that was broken off or put right replaced by the one behind it, which spans both.

    >>> from kg.mentions.single_figures import single_figures
    >>> text = "It cost 7 -- $70 million, up 3%."
    >>> [(text[f.start : f.end], f.value.amount) for f in said_again(text, single_figures(text))]
    [('7 -- $70 million', Decimal('70000000')), ('3%', Decimal('3'))]
    """
    result: list[Found] = []
    for figure in found:
        if result and _AGAIN.fullmatch(text[result[-1].end : figure.start]) and _may_replace(result[-1], figure):
            figure = replace(figure, start=result.pop().start)
        result.append(figure)
    return result


def _may_replace(said: Found, again: Found) -> bool:
    """Whether two figures are of one kind, or the first was broken off before its unit."""
    one, other = said.figure.amount, again.figure.amount
    if isinstance(one, Money) and isinstance(other, Money):
        return one.currency == other.currency
    return type(one) is type(other) or (said.bare and not again.bare)
