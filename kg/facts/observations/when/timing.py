"""When a figure holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from spacy.tokens import Token

from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.stance.guiding import has_done
from kg.facts.observations.when.against import comparison_of
from kg.facts.observations.when.nearest_period import aside, attached, is_likened, nearest
from kg.facts.observations.when.passing_times import of_a_cause, of_a_report
from kg.facts.sentence import SUBJECTS, clause_head
from kg.model import Comparison, Mention, Modality, Period
from kg.word_lists import word_list

_PRONOUNS = frozenset({"it", "that", "this", "which", "they", "these", "those"})
_OPENERS = frozenset({"and", "but", "so", "now", "again", "also", "well", "then"})
_TIMES = frozenset({"period", "timeframe", "quarter", "year", "month", "week"})
_OWN = frozenset({"pay", "payable", "plan", "schedule"})
"""What a thing is to become, in a clause that belongs to it: "a dividend of 2 *payable* in June"."""
_ENTERED = frozenset({"enter", "begin", "start"})
_FAR_BEFORE = 12
_WEEK = timedelta(days=7)
_FRONT = 4
"""Tokens of a sentence within which a period opens it."""
_REST, SINCE, BACK = "period.year.rest", "period.span.since", "period.span.back"
"""The rules of what is left of the year, of a stretch up to the day of the call, and of the last so many months."""
_OUTLOOKS = frozenset({"outlook", "guidance", "expectation", "forecast", "plan", "target"})


@dataclass(frozen=True, slots=True)
class Clock:
    """The dates that hold where nothing is said: the reported period, what the paragraph set, the usual comparison.

    `outlook` is the last period beyond the reported one that the turn spoke of, `year` the fiscal year that the quarter
    after it falls in, `next_year` that year where the reported quarter ends one, `today` the day of the call.
    `averages`: loans and deposits are averages of the quarter by the call's habit. `before` is the period of the figure
    told last in the paragraph, `foretold` that of the outlook with which the sentence before ended.
    """

    reported: Period | None
    paragraph: Period | None
    comparison: Comparison
    outlook: Period | None = None
    next_year: Period | None = None
    year: Period | None = None
    today: Period | None = None
    averages: bool = False
    before: Period | None = None
    foretold: Period | None = None


def ahead(scene: Scene, clock: Clock) -> Period | None:
    """A period of a sentence that ends after the reported one: what its outlook is about, as its last clause says.

    What is said of the rest of the year leaves the year as a whole to be spoken of.
    """
    if clock.reported is None:
        return None
    named = [p for p in scene.periods if comparison_of(p.item) is None and not _is_base(scene, p)]
    coming = [(p, _whole(p, clock)) for p in named if p.item.rule != SINCE]
    coming = [(p, f) for p, f in coming if f is not None and f.end > clock.reported.end and not f.instant]
    coming = [(p, f) for p, f in coming if not _in_passing(scene, p)]
    if clock.outlook is not None and not _opens_outlook(scene):
        return None
    later = [f for p, f in coming if clause_head(scene.doc[p.start]) in scene.sentence.root.conjuncts]
    return later[-1] if later else coming[0][1] if coming else None


def _opens_outlook(scene: Scene) -> bool:
    """Whether a sentence gives an outlook or turns to one, where others only touch on a time: "We open it next May"."""
    words = {t.lemma_.lower() for t in scene.sentence}
    turning = word_list("kg.facts", "words/topics.toml", "turning") | word_list(
        "kg.facts", "words/topics.toml", "looking"
    )
    turns = turning & {t.lower_ for t in scene.sentence}
    fronted = any(p.start - scene.sentence.start <= _FRONT for p in scene.periods)
    return bool(scene.figures or words & _OUTLOOKS or turns or fronted)


def _whole(placed: Placed[Mention], clock: Clock) -> Period | None:
    return clock.year if placed.item.rule == _REST and clock.year is not None else period(placed)


def _in_passing(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether a period only tells which thing is meant, where nothing is said in figures: "to meet 2026 demand"."""
    noun = scene.doc[placed.end - 1].head
    if scene.figures or noun.i < placed.end or noun.pos_ != "NOUN":
        return False
    outlook = {t.lemma_.lower() for t in scene.doc[placed.end : noun.i + 1]} & _OUTLOOKS
    return not outlook and any(t.dep_ == "xcomp" or t.tag_ == "VB" for t in noun.ancestors if t != scene.sentence.root)


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
    if chosen is not None and not (_set_ahead(clock) and _far(scene, chosen, at, end)):
        if instant and _begins(scene, chosen):
            return _opening(period(chosen))
        return _known_by(clock, modality, _shaped(period(chosen), instant), period(chosen))
    if modality is Modality.ACTUAL and clock.before is not None and refers_to_time(scene):
        return _shaped(clock.before, instant)
    if clock.paragraph is not None and (modality is Modality.ACTUAL) == _past(clock.paragraph, clock.reported):
        return _shaped(clock.paragraph, instant)
    if modality is Modality.GUIDANCE and figure:
        return _shaped(clock.outlook or clock.next_year, instant)
    if modality in (Modality.GUIDANCE, Modality.TARGET, Modality.HYPOTHETICAL):
        return None
    return _shaped(clock.reported, instant)


def _begins(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether a period is entered: "we *entered* the year with 3 million in cash"."""
    before = scene.doc[max(scene.sentence.start, placed.start - 1) : placed.start]
    return any(t.lemma_.lower() in _ENTERED and t.tag_ != "VBG" for t in before)


def _opening(found: Period | None) -> Period | None:
    """The day on which a period begins."""
    return None if found is None else Period(found.start, found.start, found.name)


def _known_by(clock: Clock, modality: Modality, held: Period | None, named: Period | None) -> Period | None:
    """What holds at the end of a period under way holds on the day of the call, if it is told as a fact."""
    if modality is not Modality.ACTUAL or held is None or named is None or not held.instant or clock.today is None:
        return held
    return clock.today if named.start < clock.today.end < held.end else held


def _set_ahead(clock: Clock) -> bool:
    """Whether the paragraph is about a period to come: "For the full year, …"."""
    return clock.paragraph is not None and not _past(clock.paragraph, clock.reported)


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
    named = [p for p in named if not _is_base(scene, p)]
    named = [
        p for p in named if attached(scene, p, end) or not (_past_of(p, clock.reported) and of_a_report(scene, p, at))
    ]
    if modality is Modality.ACTUAL and clock.reported is not None:
        named = [p for p in named if not (_before(p, clock.reported) and of_a_cause(scene, p, end))]
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


def _past_of(placed: Placed[Mention], reported: Period | None) -> bool:
    found = period(placed)
    return found is None or reported is None or found.end <= reported.end


def _past(one: Period, reported: Period | None) -> bool:
    return reported is not None and one.end <= reported.end


def _shaped(found: Period | None, instant: bool) -> Period | None:
    """A balance stands at the end of its period."""
    if found is None or not instant:
        return found
    return Period(found.end, found.end, found.name)


def _is_base(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether a period is what a figure is compared with: "compared to … in the June quarter"."""
    before = scene.doc[max(scene.sentence.start, placed.start - 6) : placed.start]
    if is_likened(scene, placed):
        return any(f.end <= placed.start for f in scene.figures)
    base = next((t for t in reversed(before) if _compares(t)), None) or _compared_far_before(scene, placed)
    if base is None or (base.lower_ == "from" and any(t.lower_ == "to" and t.i > base.i for t in before)):
        return False
    return any(f.end <= placed.start for f in scene.figures)


def _compared_far_before(scene: Scene, placed: Placed[Mention]) -> Token | None:
    """The "than" of a longer comparison, with no figure or comma in it: "lower *than* we saw at the plants in 2009"."""
    before = scene.doc[max(scene.sentence.start, placed.start - _FAR_BEFORE) : placed.start]
    than = next((t for t in reversed(before) if t.lower_ == "than" and _compares(t)), None)
    if than is None or any(than.i < f.start < placed.start for f in scene.figures):
        return None
    return None if any(t.text in ",;" for t in scene.doc[than.i : placed.start]) else than


def _compares(token: Token) -> bool:
    """Whether a word sets one time against another; "more than 3 billion" does not."""
    if token.lower_ == "than":
        return token.i > 0 and token.nbor(-1).lower_ not in ("more", "less", "fewer", "greater", "better")
    return token.lower_ in ("compared", "versus", "vs", "from", "against")
