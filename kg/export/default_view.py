"""The default view: company, units and products with their figures, the causes that moved them, and who asked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.export.causes import Push, pushes, shared_ids
from kg.export.content import CallHead, Content, Iri, Question, Said, Topic
from kg.export.graph import Edge, Node, PropertyGraph, Reported
from kg.export.hierarchy import Placed, levels, mentions, placed_things, top_units
from kg.export.labels import figure_label, wrap
from kg.export.palette import EDGE_COLORS, NODE_COLORS, SERIES_COLORS, SIGNS, judgement
from kg.export.series import MANAGEMENT, Series, drawn_series
from kg.model import Period

T = TypeVar("T")

SERIES_A_UNIT = (8, 6, 5, 4, 3, 2, 1)
CAUSES_A_SERIES = (3, 2, 1)
READABLE = 60


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is chosen for the view, before it becomes nodes and edges."""

    content: Content
    placed: Mapping[Iri, Placed]
    tops: Mapping[Iri, Iri]
    series: tuple[Series, ...]
    pushes: tuple[Push, ...]
    same: Mapping[Iri, Iri]


def default_view(content: Content) -> PropertyGraph:
    """Choose and connect; positions are the layout's."""
    drawing = _choose(content)
    nodes = [*_thing_nodes(drawing), *_series_nodes(drawing), *_cause_nodes(drawing), *_analyst_nodes(drawing)]
    edges = [*_structure(drawing), *_reports(drawing), *_moves(drawing), *_asked(drawing)]
    return PropertyGraph.of(title(content), nodes, edges)


def title(content: Content) -> str:
    """Company and quarter of each call: `Aurelia Group, quarter to 30 September 2024`."""
    return "; ".join(call_title(content, call) for call in content.calls)


def call_title(content: Content, call: CallHead) -> str:
    """Company, quarter, and what the company calls it."""
    company = content.things.get(call.company)
    end = call.period.end
    fiscal = f" ({call.fiscal})" if call.fiscal else ""
    return f"{company.name if company else call.company}, quarter to {end.day} {end:%B %Y}{fiscal}"


def _choose(content: Content) -> Drawing:
    room = READABLE * len({call.company for call in content.calls})
    series = _fitting((drawn_series(content, per_subject=count) for count in SERIES_A_UNIT), room)
    ids = {s.iri for s in series}
    moved = {f.iri for f in content.figures if f.series in ids}
    named = {t for cause in content.causes if cause.figure in moved and _ours(cause.said) for t in cause.things}
    asked = {t.iri for q in content.questions for t in q.topics if t.iri and content.parent(t.iri)}
    placed = placed_things(content, {s.subject for s in series} | named | asked)
    found = _fitting((pushes(content, ids, placed.keys(), per_series=count) for count in CAUSES_A_SERIES), room)
    return Drawing(content, placed, top_units(placed), series, found, shared_ids(p for p in found if not p.things))


def _fitting(tries: Iterable[tuple[T, ...]], room: int) -> tuple[T, ...]:
    """The first selection that leaves the page readable, or the last one."""
    chosen: tuple[T, ...] = ()
    for chosen in tries:
        if len(chosen) <= room:
            break
    return chosen


def _thing_nodes(drawing: Drawing) -> Iterator[Node]:
    content, counts, depth = drawing.content, mentions(drawing.content), levels(drawing.placed)
    questions = Counter(
        t.iri for q in content.questions for t in {t.iri: t for t in q.topics}.values() if t.iri in drawing.placed
    )
    quarters = tuple(sorted({call.period for call in content.calls}))
    for iri, place in drawing.placed.items():
        thing = place.thing
        type_ = "Company" if place.parent is None else thing.type
        yield Node(
            iri,
            wrap(thing.short, 20, 3),
            type_,
            reporting_unit=content.things[drawing.tops[iri]].name,
            level=depth[iri],
            statements=counts[iri],
            questions=questions[iri],
            repaired="; ".join(thing.heard) or None,
            url=iri,
            quarters=quarters,
            color=NODE_COLORS.get(type_, "#999999"),
            size=_size(counts[iri] + questions[iri], 9.0, 46.0 if place.parent is None else 38.0),
        )


def _series_nodes(drawing: Drawing) -> Iterator[Node]:
    content, depth = drawing.content, levels(drawing.placed)
    for series in drawing.series:
        if series.subject not in drawing.placed:
            continue
        figure, word = series.headline, judgement(series.headline.favourable)
        mark = "" if figure.said.modality == "actual" else f" ({figure.said.modality})"
        yield Node(
            series.iri,
            f"{series.metric}\n{figure_label(figure)}{mark} {SIGNS[word]}".rstrip(),
            "Series",
            side=figure.said.side,
            reporting_unit=content.things[drawing.tops[series.subject]].name,
            level=depth[series.subject] + 1,
            statements=series.statements,
            value=figure.value,
            unit=figure.unit or figure.change_unit,
            change=figure.change,
            prior=figure.prior,
            direction=figure.direction,
            favourable=word,
            period=figure.period,
            modality=figure.said.modality,
            confidence=figure.said.confidence,
            quote=figure.said.quote,
            url=series.iri,
            quarters=_quarters(content, (f.said for f in series.by_call.values())),
            history=tuple(
                sorted(
                    (Reported(content.quarters[call], f.value, f.change) for call, f in series.by_call.items()),
                    key=lambda r: r.quarter,
                )
            ),
            color=SERIES_COLORS[word],
            size=_size(series.statements, 8.0, 20.0),
        )


def _cause_nodes(drawing: Drawing) -> Iterator[Node]:
    for push in drawing.pushes:
        if push.things or drawing.same[push.id] != push.id:
            continue
        first = push.told[0]
        yield Node(
            push.id,
            wrap(push.label, 26, 3) if drawing.content.quoting else "cause",
            "Cause",
            side=first.said.side,
            statements=len(push.told),
            modality=first.said.modality,
            confidence=first.said.confidence,
            quote=first.said.quote,
            url=first.iri,
            quarters=_quarters(drawing.content, (c.said for c in push.told)),
            color=NODE_COLORS["Cause"],
            size=7.0,
        )


def _analyst_nodes(drawing: Drawing) -> Iterator[Node]:
    content = drawing.content
    asked = Counter(question.analyst for question in content.questions)
    firms = {q.analyst: q.firm for q in reversed(content.questions)}
    for iri in sorted(asked):
        name = content.things[iri].short if iri in content.things else iri
        yield Node(
            iri,
            f"{name}\n{firms[iri] or 'firm not named'}",
            "Analyst",
            side="Analyst",
            questions=asked[iri],
            url=iri,
            quarters=_quarters(content, (q.said for q in content.questions if q.analyst == iri)),
            color=NODE_COLORS["Analyst"],
            size=13.0,
        )


def _structure(drawing: Drawing) -> Iterator[Edge]:
    for iri, place in drawing.placed.items():
        if place.parent is None:
            continue
        source, target = (iri, place.parent) if place.edge == "partOf" else (place.parent, iri)
        said = (place.tie.said,) if place.tie else ()
        yield _edge(drawing.content, source, target, place.edge, *said)


def _reports(drawing: Drawing) -> Iterator[Edge]:
    for series in drawing.series:
        if series.subject in drawing.placed:
            said = [figure.said for figure in series.by_call.values()]
            yield _edge(drawing.content, series.subject, series.iri, "reports", *said, weight=series.statements)


def _moves(drawing: Drawing) -> Iterator[Edge]:
    for push in drawing.pushes:
        said = [cause.said for cause in push.told]
        for source in push.things or (drawing.same[push.id],):
            yield _edge(drawing.content, source, push.series, push.polarity, *said, url=push.id, weight=len(said))


def _asked(drawing: Drawing) -> Iterator[Edge]:
    for question in drawing.content.questions:
        for unit, topics in sorted(asked_units(drawing.content, drawing.tops, question).items()):
            said, url = question.said, question.iri
            yield _edge(drawing.content, question.analyst, unit, "asked", said, url=url, weight=topics)


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


def _edge(
    content: Content, source: Iri, target: Iri, kind: str, *said: Said, url: Iri | None = None, weight: int = 1
) -> Edge:
    first = said[0] if said else None
    return Edge(
        source,
        target,
        kind,
        weight=weight,
        speaker=first.speaker if first else None,
        side=first.side if first else None,
        modality=first.modality if first else "inferred",
        polarity=kind if kind in ("raises", "lowers") else None,
        confidence=first.confidence if first else None,
        quote=first.quote if first else None,
        url=url,
        quarters=_quarters(content, said) or tuple(sorted({call.period for call in content.calls})),
        color=EDGE_COLORS[kind],
    )


def _quarters(content: Content, said: Iterable[Said]) -> tuple[Period, ...]:
    return tuple(sorted({content.quarters[s.call] for s in said}))


def _ours(said: Said) -> bool:
    return said.side == MANAGEMENT


def _size(count: int, smallest: float, largest: float) -> float:
    """Area grows with the count, up to a largest node."""
    return min(largest, smallest + 3.2 * math.sqrt(count))
