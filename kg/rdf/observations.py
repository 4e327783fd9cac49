"""Observations: one node each with every dimension on it, filed under its series and, with a period, its fact."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.model import Modality, Observation
from kg.rdf import codes, iris
from kg.rdf.order import ordered
from kg.rdf.pen import Pen
from kg.rdf.series import describe, write_series
from kg.rdf.vocab import EC, RDF
from kg.values.unit import in_words

AHEAD = frozenset({Modality.GUIDANCE, Modality.TARGET})


def write_observations(pen: Pen) -> Mapping[Observation, ox.NamedNode]:
    """Every observation; returns their nodes, since drivers refer to them."""
    return {observation: _write(pen, observation) for observation in ordered(pen.reading.observations)}


def _write(pen: Pen, observation: Observation) -> ox.NamedNode:
    node = pen.claim("obs", observation.evidence.span)
    pen.write(node, RDF.type, EC.MetricObservation)
    pen.said(node, observation.evidence, observation.confidence)
    pen.write(node, EC.name, _name(pen, observation))
    _write_dimensions(pen, node, observation)
    _write_value(pen, node, observation)
    _write_change(pen, node, observation)
    _write_manner(pen, node, observation)
    _file(pen, node, observation)
    return node


def _write_dimensions(pen: Pen, node: ox.NamedNode, observation: Observation) -> None:
    period = pen.period(observation.period)
    pen.write(node, EC.about, iris.entity(observation.entity))
    pen.write(node, EC.reason, observation.reason)
    pen.write(node, EC.metric, iris.entity(observation.metric))
    pen.write(node, EC.qualifier, *observation.qualifiers)
    pen.write(node, EC.period, period)
    pen.write(node, EC.periodName, observation.period.name if observation.period else None)
    pen.write(node, EC.basis, codes.BASIS[observation.basis] if observation.basis else None)
    if observation.modality in AHEAD:
        pen.write(node, RDF.type, EC.Guidance)
        pen.write(node, EC.targetPeriod, period)


def _write_value(pen: Pen, node: ox.NamedNode, observation: Observation) -> None:
    if observation.unit is not None:
        unit, thing = codes.unit_of(observation.unit)
        pen.write(node, EC.unit, unit)
        pen.write(node, EC.countedThing, thing or None)
    pen.write(node, EC.value, observation.value)
    pen.write(node, EC.valueHigh, observation.value_max)
    pen.write(node, EC.valueIsBound, observation.value_is_bound or None)
    pen.write(node, EC.valueLimit, observation.value_limit)
    pen.write(node, EC.decimals, observation.decimals)
    pen.write(node, EC.approximate, observation.approximate or None)
    pen.write(node, EC.priorValue, observation.prior_value)
    pen.write(node, EC.priorDecimals, observation.prior_decimals)


def _write_change(pen: Pen, node: ox.NamedNode, observation: Observation) -> None:
    if observation.change_unit is not None:
        unit, thing = codes.unit_of(observation.change_unit)
        pen.write(node, EC.changeUnit, unit)
        pen.write(node, EC.changedThing, thing or None)
    pen.write(node, EC.change, observation.change)
    pen.write(node, EC.changeHigh, observation.change_max)
    pen.write(node, EC.changeIsBound, observation.change_is_bound or None)
    pen.write(node, EC.changeLimit, observation.change_limit)
    pen.write(node, EC.comparison, codes.COMPARISON[observation.comparison] if observation.comparison else None)
    pen.write(node, EC.direction, codes.DIRECTION[observation.direction] if observation.direction else None)


def _write_manner(pen: Pen, node: ox.NamedNode, observation: Observation) -> None:
    attributed = observation.attributed_to
    pen.write(node, EC.modality, codes.MODALITY[observation.modality])
    pen.write(node, EC.attributedTo, iris.entity(attributed) if attributed else None)
    pen.write(node, EC.hedge, observation.hedge)
    pen.write(node, EC.condition, observation.condition)


def _file(pen: Pen, node: ox.NamedNode, observation: Observation) -> None:
    series = write_series(pen, observation.entity, observation.metric, observation.qualifiers)
    pen.write(node, EC.series, series)
    if observation.period is None:
        return
    basis = observation.basis.value if observation.basis else ""
    fact = iris.fact(series, observation.period, basis)
    pen.write(node, EC.fact, fact)
    pen.derive(fact, RDF.type, EC.Fact)
    pen.derive(fact, EC.series, series)
    describe(pen, fact, observation.entity, observation.metric, (q.casefold() for q in observation.qualifiers))
    pen.derive(fact, EC.period, iris.period(observation.period))
    pen.derive(fact, EC.basis, codes.BASIS[observation.basis] if observation.basis else None)


def _name(pen: Pen, observation: Observation) -> str:
    """A label such as `Tools: revenue CNY 29.6 billion, +7%`, free of the transcript's words."""
    parts = [f"{pen.entity_name(observation.entity)}: {pen.entity_name(observation.metric)}"]
    if observation.value is not None:
        ends = [end for end in (observation.value, observation.value_max) if end is not None]
        parts[0] += " " + " to ".join(in_words(end, observation.unit) for end in ends)
    if observation.change is not None:
        plus = "+" if observation.change > 0 else ""
        parts.append(plus + in_words(observation.change, observation.change_unit))
    elif observation.direction is not None:
        parts.append(observation.direction.value)
    return ", ".join(parts)
