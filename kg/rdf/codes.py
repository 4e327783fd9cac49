"""Each closed set of the model beside its codes in the graph, and the inverse."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import pyoxigraph as ox

from kg.model import (
    Basis,
    Comparison,
    Direction,
    EntityType,
    Modality,
    Polarity,
    Predicate,
    RepairKind,
    Responsiveness,
    ReviewStatus,
    Role,
    Section,
)
from kg.rdf import iris
from kg.rdf.vocab import CODE, EC, UNIT
from kg.values.unit import is_currency

Member = TypeVar("Member", bound=StrEnum)

MODALITY: Mapping[Modality, ox.NamedNode] = {
    Modality.ACTUAL: CODE.Actual,
    Modality.GUIDANCE: CODE.Guidance,
    Modality.TARGET: CODE.Target,
    Modality.HYPOTHETICAL: CODE.Hypothetical,
    Modality.REPORTED_BY_OTHER: CODE.ReportedByOther,
}
DIRECTION: Mapping[Direction, ox.NamedNode] = {
    Direction.UP: CODE.Increase,
    Direction.DOWN: CODE.Decrease,
    Direction.FLAT: CODE.Flat,
    Direction.NARROWED: CODE.Narrowed,
    Direction.WIDENED: CODE.Widened,
}
COMPARISON: Mapping[Comparison, ox.NamedNode] = {
    Comparison.YOY: CODE.YearOverYear,
    Comparison.QOQ: CODE.QuarterOverQuarter,
    Comparison.OTHER: CODE.Other,
}
BASIS: Mapping[Basis, ox.NamedNode] = {Basis.GAAP: CODE.Gaap, Basis.NON_GAAP: CODE.NonGaap}
POLARITY: Mapping[Polarity, ox.NamedNode] = {Polarity.RAISES: CODE.Raises, Polarity.LOWERS: CODE.Lowers}
SECTION: Mapping[Section, ox.NamedNode] = {
    Section.PREPARED: CODE.PreparedRemarks,
    Section.QA: CODE.QuestionsAndAnswers,
}
SIDE: Mapping[Role, ox.NamedNode] = {
    Role.EXECUTIVE: CODE.Management,
    Role.ANALYST: CODE.Analyst,
    Role.OPERATOR: CODE.Operator,
    Role.UNKNOWN: CODE.UnknownSide,
}
RESPONSIVENESS: Mapping[Responsiveness, ox.NamedNode] = {
    Responsiveness.ANSWERED: CODE.Answered,
    Responsiveness.PARTLY: CODE.Partly,
    Responsiveness.DEFLECTED: CODE.Deflected,
    Responsiveness.DECLINED: CODE.Declined,
}
REPAIR: Mapping[RepairKind, ox.NamedNode] = {
    RepairKind.HOMOPHONE: CODE.Homophone,
    RepairKind.NEAR_ACRONYM: CODE.NearAcronym,
    RepairKind.SPACING: CODE.Spacing,
    RepairKind.OMISSION: CODE.Omission,
    RepairKind.WRONG_TERM: CODE.WrongTerm,
}
REVIEW: Mapping[ReviewStatus, ox.NamedNode] = {
    ReviewStatus.PROPOSED: CODE.Proposed,
    ReviewStatus.ACCEPTED: CODE.Accepted,
}
PREDICATE: Mapping[Predicate, ox.NamedNode] = {p: getattr(EC, p.value) for p in Predicate}
CLASS: Mapping[EntityType, ox.NamedNode] = {
    EntityType.PERSON: EC.Person,
    EntityType.ORGANIZATION: EC.Company,
    EntityType.BUSINESS_UNIT: EC.Segment,
    EntityType.PRODUCT: EC.Product,
    EntityType.EVENT: EC.CorporateEvent,
    EntityType.PLACE: EC.Market,
    EntityType.METRIC: EC.Metric,
}

_UNITS: Mapping[str, ox.NamedNode] = {
    "percent": UNIT.PERCENT,
    "percentage points": CODE.PercentagePoint,
    "bps": CODE.BasisPoint,
    "times": CODE.Times,
    "rank": CODE.Rank,
}
_CURRENCY_IRI = iris.currency("XXX").value.removesuffix("XXX")


def member(codes: Mapping[Member, ox.NamedNode], code: ox.NamedNode) -> Member:
    """The member that a code stands for; raises `KeyError` for a code of another list.

    >>> member(DIRECTION, CODE.Increase)
    <Direction.UP: 'up'>
    """
    for key, value in codes.items():
        if value == code:
            return key
    raise KeyError(f"{code} is no code of this list")


def unit_of(name: str) -> tuple[ox.NamedNode, str | None]:
    """A unit of the facts file as a unit of the graph, with the thing counted where it is a count.

    >>> unit_of("people")[1], unit_of("CNY")[0].value
    ('people', 'http://qudt.org/vocab/unit/CCY_CNY')
    """
    if name in _UNITS:
        return _UNITS[name], None
    if is_currency(name):
        return iris.currency(name), None
    return UNIT.NUM, name


def unit_name(unit: ox.NamedNode, thing: str | None) -> str:
    """The inverse of `unit_of`.

    >>> unit_name(*unit_of("percentage points"))
    'percentage points'
    """
    if unit.value.startswith(_CURRENCY_IRI):
        return unit.value.removeprefix(_CURRENCY_IRI)
    if unit == UNIT.NUM:
        return thing or ""
    return next(name for name, node in _UNITS.items() if node == unit)
