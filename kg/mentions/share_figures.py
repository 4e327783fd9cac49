"""Shares said as fractions: "two-thirds of", "nearly half", "by one-third"; never the half of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.mentions.worded import Worded
from kg.mentions.wording import Wording
from kg.model import Percent, Quantity

_FRACTION = Wording(
    re.compile(
        r"\b(?:(?P<half>half)|(?P<count>a|one|two|three|four)[\s-]+(?P<part>third|quarter|fifth|tenth)s?)\b"
        r"(?![\s-]+(?:party|year|quarter|point|century|a\s))",
        re.I,
    ),
    ("half", "third", "quarter", "fifth", "tenth"),
)
_SLASHED = Wording(
    re.compile(r"(?<![\w/.$])(?P<over>[1-4])/(?P<under>[2-9]|10)(?=\s+of\s+(?:the|our|its|their|all|total)\b)"), ("/",)
)
_TIME = r"(?:year|quarter|month|decade|fiscal|20\d\d|'\d\d|FY)\b"
_PARTITIVE = re.compile(rf"\s+of\b(?!\s+(?:(?:the|this|next|last|our|each|a|fiscal|calendar)\s+)*{_TIME})", re.I)
_POSSESSED = re.compile(r"\s+(?:your|our|their|its|the|those|all)\s+(?!year|quarter|time|month|way|battle)", re.I)
_SHARE_BEFORE = re.compile(
    r"\b(?:(?:more|less)\s+than|over|nearly|about|almost|around|approximately|roughly|under|by|remaining|at\s+least|to"
    r"|cut\s+in|down|up|down\s+a)\s+$",
    re.I,
)
_HALVED = re.compile(
    r"\b(?:cut|cuts|cutting|slash(?:ed|ing)?|reduc(?:e|ed|ing))\s[^.,;]{1,40}\s(?:almost\s+|nearly\s+)?(?:in|by)\s+\Z",
    re.I,
)
"""A verb of cutting with what it is done to: "we cut that exposure *in* half"."""
_NEARLY = re.compile(r"\b(?:(?:more|less)\s+than|nearly|almost|approximately|roughly)\s+$", re.I)
_NO_SHARE = re.compile(r"\b(?:first|second|back|front|1st|2nd|last|latter|other|next|past)[\s-]+$", re.I)
_EACH = re.compile(r"(?:\d|%|\b(?:hundred|thousand|[mb]illion|percent|points?|bps))\s+$", re.I)
"""A figure right before "a quarter" is told of each three months: "about 9 million a quarter of rent"."""
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def share_figures(text: str) -> Iterator[Worded]:
    """Shares of something: half *of*, *nearly* half, *by* one-third.

    >>> [w.quantity.value for w in share_figures("Half of sales, in the first half.")]
    [Percent(amount=Decimal('50'))]
    """
    for match in _FRACTION.finditer(text):
        left, right = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
        if _NO_SHARE.search(left) or (re.match(r"\s+of\b", right) and not _PARTITIVE.match(right)):
            continue
        if match["half"] is None and text[: match.end()].lower().endswith("quarters") and not _PARTITIVE.match(right):
            continue
        if _is_time(match) and (_EACH.search(left) or not (_PARTITIVE.match(right) or _NEARLY.search(left))):
            continue
        third = match["half"] is None and match["part"].lower() == "third" and match["count"].lower() != "a"
        halved = match["half"] is not None and _HALVED.search(text, 0, match.start())
        if not (halved or _PARTITIVE.match(right) or _SHARE_BEFORE.search(left) or third or _is_half_of(match, right)):
            continue
        share = Decimal(50) if match["half"] else _share(match)
        yield Worded(*match.span(), Quantity(Percent(share)), "quantity.fraction")
    for match in _SLASHED.finditer(text):
        if int(match["over"]) < int(match["under"]) and _PARTITIVE.match(text, match.end()):
            yield Worded(*match.span(), Quantity(Percent(_in_percent(match))), "quantity.fraction")


def _is_time(match: re.Match[str]) -> bool:
    """Whether "a quarter" is more likely three months: "compared to a quarter that", "it took about a quarter"."""
    return match["half"] is None and (match["count"].lower(), match["part"].lower()) == ("a", "quarter")


def _in_percent(match: re.Match[str]) -> Decimal:
    """A fraction in digits: "1/4 of our lamps"."""
    return (Decimal(100) * int(match["over"]) / int(match["under"])).quantize(Decimal("0.01")).normalize()


def _is_half_of(match: re.Match[str], right: str) -> bool:
    """ "half our customers", but not "half the year"."""
    return match["half"] is not None and bool(_POSSESSED.match(right))


def _share(match: re.Match[str]) -> Decimal:
    share = Decimal(100) * _COUNTS[match["count"].lower()] / _PARTS[match["part"].lower()]
    return share if share == share.to_integral_value() else share.quantize(Decimal("0.01"))
