"""The day on which a call was held, as its first speakers say it."""

from __future__ import annotations

import pytest

from kg.transcripts.dates import spoken_on


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("As a reminder, this call is being recorded Monday, November 9, 2020.", "2020-11-09"),
        ("Statements speak only as of the date of this call, October 27, 2021.", "2021-10-27"),
        ("We assume no duty to update what is said as of today, July 29, 2021.", "2021-07-29"),
        ("Please see our press release dated May 7, 2021.", "2021-05-07"),
        ("The replay will be available until October 27, 2021.", None),
        ("A recorded replay is available through May 6, 2021.", None),
        ("See our Form 10-K filed on March 5, 2021.", None),
        ("Welcome to the conference call for the quarter ended June 30, 2020.", None),
        ("This call is recorded for the year end, March 31, 2021.", None),
        ("The call recorded this weekend, May 9, 2021, is short.", "2021-05-09"),
        ("Thank you for having attended our earnings call of May 9, 2021.", "2021-05-09"),
        ("Today, by our calendar, May 9, 2021, we speak again.", "2021-05-09"),
        ("We bought a mill, which closed on March 1, 2021.", None),
    ],
)
def test_only_a_date_said_to_be_the_calls_is_its_day(opening: str, day: str | None) -> None:
    found = spoken_on(opening)
    assert (found.isoformat() if found else None) == day
