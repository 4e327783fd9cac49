"""Numbers without currency, scale or unit: whether each is a figure at all, and whether it is a percentage."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.mentions.figure_context import is_approximate, limit
from kg.mentions.joined_counts import COMPARED
from kg.mentions.single_figures import Found, is_year

_ADDED_BEFORE = re.compile(r"\b(?:another|additional)\s+\Z", re.I)
_ADDED_AFTER = re.compile(r"\s+(?:more|additional|others)\b(?!\s+than)", re.I)
_SCORED = re.compile(r"\b(?:NPS|[Ss]core|[Ii]ndex|PMI|CSAT)(?:\s+(?:of|at|was|is|stands|stood|reached|to)){1,2}\s+\Z")
_RATED = re.compile(
    r"\b(?:occupancy|utili[sz]ation)(?:\s+rate)?(?:\s+(?:of|at|was|is|stands|stood|reached|to)){1,2}\s+"
    r"(?:\d\d,?\s+(?:up|down|versus|compared)\s+(?:from|with|to)\s+)?\Z",
    re.I,
)
_POINTED_AT = re.compile(r"\b(?:the|a|an)\s+(?:new\s+|other\s+|old\s+|first\s+)?\Z", re.I)
_SMALL = Decimal(100)


def says_enough(text: str, found: Found) -> bool:
    """Whether a number that counts nothing visible is still a figure: large, exact, hedged, or added to others.

    "Headcount was 40,157", "opening another 16", "we opened five more", "nearly 50 Acme corners".

    >>> from kg.mentions.single_figures import single_figures
    >>> text = "Pay 40,157 in room 12."
    >>> [says_enough(text, figure) for figure in single_figures(text)]
    [True, False]
    """
    number, behind = found.match["number"], text[found.end : found.end + 2]
    if is_year(found) or re.fullmatch(r"\s[A-Z]", behind) or _is_model(text, found):
        return False
    if "," in number or "." in number or (number.isdigit() and int(number) >= _SMALL):
        return True
    added = _ADDED_BEFORE.search(text[: found.start]) or _ADDED_AFTER.match(text, found.end)
    hedged = bool(limit(text, found.start, found.end)) or is_approximate(text, found.start, found.end)
    told_of = (COMPARED, _SCORED, _RATED)
    compared = number.isdigit() and any(pattern.search(text[: found.start]) for pattern in told_of)
    return bool(added) or bool(compared) or (hedged and not is_small(found))


def _is_model(text: str, found: Found) -> bool:
    """Whether a number is the name of a model: "the new 1470 and the 2050", "a strong year for the 747"."""
    before = text[: found.start]
    if re.fullmatch(r"\d{3,5}", found.match["number"]) is None or COMPARED.search(_POINTED_AT.sub("", before)):
        return False
    return _POINTED_AT.search(before) is not None


def is_small(found: Found) -> bool:
    """Whether a number below a hundred is said in words and without a unit: often idle talk.

    >>> from kg.mentions.single_figures import single_figures
    >>> [is_small(figure) for figure in single_figures("We have seven vans and 140 cars.")]
    [True, False]
    """
    return found.bare and not found.match["number"][0].isdigit() and found.figure.amount.amount < _SMALL
