"""What claims say of a figure, read back from their statements: all that is needed to lay two of them side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.vocab import CODE, EC


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim, each field as it is written in the graph; empty where the claim does not say it."""

    claim: str
    call: str = ""
    series: str = ""
    fact: str = ""
    period: str = ""
    basis: str = ""
    modality: str = ""
    side: str = ""
    value: str = ""
    decimals: str = ""
    unit: str = ""
    thing: str = ""
    prior: str = ""
    prior_decimals: str = ""
    change: str = ""
    change_unit: str = ""
    comparison: str = ""
    value_high: str = ""
    value_is_bound: str = ""
    change_high: str = ""
    change_is_bound: str = ""
    approximate: str = ""

    @property
    def is_result(self) -> bool:
        """What management gives as a result, not as an expectation or as somebody else's view."""
        return self.modality == CODE.Actual.value and self.side == CODE.Management.value

    @property
    def is_vague(self) -> bool:
        """A range, a bound or a rough figure."""
        return bool(
            self.value_high or self.value_is_bound or self.change_high or self.change_is_bound or self.approximate
        )


_FIELDS: Mapping[str, str] = {
    EC.call.value: "call",
    EC.series.value: "series",
    EC.fact.value: "fact",
    EC.period.value: "period",
    EC.basis.value: "basis",
    EC.modality.value: "modality",
    EC.side.value: "side",
    EC.value.value: "value",
    EC.decimals.value: "decimals",
    EC.unit.value: "unit",
    EC.countedThing.value: "thing",
    EC.priorValue.value: "prior",
    EC.priorDecimals.value: "prior_decimals",
    EC.change.value: "change",
    EC.changeUnit.value: "change_unit",
    EC.comparison.value: "comparison",
    EC.valueHigh.value: "value_high",
    EC.valueIsBound.value: "value_is_bound",
    EC.changeHigh.value: "change_high",
    EC.changeIsBound.value: "change_is_bound",
    EC.approximate.value: "approximate",
}


def stated(statements: Iterable[ox.Quad]) -> tuple[Stated, ...]:
    """The claims among what is stated, sorted by IRI; a claim is what is filed under a fact.

    >>> o, f, g = ox.NamedNode("urn:o"), ox.NamedNode("urn:f"), ox.NamedNode("urn:g")
    >>> [found.fact for found in stated([ox.Quad(o, EC.fact, f, g), ox.Quad(f, EC.series, o, g)])]
    ['urn:f']
    """
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in statements:
        field = _FIELDS.get(quad.predicate.value)
        if field and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            said[quad.subject.value][field] = quad.object.value
    return tuple(Stated(claim, **fields) for claim, fields in sorted(said.items()) if "fact" in fields)
