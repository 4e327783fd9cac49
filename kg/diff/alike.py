"""Whether two figures of one name are of one kind, so that one may be held against the other."""

from __future__ import annotations

from decimal import Decimal

from kg.export.choose.content import Figure
from kg.values.unit import MEASURED, is_currency

FAR = Decimal(5)
"""A value that has become five times as large, or a fifth, was likely misread in one of the calls."""
POINTS = Decimal(50)
CLOSE = Decimal("1.5")
"""How far apart counts of "people" or "trials" may lie that no list of metrics knows, and still be of the same ones."""


def alike(then: Figure, now: Figure) -> bool:
    """Whether both tell a value in one unit, or a change in one unit against the same time.

    >>> from kg.export.choose.content import Said
    >>> people = Figure("f", "s", "u", "people", Said("c", 0), Decimal(254), unit="people", listed=False)
    >>> trials = Figure("g", "s", "u", "people", Said("c", 0), Decimal(1200), unit="people", listed=False)
    >>> alike(people, people), alike(people, trials)
    (True, False)
    """
    if then.value is not None and now.value is not None:
        if not _one_unit(then.unit, now.unit) or _in_words(then) != _in_words(now):
            return False
        return (then.listed and now.listed) or not is_leap(then, now, CLOSE)
    if then.change is None or now.change is None:
        return False
    same_time = not then.comparison or not now.comparison or then.comparison == now.comparison
    return same_time and _unit(then.change_unit) == _unit(now.change_unit)


def is_leap(then: Figure, now: Figure, far: Decimal = FAR) -> bool:
    """Whether the values of one unit lie too far apart, which shares and margins never do.

    >>> from kg.export.choose.content import Said
    >>> debt = [Figure("f", "s", "u", "debt", Said("c", 0), Decimal(size), unit="USD") for size in (8, 4000)]
    >>> is_leap(*debt)
    True
    """
    if then.value is None or now.value is None:
        return _change_leaps(then, now)
    if then.unit in MEASURED and then.listed:
        return False
    low, high = sorted((abs(then.value), abs(now.value)))
    return high > low * far if low else high > 0


def _change_leaps(then: Figure, now: Figure) -> bool:
    """Whether a growth is many times the other and far from it: "down 7, 9%" is easily read as 79%."""
    if then.change is None or now.change is None or then.change_unit != "percent":
        return False
    low, high = sorted((abs(then.change), abs(now.change)))
    return high > low * FAR and abs(now.change - then.change) > POINTS


def unit_of(figure: Figure, measure: str) -> str:
    """The unit of a value, or for the measure `change` of a change with what it is against.

    >>> from kg.export.choose.content import Said
    >>> unit_of(Figure("f", "s", "u", "revenue", Said("c", 0), change=Decimal(4), comparison="yoy"), "change")
    'percent yoy'
    """
    if measure == "value":
        return _unit(figure.unit) if figure.unit in MEASURED or is_currency(figure.unit) else ""
    return f"{_unit(figure.change_unit or 'percent')} {figure.comparison or 'yoy'}"


def _one_unit(then: str | None, now: str | None) -> bool:
    """Counted things are of one unit where one of them is not named."""
    if _unit(then) == _unit(now):
        return True
    counted = not any(unit in MEASURED or is_currency(unit) for unit in (then, now))
    return counted and not (then and now)


def _in_words(figure: Figure) -> bool:
    """Whether words stand for the number: "millions" is no value to reckon with."""
    return figure.value_limit not in (None, "at least", "at most", "about")


def _unit(unit: str | None) -> str:
    return (unit or "").casefold()
