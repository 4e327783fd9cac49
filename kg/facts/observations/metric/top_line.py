"""What a call means when it says that a business grew: revenue, or sales where it speaks of sales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.lexicon.metrics import MetricEntry, MetricTable
from kg.model import Link

_NAMES = ("revenue", "sales", "net revenue", "net sales")


def top_line(metrics: Sequence[Link], table: MetricTable) -> MetricEntry:
    """The top line of a call: of revenue and sales the one that it names more often; revenue on a tie.

    >>> from kg.lexicon.metrics import shipped_metrics
    >>> top_line((), shipped_metrics()).name
    'revenue'
    """
    said = Counter(link.entity for link in metrics)
    revenue, sales = (table.by_words[(name if name != "sales" else "sale",)] for name in _NAMES[:2])
    return sales if said[sales.id] > said[revenue.id] else revenue
