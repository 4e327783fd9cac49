"""The time that a paragraph is about: one sentence sets it, and it holds until another time or topic is named."""

from __future__ import annotations

from collections.abc import Collection

from kg.facts.context import Context
from kg.facts.observations.scene import Scene, period
from kg.facts.observations.when.clock import BACK, SINCE
from kg.facts.observations.when.comparing import comparison_of
from kg.facts.observations.when.nearest_period import subordinate
from kg.facts.observations.when.passing_times import of_a_report
from kg.facts.sentence import clause_head
from kg.model import Period
from kg.word_lists import word_list

_WEEK, _A_QUARTER = 7, 100
_SPEAKING = frozenset({"i", "we", "me"})
_WHOLE = frozenset({"period.year.full", "period.year.fiscal", "period.year.to-date"})
_FRONT = 30
"""Characters of a sentence before which a time is set for what follows: "For the *full year*"."""


def fronted_period(scene: Scene) -> Period | None:
    """A period that opens a sentence and so holds for what follows: "For the full year, …"."""
    for placed in scene.periods:
        found = period(placed)
        if found is None or comparison_of(placed.item) is not None or placed.item.rule == SINCE:
            continue
        if placed.start - scene.sentence.start <= 4 and not of_a_report(scene, placed, scene.sentence.root.i):
            if any(t.text == "," for t in scene.doc[placed.end : placed.end + 3]):
                return found
    return None


def year_reviewed(scene: Scene, reported: Period | None) -> Period | None:
    """The year, or its part to date, that ends with the reported quarter: where named alone, what follows is of it."""
    root = scene.sentence.root
    dating = [p for p in scene.periods if comparison_of(p.item) is None and p.item.rule != SINCE]
    if not all(clause_head(scene.doc[p.start]) in (root, *root.conjuncts) for p in dating):
        return None
    found = {f for p in dating if (f := period(p)) is not None}
    rolling = any(p.item.rule == BACK for p in dating)
    return ended_by(reported, found) if not rolling else None


def ended_by(reported: Period | None, found: Collection[Period]) -> Period | None:
    """The one period of some where it is longer than a quarter and ends with the reported one."""
    year = next(iter(found)) if len(found) == 1 else None
    if year is None or reported is None or abs((year.end - reported.end).days) > _WEEK:
        return None
    return year if (year.end - year.start).days > _A_QUARTER else None


def breaks_off(scene: Scene, paragraph: Period | None) -> bool:
    """Whether a sentence speaks of another period than the one set before it, which then holds no longer."""
    if paragraph is None:
        return False
    found = [(p, period(p)) for p in scene.periods if comparison_of(p.item) is None]
    if any(f is not None and f != paragraph and not subordinate(scene.doc[p.start]) for p, f in found):
        return True
    if (paragraph.end - paragraph.start).days <= _A_QUARTER:
        return False
    quarterly = "quarterly" in scene.words and any(t.lower_ == "quarterly" and t.dep_ == "amod" for t in scene.sentence)
    bases = (p.item.text.lower() for p in scene.periods if comparison_of(p.item) is not None)
    return quarterly or any("quarter" in base for base in bases)


def announces(scene: Scene) -> bool:
    """Whether a sentence only says of what the next ones will tell: "Now I will give some highlights of our units"."""
    if scene.figures or scene.periods:
        return False
    giving = word_list("kg.facts", "words/topics.toml", "giving")
    reviews = word_list("kg.facts", "words/topics.toml", "reviews")
    return not any(listed.isdisjoint(scene.words) for listed in (_SPEAKING, giving, reviews))


def is_told_again(scene: Scene, paragraph: Period | None, context: Context) -> bool:
    """Whether a later sentence of the paragraph sets the year anew, so that what stands between is of the quarter.

    "For the full year, sales grew 8%. *Income was 3 million.* For the full year, income was 9 million."
    """
    if paragraph is None or (paragraph.end - paragraph.start).days <= _A_QUARTER:
        return False
    base = scene.passage.paragraph.span.start
    starts = [base + s.start_char for s in scene.doc.sents if s.start >= scene.sentence.end]
    later = [m for m in context.periods if m.value == paragraph and m.rule in _WHOLE]
    return any(start <= m.span.start < start + _FRONT for start in starts for m in later)
