"""One line of a facts file as a row: which fields each kind has, and which words they may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum

from kg.errors import FactsFileError
from kg.facts_file.fields import Fields
from kg.facts_file.rows import KINDS, DriverRow, EntityRow, ExchangeRow, ObservationRow, RelationRow, Row, TurnRow
from kg.model import Comparison, Direction, EntityType, Modality, Polarity, Predicate, Section

GOLD_ONLY: frozenset[str] = frozenset({"aka", "optional", "note", "entity_aka", "unit_aka", "period_aka"})
"""Fields that only an annotator writes, for the scorer: accepted and left out."""

_PERIOD = re.compile(r"\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?")


def parse_row(found: Mapping[str, object], place: str) -> Row:
    """A JSON object as a row; raises `FactsFileError` that begins with `place`."""
    line = Fields(found, place)
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise FactsFileError(f"{place}: unknown kind {kind!r}; expected one of {', '.join(KINDS)}")
    line.only({"kind", "call", *GOLD_ONLY, *(field.name for field in fields(KINDS[kind]))})
    return _BUILDERS[kind](line)


def _words(members: type[StrEnum]) -> list[str]:
    return [member.value for member in members]


def _turn(line: Fields) -> TurnRow:
    return TurnRow(
        id=line.text("id"),
        evidence=line.text("evidence"),
        speaker=line.maybe_text("speaker"),
        section=line.choice("section", _words(Section)),
        interpreted=line.flag("interpreted"),
        title=line.maybe_text("title"),
        organization=line.maybe_text("organization"),
        nth=line.whole("nth"),
    )


def _entity(line: Fields) -> EntityRow:
    return EntityRow(
        id=line.text("id"),
        name=line.text("name"),
        type=line.choice("type", _words(EntityType)),
        surfaces=line.texts("surfaces"),
        garbled=line.texts("garbled"),
        evidence=line.texts("evidence"),
        nth=line.wholes("nth"),
    )


def _observation(line: Fields) -> ObservationRow:
    return ObservationRow(
        id=line.text("id"),
        evidence=line.text("evidence"),
        entity=line.text("entity"),
        metric=line.text("metric"),
        speaker=line.maybe_text("speaker"),
        qualifiers=line.texts("qualifiers"),
        value=line.number("value"),
        value_max=line.number("value_max"),
        value_is_bound=line.flag("value_is_bound"),
        unit=line.maybe_text("unit"),
        change=line.number("change"),
        change_max=line.number("change_max"),
        change_is_bound=line.flag("change_is_bound"),
        change_unit=line.maybe_text("change_unit"),
        direction=line.maybe_choice("direction", _words(Direction)),
        prior_value=line.number("prior_value"),
        comparison=line.maybe_choice("comparison", _words(Comparison)),
        period=_period(line),
        modality=line.choice("modality", _words(Modality)),
        nth=line.whole("nth"),
        confidence=line.number("confidence"),
    )


def _period(line: Fields) -> str | None:
    text = line.maybe_text("period")
    if text is not None and not _PERIOD.fullmatch(text):
        raise FactsFileError(f"{line.place}: field 'period' must be a day or two days with /, got {text!r}")
    return text


def _relation(line: Fields) -> RelationRow:
    return RelationRow(
        id=line.text("id"),
        evidence=line.text("evidence"),
        subject=line.text("subject"),
        predicate=line.choice("predicate", _words(Predicate)),
        object=line.text("object"),
        speaker=line.maybe_text("speaker"),
        title=line.maybe_text("title"),
        date=line.maybe_text("date"),
        modality=line.choice("modality", _words(Modality)),
        nth=line.whole("nth"),
        confidence=line.number("confidence"),
    )


def _driver(line: Fields) -> DriverRow:
    return DriverRow(
        id=line.text("id"),
        evidence=line.text("evidence"),
        effect=line.text("effect"),
        cause=line.text("cause"),
        polarity=line.choice("polarity", _words(Polarity)),
        speaker=line.maybe_text("speaker"),
        cause_entities=line.texts("cause_entities"),
        nth=line.whole("nth"),
        confidence=line.number("confidence"),
    )


def _exchange(line: Fields) -> ExchangeRow:
    return ExchangeRow(
        id=line.text("id"),
        evidence=line.text("evidence"),
        analyst=line.maybe_text("analyst"),
        question=line.text("question"),
        speaker=line.maybe_text("speaker"),
        firm=line.maybe_text("firm"),
        topics=line.texts("topics"),
        answered_by=line.texts("answered_by"),
        nth=line.whole("nth"),
        confidence=line.number("confidence"),
    )


_BUILDERS: Mapping[str, Callable[[Fields], Row]] = {
    "turn": _turn,
    "entity": _entity,
    "observation": _observation,
    "relation": _relation,
    "driver": _driver,
    "exchange": _exchange,
}
