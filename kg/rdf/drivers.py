"""Drivers: who gave what as the cause of which observation, and the short edges from cause to series."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.model import Direction, Driver, EntityId, Modality, Observation, Polarity, Role
from kg.rdf import codes, iris
from kg.rdf.order import ordered
from kg.rdf.pen import Pen
from kg.rdf.series import write_series
from kg.rdf.vocab import CODE, EC, RDF

_PUSH: Mapping[Direction, Polarity] = {
    Direction.UP: Polarity.RAISES,
    Direction.NARROWED: Polarity.LOWERS,
    Direction.DOWN: Polarity.LOWERS,
    Direction.WIDENED: Polarity.RAISES,
}
_EDGE: Mapping[Polarity, ox.NamedNode] = {Polarity.RAISES: EC.raises, Polarity.LOWERS: EC.lowers}


def write_drivers(pen: Pen, observations: Mapping[Observation, ox.NamedNode]) -> None:
    """Every driver whose effect is an observation of this reading."""
    for driver in ordered(pen.reading.drivers):
        _write(pen, driver, observations)


def _write(pen: Pen, driver: Driver, observations: Mapping[Observation, ox.NamedNode]) -> None:
    node = pen.claim("drv", driver.evidence.span)
    effect = driver.effect
    cause = driver.cause_observation
    pen.write(node, RDF.type, EC.DriverClaim)
    pen.said(node, driver.evidence, driver.confidence)
    pen.write(node, EC.name, _name(pen, driver))
    pen.write(node, EC.modality, codes.MODALITY[effect.modality])
    pen.write(node, EC.explains, observations[effect])
    pen.write(node, EC.cause, pen.span(driver.cause))
    pen.write(node, EC.causeText, pen.reading.transcript.quote(driver.cause))
    pen.write(node, EC.driver, *(iris.entity(id) for id in driver.cause_entities))
    pen.write(node, EC.causeObservation, observations[cause] if cause else None)
    pen.write(node, EC.polarity, codes.POLARITY[driver.polarity])
    pen.write(node, EC.effect, _effect(effect, driver.polarity))
    pen.write(node, EC.cue, driver.cue or None)
    if pen.role(driver.evidence.turn) is Role.EXECUTIVE and effect.modality is not Modality.HYPOTHETICAL:
        _write_edges(pen, driver)


def _effect(effect: Observation, polarity: Polarity) -> ox.NamedNode | None:
    """Whether the cause pushes with the change or against it; None where the observation has no direction."""
    push = _PUSH.get(effect.direction) if effect.direction else None
    if push is None:
        return None
    return CODE.Drives if push is polarity else CODE.Offsets


def _write_edges(pen: Pen, driver: Driver) -> None:
    target = _series(pen, driver.effect)
    sources = {_series(pen, driver.cause_observation)} if driver.cause_observation else set()
    sources |= {_source(pen, driver.effect, id) for id in driver.cause_entities}
    for source in sorted(sources - {target}, key=lambda node: node.value):
        pen.derive(source, _EDGE[driver.polarity], target)


def _source(pen: Pen, effect: Observation, cause: EntityId) -> ox.NamedNode:
    """A metric named as a cause is the series of that metric of the same subject; others stand for themselves."""
    return write_series(pen, effect.entity, cause) if cause.startswith("metric/") else iris.entity(cause)


def _series(pen: Pen, observation: Observation) -> ox.NamedNode:
    return write_series(pen, observation.entity, observation.metric, observation.qualifiers)


def _name(pen: Pen, driver: Driver) -> str:
    effect = driver.effect
    target = f"{pen.entity_name(effect.entity)}: {pen.entity_name(effect.metric)}"
    causes = ", ".join(pen.entity_name(id) for id in driver.cause_entities)
    return f"{causes or 'a cause'} {driver.polarity.value} {target}"
