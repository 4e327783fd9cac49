"""Which figure of a later call differs from what an earlier call of the company gave for the same period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.stated import Stated
from kg.rdf.vocab import CODE, EC

MONTHS: Mapping[str, int] = {CODE.QuarterOverQuarter.value: 3, CODE.YearOverYear.value: 12}
"""How far back the value before lies, by what a figure is compared with."""

_SAME = 1 - 1e-6
"""Values that stand as far apart as rounding allows are told apart, whatever doubles make of their difference."""

Slot = tuple[str, str, str, str, int, int]


def restatements(claims: Iterable[Stated], ends: Mapping[str, str]) -> tuple[ox.Quad, ...]:
    """`ec:restates` for the same fact, `ec:restatesAsPrior` for a value before; sorted.

    `ends` gives for each call the last day of what it reports, as in `2024-03-31`; a call without one takes no part.
    """
    results = [said for said in claims if said.is_result and said.value and said.decimals and said.call in ends]
    found = {_edge(later, EC.restates, earlier) for earlier, later in _replaced(results, ends)}
    found |= {_edge(later, EC.restatesAsPrior, earlier) for earlier, later in _corrected(results, ends)}
    return tuple(sorted(found, key=str))


def months(period: str) -> tuple[int, int] | None:
    """In which months a period of the graph begins and ends, counted from the year 0; None for what is no period.

    >>> months("https://w3id.org/earnings-call/id/period/2024-07-01_2024-09-30")
    (24295, 24297)
    """
    try:
        found = iris.period_of(period)
    except ValueError:
        return None
    return _month(found.start), _month(found.end)


def _month(day: date) -> int:
    return 12 * day.year + day.month


def _edge(later: Stated, predicate: ox.NamedNode, earlier: Stated) -> ox.Quad:
    return ox.Quad(ox.NamedNode(later.claim), predicate, ox.NamedNode(earlier.claim), iris.DERIVED_GRAPH)


def _replaced(results: Iterable[Stated], ends: Mapping[str, str]) -> Iterator[tuple[Stated, Stated]]:
    """The same fact in two calls, with values that no rounding explains: the earlier and the later."""
    facts: dict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for said in results:
        if not said.is_vague:
            facts[said.fact, said.unit, said.thing].append(said)
    for same in facts.values():
        for one, other in combinations(same, 2):
            earlier, later = sorted((one, other), key=lambda said: ends[said.call])
            slack = (_unit(earlier.decimals) + _unit(later.decimals)) / 2
            if ends[earlier.call] < ends[later.call] and abs(float(earlier.value) - float(later.value)) > slack:
                yield earlier, later


def _corrected(results: Iterable[Stated], ends: Mapping[str, str]) -> Iterator[tuple[Stated, Stated]]:
    """A value, and the value that a later call gives for its period as the one before: "compared with 36 million"."""
    slots: dict[Slot, list[Stated]] = defaultdict(list)
    for said in results:
        if not (said.value_high or said.value_is_bound or said.approximate):
            for slot in _slot(said, 0):
                slots[slot].append(said)
    for later in results:
        if later.prior and not later.approximate and later.comparison in MONTHS:
            for slot in _slot(later, MONTHS[later.comparison]):
                yield from ((earlier, later) for earlier in slots[slot] if _differs(earlier, later, ends))


def _slot(said: Stated, back: int) -> Iterator[Slot]:
    """What a value is of, so many months back."""
    found = months(said.period)
    if found is not None:
        yield said.series, said.unit, said.thing, said.basis, found[0] - back, found[1] - back


def _differs(earlier: Stated, later: Stated, ends: Mapping[str, str]) -> bool:
    slack = (_unit(earlier.decimals) + _unit(later.prior_decimals or later.decimals)) / 2
    apart = abs(float(earlier.value) - float(later.prior))
    return ends[earlier.call] < ends[later.call] and apart >= slack * _SAME


def _unit(decimals: str) -> float:
    """The size of the last digit that is given."""
    return 10.0 ** -int(decimals)
