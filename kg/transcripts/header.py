"""Which call it is: company, ticker, fiscal quarter and date, from the head of the page or the opening words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg.model import CallInfo, Turn

_FIELD = re.compile(r"^\s*(?P<key>Company|Symbol|Ticker|Exchange|Year|Quarter|Date)\s*:\s*(?P<value>\S.*?)\s*$", re.M | re.I)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(rf"\b(?P<m>{_MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>20\d\d)\b", re.IGNORECASE)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_QUARTER = re.compile(
    r"\bQ(?P<a>[1-4])\s*(?:FY|fiscal(?: year)?)?\s*'?(?P<b>20\d\d|\d\d)\b"
    r"|\b(?P<c>[1-4])Q\s*(?:FY)?\s*'?(?P<d>20\d\d|\d\d)\b"
    r"|\b(?P<e>20\d\d)\s*Q(?P<f>[1-4])\b",
    re.IGNORECASE,
)
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_SPOKEN = (
    re.compile(rf"\b(?P<q>{_ORDINAL})[- ]quarter(?: and full[- ]year)?(?: of)?(?: the)?(?: fiscal)?(?: year)? '?(?P<y>20\d\d|\d\d)\b", re.I),
    re.compile(rf"\b(?:fiscal(?: year)? )?(?P<y>20\d\d),?(?: fiscal(?: year)?)?'?s? (?P<q>{_ORDINAL})[- ]quarter", re.I),
)
_FOOL = re.compile(r"^\s*(?P<name>[^\n(]{2,60}?)\s*\((?:(?P<x>[A-Z]{2,6})\s*:\s*)?(?P<t>[A-Z][A-Z0-9.\-]{0,9})(?:[ +\-][^)\n]*)?\)", re.M)
_LISTED = re.compile(r"\b(?P<x>NASDAQ|NYSE(?: American| Arca)?|LSE|TSX|ASX|HKEX|SEHK|OTC|NSE|BSE)\s*:\s*(?P<t>[A-Z0-9.\-]{1,10})")
_RIC = re.compile(r"\b(?P<t>[A-Z0-9]{1,6})\.(?P<x>OQ|N|O|HK|L|PA|DE|NS|BO|T|KS|TO|AS)\s+-\s+Q[1-4]")
_EVENT = re.compile(r"Q[1-4] 20\d\d (?P<name>.+?) Earnings Call")
_SUFFIX = re.compile(r",? (?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|Co|N\.?V|S\.?A|SE|AG|Holding|Holdings)\.?$")
_WELCOME = re.compile(
    r"\bwelcome (?:you )?(?:all |everyone |everybody )?to (?:today's |the |our )?(?P<name>[A-Z0-9][\w.&'’\-]*(?: (?:of |and |& )?[A-Z0-9][\w.&'’\-]*){0,5}?)(?:['’]s?|,? Inc\.?|,)? "
    r"(?=(?:September|June|March|December|first|second|third|fourth|First|Second|Third|Fourth|Q[1-4]|[1-4]Q|fiscal|Fiscal|20\d\d|earnings|quarterly|results|conference|full))",
)


def call_info(head: str, text: str, turns: Sequence[Turn]) -> CallInfo:
    """What is known of the call; `reasons` says for each field where it stands.

    >>> info = call_info("Acme (ACM 0.25%)\\nQ4 2022 Earnings Call\\nOct 27, 2022", "", ())
    >>> (info.company, info.ticker, info.fiscal_year, info.fiscal_quarter, info.held_on.isoformat())
    ('Acme', 'ACM', 2022, 4, '2022-10-27')
    """
    opening = " ".join(text[p.span.start : p.span.end] for turn in turns[:3] for p in turn.paragraphs)[:4000]
    reasons: dict[str, str] = {}
    fields = {m["key"].casefold(): m["value"] for m in _FIELD.finditer(head)}
    company = _company(head, opening, fields, reasons)
    ticker, exchange = _ticker(head, fields, reasons)
    year, quarter = _quarter(head, opening, fields, reasons)
    held = _held_on(head, opening, reasons)
    return CallInfo(company, ticker, exchange, year, quarter, held, None, dict(sorted(reasons.items())))


def _company(head: str, opening: str, fields: dict[str, str], reasons: dict[str, str]) -> str:
    """The name in the head, or the fuller one of the opening words."""
    welcome = _WELCOME.search(opening)
    spoken = _SUFFIX.sub("", welcome["name"]) if welcome else None
    if spoken and spoken.startswith("the "):
        spoken = spoken[4:]
    name = None
    if "company" in fields:
        name = re.sub(r"\s*\(.*\)$", "", fields["company"])
    elif event := _EVENT.search(head):
        name = event["name"]
    elif fool := _FOOL.search(head):
        name = fool["name"]
    name = _SUFFIX.sub("", _SUFFIX.sub("", name)) if name and name.isascii() else None
    if name and spoken and name.casefold() in spoken.casefold():
        name = None
    reasons["company"] = "head of the page" if name else "opening words"
    return name or spoken or "the company"


def _ticker(head: str, fields: dict[str, str], reasons: dict[str, str]) -> tuple[str | None, str | None]:
    found = _LISTED.search(head) or _FOOL.search(head) or _RIC.search(head)
    ticker = fields.get("symbol") or fields.get("ticker") or (found["t"] if found else None)
    exchange = fields.get("exchange") or (found["x"] if found else None)
    for name, value in (("ticker", ticker), ("exchange", exchange)):
        if value:
            reasons[name] = "head of the page"
    return ticker, exchange


def _quarter(head: str, opening: str, fields: dict[str, str], reasons: dict[str, str]) -> tuple[int | None, int | None]:
    """Fiscal year and quarter; a year of two digits is one of this century."""
    stated = f"{fields.get('quarter', '')} {fields.get('year', '')}".strip()
    for where, text in (("head of the page", stated), ("head of the page", head), ("opening words", opening)):
        if match := _QUARTER.search(text):
            number = match["a"] or match["c"] or match["f"]
            year = match["b"] or match["d"] or match["e"]
            reasons["fiscal_quarter"] = reasons["fiscal_year"] = where
            return _year(year), int(number)
    for pattern in _SPOKEN:
        if match := pattern.search(opening):
            reasons["fiscal_quarter"] = reasons["fiscal_year"] = "opening words"
            return _year(match["y"]), _QUARTERS[match["q"].casefold()]
    return None, None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _held_on(head: str, opening: str, reasons: dict[str, str]) -> date | None:
    for where, text in (("head of the page", head[-3000:]), ("opening words", opening)):
        for match in _DATE.finditer(text):
            month = "jan feb mar apr may jun jul aug sep oct nov dec".split().index(match["m"][:3].casefold()) + 1
            reasons["held_on"] = where
            return date(int(match["y"]), month, int(match["d"]))
    return None
