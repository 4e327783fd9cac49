"""When a figure holds."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.stance.guiding import has_done
from kg.facts.observations.when.base import is_base
from kg.facts.observations.when.clock import SINCE, Clock, is_past
from kg.facts.observations.when.comparing import comparison_of
from kg.facts.observations.when.elapsed import elapsed
from kg.facts.observations.when.nearest_period import aside, attached, nearest
from kg.facts.observations.when.passing_times import of_a_cause, of_a_report, of_a_term
from kg.facts.sentence import SUBJECTS, clause, clause_head
from kg.model import Mention, Modality, Period, Role

_PRONOUNS = frozenset({"it", "that", "this", "which", "they", "these", "those"})
_OPENERS = frozenset({"and", "but", "so", "now", "again", "also", "well", "then"})
_TIMES = frozenset({"period", "timeframe", "quarter", "year", "month", "week"})
_OWN = frozenset({"pay", "payable", "plan", "schedule"})
"""What a thing is to become, in a clause that belongs to it: "a dividend of 2 *payable* in June"."""
_ENTERED = frozenset({"enter", "begin", "start"})
_NOW = frozenset({"now", "today", "currently"})
_WEEK = timedelta(days=7)


def dates(
    scene: Scene,
    at: int,
    modality: Modality,
    clock: Clock,
    *,
    instant: bool,
    end: int | None = None,
    flow: bool = False,
    figure: bool = False,
) -> Period | None:
    """The period of what stands at the tokens `at` to `end`: the nearest one named, else what holds by default."""
    end = at + 1 if end is None else end
    chosen = nearest(scene, at, end, _dating(scene, at, end, modality, clock), flow=flow)
    if chosen is not None and ((flow and _is_day_of_another(scene, chosen, at)) or _is_of_it_later(scene, chosen, end)):
        chosen = None
    if chosen is not None and not (_set_ahead(clock) and _far(scene, chosen, at, end)):
        if instant and _begins(scene, chosen):
            return _opening(period(chosen))
        if not instant and modality is Modality.ACTUAL and (passed := elapsed(scene, chosen, at, clock)) is not None:
            return passed
        return _known_by(clock, modality, _shaped(period(chosen), instant), period(chosen))
    if modality is Modality.ACTUAL and clock.before is not None and refers_to_time(scene):
        return _shaped(clock.before, instant)
    if _goes_on_in_paragraph(modality, clock, flow=flow):
        return _shaped(clock.paragraph, instant)
    if modality is Modality.GUIDANCE and figure:
        year = clock.year if scene.turn.role is not Role.ANALYST else None
        return _shaped(clock.outlook or clock.next_year or year, instant)
    if modality in (Modality.GUIDANCE, Modality.TARGET, Modality.HYPOTHETICAL):
        return None
    return _shaped(clock.reported, instant)


def _is_day_of_another(scene: Scene, placed: Placed[Mention], at: int) -> bool:
    """Whether a day dates another clause behind a flow: "Rent rose 5%, and occupancy was 96% *at quarter end*"."""
    found = period(placed)
    if found is None or not found.instant or placed.start < at:
        return False
    verb = clause_head(scene.doc[placed.start])
    return verb != clause_head(scene.doc[at]) and any(at < f.start < placed.start for f in scene.figures)


def _is_of_it_later(scene: Scene, placed: Placed[Mention], end: int) -> bool:
    """Whether a time dates what "it" comes to in a later clause: "Rent is 3 million, *we expect it* at 2 in May"."""
    between = scene.doc[end : max(end, placed.start)]
    told = next((f for f in scene.figures if end <= f.start < placed.start), None)
    if told is None or clause_head(scene.doc[placed.start]) == clause_head(scene.doc[max(end - 1, 0)]):
        return False
    return any(t.lower_ in ("it", "that") and t.pos_ == "PRON" and t.i < told.start for t in between)


def _goes_on_in_paragraph(modality: Modality, clock: Clock, *, flow: bool) -> bool:
    """Whether what the paragraph is about dates a figure; a day on which balances were told dates no flow."""
    if clock.paragraph is None or (flow and clock.paragraph.instant):
        return False
    return (modality is Modality.ACTUAL) == is_past(clock.paragraph, clock.reported)


def _begins(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether a period is entered: "we *entered* the year with 3 million in cash"."""
    before = scene.doc[max(scene.sentence.start, placed.start - 1) : placed.start]
    return any(t.lemma_.lower() in _ENTERED and t.tag_ != "VBG" for t in before)


def _opening(found: Period | None) -> Period | None:
    """The day on which a period begins."""
    return None if found is None else Period(found.start, found.start, found.name)


def _known_by(clock: Clock, modality: Modality, held: Period | None, named: Period | None) -> Period | None:
    """What holds at the end of a period under way holds on the day of the call, if it is told as a fact."""
    known = clock.today or clock.reported
    if modality is not Modality.ACTUAL or held is None or named is None or not held.instant or known is None:
        return held
    return _shaped(known, instant=True) if named.start < known.end < held.end else held


def _set_ahead(clock: Clock) -> bool:
    """Whether the paragraph is about a period to come: "For the full year, …"."""
    return clock.paragraph is not None and not is_past(clock.paragraph, clock.reported)


def _far(scene: Scene, placed: Placed[Mention], at: int, end: int) -> bool:
    """Whether a period stands in another clause behind what it might date."""
    doc = scene.doc
    behind = placed.start >= end and not attached(scene, placed, end)
    return behind and clause_head(doc[placed.start]) != clause_head(doc[at])


def refers_to_time(scene: Scene) -> bool:
    """Whether a sentence goes on with the time of the one before: "That was up 20%", "Over the same period, …"."""
    words = [t for t in scene.sentence if t.lower_ not in _OPENERS and not t.is_space and not t.is_punct]
    if words and words[0].lower_ in _PRONOUNS and words[0].dep_ in SUBJECTS:
        return not (words[0].lower_ == "it" and any(c.dep_ == "acomp" for c in words[0].head.children))
    named = [(a.lower_, b.lower_) for a, b in pairwise(scene.sentence) if a.lower_ in ("same", "that")]
    return any(b in _TIMES for _, b in named) and not any(comparison_of(p.item) for p in scene.periods)


def _dating(scene: Scene, at: int, end: int, modality: Modality, clock: Clock) -> list[Placed[Mention]]:
    """The periods of a sentence that may date a figure: no base of a comparison, no aside, for an outlook none past."""
    named = [p for p in scene.periods if period(p) is not None and comparison_of(p.item) is None]
    named = [p for p in named if attached(scene, p, end) or not aside(scene, p, at)]
    named = [p for p in named if attached(scene, p, end) or not is_base(scene, p)]
    if clock.reported is not None:
        named = [p for p in named if not of_a_term(scene, p, clock.reported)]
    named = [
        p for p in named if attached(scene, p, end) or not (_past_of(p, clock.reported) and of_a_report(scene, p, at))
    ]
    if modality is Modality.ACTUAL and clock.reported is not None:
        named = [p for p in named if not (_before(p, clock.reported) and of_a_cause(scene, p, end))]
        if any(t.lower_ in _NOW for t in clause(scene.doc[at])):
            own = clause_head(scene.doc[at])
            named = [p for p in named if clause_head(scene.doc[p.start]) == own or not _is_over(p, clock.reported)]
        return [p for p in named if attached(scene, p, end) or not _told_of_later(scene, p, at, clock.reported)]
    if modality is Modality.HYPOTHETICAL and clock.reported is not None:
        own = clause_head(scene.doc[at])
        return [p for p in named if clause_head(scene.doc[p.start]) == own or not _past_of(p, clock.reported)]
    if modality is not Modality.GUIDANCE or clock.reported is None:
        return named
    return [p for p in named if attached(scene, p, end) or not _past_of(p, clock.reported)]


def _told_of_later(scene: Scene, placed: Placed[Mention], at: int, reported: Period) -> bool:
    """Whether another clause looks ahead, behind one in the past tense: "Debt *fell* to 3, on the way to 2 by May"."""
    found, verb = period(placed), clause_head(scene.doc[at])
    if found is None or found.end <= reported.end + _WEEK or placed.item.rule == SINCE or placed.start < at:
        return False
    later = clause_head(scene.doc[placed.start])
    past = verb.tag_ == "VBD" or has_done(verb)
    return past and later != verb and later.lemma_.lower() not in _OWN


def _before(placed: Placed[Mention], reported: Period) -> bool:
    """Whether a time ends with another day than the reported period."""
    found = period(placed)
    return found is not None and found.end != reported.end


def _is_over(placed: Placed[Mention], reported: Period) -> bool:
    """Whether a time ended before the reported one began."""
    found = period(placed)
    return found is not None and found.end < reported.start


def _past_of(placed: Placed[Mention], reported: Period | None) -> bool:
    found = period(placed)
    return found is None or reported is None or found.end <= reported.end


def _shaped(found: Period | None, instant: bool) -> Period | None:
    """A balance stands at the end of its period."""
    if found is None or not instant:
        return found
    return Period(found.end, found.end, found.name)
