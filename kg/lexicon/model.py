"""The look-up tables that a lexicon becomes: entities with labels, kept per company, without RDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import CallInfo, Entity, EntityId

LEGAL_FORM = re.compile(
    r"(?:,?\s(?:inc|corp|corporation|co|company|companies|ltd|limited|llc|plc|n\.?v|s\.?a|ag|se|holdings?|group)\.?)+$"
)


def normal(name: str) -> str:
    """A name as it is compared: lower case, without article, legal form or doubled blanks.

    >>> normal("The Acme  Widgets Holding Co., Ltd.")
    'acme widgets'
    """
    lower = " ".join(name.lower().replace("’", "'").split())
    bare = LEGAL_FORM.sub("", lower.removeprefix("the "))
    return (bare or lower).strip(" .,")


@dataclass(frozen=True, slots=True)
class FiscalYearEnd:
    """The month and day on which a company's fiscal year ends."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class CompanyLexicon:
    """What is known of one reporting company.

    `members` are its units, products, people and events; `metrics` are metrics of the general list under the labels
    that this company's calls use for them, mis-hearings included.
    """

    company: Entity
    members: tuple[Entity, ...] = ()
    metrics: tuple[Entity, ...] = ()
    fiscal_year_end: FiscalYearEnd | None = None

    def covers(self, call: CallInfo) -> bool:
        """Whether a call is this company's, by ticker or by any of its names."""
        tickers = {value.split(":")[-1] for key, value in self.company.identifiers if key == "ticker"}
        if call.ticker is not None and call.ticker in tickers:
            return True
        return normal(call.company) in {normal(label.text) for label in self.company.labels}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything known beforehand; `general` holds for all calls, `companies` each for its own."""

    general: tuple[Entity, ...] = ()
    companies: tuple[CompanyLexicon, ...] = ()

    def of_call(self, call: CallInfo) -> CompanyLexicon | None:
        """The lexicon of the company that holds the call, if there is one.

        >>> Lexicon().of_call(CallInfo("Acme")) is None
        True
        """
        return next((c for c in self.companies if c.covers(call)), None)

    def fiscal_year_end(self, call: CallInfo) -> FiscalYearEnd | None:
        """When the fiscal year of the company on the call ends, where a lexicon tells."""
        own = self.of_call(call)
        return own.fiscal_year_end if own else None

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
