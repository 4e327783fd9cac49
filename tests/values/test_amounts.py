"""Amounts: how each unit is spelt, and that what is written is read back as it was."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Amount, Count, Money, Percent, Points
from kg.values.figure import FIGURE, Figure, format_amount, read_figure
from kg.values.scale import format_number, parse_number
from kg.values.unit import amount_in, unit_of

AMOUNTS = st.decimals(min_value=Decimal(0), max_value=Decimal(10) ** 15, places=4, allow_nan=False)
SIGNED = st.decimals(min_value=-(Decimal(10) ** 15), max_value=Decimal(10) ** 15, places=4, allow_nan=False)
CURRENCIES = st.sampled_from(["USD", "CNY", "EUR", "HKD", "KRW", "INR", "JPY", "GBP", "DKK", "BRL", "CHF"])


def D(text: str) -> Decimal:
    return Decimal(text)


def figure(text: str) -> Figure | None:
    """What the grammar that finds figures in sentences makes of a text as a whole."""
    match = FIGURE.fullmatch(text)
    return read_figure(match) if match else None


def read(text: str) -> Amount | None:
    found = figure(text)
    return found.amount if found else None


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$24.7 billion", "24700000000", "USD"),
        ("US$3.5bn", "3500000000", "USD"),
        ("USD4.1 billion", "4100000000", "USD"),
        ("RMB 384 million", "384000000", "CNY"),
        ("RMB93", "93", "CNY"),
        ("6.1 billion yuan", "6100000000", "CNY"),
        ("HK$46 billion", "46000000000", "HKD"),
        ("₹ 1,13,000 Crores", "1130000000000", "INR"),
        ("Rs. 6,000 crores", "60000000000", "INR"),
        ("8.2 lakh rupees", "820000", "INR"),
        ("1.5 trillion won", "1500000000000", "KRW"),
        ("DKK 8 billion", "8000000000", "DKK"),
        ("12 million Danish kroner", "12000000", "DKK"),
        ("EUR 1.35", "1.35", "EUR"),
        ("€5m", "5000000", "EUR"),
        ("£750k", "750000", "GBP"),
        ("¥900 billion", "900000000000", "JPY"),
        ("$1.29", "1.29", "USD"),
        ("32 cents", "0.32", "USD"),
        ("-$2.9 billion", "-2900000000", "USD"),
        ("minus GBP412 million", "-412000000", "GBP"),
        ("forty-six million dollars", "46000000", "USD"),
        ("half a billion dollars", "500000000", "USD"),
        ("couple of hundred million dollars", "200000000", "USD"),
    ],
)
def test_money_in_its_spellings(text: str, amount: str, currency: str) -> None:
    assert read(text) == Money(D(amount), currency)


@pytest.mark.parametrize("text", ["24.7 billion", "7%", "dollars", "", "iPhone 14", "$"])
def test_other_text_is_no_money(text: str) -> None:
    assert not isinstance(read(text), Money)


@pytest.mark.parametrize(
    ("text", "decimals"),
    [("$236.5 billion", -8), ("46 million", -6), ("7%", 0), ("0.6%", 1), ("$1.29", 2), ("32 cents", 2), ("40 bps", 2)],
)
def test_decimals_say_how_finely_a_figure_was_given(text: str, decimals: int) -> None:
    found = figure(text)
    assert found is not None
    assert found.decimals == decimals


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("40 basis points", "0.4"),
        ("250bps", "2.5"),
        ("4 percentage points", "4"),
        ("1.5 points", "1.5"),
        ("3 pts", "3"),
    ],
)
def test_points(text: str, points: str) -> None:
    assert read(text) == Points(D(points))


@pytest.mark.parametrize(("text", "percent"), [("7%", "7"), ("0.6 percent", "0.6"), ("minus 4.4 per cent", "-4.4")])
def test_percentages(text: str, percent: str) -> None:
    assert read(text) == Percent(D(percent))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2.3x", Count(D("2.3"), "times")),
        ("three times", Count(D("3"), "times")),
        ("two hundred and five", Count(D("205"))),
    ],
)
def test_multiples_and_bare_numbers(text: str, count: Count) -> None:
    assert read(text) == count


@given(amount=AMOUNTS)
def test_numbers_survive_writing_and_reading(amount: Decimal) -> None:
    number = parse_number(format_number(amount))
    assert number is not None
    assert number.amount == amount


@given(amount=SIGNED, currency=CURRENCIES)
def test_money_survives_writing_and_reading(amount: Decimal, currency: str) -> None:
    assert read(format_amount(Money(amount, currency))) == Money(amount, currency)


@given(amount=SIGNED)
def test_ratios_survive_writing_and_reading(amount: Decimal) -> None:
    for value in (Percent(amount), Points(amount), Count(amount, "times"), Count(amount)):
        assert read(format_amount(value)) == value


@given(amount=SIGNED, unit=st.sampled_from(["CNY", "percent", "percentage points", "bps", "times", "shops", "count"]))
def test_units_survive(amount: Decimal, unit: str) -> None:
    assert unit_of(amount_in(amount, unit)) == unit
