"""Firms as labels and operators name them: one canonical form, from a lexicon where it knows the firm."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.entity_ids import mint
from kg.legal_forms import as_compared, without_form
from kg.model import Entity, EntityType

_DIVISION = re.compile(r",?\s*(?:Research Division|Equity Research|Global (?:Markets )?Research|Cross Asset Research)$")


def bare(firm: str) -> str:
    """A firm's name without its research division: what a label says of the firm itself.

    >>> bare("Harbour Bank, Inc., Research Division")
    'Harbour Bank, Inc.'
    """
    return _DIVISION.sub("", " ".join(firm.split())).rstrip(",")


def clean(firm: str) -> str:
    """A firm's name without division and legal form.

    >>> clean("Harbour & Co. LLC, Research Division"), clean("Lund Bank PLC")
    ('Harbour & Co', 'Lund Bank')
    """
    name = bare(firm)
    shorter = re.sub(r"\s+(?:&|and)$", "", without_form(name))
    return shorter.strip(" .,") or name


class Firms:
    """Firms by every form of their names; a form that nobody knows makes a new firm."""

    def __init__(self, known: Iterable[Entity]) -> None:
        self._by_form: dict[str, Entity] = {}
        for entity in known:
            if entity.type is not EntityType.PERSON:
                for name in (entity.name, *(label.text for label in entity.labels)):
                    self._by_form.setdefault(as_compared(name), entity)

    def of(self, name: str) -> Entity:
        """The firm of a name: listed, or the same as one before but for its last word, or new."""
        for form in (bare(name), clean(name)):
            if entity := self._by_form.get(as_compared(form)):
                return entity
        new = Entity(mint(EntityType.ORGANIZATION, clean(name)), EntityType.ORGANIZATION, clean(name))
        self._by_form[as_compared(clean(name))] = new
        self._by_form[as_compared(bare(name))] = new
        return new

    def also(self, name: str, entity: Entity) -> None:
        """Take down that a firm goes by another name in this call."""
        self._by_form.setdefault(as_compared(name), entity)

    def knows(self, name: str) -> bool:
        """Whether a name has an entry."""
        return as_compared(bare(name)) in self._by_form or as_compared(clean(name)) in self._by_form
