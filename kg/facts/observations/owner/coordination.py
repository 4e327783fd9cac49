"""One figure for several owners: "double-digit growth in India, Vietnam and Peru", "both A and B grew 8%"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head
from kg.model import Entity, EntityId, EntityType, Link, Observation

_LISTED = "the sentence tells it of several"


def spread(
    scene: Scene, draft: Draft, observed: Observation, entities: Mapping[EntityId, Entity]
) -> Iterator[Observation]:
    """The observation once for each owner or place that is listed for it."""
    for place in observed.qualifiers:
        listed = _listed_places(scene, place, entities)
        if listed:
            rest = tuple(q for q in observed.qualifiers if q not in listed and q != place)
            yield from (replace(observed, qualifiers=(*rest, one)) for one in listed)
            return
    owners = _both(scene, observed.entity, entities)
    if len(owners) == 1 and draft.parts:
        owners = _each(scene, draft.parts[0].figure.start, observed.entity, entities)
    if len(owners) > 1:
        yield from (replace(observed, entity=owner, reason=_LISTED) for owner in owners)
        return
    yield observed


def _listed_places(scene: Scene, place: str, entities: Mapping[EntityId, Entity]) -> tuple[str, ...]:
    """The places of a list, each with the preposition of the first: "in India", "in Peru"."""
    lead = place.split()[0]
    if lead.lower() not in ("in", "across", "outside"):  # "Peru and Chile sales" are one sum
        return ()
    named = [n for n in scene.names if n.item.entity in entities and entities[n.item.entity].type is EntityType.PLACE]
    first = next((i for i, n in enumerate(named) if place.endswith(scene.doc[n.start : n.end].text)), None)
    if first is None:
        return ()
    run = _run(scene, named, first)
    return tuple(f"{lead} {scene.doc[n.start : n.end].text}" for n in run)


def _both(scene: Scene, owner: EntityId, entities: Mapping[EntityId, Entity]) -> tuple[EntityId, ...]:
    """The members of "both A and B", or of "A and B each", when one of them owns the figure."""
    units = [n for n in scene.names if n.item.entity in entities]
    for index, name in enumerate(units):
        run = _run(scene, units, index)
        both = name.start > scene.sentence.start and scene.doc[name.start - 1].lower_ == "both"
        each = run[-1].end < scene.sentence.end and scene.doc[run[-1].end].lower_ in ("each", "both")
        owners = tuple(dict.fromkeys(n.item.entity for n in run))
        if (both or each) and owner in owners:
            return owners
    return (owner,)


def _each(scene: Scene, anchor: int, owner: EntityId, entities: Mapping[EntityId, Entity]) -> tuple[EntityId, ...]:
    """The members of a list of which a clause tells the same: "strong in Paint and Ink, *which were both up 9%*"."""
    verb = clause_head(scene.doc[anchor])
    if verb.dep_ != "relcl" or not any(t.lower_ in ("both", "each") for t in verb.children):
        return (owner,)
    units = [n for n in scene.names if n.item.entity in entities and n.end <= verb.i]
    runs = [tuple(dict.fromkeys(n.item.entity for n in _run(scene, units, i))) for i in range(len(units))]
    return next((run for run in runs if owner in run), (owner,))


def _run(scene: Scene, names: list[Placed[Link]], first: int) -> list[Placed[Link]]:
    """The names that follow one another with only commas and "and" between."""
    run = [names[first]]
    for name in names[first + 1 :]:
        between = scene.doc[run[-1].end : name.start]
        if not all(t.lower_ in (",", "and", "&", "the", "in", "as", "well") for t in between):
            break
        run.append(name)
    return run
