"""Linking: which thing each mention of a call denotes, mis-heard names repaired with a reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from kg.entities.chinese_names import chinese_names
from kg.entities.linked import Linked
from kg.entities.linking import company_of, in_header, link_names
from kg.entities.listings import listings
from kg.entities.measures import link_metrics
from kg.entities.mending import mend
from kg.entities.parents import with_parents
from kg.entities.people import resolve
from kg.entities.repairs import corrections, heard_form
from kg.entities.repairs import links as repair_links
from kg.entities.scoped import bare, scoped
from kg.entities.surfaces import with_surfaces
from kg.facts.context import Context
from kg.language import Passage
from kg.lexicon import Lexicon
from kg.lexicon.own_metrics import metrics_of_call
from kg.mentions import Found
from kg.model import EntityId, Link, Mention, Transcript

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
    rejected = {*rejected, *((words, bare(meant)) for words, meant in rejected)}
    company = company_of(transcript.call, lexicon)
    own = lexicon.of_call(transcript.call)
    listed = tuple(lexicon.known(transcript.call))
    known = {entity.id: entity for entity in listed}
    people = resolve(transcript, company, listed)
    free = _without(found.names, people.links)
    places = _places(passages, free)
    mended = mend(
        transcript,
        free,
        places,
        own,
        people.entities.values(),
        allowed=lambda r: repairs and (heard_form(r.mention), r.meant.id) not in rejected,
    )
    names = link_names(transcript, mended.heard, places, company, known, tuple(people.entities.values()))
    told, table = own if repairs else None, metrics_of_call(own, transcript.text)
    metrics, measures, wrong_metrics = link_metrics(found.metrics, table, told, rejected=rejected)
    traded = listings(transcript, company, listed)
    headed = (*in_header(transcript, company), *(link for link, _ in traded))
    spoken = (*headed, *names.links, *people.links, *repair_links(mended.repairs))
    name_links = tuple(sorted(spoken, key=lambda link: link.mention))
    corrected = tuple(sorted((*corrections(mended.repairs), *wrong_metrics), key=lambda c: c.span))
    exchanges = {fact.object: known[fact.object] for _, fact in traded}
    entities = {
        **exchanges,
        **{r.meant.id: r.meant for r in mended.repairs},
        **names.entities,
        **people.entities,
        **measures,
    }
    entities = with_parents(transcript, entities, name_links, places, company.id)
    found_in_call = Linked(
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
            table,
        ),
        (*people.positions, *(fact for _, fact in traded)),
        corrected,
    )
    linked = scoped(found_in_call)
    context, misheard = linked.context, frozenset(c.span for c in linked.corrections)
    return replace(linked, renderings=chinese_names(transcript, context.entities, context.names, misheard))


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
