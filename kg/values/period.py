"""Periods as ISO 8601 writes them: `2024-07-01/2024-09-30`, or one day for an instant; `str` writes them."""

from __future__ import annotations

import re
from datetime import date

from kg.model import Period

_ISO = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)(?:/(?P<end>\d{4}-\d\d-\d\d))?")


def parse_period(text: str, *, name: str | None = None) -> Period | None:
    """The period that a text writes in ISO 8601, with whole dates in order; None for anything else.

    >>> parse_period("2024-07-01/2024-09-30").end, parse_period("2024-09-30").instant, parse_period("2024-10")
    (datetime.date(2024, 9, 30), True, None)
    """
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    try:
        start = date.fromisoformat(match["start"])
        end = date.fromisoformat(match["end"] or match["start"])
    except ValueError:
        return None
    return Period(start, end, name) if start <= end else None
