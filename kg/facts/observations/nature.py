"""Whether a measure is a balance at an instant or a flow over a period, as its list entry or its verb tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kg.facts.observations.amounts import amount
from kg.facts.observations.drafts import Draft
from kg.facts.observations.measure import Measure
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause, clause_head
from kg.lexicon.metrics import MetricTable
from kg.mentions.metric_names import metric_id
from kg.model import Percent, Period

_NOW = frozenset({"now", "today", "currently"})
_AVERAGES = frozenset({"average", "avg", "annual"})
_PER = frozenset({"a", "an", "per", "every", "each"})
_UNITS_OF_TIME = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_LENT = frozenset({"loan", "loans", "deposit", "deposits"})


@cache
def _words() -> Mapping[str, frozenset[str]]:
    raw = json.loads((files("kg.facts.observations") / "nature.json").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in raw.items()}


def is_balance(scene: Scene, draft: Draft, measure: Measure, table: MetricTable) -> bool:
    """Whether a draft states a stock: 46 million members, a cash position; an average is a flow."""
    words = set(measure.id.removeprefix("metric/").split("-"))
    before = {t.lower_ for t in scene.doc[max(0, draft.parts[0].figure.start - 8) : draft.parts[0].figure.start]}
    if words & _AVERAGES or (words & _LENT and before & _AVERAGES):
        return False
    verb = clause_head(scene.doc[draft.parts[0].figure.start])
    entry = table.closest(measure.id)
    if entry is not None and entry.period_type == "Instant":
        if words & _LENT:
            return bool(before & _words()["ending"])
        changes_only = draft.value is None and draft.change is not None
        return not (changes_only and entry.unit_kind == "Count") and verb.lemma_.lower() not in _words()["flowing"]
    if "share-of-" in measure.id and measure.words is not None:
        return _counts_things(measure.name, table)
    if entry is not None or measure.words is None or isinstance(amount(draft.parts[0].figure), Percent):
        return False
    if any(isinstance(p.item.value, Period) and not p.item.value.instant for p in scene.periods):
        return False
    lemma = verb.lemma_.lower()
    if any(t.lower_ in _NOW for t in scene.sentence):
        return True
    return lemma in _words()["stative"] or (verb.tag_ in ("VBZ", "VBP", "VBG") and lemma not in _words()["flowing"])


def _counts_things(share: str, table: MetricTable) -> bool:
    """Whether the whole of a share is a body of people or things, not what is earned or spent in a period."""
    whole = share.split("share of ", 1)[1]
    entry = table.closest(metric_id(whole))
    return entry.period_type == "Instant" if entry is not None else whole.split()[-1].isdigit() or "company" in whole


def is_timeless(scene: Scene, draft: Draft, measure: Measure) -> bool:
    """Whether a figure holds at no stated time: a rate "a month" or "per order", a satisfaction found by a survey."""
    if "satisfaction" in measure.id:
        return not scene.periods
    if any(t.lower_ == "years" and t.i > 1 and _next_some(t) for t in scene.sentence):
        return not scene.periods
    after = [t.lower_ for t in scene.doc[draft.end : draft.end + 2]]
    dated = any(p.start <= draft.end + 1 < p.end for p in scene.periods)
    return len(after) == 2 and after[0] in _PER and after[1] in _UNITS_OF_TIME and not dated


def _next_some(years: Token) -> bool:
    """Whether "years" are to come: "over the next three years"."""
    return any(t.lower_ in ("next", "coming") for t in years.doc[max(0, years.i - 3) : years.i])


def is_current(scene: Scene, at: int) -> bool:
    """Whether a sentence counts as of the day on which it is spoken: "we now serve 9,000 shops"."""
    return any(t.lower_ in _NOW for t in clause(scene.doc[at]))
