"""Colours that people with any colour vision tell apart (Okabe and Ito, 2008), and the sign beside them."""

from __future__ import annotations

FAVOURABLE, UNFAVOURABLE, NEUTRAL = "favourable", "unfavourable", "neutral"

NODE_COLORS = {
    "Company": "#000000",
    "Organization": "#5f5f5f",
    "BusinessUnit": "#0072b2",
    "Product": "#009e73",
    "Person": "#e69f00",
    "Executive": "#e69f00",
    "Analyst": "#cc79a7",
    "Metric": "#56b4e9",
    "Event": "#f0e442",
    "Place": "#b8a000",
    "Cause": "#d55e00",
    "Topic": "#999999",
}

SERIES_COLORS = {FAVOURABLE: "#117733", UNFAVOURABLE: "#c1272d", NEUTRAL: "#8c8c8c"}

EDGE_COLORS = {
    "partOf": "#0072b2",
    "offers": "#009e73",
    "reports": "#9cc9e6",
    "mentions": "#b3b3b3",
    "raises": "#117733",
    "lowers": "#c1272d",
    "asked": "#cc79a7",
    "answered": "#e69f00",
    "about": "#cc79a7",
}

SIGNS = {FAVOURABLE: "✓", UNFAVOURABLE: "✗", NEUTRAL: ""}


def judgement(favourable: bool | None) -> str:
    """The word for whether a movement is good; a falling share count is good, so it is not the direction.

    >>> judgement(None)
    'neutral'
    """
    return NEUTRAL if favourable is None else FAVOURABLE if favourable else UNFAVOURABLE
