"""Products and units that one call tells something of and the other does not name."""

from __future__ import annotations

from kg.diff.side import UNITS, Side
from kg.export.choose.content import Thing


def told_of(side: Side) -> tuple[Thing, ...]:
    """Units and products of which a call says more than their name, in order of their names."""
    content = side.content
    claimed = {figure.subject for figure in content.figures}
    claimed |= {thing for cause in content.causes for thing in cause.things}
    claimed |= {end for tie in content.ties for end in (tie.subject, tie.object)}
    claimed |= {topic.iri for question in content.questions for topic in question.topics if topic.iri}
    things = (thing for iri, thing in content.things.items() if iri in claimed and thing.type in UNITS)
    return tuple(sorted(things, key=lambda thing: (thing.name.casefold(), thing.iri)))


def gone(things: tuple[Thing, ...], other: Side) -> tuple[str, ...]:
    """Those that the other call does not name in any way: neither by themselves nor before a metric."""
    named = {thing.name.casefold() for thing in other.content.things.values()}
    named |= {other.key(figure)[0] for figure in other.content.figures}
    return tuple(dict.fromkeys(thing.name for thing in things if thing.name.casefold() not in named))
