"""The choice of what is drawn of calls: which things, figures, reasons and questions there is room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.export.choose.causes import Push, pushes, shared_ids
from kg.export.choose.content import CallHead, Content, Iri, Question, Said, Topic
from kg.export.choose.hierarchy import Placed, placed_things, top_units
from kg.export.choose.series import MANAGEMENT, Series, drawn_series
from kg.model import Period

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much fits: figures and reasons a company, figures a unit, and reasons a figure, tried from many to few."""

    figures: int = 60
    reasons: int = 60
    figures_a_unit: int = 8
    reasons_a_figure: Sequence[int] = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is chosen, before it becomes nodes and edges or tables and boxes.

    `tops` has for each placed thing the reporting unit that it belongs to, `same` for each reason the first so worded.
    """

    content: Content
    placed: Mapping[Iri, Placed]
    tops: Mapping[Iri, Iri]
    series: tuple[Series, ...]
    pushes: tuple[Push, ...]
    same: Mapping[Iri, Iri]


def choose(content: Content, limits: Limits) -> Drawing:
    """Everything that carries something, within limits."""
    companies = len({call.company for call in content.calls})
    series = drawn_series(content, per_subject=limits.figures_a_unit, at_most=limits.figures * companies)
    ids = {s.iri for s in series}
    variants = {variant for s in series for variant in s.variants}
    moved = {f.iri for f in content.figures if f.series in variants}
    named = {t for cause in content.causes if cause.figure in moved and _ours(cause.said) for t in cause.things}
    asked = {t.iri for q in content.questions for t in q.topics if t.iri and content.parent(t.iri)}
    placed = placed_things(content, {s.subject for s in series} | named | asked)
    drawn = placed.keys() | ids
    reasons = (pushes(content, series, drawn, per_series=count) for count in limits.reasons_a_figure)
    found = _fitting(reasons, limits.reasons * companies)
    return Drawing(content, placed, top_units(placed), series, found, shared_ids(p for p in found if not p.things))


def title(content: Content) -> str:
    """Company and quarter of each call; of many calls their number.

    >>> title(Content((), {}))
    'no call'
    """
    if len(content.calls) > 3:
        companies = {call.company for call in content.calls}
        return f"{len(content.calls)} calls of {len(companies)} companies"
    return "; ".join(call_title(content, call) for call in content.calls) or "no call"


def call_title(content: Content, call: CallHead) -> str:
    """Company, quarter, and what the company calls it."""
    company = content.things.get(call.company)
    fiscal = f" ({call.fiscal})" if call.fiscal else ""
    end = call.period.end if call.period else None
    quarter = f", quarter to {end.day} {end:%B %Y}" if end else ""
    return f"{company.name if company else call.company}{quarter}{fiscal}"


def quarters(content: Content, said: Iterable[Said]) -> tuple[Period, ...]:
    """The quarters of the calls in which something was said, in order."""
    return tuple(sorted({content.quarters[s.call] for s in said if s.call in content.quarters}))


def asked_units(content: Content, tops: Mapping[Iri, Iri], question: Question) -> Counter[Iri]:
    """How many topics of a question fall to each reporting unit; to the company where none can be placed.

    A metric falls to the one unit of which management gives it.
    """
    company = next(call.company for call in content.calls if call.iri == question.said.call)
    counts = Counter(unit for topic in question.topics for unit in _units_of(content, tops, topic))
    return counts or Counter({company: max(1, len(question.topics))})


def _units_of(content: Content, tops: Mapping[Iri, Iri], topic: Topic) -> list[Iri]:
    if topic.iri is not None and topic.iri in tops:
        return [tops[topic.iri]]
    measured = {tops[f.subject] for f in content.figures if f.metric == topic.name and f.subject in tops}
    return list(measured) if len(measured) == 1 else []


def _fitting(tries: Iterable[tuple[T, ...]], room: int) -> tuple[T, ...]:
    """The first selection that leaves the page readable, or the last one."""
    chosen: tuple[T, ...] = ()
    for chosen in tries:
        if len(chosen) <= room:
            break
    return chosen


def _ours(said: Said) -> bool:
    return said.side == MANAGEMENT
