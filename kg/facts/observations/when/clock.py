"""The dates that hold where nothing is said: what a sentence is read by."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Comparison, Period

REST, SINCE, BACK = "period.year.rest", "period.span.since", "period.span.back"
"""The rules of what is left of the year, of a stretch up to the day of the call, and of the last so many months."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The dates that hold where nothing is said: the reported period, what the paragraph set, the usual comparison.

    `outlook` is the last period beyond the reported one that the turn spoke of, `year` the fiscal year that the quarter
    after it falls in, `next_year` that year where the reported quarter ends one, `today` the day of the call.
    `averages`: loans and deposits are averages of the quarter by the call's habit. `before` is the period of the figure
    told last in the paragraph, `foretold` that of the outlook with which the sentence before ended; `section` is the
    year that the speaker turned to, paragraphs ago or in this one.
    """

    reported: Period | None
    paragraph: Period | None
    comparison: Comparison
    outlook: Period | None = None
    next_year: Period | None = None
    year: Period | None = None
    today: Period | None = None
    averages: bool = False
    before: Period | None = None
    foretold: Period | None = None
    section: Period | None = None


def is_past(one: Period, reported: Period | None) -> bool:
    """Whether a period ends with the reported one or before.

    >>> from kg.values.fiscal import FiscalCalendar
    >>> quarter = FiscalCalendar().quarter
    >>> is_past(quarter(2024, 1), quarter(2024, 2)), is_past(quarter(2024, 3), quarter(2024, 2))
    (True, False)
    """
    return reported is not None and one.end <= reported.end
