"""Invented earnings calls, as many as wanted: companies with units, products and people, eight quarters each.

Figures grow, are compared, restated now and then, and guided to; analysts ask. One number always gives one call.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
WORDS: Mapping[str, list[str]] = _DATA["words"]
SAID: Mapping[str, str] = {name: text for name, text in _DATA["said"].items() if isinstance(text, str)}
ONE_OF: Mapping[str, list[str]] = {name: texts for name, texts in _DATA["said"].items() if isinstance(texts, list)}

QUARTERS = 8
FIRST_YEAR = 2022
ORDINALS = ("first", "second", "third", "fourth")
HELD = ("Apr 27, {}", "Jul 27, {}", "Oct 26, {}", "Feb 8, {}")


@dataclass(frozen=True, slots=True)
class Company:
    """One invented company; `index` decides all of it."""

    index: int
    name: str
    ticker: str
    units: tuple[str, ...]
    products: tuple[str, ...]
    chief: str
    finance: str
    relations: str
    analysts: tuple[tuple[str, str], ...]
    base: int


def write_calls(folder: Path, count: int) -> tuple[Path, ...]:
    """So many calls as files, quarter by quarter of company after company."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(call(number), encoding="utf-8")
    return tuple(sorted(folder.iterdir()))


def call(number: int) -> str:
    """The text of a call."""
    firm, quarter = company(number // QUARTERS), number % QUARTERS
    chance = random.Random(f"call {number}")
    facts = {**asdict(firm), **_dates(quarter), **_figures(firm, quarter, chance)}
    parts = [SAID["opening"], SAID["chief"], SAID["results"]]
    said = [part.format(**facts, **_turned(firm, chance)) for part in parts]
    said += [_unit(firm, unit, quarter, chance) for unit in firm.units]
    said += [SAID["cash"].format(**facts)]
    said += [line.format(**facts) for line in ONE_OF["outlook"] if chance.random() < 0.85]
    return "".join([*said, *_questions(firm, chance), SAID["closing"]])


def company(index: int) -> Company:
    """The company of a number; no two have one name."""
    chance = random.Random(f"company {index}")
    first = WORDS["first"][index % 25]
    people = [f"{given} {family}" for given in WORDS["given"] for family in WORDS["family"]]
    chief, finance, relations, *others = chance.sample(people, 8)
    return Company(
        index=index,
        name=f"{first} {WORDS['second'][index // 25 % 10]}" + " International" * (index // 250),
        ticker="".join(chance.choices("BCDFGHKLMNPRSTVWZ", k=4)),
        units=tuple(f"{first} {head}" for head in chance.sample(WORDS["unit_head"], 4)),
        products=tuple(f"{head}{WORDS['product_end'][index % 25]}" for head in chance.sample(WORDS["product_head"], 3)),
        chief=chief,
        finance=finance,
        relations=relations,
        analysts=tuple(zip(others, chance.sample(WORDS["firm"], len(others)), strict=True)),
        base=chance.randrange(200, 900),
    )


def _dates(quarter: int) -> dict[str, str]:
    year, index = FIRST_YEAR + quarter // 4, quarter % 4
    ending = index == 3
    return {
        "number": str(index + 1),
        "year": str(year),
        "held": HELD[index].format(year + ending),
        "ordinal": ORDINALS[index],
        "before": ORDINALS[index - 1],
        "next_year": str(year + ending),
        "next_quarter": ORDINALS[(index + 1) % 4],
    }


def _value(firm: Company, what: str, quarter: int) -> int:
    """Millions of something in a quarter: a base that grows by a company's own pace, with a little noise."""
    chance = random.Random(f"{firm.index} {what}")
    base, pace = firm.base * chance.uniform(0.1, 0.6), chance.uniform(-0.02, 0.05)
    noise = random.Random(f"{firm.index} {what} {quarter}").uniform(0.97, 1.03)
    return max(3, round(base * (1 + pace) ** quarter * noise))


def _change(firm: Company, what: str, quarter: int) -> str:
    percent = round((_value(firm, what, quarter) / _value(firm, what, quarter - 4) - 1) * 100)
    if not percent:
        return "flat year over year"
    return f"{'up' if percent > 0 else 'down'} {abs(percent)}% year over year"


def _figures(firm: Company, quarter: int, chance: random.Random) -> dict[str, str]:
    """Everything that is counted; three in ten of the values before are not what the call before gave."""
    plain = ("served", "backlog", "profit", "opex", "net", "cash_flow", "capex", "debt")
    figures = {what: str(_value(firm, what, quarter)) for what in plain}
    changes = {f"{w}_change": _change(firm, w, quarter) for w in ("orders", "backlog", "revenue", "cash_flow")}
    revenue, low = _value(firm, "revenue", quarter) * 4, 2 + firm.index % 7 + chance.choice((-1, 0, 0, 1))
    corrected = chance.randrange(1, 9) if chance.random() < 0.3 else 0
    return {
        **figures,
        **changes,
        "customers": f"{_value(firm, 'customers', quarter) / 10:.1f}",
        "retention": str(chance.randrange(80, 98)),
        "revenue": str(revenue),
        "revenue_high": str(revenue + 15),
        "profit_before": str(_value(firm, "profit", quarter - 1) - corrected),
        "margin": f"{30 + firm.index % 20 + chance.randrange(-20, 20) / 10:.1f}",
        "eps": f"{_value(firm, 'eps', quarter) / 100:.2f}",
        "cash": str(_value(firm, "cash", quarter) * 3),
        "shares": f"{chance.randrange(1, 30) / 10:.1f}",
        "repurchase": str(chance.randrange(10, 200)),
        "low": str(low),
        "high": str(low + chance.choice((2, 2, 3))),
        "capex_guided": str(chance.choice((60, 60, 70))),
        "margin_guided": str(chance.choice((12, 12, 13))),
    }


def _turned(firm: Company, chance: random.Random) -> dict[str, str]:
    """Places, topics and causes, drawn anew for each part of a call."""
    here, there = chance.sample(WORDS["place"], 2)
    causes = (
        c.format(place=chance.choice(WORDS["place"]), product=firm.products[0])
        for c in chance.sample(WORDS["cause"], 4)
    )
    turned = {f"cause_{number}": cause for number, cause in enumerate(causes)}
    return {
        **turned,
        "here": here,
        "there": there,
        "topic": chance.choice(WORDS["measure"]),
        "sites": str(chance.randrange(2, 20)),
    }


def _unit(firm: Company, unit: str, quarter: int, chance: random.Random) -> str:
    return chance.choice(ONE_OF["unit"]).format(
        unit=unit,
        unit_revenue=_value(firm, unit, quarter),
        unit_change=_change(firm, unit, quarter),
        unit_profit=_value(firm, f"{unit} profit", quarter),
        unit_margin=f"{chance.randrange(50, 300) / 10:.1f}",
        unit_orders=chance.randrange(1, 25),
        **_turned(firm, chance),
    )


def _questions(firm: Company, chance: random.Random) -> Iterator[str]:
    for number, (analyst, house) in enumerate(chance.sample(firm.analysts, 4)):
        unit, other = chance.sample(firm.units, 2)
        asked = {"analyst": analyst, "house": house, "unit": unit, "other": other, "finance": firm.finance}
        yield SAID["question"].format(which="next" if number else "first", **asked, **_turned(firm, chance))
