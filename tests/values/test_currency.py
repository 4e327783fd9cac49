"""The table of currencies."""

import tomllib
from importlib.resources import files

from kg.values.currency import currency_code


def test_every_spelling_names_one_currency() -> None:
    table = tomllib.loads((files("kg.values") / "currencies.toml").read_text(encoding="utf-8"))
    owners: dict[str, set[str]] = {}
    for code, row in table.items():
        for spelling in row["before"] + row["after"]:
            owners.setdefault(spelling.lower(), set()).add(code)
    assert {spelling: codes for spelling, codes in owners.items() if len(codes) > 1} == {}


def test_every_code_is_a_spelling_of_its_own_currency() -> None:
    table = tomllib.loads((files("kg.values") / "currencies.toml").read_text(encoding="utf-8"))
    assert {code for code in table if currency_code(code) != code} == set()
