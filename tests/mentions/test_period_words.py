"""One of the words by which a wording of a period is looked for stands in all that the wording matches."""

from __future__ import annotations

import pytest

from kg.mentions.period_parts import Phrase
from kg.mentions.period_phrases import PHRASES

TEXT = """
In Q3 FY24, the June quarter, the third quarter, the first two months of the quarter, quarter to date, the holiday
quarter, this quarter, the next quarter, the current quarter, last quarter's, fiscal 2023, 2024, in '22, last year,
the full fiscal year, annual revenue, this past year, year to date, so far in 2024, the rest of the year, the first
nine months, October and November, this month, the last two weeks of October, last month, next month, June 30, 2024,
30 June, the six months ended June 30, the quarter ended 30 June, over the last year, over the next year, the past 12
months, the next two quarters, the quarter and year, 2021 through 2025, the second half of the year, and between July
31 and October 12, our fifth straight year, up 9% annually,
through 2027, 1Q, H1 2025, FY24, calendar 2023, YTD.
"""


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p.rule)
def test_what_a_phrase_matches_holds_one_of_its_words(phrase: Phrase) -> None:
    matches = [m.group() for m in phrase.pattern.finditer(TEXT)]
    assert matches
    assert not phrase.words or all(any(word in words.lower() for word in phrase.words) for words in matches)
