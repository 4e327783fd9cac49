"""The values that a user gives a named question: one that no call knows is refused, with the nearest that are known."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import UnknownName
from kg.nearest import nearest
from kg.queries import prefix_table
from kg.store import Store

ROLES = {
    "call": "?x a ec:EarningsCall .",
    "company": "?call a ec:EarningsCall ; ec:company ?x .",
    "subject": "?said ec:about ?x .",
    "segment": "?said ec:about ?x . ?x a ec:Segment .",
    "metric": "?said ec:metric ?x .",
    "analyst": "?question ec:asker ?x .",
    "firm": "?question ec:organization ?x .",
    "speaker": "?said ec:statedBy ?x .",
    "entity": "?correction a ec:Correction ; ec:refersTo ?x .",
}
"""What has a name that may be given for a parameter."""

LISTINGS = {"call": "kg calls", "company": "kg calls"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST = 3


def as_known(store: Store, values: Mapping[str, str]) -> dict[str, str]:
    """The values as the store writes them, whatever the capitals.

    Raises `UnknownName` for the first that nothing of its kind in the store is called.
    """
    return {parameter: _as_known(store, parameter, value) for parameter, value in sorted(values.items())}


def _as_known(store: Store, parameter: str, value: str) -> str:
    if parameter == "date" and not _DAY.fullmatch(value):
        raise UnknownName(f"no date {value!r}; expected a day such as 2024-12-31")
    if parameter not in ROLES or _is_known(store, parameter, value):
        return value
    known = _known(store, parameter)
    alike = [name for name in known if name.casefold() == value.casefold()]
    if len(alike) == 1:
        return alike[0]
    listing = LISTINGS.get(parameter, "kg query lookup")
    raise UnknownName(f"no {parameter} {value!r} in this store; {nearest(value, known, listing, most=_MOST)}")


def _is_known(store: Store, parameter: str, value: str) -> bool:
    name = ox.Literal(value)
    answer = store.query(f"ASK {{ ?x ec:name {name} . {ROLES[parameter]} }}", prefixes=prefix_table())
    return bool(answer)


def _known(store: Store, parameter: str) -> list[str]:
    answer = store.query(f"SELECT DISTINCT ?name {{ {ROLES[parameter]} ?x ec:name ?name }}", prefixes=prefix_table())
    assert isinstance(answer, ox.QuerySolutions)
    return sorted({row["name"].value for row in answer if isinstance(row["name"], ox.Literal)})
