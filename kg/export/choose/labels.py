"""How figures, causes and names are written where there is little room: `¥29.6bn +7%`."""

from __future__ import annotations

import re
import textwrap

from kg.export.choose.amounts import Stretch, amount, written
from kg.export.choose.content import Figure

LONGEST_SCOPE = 60
"""Restrictions that are longer, as where a sentence runs on without a stop, are cut."""

SHORT = {"yoy": "y/y", "qoq": "q/q"}
"""What a change is against; the year before goes without saying, unless both are told."""


def figure_label(figure: Figure, beside: Figure | None = None) -> str:
    """Value and change, or whatever of them was said; `beside` is the same figure against another time.

    >>> from decimal import Decimal
    >>> from kg.export.choose.content import Said
    >>> said = Said("call", 0)
    >>> figure_label(Figure("f", "s", "u", "revenue", said, Decimal("29600000000"), unit="CNY", change=Decimal(7),
    ...                     change_unit="percent"))
    '¥29.6bn +7%'
    >>> figure_label(Figure("f", "s", "u", "margin", said, value=Decimal(9), unit="percent", prior=Decimal("4.5")))
    '9% from 4.5%'
    """
    parts = [value_label(figure), changes_label(figure, beside)]
    if figure.change is None and figure.value is not None and figure.prior is not None:
        parts.append(f"from {prior_label(figure)}")
    return " ".join(part for part in parts if part)


def moved_label(figure: Figure) -> str:
    """Value and change, or the direction where no change was given.

    >>> from kg.export.choose.content import Said
    >>> moved_label(Figure("f", "s", "u", "demand", Said("call", 0), direction="up"))
    'up'
    """
    return " ".join(part for part in (value_label(figure), change_label(figure) or figure.direction) if part)


def value_label(figure: Figure) -> str:
    """The value, with its other end where it is a range; nothing where there is none.

    >>> from decimal import Decimal
    >>> from kg.export.choose.content import Said
    >>> value_label(Figure("f", "s", "u", "margin", Said("call", 0), Decimal(9), Decimal(11), unit="percent"))
    '9% to 11%'
    """
    if figure.value is None:
        return ""
    return written(
        Stretch(figure.value, figure.value_max, figure.unit, figure.value_is_bound, figure.value_limit), signed=False
    )


def change_label(figure: Figure) -> str:
    """The change with its sign, and its other end where it is a range; nothing where there is none.

    >>> from decimal import Decimal
    >>> from kg.export.choose.content import Said
    >>> change_label(Figure("f", "s", "u", "revenue", Said("call", 0), change=Decimal(-1), change_max=Decimal(2)))
    '−1% to +2%'
    >>> change_label(Figure("f", "s", "u", "revenue", Said("call", 0), change=Decimal(3), comparison="qoq"))
    '+3% q/q'
    """
    return _against(figure) if figure.comparison == "qoq" else _change(figure)


def changes_label(figure: Figure, beside: Figure | None) -> str:
    """The change, and the same against another time, which the call tells in the same breath.

    >>> from decimal import Decimal
    >>> from kg.export.choose.content import Said
    >>> quarter, year = (
    ...     Figure("f", "s", "u", "revenue", Said("call", 0), change=Decimal(size), comparison=against)
    ...     for size, against in ((3, "qoq"), (9, "yoy"))
    ... )
    >>> changes_label(quarter, None), changes_label(quarter, year)
    ('+3% q/q', '+3% q/q, +9% y/y')
    """
    if beside is None or figure.change is None:
        return change_label(figure)
    return f"{_against(figure)}, {_against(beside)}"


def _against(figure: Figure) -> str:
    against = SHORT.get(figure.comparison or "")
    change = _change(figure)
    return f"{change} {against}" if change and against else change


def _change(figure: Figure) -> str:
    if figure.change is None:
        return ""
    unit = figure.change_unit or "percent"
    said = Stretch(figure.change, figure.change_max, unit, figure.change_is_bound, figure.change_limit)
    return written(said, signed=True)


def prior_label(figure: Figure) -> str:
    """The value that it is compared with; nothing where there is none.

    >>> from decimal import Decimal
    >>> from kg.export.choose.content import Said
    >>> prior_label(Figure("f", "s", "u", "margin", Said("call", 0), prior=Decimal("4.5"), unit="percent"))
    '4.5%'
    """
    return "" if figure.prior is None else amount(figure.prior, figure.unit)


def metric_label(figure: Figure) -> str:
    """The metric with what restricts it: what two figures of one metric differ in.

    >>> from kg.export.choose.content import Said
    >>> metric_label(Figure("f", "s", "u", "sales", Said("call", 0), qualifiers=("domestic", "excluding currency")))
    'sales (domestic; excluding currency)'
    """
    scope = "; ".join(textwrap.shorten(qualifier, LONGEST_SCOPE, placeholder="…") for qualifier in figure.qualifiers)
    return figure.metric + (f" ({scope})" if scope else "")


def wrap(text: str, width: int, lines: int) -> str:
    """Words over at most so many lines, the rest as an ellipsis.

    >>> wrap("growth of orders and better prices in the north", 18, 2)
    'growth of orders\\nand better prices…'
    """
    rows = textwrap.wrap(" ".join(text.split()), width, break_long_words=True) or [""]
    if len(rows) > lines:
        rows = rows[:lines]
        rows[-1] = rows[-1][: width - 1].rstrip(" ,;.") + "…"
    return "\n".join(rows)


def cause_label(text: str) -> str:
    """The words of a cause without the article and the possessive before them.

    >>> cause_label("the increase in our investments")
    'increase in our investments'
    """
    return re.sub(r"^(?:(?:the|a|an|our|their|its|these|this|by|from|some)\s+)+", "", text.strip(" ,.;"), flags=re.I)
