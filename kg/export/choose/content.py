"""What the drawings need to know of one or several calls: things, figures, causes and questions as plain records.

Read from the RDF by `kg.export.choose.source`; every view is a function of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kg.model import Period

Iri = str


@dataclass(frozen=True, slots=True)
class CallHead:
    """A call: whose, about which quarter, and what the company calls that quarter."""

    iri: Iri
    company: Iri
    period: Period | None = None
    fiscal: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A named thing. `type` is that of the facts file (`Organization`, `BusinessUnit`, …); `short` fits into a drawing.

    `parents` are what it is part of, the one that it reports in first. `heard` lists its mis-heard forms, `calls` those
    in which it is named.
    """

    iri: Iri
    type: str
    name: str
    short: str
    parents: tuple[Iri, ...] = ()
    statements: int = 0
    heard: tuple[str, ...] = ()
    calls: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What every claim carries: which call, by whom, on whose side, in which words, how sure we are.

    `headline` says that it is a figure of revenue or profit.
    """

    call: Iri
    begin: int
    speaker: str | None = None
    side: str = "Management"
    modality: str = "actual"
    confidence: Decimal | None = None
    quote: str | None = None
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation of a series: `metric` is its name, `favourable` whether its movement is good (None: neither).

    The limits say what a bound is: `at least`, `at most`, or the words that stand for a number, `mid-single-digit`.
    `comparison` says against what a change is, `listed` whether the list of metrics knows the name or the end of it.
    """

    iri: Iri
    series: Iri
    subject: Iri
    metric: str
    said: Said
    value: Decimal | None = None
    value_max: Decimal | None = None
    value_is_bound: bool = False
    unit: str | None = None
    change: Decimal | None = None
    change_max: Decimal | None = None
    change_is_bound: bool = False
    change_unit: str | None = None
    value_limit: str | None = None
    change_limit: str | None = None
    comparison: str | None = None
    listed: bool = True
    prior: Decimal | None = None
    direction: str | None = None
    favourable: bool | None = None
    period: str | None = None
    qualifiers: tuple[str, ...] = ()

    @property
    def has_figure(self) -> bool:
        """Whether it states a number, and not only a direction."""
        return self.value is not None or self.change is not None


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a figure moved: `text` in the speaker's words, `things` that the words name, and their `names`."""

    iri: Iri
    figure: Iri
    text: str
    polarity: str
    said: Said
    things: tuple[Iri, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Something asked about; without an IRI it is only words."""

    name: str
    iri: Iri | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Who asked what, and who answered."""

    iri: Iri
    analyst: Iri
    firm: str | None
    said: Said
    topics: tuple[Topic, ...] = ()
    answered_by: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A stated relation between two things, by the name of its predicate: `partOf`, `offers`, `holdsPosition`, …"""

    subject: Iri
    predicate: str
    object: Iri
    said: Said
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """One or several calls, ready to be drawn. Tuples are sorted by call and place in the text."""

    calls: tuple[CallHead, ...]
    things: Mapping[Iri, Thing]
    figures: tuple[Figure, ...] = ()
    causes: tuple[Cause, ...] = ()
    questions: tuple[Question, ...] = ()
    ties: tuple[Tie, ...] = ()
    quarters: Mapping[Iri, Period] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "quarters", {call.iri: call.period for call in self.calls if call.period})

    def quarters_of(self, iri: Iri) -> tuple[Period, ...]:
        """The quarters of the calls that name a thing, in order."""
        thing = self.things.get(iri)
        return tuple(sorted({self.quarters[c] for c in (thing.calls if thing else ()) if c in self.quarters}))

    def end_of(self, call: Iri) -> date:
        """The last day of a call's quarter; the first day there is for a call whose quarter is not known."""
        return self.quarters[call].end if call in self.quarters else date.min

    def parent(self, iri: Iri) -> Iri | None:
        """The first known thing that this one is part of."""
        thing = self.things.get(iri)
        return None if thing is None else next((p for p in thing.parents if p in self.things and p != iri), None)
