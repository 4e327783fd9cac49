"""Levels instead of numbers: "mid-single digits", "low teens", "high single to low double digits"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.mentions.worded import Worded
from kg.mentions.wording import Wording
from kg.model import Amount, Count, Money, Percent, Quantity, Range
from kg.values.currency import currency_code, currency_pattern
from kg.values.scale import SCALE_WORD, scale_power

_LEVEL = r"(?P<level>low|mid|middle|high)(?:er)?(?:[\s-]+(?:to|and)[\s-]+(?:the\s+)?(?P<upto>mid|high)(?:er)?)?"
_DIGITS = Wording(
    re.compile(
        rf"\b(?:{_LEVEL}[\s-]+)?(?P<digits>single|double|triple)[\s-]+digits?\b(?![\s-]+(?:million|billion))", re.I
    ),
    ("digit",),
)
_DIGITS_UNSAID = Wording(
    re.compile(
        rf"\b{_LEVEL}[\s-]+(?P<digits>single|double)s?\b"
        r"(?=\s*(?:[,.;?]|$|--|(?:growth|increases?|ranges?|in|for|on|this|next|percent|inflation|percentages?)\b"
        r"|(?:first|second|third|fourth)\s+quarter))",
        re.I,
    ),
    ("single", "double"),
)
"""The same with the digits left out: "up *mid-single* in the third quarter"."""
_SINGLE_TO = r"(?P<level>low|mid|high)[\s-]+single(?:[\s-]+digits?)?(?:\s+percent)?[\s-]+to[\s-]+(?:the\s+)?"
_CROSSING = Wording(re.compile(rf"\b{_SINGLE_TO}(?P<upto>low|mid|high)?[\s-]*double[\s-]+digits?\b", re.I), ("single",))
_TEENS = Wording(re.compile(rf"\b{_LEVEL}[\s-]+teens\b", re.I), ("teens",))
_TENS = re.compile(
    rf"\b(?<!their )(?<!his )(?<!her ){_LEVEL}[\s-]+(?P<currency>{currency_pattern('before')})?(?P<tens>[1-9]0)s?\b"
    rf"(?:\s?(?P<percent>%|percent\b)|\s(?P<scale>{SCALE_WORD}))?",
    re.I,
)
_PLAIN_TEENS = Wording(re.compile(r"\b(?:in(?:to)?|to)\s+the\s+(?P<teens>teens)\b", re.I), ("teens",))
_PLAIN_TENS = re.compile(
    r"\b(?:in(?:to)?|to)\s+the\s+(?P<tens>[2-9]0)s\b(?!\s+(?:and|or|to)\s+(?:the\s+)?[1-9]0s)", re.I
)
_IN_PERCENT = re.compile(
    r"\b(?:margins?|rates?|ratio|conversion|utili[sz]ation|occupanc(?:y|ies)|percent\w*|penetration|share|retention|mix"
    r"|yields?|capacity|ROI|ROE|ROIC|returns?\s+on|tax)\b[^.;]{0,60}$",
    re.I,
)
_TO = re.compile(r"\s*(?:percent\s+|%\s*)?(?:to|-|–|and|or)\s*(?:the\s+|an?\s+|even\s+)?", re.I)
_BESIDE = re.compile(r"\s*,\s*(?:maybe\s+|to\s+)?(?:an?\s+|the\s+)?", re.I)
_LEVELLED = ("low", "mid", "high")
_FROM = re.compile(r"\bfrom\s+(?:the\s+|an?\s+)?$", re.I)
_SINGLE = {"low": 1, "mid": 4, "middle": 4, "high": 7, None: 1}
_TEENS_BEGIN = 13
_TEEN = {"low": 11, "mid": 15, "middle": 15, "high": 17}
_DECADE = {"low": 0, "mid": 5, "middle": 5, "high": 7}


def level_figures(text: str) -> Iterator[Worded]:
    """Percentages, or amounts where a currency stands there, of which only the level is said: always bounds.

    >>> [w.quantity.value for w in level_figures("Sales fell high-single digits.")]
    [Percent(amount=Decimal('7'))]
    """
    found = sorted(
        (f for finder in (_crossing, _digits, _teens, _tens, _plain_tens) for f in finder(text)), key=lambda f: f.start
    )
    while found:
        first = found.pop(0)
        both = _reaching(text, first, found[0]) if found else None
        yield both or first
        del found[: both is not None]


def _reaching(text: str, first: Worded, second: Worded) -> Worded | None:
    """The range from one level to the next: "low double digits to low teens"; none where one came *from* the other."""
    low, high = first.quantity.value, second.quantity.value
    if isinstance(low, Range) or isinstance(high, Range) or type(low) is not type(high) or low.amount >= high.amount:
        return None
    beside = _BESIDE.fullmatch(text, first.end, second.start) and (first.quantity.limit or "").startswith(_LEVELLED)
    joined = beside or _TO.fullmatch(text, first.end, second.start)
    if not joined or _FROM.search(text[: first.start]):
        return None
    limit = f"{first.quantity.limit} to {second.quantity.limit}"
    return Worded(first.start, second.end, _bound(low, high, limit), first.rule)


def _crossing(text: str) -> Iterator[Worded]:
    """From a level of single digits to double digits, which begin at ten."""
    for match in _CROSSING.finditer(text):
        low, high = _percent(_SINGLE[match["level"].lower()]), _percent(10)
        upto = f"{match['upto'].lower()}-" if match["upto"] else ""
        limit = f"{match['level'].lower()}-single- to {upto}double-digit"
        yield Worded(*match.span(), _bound(low, high, limit), "quantity.digits")


def _bound(low: Amount, high: Amount | None, limit: str) -> Quantity:
    return Quantity(Range(low, high) if high is not None else low, bound=True, limit=limit)


def _said(level: str | None, upto: str | None, what: str) -> str:
    """The words of a level in one spelling.

    >>> _said("mid", None, "single-digit"), _said("low", "mid", "teens"), _said(None, None, "double-digit")
    ('mid-single-digit', 'low- to mid-teens', 'double-digit')
    """
    words = f"{level}- to {upto}-{what}" if upto else f"{level}-{what}" if level else what
    return words.replace("middle", "mid")


def _digits(text: str) -> Iterator[Worded]:
    """A number of digits stands for the least percentage that has them."""
    for match in (*_DIGITS.finditer(text), *_DIGITS_UNSAID.finditer(text)):
        kind, level, upto = match["digits"].lower(), _lower(match["level"]), _lower(match["upto"])
        if kind == "single":
            low, high = _SINGLE[level], _SINGLE[upto] if upto else None
        else:
            low, high = {"double": 10, "triple": 100}[kind], None
        said = _said(level, upto, f"{kind}-digit")
        yield Worded(*match.span(), _bound(_percent(low), _percent(high) if high else None, said), "quantity.digits")


def _teens(text: str) -> Iterator[Worded]:
    for match in _TEENS.finditer(text):
        upto = _percent(_TEEN[match["upto"].lower()]) if match["upto"] else None
        said = _said(match["level"].lower(), _lower(match["upto"]), "teens")
        yield Worded(*match.span(), _bound(_percent(_TEEN[match["level"].lower()]), upto, said), "quantity.digits")

    for match in _PLAIN_TEENS.finditer(text):
        yield Worded(*match.span("teens"), _bound(_percent(_TEENS_BEGIN), None, "teens"), "quantity.digits")


def _tens(text: str) -> Iterator[Worded]:
    """ "mid-20s", "high 30% range", "low to mid $80 billion": percentages unless a currency stands there."""
    for match in _TENS.finditer(text):
        low, upto = _DECADE[match["level"].lower()], match["upto"]
        ends = [int(match["tens"]) + low] + ([int(match["tens"]) + _DECADE[upto.lower()]] if upto else [])
        amounts = [_unit(match, Decimal(end)) for end in ends]
        said = _said(match["level"].lower(), _lower(upto), f"{match['tens']}s")
        said = said if isinstance(amounts[0], Percent) else "about"
        yield Worded(*match.span(), _bound(amounts[0], amounts[1] if upto else None, said), "quantity.digits")


def _plain_tens(text: str) -> Iterator[Worded]:
    """ "gross margin in the *30s*": a percentage where a rate is spoken of, not a price, a decade or an age."""
    for match in _PLAIN_TENS.finditer(text):
        if _IN_PERCENT.search(text[: match.start()]):
            tens = match["tens"]
            yield Worded(*match.span("tens"), _bound(_percent(int(tens)), None, f"{tens}s"), "quantity.digits")


def _unit(match: re.Match[str], amount: Decimal) -> Amount:
    code = currency_code(match["currency"] or "")
    if code is None:
        return _percent(amount) if match["scale"] is None else Count(amount * 10 ** scale_power(match["scale"]))
    return Money(amount * 10 ** scale_power(match["scale"] or ""), code)


def _percent(amount: int | Decimal) -> Percent:
    return Percent(Decimal(amount))


def _lower(word: str | None) -> str | None:
    return word.lower() if word else None
