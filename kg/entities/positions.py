"""Who holds which post where, with the words that say so: introductions first, then labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kg.entities.cast import Person
from kg.entities.listed import printed
from kg.entities.posts import Posts, nobody
from kg.entities.same_post import same_post
from kg.model import Entity, Evidence, Predicate, Relation, Role, Transcript
from kg.persons import words


def positions(
    transcript: Transcript,
    persons: Sequence[Person],
    entities: Mapping[str, Entity],
    posts: Posts,
    firms: Mapping[str, Entity | None],
) -> Iterator[Relation]:
    """One position per person and organisation, the first statement of it; `firms` are those of analysts, by name."""
    for person in persons:
        if nobody(person):
            continue
        seen: set[tuple[str, str | None]] = set()
        asks = person.role is Role.ANALYST
        for relation in (
            *_introduced(person, entities[person.name], posts, firms[person.name]),
            *_labelled(person, entities[person.name], posts, firms[person.name]),
            *_listed(transcript, person, entities[person.name], posts, firms[person.name]),
        ):
            key = (relation.object, relation.title if relation.evidence.rule == "label" and not asks else None)
            if key not in seen:
                seen.add(key)
                yield relation


def _introduced(person: Person, entity: Entity, posts: Posts, firm: Entity | None) -> Iterator[Relation]:
    for introduction in person.introduced:
        if person.role is Role.ANALYST:
            title = person.titles[0] if person.titles else "Analyst"
            if firm and introduction.organization:
                yield _held(entity, title, firm, Evidence(introduction.evidence, introduction.turn.number, "announced"))
        elif introduction.title and not introduction.organization and (led := posts.headed(introduction.title)):
            yield _held(entity, *led, Evidence(introduction.evidence, introduction.turn.number, "introduced"))
        elif introduction.title:
            unit = posts.represented(introduction.organization) if introduction.organization else None
            evidence = Evidence(introduction.evidence, introduction.turn.number, "introduced")
            yield _held(entity, introduction.title, unit or posts.company, evidence)


def _labelled(person: Person, entity: Entity, posts: Posts, firm: Entity | None) -> Iterator[Relation]:
    turn = person.turns[0] if person.turns else None
    if turn is None or turn.label is None or not person.speakers[0].title:
        return
    evidence = Evidence(turn.label, turn.number, "label")
    title = person.speakers[0].title
    if person.role is Role.ANALYST:
        if firm:
            yield _held(entity, title, firm, evidence)
        return
    unit = posts.in_title(title)
    if unit:
        yield _held(entity, title.rpartition(", ")[0], unit, evidence)
    led = posts.headed(title)
    if led:
        yield _held(entity, *led, evidence)
        return
    told = [i.title for i in person.introduced if i.title]
    if not told:
        yield _held(entity, title, posts.company, evidence)
        return
    for post in title.split(", "):
        if post.casefold() in words("heads") and not any(same_post(post, other) for other in told):
            yield _held(entity, post, posts.company, evidence)


def _listed(
    transcript: Transcript, person: Person, entity: Entity, posts: Posts, firm: Entity | None
) -> Iterator[Relation]:
    """The post that only the printed list gives, of somebody who does not speak."""
    if person.turns or any(i.title or i.organization for i in person.introduced):
        return
    for entry in printed(transcript, person):
        evidence = Evidence(entry.words, transcript.turns[0].number, "listed")
        title = entry.entry.title or ""
        if person.role is Role.ANALYST:
            if firm:
                yield _held(entity, title or "Analyst", firm, evidence)
            continue
        unit = posts.in_title(title)
        led = posts.headed(title) or (title.rpartition(", ")[0] if unit else title, unit or posts.company)
        yield _held(entity, *led, evidence)


def _held(person: Entity, title: str, organization: Entity, evidence: Evidence) -> Relation:
    return Relation(
        evidence, person.id, Predicate.HOLDS_POSITION, organization.id, title=title, confidence=Decimal("0.95")
    )
