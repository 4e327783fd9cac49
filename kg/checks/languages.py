"""Figures in the English words against the Chinese paragraph beside them.

The Chinese is a translation, no second witness for names, but a figure that differs shows a slip in one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.checks.finding import Ask, Finding, Odd, placed, readable, text
from kg.queries.named import prefixes

_SCALES = {"": 1.0, "千": 1e3, "萬": 1e4, "万": 1e4, "百萬": 1e6, "百万": 1e6, "億": 1e8, "亿": 1e8, "兆": 1e12}
LEAST_SCALED = 1e3

_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(百萬|百万|千|萬|万|億|亿|兆)?(?:\s*(萬|万|億|亿))?")
_QUERY = """SELECT DISTINCT ?this ?value ?decimals ?zh WHERE {
  ?this a ec:MetricObservation ; ec:value ?value ; ec:evidence ?e .
  OPTIONAL { ?this ec:decimals ?decimals }
  ?z ec:translates ?e ; ec:text ?zh .
  FILTER(LANGMATCHES(LANG(?zh), "zh"))
} ORDER BY ?this ?zh"""


def languages(ask: Ask) -> Iterator[Finding]:
    """Each stated value that the Chinese beside it gives in another size, or not at all."""
    beside: dict[str, tuple[float, float, str]] = {}
    for row in ask(f"{prefixes()} {_QUERY}"):
        this, value = text(row["this"]), abs(float(text(row["value"])))
        slack = 10.0 ** -int(text(row["decimals"])) / 2 if row["decimals"] is not None else 0.0
        words = beside[this][2] if this in beside else ""
        beside[this] = (value, slack, words + text(row["zh"]))
    rows = []
    for this, (value, slack, chinese) in sorted(beside.items()):
        sentence = disagreement(value, chinese, slack=slack)
        if sentence is not None:
            rows.append(Odd("languages-agree", sentence, (this,)))
    yield from placed(ask, rows)


def figures(chinese: str) -> list[float]:
    """The figures in Chinese words, in whole units.

    >>> figures("營收為人民幣 296 億元,年增 7%")
    [29600000000.0, 7.0]
    """
    return [
        float(number.replace(",", "")) * _SCALES[scale or ""] * _SCALES[second or ""]
        for number, scale, second in _FIGURE.findall(chinese)
    ]


def disagreement(value: float, chinese: str, *, slack: float) -> str | None:
    """A sentence where the Chinese has the same digits in another size; None where it agrees or leaves the figure out.

    >>> disagreement(29.6e9, "營收為 29.6 億元", slack=5e7)
    'The English says 29.6 billion, the Chinese 2.96 billion.'
    """
    found = figures(chinese)
    if not value or any(abs(figure - value) <= slack + 1e-6 * value for figure in found):
        return None
    for figure in found:
        scaled = figure >= LEAST_SCALED  # in "370 to 373 億" the scale stands on the second figure only
        if scaled and _digits(figure) == _digits(value) and len(_digits(value)) > 1:
            return f"The English says {readable(str(value))}, the Chinese {readable(str(figure))}."
    return None


def _digits(value: float) -> str:
    return f"{value:.10e}".split("e")[0].rstrip("0").replace(".", "")
