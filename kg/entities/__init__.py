"""Linking: which thing each mention of a call denotes, mis-heard names repaired with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from kg.entities.groups import groups
from kg.entities.kinds import Places
from kg.entities.linked import Linked
from kg.entities.linking import company_of, in_header, link_names
from kg.entities.measures import link_metrics
from kg.entities.mishearings import Repair, by_known_mishearing
from kg.entities.parents import with_parents
from kg.entities.people import resolve
from kg.entities.repairs import corrections, heard_form
from kg.entities.repairs import links as repair_links
from kg.entities.sounds import by_own_names, by_sound
from kg.entities.surfaces import with_surfaces
from kg.facts.context import Context
from kg.language import Passage
from kg.lexicon import CompanyLexicon, Lexicon
from kg.lexicon.metrics import load_metrics
from kg.mentions import Found
from kg.mentions.lexicon import MISHEARD
from kg.model import Entity, EntityId, Link, Mention, Transcript
from kg.rdf.resources import ontology_path

__all__ = ["Linked", "link"]


def link(
    transcript: Transcript,
    passages: Sequence[Passage],
    found: Found,
    lexicon: Lexicon,
    *,
    repairs: bool = True,
    rejected: Collection[tuple[str, EntityId]] = frozenset(),
) -> Linked:
    """Resolve everything found in a call; without `repairs` no mis-heard name is read as another.

    `rejected` are pairs of words, in lower case, and the entity that they must not be read as.
    """
    company = company_of(transcript.call, lexicon)
    own = lexicon.of_call(transcript.call)
    listed = tuple(lexicon.known(transcript.call))
    known = {entity.id: entity for entity in listed}
    people = resolve(transcript, company, listed)
    free = _without(found.names, people.links)
    places = _places(passages, free)
    repaired = _repairs(transcript, free, places, own, people.entities.values()) if repairs else []
    repaired = [r for r in repaired if (heard_form(r.mention), r.meant.id) not in rejected]
    mended = {r.mention for r in repaired}
    heard = _as_heard(m for m in free if m not in mended)
    names = link_names(transcript, heard, places, company, known, tuple(people.entities.values()))
    table = load_metrics(ontology_path() / "codes" / "metrics.ttl")
    metrics, measures, wrong_metrics = link_metrics(found.metrics, table, own if repairs else None, rejected=rejected)
    header = in_header(transcript, company)
    spoken = (*names.links, *people.links, *repair_links(repaired))
    name_links = tuple(sorted((*header, *spoken), key=lambda link: link.mention))
    corrected = tuple(sorted((*corrections(repaired), *wrong_metrics), key=lambda c: c.span))
    entities = {**{r.meant.id: r.meant for r in repaired}, **names.entities, **people.entities, **measures}
    entities = with_parents(transcript, entities, name_links, places, company.id)
    return Linked(
        Context(
            transcript,
            tuple(passages),
            company.id,
            with_surfaces(entities, (*name_links, *metrics), frozenset(c.span for c in corrected)),
            people.turns,
            name_links,
            metrics,
            found.quantities,
            found.periods,
        ),
        people.positions,
        corrected,
    )


def _repairs(
    transcript: Transcript,
    mentions: Sequence[Mention],
    places: Places,
    own: CompanyLexicon | None,
    people: Iterable[Entity],
) -> list[Repair]:
    """All repairs of names, the better founded first; a mention is repaired once."""
    known = by_known_mishearing(transcript, mentions, places, own)
    mended = {r.mention for r in known}
    left = groups(_as_heard(m for m in mentions if m not in mended))
    return [*known, *by_sound(left, places, own), *by_own_names(left, places, people)]


def _as_heard(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions of a listed mis-hearing that were not repaired: a name of its own with capitals, else none."""
    out = []
    for mention in mentions:
        if mention.rule != MISHEARD:
            out.append(mention)
        elif mention.text[:1].isupper():
            out.append(replace(mention, entity=None, type=None))
    return out


def _without(mentions: Sequence[Mention], links: Sequence[Link]) -> list[Mention]:
    """The mentions that no link overlaps."""
    taken = [link.mention.span for link in links]
    return [m for m in mentions if not any(m.span.overlaps(span) for span in taken)]


def _places(passages: Sequence[Passage], mentions: Sequence[Mention]) -> dict[Mention, tuple[Passage, DocSpan]]:
    """Where each mention stands in the annotated call."""
    out: dict[Mention, tuple[Passage, DocSpan]] = {}
    remaining = sorted(mentions)
    for passage in passages:
        while remaining and remaining[0].span.start < passage.paragraph.span.end:
            mention = remaining.pop(0)
            words = passage.words(mention.span)
            if words is not None:
                out[mention] = (passage, words)
    return out
