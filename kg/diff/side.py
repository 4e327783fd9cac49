"""One of the two calls, with its figures under names that both calls share.

Names, and not identities, are compared: of one company they mean the same, and what one call shows to be a unit may
stand in the other only before a metric ("brokerage revenue") or look like a product.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.export.choose.content import Content, Figure, Iri
from kg.export.choose.series import MANAGEMENT
from kg.model import Period

UNITS = ("BusinessUnit", "Product")


@dataclass(frozen=True, slots=True)
class Side:
    """A call; `units` are the names of units and products in either call, in lower case."""

    content: Content
    call: str
    units: frozenset[str]
    read: bool

    @property
    def quarter(self) -> Period | None:
        return self.content.calls[0].period

    @property
    def company(self) -> Iri:
        return self.content.calls[0].company

    def said(self) -> Iterable[Figure]:
        """What management says of metrics, in text order."""
        return (figure for figure in self.content.figures if figure.said.side == MANAGEMENT)

    def name_of(self, figure: Figure) -> tuple[str, str]:
        """Unit and metric: "brokerage revenue" of the company is the revenue of its unit Brokerage."""
        thing = self.content.things.get(figure.subject)
        unit = thing.name if thing else figure.subject.rsplit("/", 1)[-1]
        if figure.subject == self.company:
            for known in sorted(self.units, key=lambda name: (-len(name), name)):
                if figure.metric.casefold().startswith(known + " "):
                    return figure.metric[: len(known)].title(), figure.metric[len(known) + 1 :]
        return unit, figure.metric

    def key(self, figure: Figure) -> tuple[str, str]:
        """Unit and metric as they are compared."""
        unit, metric = self.name_of(figure)
        return unit.casefold(), metric.casefold()


def units_of(contents: Iterable[Content]) -> frozenset[str]:
    """The names of units and products, in lower case."""
    things = (thing for content in contents for thing in content.things.values())
    return frozenset(thing.name.casefold() for thing in things if thing.type in UNITS)


def period_of(figure: Figure) -> Period | None:
    """The period of a figure.

    >>> from kg.export.choose.content import Said
    >>> str(period_of(Figure("f", "s", "u", "revenue", Said("call", 0), period="2024-03-31")))
    '2024-03-31'
    """
    if figure.period is None:
        return None
    days = [date.fromisoformat(day) for day in figure.period.split("/")]
    return Period(days[0], days[-1])
