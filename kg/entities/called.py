"""Where a call names its people and their firms: full names, first names, "Mr. Lund", and the labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kg.entities.cast import Person
from kg.entities.firms import bare
from kg.entities.introductions import spoken
from kg.entities.listed import printed
from kg.entities.posts import nobody
from kg.entities.spoken_names import Forms, in_speech
from kg.model import Entity, Link, Mention, MentionKind, Role, Span, Transcript, Turn
from kg.persons import is_generic


def called(
    transcript: Transcript,
    persons: Sequence[Person],
    entities: Mapping[str, Entity],
    organizations: Mapping[str, Entity | None],
) -> Iterator[Link]:
    """Links of every name of a person or of an analyst's firm, in text order."""
    links: dict[Span, Link] = {}
    named = [p for p in persons if not nobody(p)]
    for turn in transcript.turns:
        person = next((p for p in named if turn in p.turns), None)
        for link in _in_label(transcript, turn, person, entities, organizations):
            links[link.mention.span] = link
    for person in named:
        firm = organizations[person.name]
        for introduction in person.introduced:
            name = introduction.span
            links.setdefault(name, _link(transcript, name, entities[person.name], "introduced under this name"))
            if firm and introduction.firm_span and person.role is Role.ANALYST:
                links[introduction.firm_span] = _link(
                    transcript, introduction.firm_span, firm, "announced with the analyst"
                )
    for person in named:
        for link in _in_list(transcript, person, entities[person.name], organizations[person.name]):
            links.setdefault(link.mention.span, link)
    forms = Forms.of(named)
    for turn in transcript.turns:
        text = spoken(transcript, turn)
        for span, person, reason in in_speech(text, turn, forms):
            if not any(span.overlaps(other) for other in links if other != span):
                links[span] = _link(transcript, span, entities[person.name], reason)
    yield from (links[span] for span in sorted(links))


def _link(transcript: Transcript, span: Span, entity: Entity, reason: str) -> Link:
    mention = Mention(span, MentionKind.NAME, transcript.quote(span), "people", entity=entity.id, type=entity.type)
    return Link(mention, entity.id, Decimal("0.95"), reason)


def _in_label(
    transcript: Transcript,
    turn: Turn,
    person: Person | None,
    entities: Mapping[str, Entity],
    organizations: Mapping[str, Entity | None],
) -> Iterator[Link]:
    """The name in a label, and the firm beside it."""
    if person is None or turn.label is None:
        return
    label = transcript.quote(turn.label)
    place = -1 if is_generic(turn.speaker.name) else label.find(turn.speaker.name)
    if place >= 0:
        span = Span(place, place + len(turn.speaker.name)).shifted(turn.label.start)
        yield _link(transcript, span, entities[person.name], "the label of a turn")
    firm = organizations[person.name]
    name = bare(turn.speaker.organization) if turn.speaker.organization else ""
    place = label.find(name) if name else -1
    if place >= 0 and firm:
        yield _link(transcript, Span(place, place + len(name)).shifted(turn.label.start), firm, "the label of a turn")


def _in_list(transcript: Transcript, person: Person, entity: Entity, firm: Entity | None) -> Iterator[Link]:
    """The name in the printed list, and an analyst's firm beside it."""
    for entry in printed(transcript, person):
        yield _link(transcript, entry.name, entity, "the list of participants")
        if entry.firm and firm and person.role is Role.ANALYST:
            yield _link(transcript, entry.firm, firm, "the list of participants")
