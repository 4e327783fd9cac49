"""How the Chinese beside a call writes its names: learned from the paragraphs in which both stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Entity, EntityId, EntityType, Link, Rendering, Span, Transcript
from kg.word_lists import word_list

_LEARNED = frozenset(
    {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT, EntityType.PRODUCT, EntityType.PLACE}
)
_RUN = re.compile(r"[\u4e00-\u9fff·]+")
_SHORTEST, _LONGEST = 2, 10
_FEWEST = 3
"""As often must a name be said before its writing is learned: twice may be chance."""
_SURE = Decimal("0.9")
"""The least agreement (Dice's coefficient of the counts, paragraph by paragraph) that counts as one name."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A writing for a name: how well their counts agree, and where it first stands."""

    agreement: Decimal
    text: str
    entity: EntityId
    times: int


def chinese_names(
    transcript: Transcript, entities: Mapping[EntityId, Entity], links: Iterable[Link], misheard: Collection[Span]
) -> tuple[Rendering, ...]:
    """The Chinese writing of each name that the lexicon gives none for, the surest first taken; sorted by place.

    A mis-heard name teaches nothing: what stands beside it translates the error.
    """
    if transcript.chinese is None:
        return ()
    beside = [p.chinese for turn in transcript.turns for p in turn.paragraphs if p.chinese is not None]
    said = _said(transcript, (link for link in links if link.mention.span not in misheard))
    paragraphs = [transcript.quote(span) for span in beside]
    wanted = {
        e: counts
        for e, counts in said.items()
        if counts.total() >= _FEWEST and _to_learn(entities.get(e)) and not _kept(entities[e], paragraphs)
    }
    if not wanted:
        return ()
    writings = _writings(paragraphs)
    chosen = _one_to_one(_candidates(wanted, writings, {e: entities[e].name for e in wanted}))
    return tuple(sorted((_rendering(transcript, c, beside) for c in chosen), key=lambda r: (r.span, r.entity)))


def _to_learn(entity: Entity | None) -> bool:
    return (
        entity is not None
        and entity.type in _LEARNED
        and not any(label.language.lower().startswith("zh") for label in entity.labels)
    )


def _kept(entity: Entity, paragraphs: Iterable[str]) -> bool:
    """Whether the Chinese writes the name in Latin letters, as the English does."""
    return any(entity.name in text for text in paragraphs)


def _said(transcript: Transcript, links: Iterable[Link]) -> dict[EntityId, Counter[int]]:
    """How often each entity is named in each paragraph that has Chinese beside it."""
    places = [p.span for turn in transcript.turns for p in turn.paragraphs if p.chinese is not None]
    out: dict[EntityId, Counter[int]] = {}
    remaining = sorted(links, key=lambda link: link.mention.span)
    position = 0
    for number, place in enumerate(places):
        while position < len(remaining) and remaining[position].mention.span.start < place.start:
            position += 1
        while position < len(remaining) and remaining[position].mention.span.end <= place.end:
            out.setdefault(remaining[position].entity, Counter())[number] += 1
            position += 1
    return out


def _writings(paragraphs: Sequence[str]) -> dict[str, Counter[int]]:
    """Every run of characters that may be a name, and how often each paragraph has it, without parts of longer ones."""
    out: dict[str, Counter[int]] = {}
    for number, text in enumerate(paragraphs):
        for run in _RUN.findall(text):
            for piece in _pieces(run):
                out.setdefault(piece, Counter())[number] += 1
    often = {piece: counts for piece, counts in out.items() if counts.total() >= _FEWEST}
    whole = {part for piece, counts in often.items() for part in _parts(piece) if often.get(part) == counts}
    return {piece: counts for piece, counts in often.items() if piece not in whole}


def _pieces(run: str) -> Iterator[str]:
    joining = _characters("joining")
    first, last = joining | _characters("never_first"), joining | _characters("never_last")
    for start in range(len(run)):
        for end in range(start + _SHORTEST, min(len(run), start + _LONGEST) + 1):
            if run[start] not in first and run[end - 1] not in last:
                yield run[start:end]


def _characters(kind: str) -> frozenset[str]:
    return word_list("kg.entities", "chinese_names.toml", kind)


def _parts(piece: str) -> Iterator[str]:
    """What is left of a writing without its first or its last character."""
    if len(piece) > _SHORTEST:
        yield piece[1:]
        yield piece[:-1]


def _candidates(
    said: Mapping[EntityId, Counter[int]], writings: Mapping[str, Counter[int]], names: Mapping[EntityId, str]
) -> Iterator[_Candidate]:
    ands = _characters("ands")
    for entity, named in said.items():
        joined = bool({"and", "&"} & set(names[entity].lower().split()))
        for text, written in writings.items():
            if not named.keys() & written.keys() or (ands & set(text) and not joined):
                continue
            agreement = Decimal(2 * (named & written).total()) / (named.total() + written.total())
            if agreement >= _SURE:
                yield _Candidate(agreement.quantize(Decimal("0.01")), text, entity, written.total())


def _one_to_one(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """The surest writing of each name that no surer name has; of two as sure neither: nothing tells them apart."""
    ranked = sorted(candidates, key=lambda c: (-c.agreement, -len(c.text), c.text, c.entity))
    taken: set[str | EntityId] = set()
    for candidate in ranked:
        rivals = [c for c in ranked if c.agreement == candidate.agreement and c != candidate]
        doubtful = any(_contradicts(candidate, c) for c in rivals)
        if not taken & {candidate.text, candidate.entity} and not doubtful:
            yield candidate
        taken |= {candidate.text, candidate.entity}


def _contradicts(one: _Candidate, other: _Candidate) -> bool:
    """Whether of two writings as sure only one can be right: two of one name, or one of two names."""
    if one.entity == other.entity:
        return one.text not in other.text and other.text not in one.text
    return one.text == other.text


def _rendering(transcript: Transcript, candidate: _Candidate, beside: Sequence[Span]) -> Rendering:
    at = min(place.start + found for place in beside if (found := transcript.quote(place).find(candidate.text)) >= 0)
    span = Span(at, at + len(candidate.text))
    return Rendering(candidate.entity, candidate.text, span, candidate.times, candidate.agreement)
