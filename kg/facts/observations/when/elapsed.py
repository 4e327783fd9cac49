"""What has passed of a year still under way in which something is told to have been done: "this year we opened 9"."""

from __future__ import annotations

from datetime import timedelta

from spacy.tokens import Token

from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.when.clock import Clock
from kg.facts.sentence import clause_head
from kg.model import Mention, Period
from kg.word_lists import word_list

_YEARS = frozenset({"period.year", "period.year.relative", "period.year.fiscal"})
_WEEK = timedelta(days=7)


def elapsed(scene: Scene, placed: Placed[Mention], at: int, clock: Clock) -> Period | None:
    """The year up to the reported quarter's end, or to the day of the call where something *has been* done.

    None where the year is over or to come, or where the words around tell what was planned for it.
    """
    year, reported, verb = period(placed), clock.reported, clause_head(scene.doc[at])
    if year is None or reported is None or placed.item.rule not in _YEARS or not _is_done(verb):
        return None
    if year.start > reported.start or year.end <= reported.end + _WEEK:
        return None
    planned = word_list("kg.facts.observations.when", "elapsed.toml", "planned")
    if any(t.lemma_.lower() in planned or t.lower_ in planned for t in scene.sentence):
        return None
    today = clock.today if verb.tag_ == "VBN" else None
    end = today.end if today is not None and reported.end < today.end < year.end else reported.end
    return Period(year.start, end)


def _is_done(verb: Token) -> bool:
    """Whether a verb tells what was done: "opened", "have opened"."""
    have = any(c.lemma_ == "have" and c.dep_ == "aux" and c.tag_ in ("VBP", "VBZ") for c in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and have)
