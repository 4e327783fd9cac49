"""Which stretch of time a call reports on: the quarter, or the months of the year so far of a half-year report."""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.observations.when.against import comparison_of
from kg.model import Period

_HABIT, _TIMES_AS_OFTEN, _WEEK = 5, 3, 7


def reported_stretch(context: Context, quarter: Period) -> Period:
    """The months up to the quarter's end of which the call speaks far more often than of the quarter, else the quarter.

    A company that reports on half years says "in the first half" throughout, and means it where it names no time.
    """
    named = [m.value for m in context.periods if comparison_of(m) is None and isinstance(m.value, Period)]
    ending = [p for p in named if not p.instant and abs((p.end - quarter.end).days) <= _WEEK]
    longer = [p for p in ending if p.start < quarter.start]
    usual = max(sorted(set(longer), key=str), key=longer.count, default=quarter)
    said, of_quarter = longer.count(usual), len(ending) - len(longer)
    return usual if said >= max(_HABIT, _TIMES_AS_OFTEN * of_quarter) else quarter
