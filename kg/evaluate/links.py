"""Which surface names which entity, and among these the mis-transcribed ones: links and repairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluate.entities import METRIC
from kg.evaluate.matching import Outcome, compare
from kg.evaluate.names import Names, plain
from kg.evaluate.rows import EntityRow, Row, Rows


@dataclass(frozen=True, slots=True)
class LinkRow(Row):
    """One surface form and the entity that it names."""

    surface: str
    name: str


def score(gold: Rows, system: Rows, names: Names) -> Sequence[Outcome[LinkRow]]:
    """Two outcomes: links of everything but metrics; repairs of everything."""
    clean = _clean_names(gold.of(EntityRow))

    def same_link(g: LinkRow, o: LinkRow) -> float:
        return float(plain(g.surface) == plain(o.surface) and names.same(g.name, o.name))

    def same_repair(g: LinkRow, o: LinkRow) -> float:
        meant = plain(o.name) == plain(g.name) or plain(o.name) in clean[plain(g.name)]
        return float(plain(g.surface) == plain(o.surface) and meant)

    return (
        compare("link surface→entity", list(_links(gold)), list(_links(system)), same_link),
        compare("repair of garbled name", list(_repairs(gold)), list(_repairs(system)), same_repair),
    )


def _links(rows: Rows) -> Iterator[LinkRow]:
    for entity in rows.of(EntityRow):
        if entity.type != METRIC:
            yield from (LinkRow(entity.id, "", False, surface, entity.name) for surface in entity.surfaces)


def _repairs(rows: Rows) -> Iterator[LinkRow]:
    for entity in rows.of(EntityRow):
        for surface in entity.surfaces:
            if surface in entity.garbled:
                yield LinkRow(entity.id, "", False, surface, entity.name)


def _clean_names(entities: Iterable[EntityRow]) -> dict[str, set[str]]:
    clean: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        forms = {plain(form) for form in (entity.name, *entity.surfaces, *entity.aka)}
        clean[plain(entity.name)] |= forms - {plain(form) for form in entity.garbled}
    return clean
