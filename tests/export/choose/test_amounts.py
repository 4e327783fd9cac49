"""A number is shown as it was said: with both ends, on the side of the bound that was meant, or in its words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.export.choose.amounts import Stretch, written
from kg.export.choose.content import Figure, Said
from kg.export.choose.doubt import marked
from kg.export.choose.labels import figure_label, metric_label, moved_label


def bound(low: str, limit: str | None, *, high: str | None = None, unit: str = "percent") -> Stretch:
    return Stretch(Decimal(low), None if high is None else Decimal(high), unit, True, limit)


@pytest.mark.parametrize(
    ("said", "label"),
    [
        (bound("3000000000", "at most", unit="USD"), "≤US$3bn"),
        (bound("3000000000", "at least", unit="USD"), "≥US$3bn"),
        (bound("3000000000", None, unit="USD"), "≥US$3bn"),
        (bound("-50", "at least"), "≤−50%"),
        (bound("-1", "at most"), "≥−1%"),
        (bound("10", "double-digit"), "double-digit %"),
        (bound("80000000000", "about", high="85000000000", unit="USD"), "~US$80bn to US$85bn"),
        (bound("100000000", "hundreds of millions", unit="USD"), "hundreds of millions US$"),
        (bound("1000000", "millions", unit="parcels"), "millions"),
        (Stretch(Decimal("16.99"), unit="USD"), "US$16.99"),
        (Stretch(Decimal("99.95"), unit="percent"), "99.95%"),
        (Stretch(Decimal("0.004"), unit="percent"), "0.004%"),
        (Stretch(Decimal("352130000000"), unit="CNY"), "¥352.1bn"),
        (Stretch(Decimal("12.4"), Decimal("12.6"), "percent"), "12.4% to 12.6%"),
        (Stretch(Decimal(1415000000), Decimal(1420000000), "USD"), "US$1.415bn to US$1.42bn"),
    ],
)
def test_a_value(said: Stretch, label: str) -> None:
    assert written(said) == label


@pytest.mark.parametrize(
    ("said", "label"),
    [
        (bound("-1", "low-single-digit"), "−low-single-digit %"),
        (bound("4", "mid-single-digit"), "+mid-single-digit %"),
        (bound("4", "mid- to high-single-digit", high="7"), "+mid- to high-single-digit %"),
        (bound("1", "mid-teens", unit="percentage points"), "+mid-teens pp"),
        (Stretch(Decimal(5), Decimal(7), "percent"), "+5% to +7%"),
        (Stretch(Decimal(-7), Decimal(-5), "percent"), "−7% to −5%"),
        (Stretch(Decimal(-1), Decimal(2), "percent"), "−1% to +2%"),
        (Stretch(Decimal(0), unit="percent"), "0%"),
        (bound("5", "at most"), "≤+5%"),
    ],
)
def test_a_change(said: Stretch, label: str) -> None:
    assert written(said, signed=True) == label


def figure(**fields: object) -> Figure:
    said = Said("call", 0, confidence=Decimal("0.4"))
    return Figure("f", "s", "u", "sales", said, **fields)  # type: ignore[arg-type]


def test_a_figure_has_its_restrictions_and_both_ends() -> None:
    told = figure(change=Decimal(5), change_max=Decimal(7), qualifiers=("domestic",))
    assert (metric_label(told), figure_label(told), moved_label(told)) == (
        "sales (domestic)",
        "+5% to +7%",
        "+5% to +7%",
    )


def test_a_doubtful_reading_is_marked() -> None:
    assert marked("sales +5%", figure().said) == "sales +5% ?"
    assert marked("sales +5%", Said("call", 0, confidence=Decimal("0.6"))) == "sales +5%"
