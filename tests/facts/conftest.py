"""Invented calls with names and metrics marked by hand, parsed by the real English pipeline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import pytest

from kg.facts.context import Context
from kg.language import annotate, load
from kg.model import (
    CallInfo,
    Entity,
    EntityId,
    EntityType,
    Link,
    Mention,
    MentionKind,
    Paragraph,
    Role,
    Section,
    Span,
    Speaker,
    SpokenTurn,
    Transcript,
    Turn,
)

HOUSE = Entity(EntityId("company/oakfield"), EntityType.ORGANIZATION, "Oakfield")
Said = Sequence[tuple[Role, str]]
Spoken = Callable[[Said, Mapping[str, Entity]], Context]


@pytest.fixture(scope="session")
def spoken() -> Spoken:
    """A context made of turns (who speaks, the words; one paragraph a line) and of the entity that each form names."""
    return _context


def _context(said: Said, forms: Mapping[str, Entity]) -> Context:
    text = "\n".join(words for _, words in said)
    turns = tuple(_turns(said))
    transcript = Transcript(text, "oakfield", "ab" * 32, "by-hand", CallInfo("Oakfield"), turns)
    known = {"Oakfield": HOUSE, **forms}
    links = tuple(_links(text, known))
    metric = EntityType.METRIC
    return Context(
        transcript=transcript,
        passages=tuple(annotate(transcript, load())),
        company=HOUSE.id,
        entities={e.id: e for e in known.values()},
        turns=tuple(_spoken_turn(turn) for turn in turns),
        names=tuple(link for link in links if link.mention.type is not metric),
        metrics=tuple(link for link in links if link.mention.type is metric),
        quantities=(),
        periods=(),
    )


def _turns(said: Said) -> Iterator[Turn]:
    start = 0
    for number, (role, words) in enumerate(said, 1):
        paragraphs = tuple(Paragraph(Span(m.start(), m.end()).shifted(start)) for m in re.finditer(r"[^\n]+", words))
        yield Turn(number, Speaker(f"Speaker {number}", role=role), None, paragraphs, Section.PREPARED)
        start += len(words) + 1


def _spoken_turn(turn: Turn) -> SpokenTurn:
    speaker = EntityId(f"person/speaker-{turn.number}")
    house = HOUSE.id if turn.speaker.role is Role.EXECUTIVE else None
    return SpokenTurn(turn.number, speaker, None, house, turn.speaker.role, turn.section, False, turn.span)


def _links(text: str, forms: Mapping[str, Entity]) -> Iterator[Link]:
    """Every place where a form stands as a word, the longest form where two overlap, in text order."""
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{pattern})\b", text):
        entity = forms[match[0]]
        kind = MentionKind.METRIC if entity.type is EntityType.METRIC else MentionKind.NAME
        mention = Mention(Span(match.start(), match.end()), kind, match[0], "by-hand", type=entity.type)
        yield Link(mention, entity.id, Decimal(1), "by hand")
