"""The day on which a call was held, out of the several dates that a page prints."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(
    rf"(?:\b|(?<=[Cc]all))(?P<m>{_MONTH})\.? {{1,2}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>20\d\d)\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH})\.?,? (?P<y2>20\d\d)\b"
    r"|^(?:Date: |\*\*Date:\*\* )(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://\S+?/(20\d\d)/(0[1-9]|1[0-2])/(0[1-9]|[12]\d)/")
_HELD = re.compile(r"\b(?:held|hosted|conducted|recorded|taking place)\b[^.]{0,30}$", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:today(?:['’]s)?(?:\s+date)?|this\s+(?:morning|afternoon|evening)|date\s+of\s+this\s+call|broadcast"
    r"|held|hosted|conducted|recorded|taking\s+place|accurate\s+only|(?:conference|earnings)\s+call\s+(?:for|on|of)"
    r"|release\s+(?:dated|of|issued)|occurring)\b[^.\d]{0,25}$",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(
    r"\b(?:available|replay|archived?|until|through|file|filed|10-[QK]|will\s+be|end(?:s|ed|ing)?)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:will|to) be\s+$", re.IGNORECASE)
_CLOSES = re.compile(r"\b(?:end(?:ed|ing)|as (?:of|at)|through)\b[^.\n]{0,12}$", re.IGNORECASE)
_CLOCK = re.compile(r"\s*(?:,|at|/|-|@)?\s*\d{1,2}:?\d{0,2}\s*(?:[ap]\.?m\b|:\d\d|GMT|ET\b)", re.IGNORECASE)


def held_on(text: str) -> date | None:
    """The date that is said to be the call's, has a clock beside it, or stands alone; never the end of a period.

    >>> held_on("for the quarter ended March 31, 2022\\nApril 19, 2022\\n").isoformat()
    '2022-04-19'
    """
    ranked = [(_rank(text, m), -m.start() if _rank(text, m) > 2 else m.start(), m) for m in _DATE.finditer(text)]
    found = [(rank, place, m) for rank, place, m in ranked if rank]
    return _date(max(found, key=lambda f: f[:2])[2]) if found else None


def spoken_on(opening: str) -> date | None:
    """The date that the opening words of a call give as its own; no other that they speak of.

    >>> spoken_on("A replay is available until May 9, 2024. This call is recorded today, May 2, 2024.").isoformat()
    '2024-05-02'
    >>> spoken_on("Our next call will be held on May 2, 2024.") is None
    True
    >>> spoken_on("The plant, which closed on March 1, 2024, is sold.") is None
    True
    """
    for match in _DATE.finditer(opening):
        before = opening[max(0, match.start() - 60) : match.start()]
        said = _SPOKEN.search(before)
        if said is None or _ANOTHER_DAY.search(said.group()) or _TO_COME.search(before[: said.start()]):
            continue
        return _date(match)
    return None


def published_on(address: str) -> date | None:
    """The day in the address of a page, on which it was published; a call is published on its day or the next.

    >>> published_on("https://calls.example/2024/11/06/acme-q3-2024").isoformat()
    '2024-11-06'
    """
    match = _ADDRESS.search(address)
    return date(*map(int, match.groups())) if match else None


def _rank(text: str, match: re.Match[str]) -> int:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
    if _CLOSES.search(before):
        return 0
    if _HELD.search(before):
        return 4
    if _CLOCK.match(after):
        return 3
    alone = not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip()
    return 2 if alone else 1


def _date(match: re.Match[str]) -> date:
    year = int(match["y"] or match["y2"] or match["y3"])
    day = int(match["d"] or match["d2"] or match["d3"])
    month = match["m"] or match["m2"]
    return date(year, _MONTHS.index(month[:3].casefold()) + 1 if month else int(match["m3"]), day)
