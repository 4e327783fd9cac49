"""The nodes of the default view: things, series of figures, causes, analysts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from kg.export.choose.doubt import marked
from kg.export.choose.drawing import Drawing, quarters
from kg.export.choose.hierarchy import levels, mentions
from kg.export.choose.labels import figure_label, metric_label, wrap
from kg.export.choose.series import Series
from kg.export.view.graph import Node, Reported
from kg.export.view.palette import NODE_COLORS, SERIES_COLORS, SIGNS, judgement


def thing_nodes(drawing: Drawing) -> Iterator[Node]:
    """The company, its units and products; the more is said of one, the larger it is."""
    content, counts, depth = drawing.content, mentions(drawing.content), levels(drawing.placed)
    questions = Counter(
        t.iri for q in content.questions for t in {t.iri: t for t in q.topics}.values() if t.iri in drawing.placed
    )
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
            quarters=content.quarters_of(iri),
            color=NODE_COLORS.get(type_, "#999999"),
            size=_size(counts[iri] + questions[iri], 9.0, 46.0 if place.parent is None else 38.0),
        )


def series_nodes(drawing: Drawing) -> Iterator[Node]:
    """A node for each metric of a thing, labelled with its newest figure."""
    content, depth = drawing.content, levels(drawing.placed)
    for series in drawing.series:
        if series.subject not in drawing.placed:
            continue
        figure, word = series.headline, judgement(series.headline.favourable)
        ahead = "" if figure.said.modality == "actual" else f" ({figure.said.modality})"
        metric = marked(wrap(metric_label(figure), 36, 2), figure.said)
        yield Node(
            series.iri,
            f"{metric}\n{figure_label(figure, series.beside)}{ahead} {SIGNS[word]}".rstrip(),
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
            quarters=quarters(content, (f.said for f in series.by_call.values())),
            history=_history(drawing, series),
            color=SERIES_COLORS[word],
            size=_size(series.statements, 8.0, 20.0),
        )


def _history(drawing: Drawing, series: Series) -> tuple[Reported, ...]:
    quarters = drawing.content.quarters
    told = (Reported(quarters[call], f.value, f.change) for call, f in series.by_call.items() if call in quarters)
    return tuple(sorted(told, key=lambda r: r.quarter))


def cause_nodes(drawing: Drawing) -> Iterator[Node]:
    """Causes that name nothing else in the picture, those in the same words as one."""
    for push in drawing.pushes:
        if push.things or drawing.same[push.id] != push.id:
            continue
        first = push.told[0]
        yield Node(
            push.id,
            marked(wrap(push.label, 26, 3), first.said),
            "Cause",
            side=first.said.side,
            statements=len(push.told),
            modality=first.said.modality,
            confidence=first.said.confidence,
            quote=first.said.quote,
            url=first.iri,
            quarters=quarters(drawing.content, (c.said for c in push.told)),
            color=NODE_COLORS["Cause"],
            size=7.0,
        )


def analyst_nodes(drawing: Drawing) -> Iterator[Node]:
    """Everybody who asked, with the firm in the label."""
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
            quarters=quarters(content, (q.said for q in content.questions if q.analyst == iri)),
            color=NODE_COLORS["Analyst"],
            size=13.0,
        )


def _size(count: int, smallest: float, largest: float) -> float:
    """Area grows with the count, up to a largest node."""
    return min(largest, smallest + 3.2 * math.sqrt(count))
