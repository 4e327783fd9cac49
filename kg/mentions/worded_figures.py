"""All figures that have no number in them: levels, shares, multiples, ranks, none."""

from __future__ import annotations

from kg.mentions.level_figures import level_figures
from kg.mentions.multiple_figures import multiple_figures
from kg.mentions.none_figures import none_figures
from kg.mentions.share_figures import share_figures
from kg.mentions.worded import Worded


def worded_figures(text: str) -> list[Worded]:
    """All figures in words, in text order; none overlaps another.

    >>> [(w.rule, w.quantity.value.amount) for w in worded_figures("Sales doubled, with low double-digit traffic.")]
    [('quantity.multiple', Decimal('100')), ('quantity.digits', Decimal('10'))]
    """
    found: list[Worded] = []
    for finder in (level_figures, share_figures, multiple_figures, none_figures):
        for worded in finder(text):
            if all(worded.end <= other.start or other.end <= worded.start for other in found):
                found.append(worded)
    return sorted(found, key=lambda w: w.start)
