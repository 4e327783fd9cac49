"""The segment under which a call reports its lines: "Turning to Widgets", "Next, the Widgets segment"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene, has_known_parent
from kg.facts.relations.words import word_list
from kg.model import Entity, EntityId, EntityType, Predicate

_EARLY = 8  # tokens from the start of a sentence within which it announces its topic


def sectioned(spoken: Sequence[Scene]) -> Iterator[tuple[Scene, Claim]]:
    """Announced units as parts of the company, and the units reported under each, until the next, as its parts."""
    section: Entity | None = None
    known: set[EntityId] = set()
    turn = 0
    for scene in spoken:
        if scene.passage.turn.number != turn:
            section, turn = None, scene.passage.turn.number
        for sentence in scene.passage.doc.sents:
            named = [n for n in scene.names if _is_line(n) and n.words.sent.start == sentence.start]
            opened = _opened(sentence, named)
            if opened is not None:
                section = opened.entity if _reports(sentence) else None
                known.add(opened.entity.id)
                yield scene, _part(opened, scene.company, opened.words.start)
            elif _turns(sentence) and _reports(sentence):
                section = None
            elif named and sentence[0].lower_ == "in" and named[0].entity.id in known:
                section = named[0].entity
            elif section is not None and scene.we is not None:
                yield from ((scene, _part(n, section, n.words.start)) for n in named if _reported(sentence, n, known))


def _is_line(named: Named) -> bool:
    return named.entity.type is EntityType.BUSINESS_UNIT and not has_known_parent(named.entity)


def _opened(sentence: DocSpan, named: list[Named]) -> Named | None:
    """The unit that a sentence turns to, if it opens with a word of turning."""
    if not _turns(sentence) or len(named) != 1:
        return None
    return named[0] if named[0].words.start - sentence.start <= _EARLY else None


def _turns(sentence: DocSpan) -> bool:
    turns = any(t.lower_ in word_list("turning") for t in sentence[:4])
    return turns and any(t.lower_ in {"to", "segment", "segments"} for t in sentence[: _EARLY * 2])


def _reports(sentence: DocSpan) -> bool:
    """Whether an announcement is of a reporting unit, not of one more topic."""
    return any(t.lower_ in word_list("segments") | {"slide", "page", "results"} for t in sentence)


def _reported(sentence: DocSpan, named: Named, known: set[EntityId]) -> bool:
    """Whether a sentence reports a unit: it is named early, or with the measure that it moves."""
    if named.entity.id in known or named.words.start - sentence.start > _EARLY:
        return False
    after = sentence.doc[named.words.end : min(named.words.end + 3, sentence.end)]
    return any(t.lower_ in word_list("measured") or t.pos_ == "VERB" for t in after)


def _part(named: Named, whole: Entity, start: int) -> Claim:
    words = (start, named.words.end)
    return Claim(named.entity.id, Predicate.PART_OF, whole.id, words, "relation/section")
