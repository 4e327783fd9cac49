"""The edges of the default view: structure, figures, what moves them, who asked."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.choose.content import Content, Iri, Said
from kg.export.choose.drawing import Drawing, asked_units, quarters
from kg.export.view.graph import Edge
from kg.export.view.palette import EDGE_COLORS
from kg.model import Period


def structure(drawing: Drawing) -> Iterator[Edge]:
    """Which unit or product belongs to which."""
    for iri, place in drawing.placed.items():
        if place.parent is None:
            continue
        source, target = (iri, place.parent) if place.edge == "partOf" else (place.parent, iri)
        said = (place.tie.said,) if place.tie else ()
        yield _edge(drawing.content, source, target, place.edge, *said)


def reports(drawing: Drawing) -> Iterator[Edge]:
    """From each thing to its series of figures."""
    for series in drawing.series:
        if series.subject in drawing.placed:
            said = [figure.said for figure in series.by_call.values()]
            yield _edge(drawing.content, series.subject, series.iri, "reports", *said, weight=series.statements)


def moves(drawing: Drawing) -> Iterator[Edge]:
    """From each cause, or the things that it names, to the figures that it raises or lowers."""
    for push in drawing.pushes:
        said = [cause.said for cause in push.told]
        for source in push.things or (drawing.same[push.id],):
            yield _edge(drawing.content, source, push.series, push.polarity, *said, url=push.id, weight=len(said))


def asked(drawing: Drawing) -> Iterator[Edge]:
    """From each analyst to the units asked about; the weight is the number of topics."""
    for question in drawing.content.questions:
        for unit, topics in sorted(asked_units(drawing.content, drawing.tops, question).items()):
            said, url = question.said, question.iri
            yield _edge(drawing.content, question.analyst, unit, "asked", said, url=url, weight=topics)


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
        quarters=quarters(content, said) or _shared(content, source, target),
        color=EDGE_COLORS[kind],
    )


def _shared(content: Content, source: Iri, target: Iri) -> tuple[Period, ...]:
    """The quarters of the calls that name both ends."""
    ends = set(content.quarters_of(target))
    return tuple(quarter for quarter in content.quarters_of(source) if quarter in ends)
