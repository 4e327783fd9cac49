"""Repairs by sound: a name that nothing else explains, and that sounds like one the company or the call knows.

The rarer the evidence, the stricter: with a lexicon of the company an unlisted name may be read as a listed one;
without, only a name heard once or twice as one that the call speaks often, or as a participant's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.entities.groups import Group
from kg.entities.kinds import Places
from kg.entities.mishearings import Repair
from kg.entities.phonetic import letters, letters_apart, likeness, one_letter_off, sound
from kg.entities.slots import is_address, is_reported, is_unit_of_figures
from kg.lexicon import CompanyLexicon
from kg.mentions.words import first_names
from kg.model import Entity, EntityType, Mention

ALIKE = 0.85
CLOSE = 0.9
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A name that a mis-hearing may be read as, and what it names."""

    form: str
    entity: Entity


def by_sound(found: Sequence[Group], places: Places, own: CompanyLexicon | None) -> list[Repair]:
    """Repairs of unlisted names, and of places where only a unit can stand, towards names of the lexicon."""
    if own is None:
        return []
    known = [
        Known(label.text, e) for e in own.members for label in e.labels if _may_be_meant(label.language, label.kind)
    ]
    out: list[Repair] = []
    for group in found if known else ():
        if group.entity is None:
            out += _of_name(group, places, known)
        elif group.type is EntityType.PLACE:
            out += _of_place(group, places, known)
    return out


def _may_be_meant(language: str, kind: str) -> bool:
    return language.startswith("en") and kind != "hidden"


def _of_name(group: Group, places: Places, known: Sequence[Known]) -> list[Repair]:
    heard = group.name
    if heard.isupper() and len(heard) <= 5:
        return _of_acronym(group, places, known)
    if len(letters(heard)) < 4:
        return []
    best = max(known, key=lambda k: (likeness(heard, k.form), k.form))
    if letters(best.form) == letters(heard):
        return _all(group.mentions, best, f"{heard} is {best.form} but for blanks and capitals", 0.9)
    alike = likeness(heard, best.form)
    if alike < CLOSE or abs(len(letters(heard)) - len(letters(best.form))) > 2:
        return []
    return _all(
        group.mentions, best, f"no thing of this name is known, and it sounds like {best.form}", round(alike - 0.1, 2)
    )


def _of_acronym(group: Group, places: Places, known: Sequence[Known]) -> list[Repair]:
    """One letter off an acronym of a unit, where the unit's figures are given."""
    near = [k for k in known if k.entity.type is EntityType.BUSINESS_UNIT and one_letter_off(group.name, k.form)]
    if len({k.entity.id for k in near}) != 1:
        return []
    fitting = [m for m in group.mentions if m in places and is_unit_of_figures(places[m][1])]
    reason = f"one letter from {near[0].form}, where the figures of a unit are given"
    return _all(group.mentions if fitting else (), near[0], reason, 0.8)


def _of_place(group: Group, places: Places, known: Sequence[Known]) -> list[Repair]:
    """A place in a list of units, where one unit sounds like it."""
    units = [
        k for k in known if k.entity.type is EntityType.BUSINESS_UNIT and likeness(group.name, k.form) >= CLOSE - 0.1
    ]
    if len({k.entity.id for k in units}) != 1:
        return []
    fitting = [m for m in group.mentions if m in places and is_reported(places[m][1])]
    reason = f"the figures of a unit are given here, and {units[0].form} sounds like {group.name}"
    return _all(fitting, units[0], reason, 0.75)


def by_own_names(found: Sequence[Group], places: Places, people: Iterable[Entity]) -> list[Repair]:
    """Repairs of persons' names towards the participants of the call."""
    persons = [Known(e.name, e) for e in people if e.type is EntityType.PERSON and len(e.name.split()) > 1]
    called = {word for p in persons for word in p.form.split()}
    out: list[Repair] = []
    for group in found:
        if group.name in called or len(group.mentions) >= OFTEN:
            continue
        if group.entity is None and group.type in {None, EntityType.PERSON}:
            meant = [p for p in persons if is_same_person_misheard(group.name, p.form)]
            if len(meant) == 1:
                reason = f"{meant[0].form} takes part in the call, and nobody of this name does"
                whole = len(group.name.split()) > 1
                fitting = [m for m in group.mentions if whole or (m in places and is_address(places[m][1]))]
                out += _all(fitting, meant[0], reason, 0.8)
    return out


def is_same_person_misheard(heard: str, name: str) -> bool:
    """Whether a full name or given name differs from a participant's in the spelling of one part that sounds alike.

    A given name that people bear is taken for what it says but for one letter: Erica is Erika, Michelle not Michael.

    >>> is_same_person_misheard("Dana Witlok", "Dana Whitlock"), is_same_person_misheard("Dana Moss", "Dana Whitlock")
    (True, False)
    >>> is_same_person_misheard("Michelle", "Michael Roth"), is_same_person_misheard("Erica", "Erika Roth")
    (False, True)
    """
    a, b = heard.split(), name.split()
    if len(a) == 1:
        return (
            heard != b[0]
            and (heard not in first_names() or letters_apart(heard, b[0]) == 1)
            and len(heard) > 4
            and sound(heard) == sound(b[0])
            and likeness(heard, b[0]) >= ALIKE
        )
    if len(a) != len(b) or heard == name:
        return False
    same = [x == y for x, y in zip(a, b, strict=True)]
    if sum(same) != len(a) - 1:
        return False
    x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
    return sound(x) == sound(y) or likeness(x, y) >= CLOSE


def _all(mentions: Sequence[Mention], meant: Known, reason: str, confidence: float) -> list[Repair]:
    return [Repair(m, meant.entity, reason, confidence) for m in mentions]
