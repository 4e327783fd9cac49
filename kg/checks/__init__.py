"""Checks of what was read: arithmetic, languages, structure, and offsets where the transcript is at hand."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.checks.arithmetic import arithmetic
from kg.checks.finding import Ask, Finding
from kg.checks.languages import languages
from kg.checks.offsets import offsets

__all__ = ["Ask", "Finding", "arithmetic", "check", "languages", "offsets", "run_checks"]


def run_checks(statements: Iterable[ox.Quad], *, shapes: bool = True) -> tuple[Finding, ...]:
    """All findings about some documents; `statements` hold their graphs, the registry, derived ones and the codes."""
    found = tuple(statements)
    memory = ox.Store()
    memory.bulk_extend(found)

    def ask(query: str) -> ox.QuerySolutions:
        answer = memory.query(query, use_default_graph_as_union=True)
        assert isinstance(answer, ox.QuerySolutions)
        return answer

    return check(ask, found if shapes else None)


def check(ask: Ask, statements: Iterable[ox.Quad] | None = None) -> tuple[Finding, ...]:
    """All findings of queries, and of shapes where statements are given, by call and place."""
    found = [*arithmetic(ask), *languages(ask)]
    if statements is not None:
        from kg.checks.shapes import broken_shapes  # SHACL brings rdflib along, half a second that queries do not need

        found += broken_shapes(statements, ask)
    return tuple(sorted(found))
