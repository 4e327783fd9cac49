"""All repairs of names, the better founded first, and what is left of the mentions once they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.entities.groups import groups
from kg.entities.kinds import Places
from kg.entities.mishearings import Repair, by_known_mishearing
from kg.entities.sounds import by_own_names, by_sound
from kg.lexicon import CompanyLexicon
from kg.mentions.lexicon import MISHEARD
from kg.model import Entity, Mention, Transcript


@dataclass(frozen=True, slots=True)
class Mended:
    """Repairs, and the other mentions as they are heard."""

    repairs: tuple[Repair, ...]
    heard: tuple[Mention, ...]


def mend(
    transcript: Transcript,
    mentions: Sequence[Mention],
    places: Places,
    own: CompanyLexicon | None,
    people: Iterable[Entity],
    *,
    allowed: Callable[[Repair], bool],
) -> Mended:
    """Repair what is allowed; a mention is repaired once, and by the better ground."""
    known = by_known_mishearing(transcript, mentions, places, own)
    left = groups(_as_heard(mentions, known))
    found = [*known, *by_sound(left, places, own), *by_own_names(left, places, people)]
    made = tuple(repair for repair in found if allowed(repair))
    return Mended(made, tuple(_as_heard(mentions, made)))


def _as_heard(mentions: Iterable[Mention], repairs: Iterable[Repair]) -> list[Mention]:
    """The mentions without repaired ones; a listed mis-hearing is then a name of its own with capitals, else none."""
    mended = {r.mention.span for r in repairs}
    out = []
    for mention in mentions:
        if mention.span in mended:
            continue
        if mention.rule != MISHEARD:
            out.append(mention)
        elif mention.text[:1].isupper():
            out.append(replace(mention, entity=None, type=None))
    return out
