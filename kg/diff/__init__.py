"""What is new, gone and changed between two calls of one company."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.diff.figures import pairs
from kg.diff.guidance import compared
from kg.diff.model import AskedAgain, Change, Difference, Guided
from kg.diff.questions import asked_again
from kg.diff.side import Side, units_of
from kg.diff.things import gone, told_of
from kg.errors import NotComparable
from kg.export.choose.source import content_of
from kg.rdf.vocab import CODE, EC
from kg.store import Store

__all__ = ["AskedAgain", "Change", "Difference", "Guided", "diff"]


def diff(store: Store, one: str, other: str) -> Difference:
    """The difference between two calls, the earlier one first whichever is named first.

    Raises `UnknownName` for a call that is not there, `NotComparable` for calls of two companies or one call twice.
    """
    then, now = sorted(_sides(store, one, other), key=lambda side: (str(side.quarter or ""), side.call))
    changed, new, lost = pairs(then, now)
    spoken = {now.key(figure) for figure in now.said()}
    return Difference(
        company=now.content.things[now.company].name,
        before=then.call,
        after=now.call,
        read=now.read,
        changed=tuple(changed),
        new=tuple(new),
        in_words=tuple(c for c in lost if _key(c) in spoken),
        silent=tuple(c for c in lost if _key(c) not in spoken) if now.read else (),
        guidance=tuple(compared(then, now)),
        new_things=gone(told_of(now), then),
        gone_things=gone(told_of(then), now) if now.read else (),
        asked_again=asked_again(then, now),
    )


def _key(change: Change) -> tuple[str, str]:
    return change.unit.casefold(), change.metric.casefold()


def _sides(store: Store, one: str, other: str) -> tuple[Side, Side]:
    """The two calls, each with the names of units that either shows."""
    calls = [store.entries_of(call)[0].call for call in (one, other)]
    if calls[0] == calls[1]:
        raise NotComparable(f"{calls[0]} is one call; name two calls of one company, kg calls lists them")
    said = [store.statements(call) for call in (one, other)]
    contents = [content_of(quads, call=call) for quads, call in zip(said, calls, strict=True)]
    companies = [content.things[content.calls[0].company].name for content in contents]
    if contents[0].calls[0].company != contents[1].calls[0].company:
        raise NotComparable(
            f"{calls[0]} is a call of {companies[0]} and {calls[1]} of {companies[1]}; name two calls of one company"
        )
    units = units_of(contents)
    first, second = (
        Side(content, call, units, _read(quads)) for content, call, quads in zip(contents, calls, said, strict=True)
    )
    return first, second


def _read(statements: Iterable[ox.Quad]) -> bool:
    """Whether the prepared remarks of a call were read, as its coverage says: silence can be told from nothing else."""
    return any(
        quad.predicate == EC.section and quad.object == CODE.PreparedRemarks and _is_coverage(quad)
        for quad in statements
    )


def _is_coverage(quad: ox.Quad) -> bool:
    return isinstance(quad.subject, ox.NamedNode) and quad.subject.value.endswith("/coverage")
