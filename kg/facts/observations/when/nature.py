"""Whether a measure is a balance at an instant or a flow over a period, as its list entry or its verb tells."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.facts.observations.when.nearest_period import attached
from kg.facts.sentence import VERBS, clause, clause_head
from kg.lexicon.metrics import MetricTable
from kg.mentions.metric_names import metric_id
from kg.model import Money, Percent, Period, Points

_NOW = frozenset({"now", "today", "currently"})
_AVERAGES = frozenset({"average", "avg", "annual", "diluted", "weighted"})
_LEFT = frozenset({"remaining", "left", "outstanding", "available"})
_WITHIN = frozenset({"in", "during", "for", "throughout", "earlier"})
_AVERAGE_LENT = re.compile(r"\baverage\s+(?:\w+\s+){0,2}(?:loan|deposit)s?\b", re.I)
_HABIT, _NEAR = 3, 5
_LENT = frozenset({"loan", "loans", "deposit", "deposits"})


@cache
def nature_words() -> Mapping[str, frozenset[str]]:
    """The word lists of `nature.json`.

    >>> "seats" in nature_words()["held"]
    True
    """
    raw = json.loads((files("kg.facts.observations.when") / "nature.json").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in raw.items()}


def is_balance(scene: Scene, draft: Draft, measure: Measure, table: MetricTable, *, averages: bool = False) -> bool:
    """Whether a draft states a stock: 46 million members, a cash position; an average is a flow.

    `averages`: the call gives loans and deposits as averages unless it says otherwise.
    """
    figure = draft.parts[0].figure
    words = set(measure.id.removeprefix("metric/").split("-"))
    before = {t.lower_ for t in scene.doc[max(0, figure.start - 8) : figure.start]}
    if words & (_AVERAGES | nature_words()["streams"]) or _is_diluted(scene, measure):
        return False
    if words & _LENT and before & _AVERAGES:
        return False
    if measure.placed is not None and scene.doc[measure.placed.end : measure.placed.end + 1].text.lower() in _AVERAGES:
        return False
    if _is_moved(scene, draft, measure):
        return False
    if words & _LENT and averages:
        return bool(before & nature_words()["ending"]) or _of_balance_sheet(scene, figure.start)
    if "share-of-" in measure.id and measure.words is not None:
        if _is_where_it_ended(scene, figure.start):
            return True
        return _counts_things(measure.name, table) and not _fills_time(scene)
    entry = table.closest(measure.id)
    if any(t.lower_ in _LEFT for t in scene.doc[figure.end : figure.end + 2]):
        return True
    if words & nature_words()["standing"] and (entry is None or entry.period_type != "Instant"):
        return True
    verb = clause_head(scene.doc[figure.start])
    if _is_where_it_ended(scene, figure.start) and (entry is None or entry.period_type == "Instant"):
        return True
    if entry is not None and entry.period_type == "Instant":
        changes_only = draft.value is None and draft.change is not None
        if changes_only and words & nature_words()["gained"] and isinstance(amount(figure), Percent | Points):
            return False
        if changes_only and entry.unit_kind == "Count":
            return bool(words & nature_words()["held"])
        if entry.unit_kind == "Count" and measure.words is not None and _happens(scene, figure.start):
            return verb.lemma_.lower() in nature_words()["stative"] | nature_words()["closing"]
        return verb.lemma_.lower() not in nature_words()["flowing"]
    if entry is not None or measure.words is None or isinstance(amount(figure), Percent | Points | Money):
        return False
    lemma = verb.lemma_.lower()
    if is_current(scene, figure.start, draft.end) and lemma not in nature_words()["flowing"]:
        return True
    if _fills_time(scene):
        return lemma in nature_words()["closing"]
    if not _NOW.isdisjoint(scene.words):
        return True
    return lemma in nature_words()["stative"] or (
        verb.tag_ in ("VBZ", "VBP", "VBG") and lemma not in nature_words()["flowing"]
    )


def _is_moved(scene: Scene, draft: Draft, measure: Measure) -> bool:
    """Whether words name what was done with a balance: "the *sale* of 3 million of loans", "cash *paid*"."""
    placed = measure.placed
    if placed is None:
        return False
    behind = scene.doc[placed.end : placed.end + 1]
    if any(t.lemma_.lower() in nature_words()["deeds"] for t in behind):
        return True
    if any(t.tag_ == "VBN" and t.lemma_.lower() in nature_words()["done"] for t in behind):
        return True
    start = min(draft.parts[0].figure.start, placed.start)
    before = scene.doc[max(scene.sentence.start, start - _NEAR) : start]
    of = next((t for t in reversed(before) if t.lower_ == "of"), None)
    if of is None or any(t.pos_ in VERBS or t.text in (",", ";") for t in scene.doc[of.i : start]):
        return False
    return of.head.lemma_.lower() in nature_words()["deeds"]


def _is_diluted(scene: Scene, measure: Measure) -> bool:
    """Whether a share count is the average that earnings are divided by."""
    placed = measure.placed
    return placed is not None and any(t.lower_ == "diluted" for t in scene.doc[max(0, placed.start - 2) : placed.end])


def _fills_time(scene: Scene) -> bool:
    """Whether a sentence names a stretch of time, and no day alone."""
    return any(isinstance(p.item.value, Period) and not p.item.value.instant for p in scene.periods)


def _is_where_it_ended(scene: Scene, at: int) -> bool:
    """Whether words before a figure say at which level a time ended: "we *exited the year at* 36% of our shops"."""
    verb = clause_head(scene.doc[at])
    for placed in scene.periods:
        closes = any(
            t.lemma_.lower() in nature_words()["closing"] for t in scene.doc[max(0, placed.start - 2) : placed.start]
        )
        behind = scene.doc[placed.end : placed.end + 1].text.lower()
        if closes and (behind == "at" or clause_head(scene.doc[placed.start]) == verb) and behind != "with":
            return placed.start > verb.i or behind == "at"
    return False


def _happens(scene: Scene, at: int) -> bool:
    """Whether a sentence tells what happened within a stretch of time, and no total that it led to."""
    if any(t.lower_ in ("to", "total") for t in scene.doc[max(scene.sentence.start, at - 4) : at]):
        return False
    stretches = [p for p in scene.periods if isinstance(p.item.value, Period) and not p.item.value.instant]
    dating = [p for p in stretches if p.item.rule.startswith("period.") and p.start > 0]
    return any(t.lower_ in _WITHIN for p in dating for t in scene.doc[max(0, p.start - 2) : p.start + 1])


def _of_balance_sheet(scene: Scene, at: int) -> bool:
    """Whether the words before a figure, back to the sentence before, speak of the balance sheet."""
    start = scene.sentence.start
    previous = scene.doc[start - 1].sent.start if start > 0 else start
    words = [t.lower_ for t in scene.doc[previous:at]]
    return any(a == "balance" and b in ("sheet", "sheets") for a, b in pairwise(words))


def gives_averages(text: str) -> bool:
    """Whether a call speaks of average loans and deposits so often that those are meant where it does not say.

    >>> gives_averages("Average loans rose, average deposits fell, and average loan balances were flat.")
    True
    """
    return len(_AVERAGE_LENT.findall(text)) >= _HABIT


def _counts_things(share: str, table: MetricTable) -> bool:
    """Whether the whole of a share is a body of people or things, not what is earned or spent in a period."""
    whole = share.partition("share of ")[2] or share
    entry = table.closest(metric_id(whole))
    return entry.period_type == "Instant" if entry is not None else whole.split()[-1].isdigit() or "company" in whole


def is_current(scene: Scene, at: int, end: int) -> bool:
    """Whether a clause counts as of the day on which it is spoken: "we now serve 9,000 shops"."""
    verb = clause_head(scene.doc[at])
    dated = any(clause_head(scene.doc[p.start]) == verb or attached(scene, p, end) for p in scene.periods)
    return not dated and any(t.lower_ in _NOW for t in clause(scene.doc[at]))
