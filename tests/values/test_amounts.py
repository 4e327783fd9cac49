"""Amounts: what each parser reads, and that each parser reads what its inverse writes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Count, Money, Percent, Points, Range
from kg.values.count import format_count, parse_count
from kg.values.figure import parse_figure
from kg.values.money import format_money, parse_money
from kg.values.percent import format_percent, parse_percent
from kg.values.points import format_points, parse_points
from kg.values.range import format_range, parse_range
from kg.values.scale import format_number, parse_number

AMOUNTS = st.decimals(min_value=Decimal(0), max_value=Decimal(10) ** 15, places=4, allow_nan=False)
SIGNED = st.decimals(min_value=-(Decimal(10) ** 15), max_value=Decimal(10) ** 15, places=4, allow_nan=False)
CURRENCIES = st.sampled_from(["USD", "CNY", "EUR", "HKD", "KRW", "INR", "JPY", "GBP", "DKK", "BRL", "CHF"])
THINGS = st.sampled_from(["", "members", "stores", "square feet", "times"])


def D(text: str) -> Decimal:
    return Decimal(text)


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
    assert parse_money(text) == Money(D(amount), currency)


@pytest.mark.parametrize("text", ["24.7 billion", "7%", "dollars", "", "iPhone 14", "$"])
def test_other_text_is_no_money(text: str) -> None:
    assert parse_money(text) is None


@pytest.mark.parametrize(
    ("text", "decimals"),
    [("$236.5 billion", -8), ("46 million", -6), ("7%", 0), ("0.6%", 1), ("$1.29", 2), ("32 cents", 2), ("40 bps", 2)],
)
def test_decimals_say_how_finely_a_figure_was_given(text: str, decimals: int) -> None:
    figure = parse_figure(text)
    assert figure is not None
    assert figure.decimals == decimals


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
    assert parse_points(text) == Points(D(points))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("46 million members", Count(D("46000000"), "members")),
        ("2,300 stores", Count(D("2300"), "stores")),
        ("2.3x", Count(D("2.3"), "times")),
        ("three times", Count(D("3"), "times")),
        ("two hundred and five", Count(D("205"))),
    ],
)
def test_counts(text: str, count: Count) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$8 to $9 billion", Range(Money(D("8000000000"), "USD"), Money(D("9000000000"), "USD"))),
        ("between 5% and 7%", Range(Percent(D("5")), Percent(D("7")))),
        ("1.2–1.4 million", Range(Count(D("1200000")), Count(D("1400000")))),
        ("10 to 20 basis points", Range(Points(D("0.1")), Points(D("0.2")))),
        (
            "$2.4 billion, plus or minus $50 million",
            Range(Money(D("2350000000"), "USD"), Money(D("2450000000"), "USD")),
        ),
        ("63% plus or minus 50 basis points", Range(Percent(D("62.5")), Percent(D("63.5")))),
    ],
)
def test_ranges_share_what_is_said_once(text: str, expected: Range) -> None:
    assert parse_range(text) == expected


def test_ends_of_different_units_are_no_range() -> None:
    assert parse_range("5% to $6 billion") is None


@given(amount=AMOUNTS)
def test_numbers_survive_writing_and_reading(amount: Decimal) -> None:
    number = parse_number(format_number(amount))
    assert number is not None
    assert number.amount == amount


@given(amount=SIGNED, currency=CURRENCIES)
def test_money_survives_writing_and_reading(amount: Decimal, currency: str) -> None:
    assert parse_money(format_money(Money(amount, currency))) == Money(amount, currency)


@given(amount=SIGNED)
def test_percent_and_points_survive_writing_and_reading(amount: Decimal) -> None:
    assert parse_percent(format_percent(Percent(amount))) == Percent(amount)
    assert parse_points(format_points(Points(amount))) == Points(amount)


@given(amount=SIGNED, thing=THINGS)
def test_counts_survive_writing_and_reading(amount: Decimal, thing: str) -> None:
    assert parse_count(format_count(Count(amount, thing))) == Count(amount, thing)


@given(low=AMOUNTS, more=AMOUNTS, currency=CURRENCIES)
def test_ranges_survive_writing_and_reading(low: Decimal, more: Decimal, currency: str) -> None:
    value = Range(Money(low, currency), Money(low + more, currency))
    assert parse_range(format_range(value)) == value
