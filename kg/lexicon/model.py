"""The look-up tables that a lexicon becomes: entities with labels, kept per company, without RDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.legal_forms import as_compared
from kg.lexicon.fiscal_years import FiscalYears
from kg.model import CallInfo, Entity, EntityId
from kg.values.fiscal_calendar import FiscalCalendar


@dataclass(frozen=True, slots=True)
class CompanyLexicon:
    """What is known of one reporting company.

    `members` are its units, products, people and events; `metrics` are its own lines and metrics of the general list,
    under the labels that this company's calls use for them, mis-hearings included; `reporting` tells which unit
    reports a metric.
    """

    company: Entity
    members: tuple[Entity, ...] = ()
    metrics: tuple[Entity, ...] = ()
    reporting: tuple[tuple[EntityId, EntityId], ...] = ()

    def covers(self, call: CallInfo) -> bool:
        """Whether a call is this company's, by ticker or by any of its names."""
        tickers = {value.split(":")[-1] for key, value in self.company.identifiers if key == "ticker"}
        if call.ticker is not None and call.ticker in tickers:
            return True
        return as_compared(call.company) in {as_compared(label.text) for label in self.company.labels}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything known beforehand; `general` holds for all calls, `companies` and `years` each for their own."""

    general: tuple[Entity, ...] = ()
    companies: tuple[CompanyLexicon, ...] = ()
    years: tuple[FiscalYears, ...] = ()

    def of_call(self, call: CallInfo) -> CompanyLexicon | None:
        """The lexicon of the company that holds the call, if there is one.

        >>> Lexicon().of_call(CallInfo("Acme")) is None
        True
        """
        return next((c for c in self.companies if c.covers(call)), None)

    def fiscal_calendar(self, call: CallInfo) -> FiscalCalendar | None:
        """How the company on the call counts its fiscal years, where a lexicon tells."""
        return next((y.calendar for y in self.years if y.covers(call)), None)

    def known(self, call: CallInfo) -> Iterator[Entity]:
        """Every entity whose names may be looked up in the call, the company's own before general ones."""
        own = self.of_call(call)
        if own:
            yield own.company
            yield from own.members
        seen: set[EntityId] = {own.company.id} if own else set()
        for other in (*(c.company for c in self.companies), *self.general):
            if other.id not in seen:
                seen.add(other.id)
                yield other
