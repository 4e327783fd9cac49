"""Which call it is: company, ticker, fiscal quarter and date, from the head of the page or the opening words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.legal_forms import without_form
from kg.model import CallInfo, Role, Turn
from kg.transcripts.dates import held_on, published_on, spoken_on
from kg.transcripts.named_company import company_in, company_of_site
from kg.transcripts.named_quarter import first_quarter, quarter_in

_FIELD = re.compile(r"^\s*(?P<key>Company|Symbol|Ticker|Exchange|Year|Quarter)\s*:\s*(?P<value>\S.*?)\s*$", re.M | re.I)
_SYMBOL = r"(?:(?P<x>[A-Za-z]{2,8})\s*:\s*)?(?P<t>[A-Z][A-Z0-9.\-]{0,9}?)"
_PRICED = re.compile(rf"(?:^|\n)\s*(?P<name>[^\n(]{{2,60}}?)\s*\({_SYMBOL}\s*[+\-−]?\s*\d+\.\d+%\s*\)")
_TITLED = re.compile(rf"(?P<name>[^\n(]{{2,60}}?)\s*\({_SYMBOL}\)")
_LISTED = re.compile(
    r"\b(?P<x>NASDAQ|NYSE(?: American| Arca)?|LSE|TSX|ASX|HKEX|SEHK|OTC|NSE|BSE)\s*:\s*(?P<t>[A-Z0-9.\-]{1,10})"
)
_RIC = re.compile(r"\b(?P<t>[A-Z0-9]{1,6})\.(?P<x>[A-Z]{1,2})\s+-\s+(?:Q[1-4]|Full|Half)")
_URL = re.compile(r"/\S*-(?P<t>[a-z]{1,5})-q[1-4]-20\d\d-earnings")
_EVENT = re.compile(
    r"Q[1-4] 20\d\d (?!(?:Financial |Quarterly )?Results\b)(?P<name>.+?)(?: Quarter \d)? Earnings (?:Conference )?Call"
)
NOWHERE = "nowhere"
"""The reason of a field that nothing in the text tells."""
_HOLDING = re.compile(r",? Holdings?$")


def call_info(head: str, text: str, turns: Sequence[Turn], *, name: str = "") -> CallInfo:
    """What is known of the call; `reasons` says for each field where it stands.

    The `name` of the file is asked for the quarter where neither words nor a date tell it.

    >>> info = call_info("Acme (ACM 0.25%)\\nQ4 2022 Earnings Call\\nOct 25, 2022, 5:00 p.m. ET", "", ())
    >>> (info.company, info.ticker, info.fiscal_year, info.fiscal_quarter, info.held_on.isoformat())
    ('Acme', 'ACM', 2022, 4, '2022-10-25')
    """
    opening = " ".join(text[p.span.start : p.span.end] for turn in turns[:3] for p in turn.paragraphs)
    opening = " ".join(opening.split())[:4000]
    reasons: dict[str, str] = {}
    fields = {m["key"].casefold(): m["value"] for m in _FIELD.finditer(head)}
    company = _company(head, company_in(opening, text), fields, reasons) or _employer(turns, text, reasons)
    ticker, exchange = _ticker(head, fields, reasons)
    year, quarter = _quarter(head, opening, text, fields, reasons)
    held = held_on(head)
    if held:
        reasons["held_on"] = "head of the page"
    elif held := spoken_on(opening):
        reasons["held_on"] = "opening words"
    elif held := published_on(head):
        reasons["held_on"] = "address of the page"
    filed = first_quarter(name.replace("_", " "))
    unsaid = year is None or quarter is None
    counted = filed is not None and quarter == filed[1] and not (first_quarter(head) or first_quarter(opening))
    if held is None and filed and (unsaid or counted):
        year, quarter = filed
        reasons |= {"fiscal_year": "name of the file", "fiscal_quarter": "name of the file"}
    return CallInfo(company, ticker, exchange, year, quarter, held, None, dict(sorted(reasons.items())))


def _employer(turns: Sequence[Turn], text: str, reasons: dict[str, str]) -> str:
    """The firm that labels give to those of management who speak first, else whose website they name."""
    firms = (t.speaker.organization for t in turns if t.speaker.role is Role.EXECUTIVE and t.speaker.organization)
    firm = next(firms, None)
    site = None if firm else company_of_site(text)
    reasons["company"] = "labels of management" if firm else "address of the website" if site else NOWHERE
    return _short(firm) if firm else site or "the company"


def _company(head: str, spoken: str | None, fields: dict[str, str], reasons: dict[str, str]) -> str | None:
    """The name in the head, or the fuller one of the opening words."""
    name = _printed(head, fields)
    if name and spoken and (name.casefold() in spoken.casefold() or _is_symbol(name, spoken)):
        name = None
    reasons["company"] = "head of the page" if name else "opening words"
    return name or spoken


def _is_symbol(name: str, spoken: str) -> bool:
    """Whether the page prints the ticker for the name: "ACM" where "Acme Motors" is spoken."""
    return name.isupper() and len(name) <= 5 and not spoken.isupper()


def _printed(head: str, fields: dict[str, str]) -> str | None:
    """The company's name on the page, without its legal form; None where it is printed in Chinese only."""
    top = "\n".join(head.splitlines()[:6])
    found = _EVENT.search(head) or _PRICED.search(top) or _TITLED.search(top) or _PRICED.search(head)
    name = re.sub(r"\s*\(.*\)$", "", fields["company"]) if "company" in fields else found["name"] if found else None
    return _short(name).strip("#* ") if name and name.isascii() else None


def _short(name: str) -> str:
    """A company's name without its legal form: "Acme Group Holdings, Ltd." is Acme Group."""
    return _HOLDING.sub("", without_form(name))


def _ticker(head: str, fields: dict[str, str], reasons: dict[str, str]) -> tuple[str | None, str | None]:
    top = "\n".join(head.splitlines()[:6])
    found = _LISTED.search(head) or _PRICED.search(head) or _TITLED.search(top) or _RIC.search(head)
    url = _URL.search(head)
    named = fields.get("symbol") or fields.get("ticker")
    ticker = named or (found["t"] if found else url["t"].upper() if url else None)
    exchange = fields.get("exchange") or (found["x"] if found else None)
    for name, value in (("ticker", ticker), ("exchange", exchange)):
        if value:
            reasons[name] = "head of the page"
    return ticker, exchange


def _quarter(
    head: str, opening: str, text: str, fields: dict[str, str], reasons: dict[str, str]
) -> tuple[int | None, int | None]:
    """Fiscal year and quarter: of a field, of the page's head, else of the opening words."""
    stated = f"{fields.get('quarter', '')} {fields.get('year', '')}".strip()
    place, found = "head of the page", first_quarter(stated) or first_quarter(head)
    year, quarter = found or quarter_in(opening, text)
    if found is None and quarter is not None:
        place = "opening words"
    elif quarter is None:
        year, quarter = quarter_in(head, text)
    reasons |= {name: place for name, value in (("fiscal_year", year), ("fiscal_quarter", quarter)) if value}
    return year, quarter
