"""Which stretch of time a call reports on: the quarter, or the months of the year so far of a half-year report."""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.observations.when.comparing import comparison_of
from kg.model import Period, Section

_HABIT, _WEEK = 5, 7
_AS_OFTEN, _A_YEAR_AS_OFTEN, _A_LONG_STRETCH = 2, 3, 300
"""How much more often than the quarter it is named: a year that is over is reviewed beside its last quarter."""


def reported_stretch(context: Context, quarter: Period) -> Period:
    """The months up to the quarter's end that the remarks name far more often than the quarter, else the quarter.

    A company that reports on half years says "in the first half" throughout, and means it where it names no time.
    """
    prepared = [t.span for t in context.turns if t.section is Section.PREPARED]
    spoken = [m for m in context.periods if comparison_of(m) is None and any(m.span in span for span in prepared)]
    named = [m.value for m in spoken if isinstance(m.value, Period)]
    ending = [p for p in named if not p.instant and abs((p.end - quarter.end).days) <= _WEEK]
    longer = [p for p in ending if p.start < quarter.start]
    usual = max(sorted(set(longer), key=str), key=longer.count, default=quarter)
    said, of_quarter = longer.count(usual), len(ending) - len(longer)
    often = _A_YEAR_AS_OFTEN if (usual.end - usual.start).days > _A_LONG_STRETCH else _AS_OFTEN
    return usual if said >= max(_HABIT, often * of_quarter) else quarter
