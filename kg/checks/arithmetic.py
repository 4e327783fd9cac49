"""The checks that a query decides: each file of `ontology/checks`, whose first line is the sentence of its findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.checks.finding import Ask, Finding, placed, readable, text
from kg.ontology_path import ontology_path
from kg.queries.named import prefixes

_SLOT = re.compile(r"\{(\w+)\}")


def arithmetic(ask: Ask) -> Iterator[Finding]:
    """Every row that some check gives."""
    rows = []
    for kind, (sentence, query) in _checks().items():
        solutions = ask(f"{prefixes()}\n{query}")
        names = [variable.value for variable in solutions.variables]
        for row in solutions:
            values = {name: row[name] for name in names}
            claims = tuple(text(values[name]) for name in ("this", "other") if values.get(name) is not None)
            rows.append((kind, _filled(sentence, values), claims))
    yield from placed(ask, rows)


@cache
def _checks() -> Mapping[str, tuple[str, str]]:
    found = {}
    for path in sorted((ontology_path() / "checks").glob("*.rq")):
        query = path.read_text(encoding="utf-8")
        found[path.stem] = (query.splitlines()[0].removeprefix("# "), query)
    return found


def _filled(sentence: str, values: Mapping[str, object]) -> str:
    """The sentence with values of the row in its slots."""
    return _SLOT.sub(lambda slot: readable(text(values.get(slot[1]))), sentence)
