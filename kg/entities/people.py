"""Persons and firms of a call, its turns with speakers resolved, and the positions that people hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.called import called
from kg.entities.cast import Person, cast
from kg.entities.firms import Firms
from kg.entities.introductions import introductions
from kg.entities.positions import positions
from kg.entities.posts import Posts
from kg.entity_ids import mint
from kg.model import Entity, EntityId, EntityType, Link, Relation, Role, SpokenTurn, Transcript
from kg.persons import is_unidentified

OPERATOR = Entity(EntityId("person/operator"), EntityType.PERSON, "Operator")
UNIDENTIFIED = Entity(EntityId("person/unknown"), EntityType.PERSON, "Unknown")


@dataclass(frozen=True, slots=True)
class People:
    """Persons and firms of a call, its turns, links of the words that name them, and who holds which post."""

    entities: Mapping[EntityId, Entity]
    turns: tuple[SpokenTurn, ...]
    links: tuple[Link, ...] = ()
    positions: tuple[Relation, ...] = ()


def resolve(transcript: Transcript, company: Entity, known: Iterable[Entity] = ()) -> People:
    """Everybody of a call under the name by which it introduces them; `known` are entries of a lexicon."""
    listed = tuple(known)
    found = tuple(introductions(transcript))
    persons = cast(transcript, found, listed)
    firms = Firms((company, *listed))
    posts = Posts(company, firms, text=transcript.text, ticker=transcript.call.ticker)
    entities = {p.name: _entity(p) for p in persons}
    of_person = {p.name: posts.organization(p) for p in persons}
    turns = _turns(transcript, persons, entities, of_person)
    held = tuple(positions(transcript, persons, entities, posts, of_person))
    links = tuple(called(transcript, persons, entities, of_person))
    everything = (*entities.values(), *(e for e in of_person.values() if e), *posts.seen, company)
    used = {e.id: e for e in everything}
    used |= {e.id: e for e in (OPERATOR, UNIDENTIFIED) if any(t.speaker == e.id for t in turns)}
    return People(dict(sorted(used.items())), turns, links, held)


def _entity(person: Person) -> Entity:
    if person.known:
        return person.known
    if is_unidentified(person.name) and person.role is not Role.ANALYST:
        return UNIDENTIFIED
    return Entity(mint(EntityType.PERSON, person.name), EntityType.PERSON, person.name)


def _turns(
    transcript: Transcript,
    persons: Sequence[Person],
    entities: Mapping[str, Entity],
    organizations: Mapping[str, Entity | None],
) -> tuple[SpokenTurn, ...]:
    spoken = []
    for turn in transcript.turns:
        person = next((p for p in persons if turn in p.turns), None)
        organization = organizations[person.name] if person else None
        title = turn.speaker.title or (person.titles[0] if person and person.titles else None)
        spoken.append(
            SpokenTurn(
                number=turn.number,
                speaker=entities[person.name].id if person else OPERATOR.id,
                title=title if person else None,
                organization=organization.id if organization else None,
                role=turn.speaker.role,
                section=turn.section,
                interpreted=turn.interpreted,
                span=turn.span,
                label=turn.label,
            )
        )
    return tuple(spoken)
