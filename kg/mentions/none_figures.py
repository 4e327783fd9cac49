"""Nothing where a sum is usual, as a figure of zero: "we did not repurchase *any shares*"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.mentions.worded import Worded
from kg.mentions.wording import Wording
from kg.model import Count, Quantity

_NOT = r"(?:(?:did|do|does|have|has|had|will|would|were|was|are|is)\s*(?:not|n['’]t)|won['’]t|never)"
_SHARES = r"(?:of\s+our\s+)?(?:common\s+|ordinary\s+)?(?:shares|stock)"
_NONE_BOUGHT = Wording(
    re.compile(
        rf"\b{_NOT}\s+(?:be\s+)?(?:repurchas(?:e|ed|ing)|buy(?:ing)?\s+back|bought\s+back)\s+(?P<any>any\s+{_SHARES})\b"
        rf"|\b(?P<no>no\s+{_SHARES})\s+(?:(?:was|were)\s+)?(?:repurchased|bought\s+back)\b",
        re.I,
    ),
    ("repurchas", "back"),
)


def none_figures(text: str) -> Iterator[Worded]:
    """Repurchases that did not happen, as no shares.

    >>> [(w.rule, w.quantity.value) for w in none_figures("We did not repurchase any shares.")]
    [('quantity.none', Count(amount=Decimal('0'), thing='shares'))]
    """
    for match in _NONE_BOUGHT.finditer(text):
        span = match.span("any") if match["any"] else match.span("no")
        yield Worded(*span, Quantity(Count(Decimal(0), "shares")), "quantity.none")
