"""The forms under which a call names each entity, gathered from links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Entity, EntityId, Link, Span, Surface


def with_surfaces(
    entities: Mapping[EntityId, Entity], links: Iterable[Link], garbled: frozenset[Span] = frozenset()
) -> dict[EntityId, Entity]:
    """Every linked entity with its surfaces in text order; `garbled` are the spans of corrected names."""
    seen: dict[EntityId, dict[str, Surface]] = {}
    for link in sorted(links, key=lambda link: link.mention):
        forms = seen.setdefault(link.entity, {})
        text = " ".join(link.mention.text.split())
        span = link.mention.span
        if text in forms:
            forms[text] = replace(forms[text], occurrences=forms[text].occurrences + 1)
        else:
            forms[text] = Surface(text, span, garbled=span in garbled)
    return {id: replace(entity, surfaces=tuple(seen.get(id, {}).values())) for id, entity in sorted(entities.items())}
