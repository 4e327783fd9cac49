"""The checks that a query decides: each file of `ontology/checks`, whose first line is the sentence of its findings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.checks.blame import Stated
from kg.checks.finding import Ask, Finding, Odd, placed, readable, text
from kg.ontology_path import ontology_path
from kg.queries.named import prefixes

_SLOT = re.compile(r"\{(\w+)\}")
_MISREAD = "# misread: "

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Check:
    """A query with the sentence for its findings, and where there is another, for those that are likely misread."""

    query: str
    sentence: str
    misread: str | None = None


def arithmetic(ask: Ask) -> Iterator[Finding]:
    """What the checks find, each thing once."""
    found: list[Odd] = []
    for kind, check in _checks().items():
        solutions = ask(f"{prefixes()}\n{check.query}")
        names = [variable.value for variable in solutions.variables]
        rows = [{name: text(row[name]) for name in names if row[name] is not None} for row in solutions]
        found += (_odd(kind, check, row) for row in _once(sorted(rows, key=_order)))
    yield from placed(ask, found)


@cache
def _checks() -> Mapping[str, Check]:
    found = {}
    for path in sorted((ontology_path() / "checks").glob("*.rq")):
        query = path.read_text(encoding="utf-8")
        first, second = query.splitlines()[:2]
        misread = second.removeprefix(_MISREAD) if second.startswith(_MISREAD) else None
        found[path.stem] = Check(query, first.removeprefix("# "), misread)
    return found


def _order(row: Row) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(row.items()))


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """One row for all pairs of statements that give one fact otherwise, and for all totals that one sum exceeds."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        same = (row.get("f"), row.get("whole") and f"{row['whole']} {row['metric']}")
        groups[next((("one", key) for key in same if key), ("row", str(_order(row))))].append(row)
    for group in groups.values():
        yield _joined(group) if "f" in group[0] else max(group, key=lambda row: float(row.get("total", 0)))


def _joined(group: list[Row]) -> Row:
    """The pairs of one fact as one row: each value once, with the first claim that states it."""
    claims: dict[float, str] = {}
    for row in group:
        claims.setdefault(float(row["v1"]), row["this"])
        claims.setdefault(float(row["v2"]), row["other"])
    values = sorted(claims, key=lambda value: _begin(claims[value]))
    return {
        "values": _list([readable(str(value)) for value in values], "and"),
        "as_values": _list([readable(str(value)) for value in values], "and as"),
        "claims": " ".join(claims[value] for value in values),
        "one": str(min(values)),
        "another": str(max(values)),
    }


def _list(words: list[str], last: str) -> str:
    """ "a, b and c"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]])


def _begin(claim: str) -> tuple[str, list[int]]:
    """The place of a claim as its IRI tells it."""
    document, _, name = claim.rpartition("/")
    return document, [int(number) for number in re.findall(r"\d+", name)]


def _odd(kind: str, check: Check, row: Row) -> Odd:
    claims = tuple(row["claims"].split()) if "claims" in row else tuple(row[n] for n in ("this", "other") if n in row)
    misread = _filled(check.misread, row) if check.misread else None
    return Odd(kind, _filled(check.sentence, row), claims, _stated(row), misread)


def _stated(row: Row) -> Stated | None:
    """The figures that ought to agree: what is stated and what follows from others."""
    if "one" in row:
        return Stated(float(row["one"]), float(row["another"]))
    if "long" in row:
        return Stated(float(row["long"]), float(row["sum"]))
    ratio = row.get("change") or row.get("stated")
    if ratio is None or "low" not in row:
        return None
    low, high, value = float(row["low"]), float(row["high"]), float(ratio)
    return Stated(value, min(max(value, low), high), percent=True)


def _filled(sentence: str, row: Row) -> str:
    """The sentence with values of the row in its slots."""
    return _SLOT.sub(lambda slot: readable(row.get(slot[1], "")), sentence)
