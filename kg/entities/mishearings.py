"""Repairs by a known mis-hearing (`skos:hiddenLabel`): at once where the form is no word of its own, else by context.

"Revenue from Peru grew 8%" can be Perroux, the company's logistics unit, since a country stands in no list of
segments; "our team in Peru" in the same call stays Peru.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.kinds import Places
from kg.entities.slots import is_adopted, is_reported
from kg.lexicon import CompanyLexicon
from kg.mentions.lexicon import MISHEARD, words_of
from kg.model import Entity, EntityId, EntityType, Mention, Transcript


@dataclass(frozen=True, slots=True)
class Repair:
    """A mention read as another thing than it says, with the reason."""

    mention: Mention
    meant: Entity
    support: str
    confidence: float


def by_known_mishearing(
    transcript: Transcript, mentions: Sequence[Mention], places: Places, own: CompanyLexicon | None
) -> list[Repair]:
    """Repairs that the company's lexicon foresees and the context allows, in text order."""
    if own is None:
        return []
    hidden = _hidden(own.members)
    found: list[Repair] = []
    for mention in mentions:
        for meant in hidden.get(words_of(mention.text), ()):
            support = _support(transcript, mention, meant, mentions, places, found)
            if support is not None:
                found.append(Repair(mention, meant, *support))
                break
    return found


def _hidden(members: Iterable[Entity]) -> Mapping[tuple[str, ...], list[Entity]]:
    out: dict[tuple[str, ...], list[Entity]] = {}
    for entity in members:
        for label in entity.labels:
            if label.kind == "hidden":
                out.setdefault(words_of(label.text), []).append(entity)
    return out


def _support(
    transcript: Transcript,
    mention: Mention,
    meant: Entity,
    mentions: Sequence[Mention],
    places: Places,
    before: Sequence[Repair],
) -> tuple[str, float] | None:
    """The reason to read a mention as `meant`, with the confidence that it gives; None where there is none."""
    if mention.rule == MISHEARD and not _is_a_word(mention.text):
        return f"the lexicon knows {mention.text} as a mis-hearing of {meant.name}", 0.9
    if mention not in places:
        return None
    _passage, words = places[mention]
    if meant.type is EntityType.BUSINESS_UNIT and is_reported(words):
        return f"figures of a unit are reported here, and {mention.text} is none", 0.85
    if meant.type is EntityType.PRODUCT and is_adopted(words):
        return f"{mention.text} cannot be adopted as a product; {meant.name} is known to be mis-heard so", 0.8
    if _completes_label(words.doc[words.end : words.end + 3].text, meant):
        return f"what follows completes a name of {meant.name}", 0.7
    sentence = set(words_of(words.sent.text)) - set(words_of(mention.text))
    if any(len(w) > 3 and w in sentence for label in meant.labels if label.kind == "alt" for w in words_of(label.text)):
        return f"another word of a name of {meant.name} stands in the sentence", 0.7
    if any(r.meant.id == meant.id and r.mention.text == mention.text and _near(r.mention, mention) for r in before):
        return None if _is_place_here(words.doc[max(words.start - 1, 0)].lower_) else (
            f"read as {meant.name} shortly before", 0.75
        )  # fmt: skip
    if mention.rule == MISHEARD and mention.text.islower() and _parent_in_turn(transcript, mention, meant, mentions):
        return f"the unit that {meant.name} belongs to is spoken of in the same turn", 0.6
    return None


def _is_a_word(text: str) -> bool:
    """Whether a heard form means something else by itself: one small word, or a bare number."""
    return text.isdigit() or (text.islower() and re.fullmatch(r"[a-z]+", text) is not None)


def _completes_label(after: str, meant: Entity) -> bool:
    following = words_of(after)
    tails = {words_of(label.text)[1:] for label in meant.labels if label.kind != "hidden" and label.language == "en"}
    return any(len(tail) == 1 and following[:1] == tail for tail in tails)


def _near(earlier: Mention, later: Mention) -> bool:
    return 0 < later.span.start - earlier.span.start < 700


def _is_place_here(word_before: str) -> bool:
    return word_before in {"in", "within", "across", "outside", "throughout", "mainland", "into"}


def _parent_in_turn(transcript: Transcript, mention: Mention, meant: Entity, mentions: Sequence[Mention]) -> bool:
    turn = transcript.turn_at(mention.span.start)
    family: set[EntityId | None] = {meant.parent}
    return turn is not None and any(m.entity in family and m.entity and m.span in turn.span for m in mentions)
