"""Whether a figure is told as a fact of a time that has not ended, and so is an outlook: "costs in Q4 *include* 3"."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.scene import Scene, quantity
from kg.facts.observations.when.clock import Clock
from kg.facts.sentence import clause, clause_head
from kg.model import Period, Range
from kg.word_lists import word_list

_UNTIL_THE_CALL = timedelta(days=60)
"""By when a quarter has been reported, where a call has no date."""
_A_MONTH = timedelta(days=35)
_ALREADY = frozenset({"now", "already", "currently"})


def is_unfinished(scene: Scene, draft: Draft, held: Period | None, clock: Clock) -> bool:
    """Whether what a draft tells holds for a time that is to come or under way on the day of the call.

    What was done or is settled, "we have opened 3", "we are 50% hedged", is a fact.
    """
    if held is None or clock.reported is None:
        return False
    at = scene.doc[draft.parts[0].figure.start]
    verb = clause_head(at)
    already = _ALREADY - {"now"} if verb.lemma_.lower() in _listed("going_on") else _ALREADY
    if verb.tag_ == "VBD" or any(t.lower_ in already | _listed("settled") for t in clause(at)):
        return False
    today = clock.today.end if clock.today is not None else clock.reported.end + _UNTIL_THE_CALL
    if held.instant:
        return held.end > today and _is_told_of(scene, verb, held, today)
    for_year = draft.value is not None and _is_for_the_year(scene) and _is_told_of(scene, verb, held, today)
    if held.start > today or (held.end > today and (for_year or _is_range(draft) or _is_to_do(verb))):
        return True
    return held.start > clock.reported.end and held.end > today and _is_told_of(scene, verb, held, today)


def _is_for_the_year(scene: Scene) -> bool:
    """Whether a whole year is named: "we're comfortable with the 24% tax rate *for the full year*"."""
    named = ((p, p.item.text.lower().split()) for p in scene.periods)
    return any(words[-1] == "year" and "this" not in words and _leads(scene, p.start) for p, words in named)


def _leads(scene: Scene, start: int) -> bool:
    """Whether "for" stands in or before a time."""
    near = scene.doc[max(scene.sentence.start, start - 2) : min(start + 1, scene.sentence.end)]
    return any(t.lower_ == "for" for t in near)


def _is_to_do(verb: Token) -> bool:
    """Whether a verb tells what can or is to be: "sales *can reach* 5 million this year", "it *looks to be* 4"."""
    helpers = [c for c in verb.children if c.dep_ == "aux"]
    if verb.tag_ != "VB" or verb.lemma_.lower() in _listed("going_on"):
        return False
    if any(c.tag_ == "MD" for c in helpers):
        return True
    above = verb.head
    done = above.tag_ in ("VBD", "VBN", "VBG") or any(c.tag_ == "VBD" for c in above.children)
    return verb.dep_ == "xcomp" and above.tag_ in ("VBZ", "VBP") and not done


def _is_range(draft: Draft) -> bool:
    """Whether a value is a range, as outlooks are: "for the full year, we see sales of 7 to 8 million"."""
    return draft.value is not None and isinstance(quantity(draft.value.figure).value, Range)


def _is_told_of(scene: Scene, verb: Token, held: Period, today: date) -> bool:
    """Whether the present tense is said of a whole time under way, and not of what has passed of it: "so far in Q4"."""
    if held.start <= today and held.end - held.start < _A_MONTH:
        return False
    if verb.lemma_.lower() in _listed("going_on") or not _listed("on_hand").isdisjoint(scene.words):
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in helpers):
        return False
    return verb.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP", "MD") for c in helpers)


def _listed(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.when", "unfinished.toml", name)
