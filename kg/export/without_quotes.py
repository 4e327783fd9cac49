"""Takes the transcript's words out of a graph: names, figures, offsets and hashes stay, longer runs of text go."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.vocab import EC, SKOS

QUOTING = (EC.causeText, EC.condition, EC.cue, EC.hedge, EC.qualifier, EC.topicText)
"""Properties whose value is always copied from the transcript."""

NAMING = (EC.text, EC.otherName, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
"""Properties that may hold a name as it was said; what is longer than a name goes."""

LONGEST_NAME = 5


def without_quotes(statements: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
    """The same graph without evidence text, wordings of causes, hedges, conditions, restrictions and free topics.

    A series that is narrowed by a restriction loses its name, which repeats the restriction.
    """
    kept = tuple(statements)
    spoken = {quad.subject for quad in kept if quad.predicate in (EC.begin, EC.occurrences)}
    named = {quad.subject for quad in kept if quad.predicate in (EC.refersTo,)}
    narrowed = {quad.subject for quad in kept if quad.predicate == EC.qualifier}
    return tuple(
        quad
        for quad in kept
        if quad.predicate not in QUOTING
        and not (quad.predicate == EC.name and quad.subject in narrowed)
        and not (quad.predicate == EC.text and quad.subject in spoken - named)
        and not (quad.predicate in NAMING and _is_long(quad))
    )


def _is_long(quad: ox.Quad) -> bool:
    words = quad.object.value if isinstance(quad.object, ox.Literal) else ""
    return len(words.split()) > LONGEST_NAME or len(words) > 12 * LONGEST_NAME
