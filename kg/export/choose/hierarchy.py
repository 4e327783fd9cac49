"""Which units, products and other things carry enough to be drawn, and where they hang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.export.choose.content import Content, Iri, Thing, Tie

_EDGE_FOR_TYPE = {"BusinessUnit": "partOf", "Product": "offers"}
_NEVER_A_TARGET = frozenset({"Metric", "Person"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing to draw, the drawn thing that it hangs from (None for a company), and the words for that, if any."""

    thing: Thing
    parent: Iri | None
    edge: str
    tie: Tie | None = None


def placed_things(content: Content, carriers: Iterable[Iri]) -> Mapping[Iri, Placed]:
    """Companies, all their units, and every other thing that carries a figure, a cause or a question.

    What no statement attaches hangs from the company, so that nothing floats.
    """
    companies = {call.company for call in content.calls}
    carrying = {c for c in carriers if c in content.things and content.things[c].type not in _NEVER_A_TARGET}
    units = {
        t.iri for t in content.things.values() if t.type == "BusinessUnit" and companies & {*_ancestors(content, t.iri)}
    }
    kept = companies | carrying | units
    for iri in tuple(kept):
        kept.update(_ancestors(content, iri))
    ties = {(tie.subject, tie.predicate, tie.object): tie for tie in reversed(content.ties)}
    homes = _homes(content)
    return {iri: _place(content, iri, kept, ties, homes) for iri in sorted(kept) if iri in content.things}


def levels(placed: Mapping[Iri, Placed]) -> Mapping[Iri, int]:
    """How deep each thing hangs below its company."""

    def depth(iri: Iri) -> int:
        parent = placed[iri].parent
        return 0 if parent is None else 1 + depth(parent)

    return {iri: depth(iri) for iri in placed}


def top_units(placed: Mapping[Iri, Placed]) -> Mapping[Iri, Iri]:
    """For each thing the thing right below the company that it hangs from; a company is its own."""

    def climb(iri: Iri) -> Iri:
        parent = placed[iri].parent
        return iri if parent is None or placed[parent].parent is None else climb(parent)

    return {iri: climb(iri) for iri in placed}


def mentions(content: Content) -> Counter[Iri]:
    """How many statements are about each thing: figures of it, relations with it, causes that name it."""
    counts: Counter[Iri] = Counter(figure.subject for figure in content.figures)
    counts.update(iri for tie in content.ties for iri in (tie.subject, tie.object))
    counts.update(iri for cause in content.causes for iri in cause.things)
    return counts


def _ancestors(content: Content, iri: Iri) -> list[Iri]:
    seen: list[Iri] = []
    parent = content.parent(iri)
    while parent is not None and parent not in seen:
        seen.append(parent)
        parent = content.parent(parent)
    return seen


def _homes(content: Content) -> Mapping[Iri, Iri]:
    """The company on whose call a thing is first talked about."""
    company = {call.iri: call.company for call in content.calls}
    homes: dict[Iri, Iri] = {}
    for cause in content.causes:
        for iri in cause.things:
            homes.setdefault(iri, company[cause.said.call])
    for question in content.questions:
        for topic in question.topics:
            homes.setdefault(topic.iri or "", company[question.said.call])
    return homes | {f.subject: company[f.said.call] for f in reversed(content.figures)}


def _place(
    content: Content,
    iri: Iri,
    kept: set[Iri],
    ties: Mapping[tuple[Iri, str, Iri], Tie],
    homes: Mapping[Iri, Iri],
) -> Placed:
    thing = content.things[iri]
    companies = sorted(call.company for call in content.calls)
    if iri in companies:
        return Placed(thing, None, "")
    parent = content.parent(iri)
    edge = _EDGE_FOR_TYPE.get(thing.type, "mentions")
    if parent is None or parent not in kept or iri in _ancestors(content, iri):
        return Placed(thing, homes.get(iri, companies[0]), edge)
    keys = ((iri, "partOf", parent), (parent, "offers", iri), (parent, "launched", iri))
    stated = next((ties[key] for key in keys if key in ties), None)
    return Placed(thing, parent, edge, stated)
