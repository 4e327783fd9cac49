"""Small counts that measure nothing: "our four segments", "there are two effects"; what is done to things counts."""

from __future__ import annotations

from kg.facts.observations.metric.deeds import done_to
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.lexicon.metrics import MetricTable, singular
from kg.model import Count, Mention, Range
from kg.word_lists import word_list

_FEW = 12
_IN_WORDS = "quantity.small"
_TALKED = 5
"""So few things told in words are part of the talk: of 34 such counts on calls read afresh one was a fact."""
_REACH = 7


def is_idle_count(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a few things are only told of that a company is made of or speaks about: segments, effects, teams."""
    value = amount(figure)
    if not isinstance(value, Count) or not value.thing or value.amount > _FEW:
        return False
    thing = value.thing.split()[-1].lower()
    few = figure.item.rule == _IN_WORDS and value.amount <= _TALKED and not isinstance(quantity(figure).value, Range)
    if few and not _is_time(thing):
        return True
    if singular(thing) not in word_list("kg.facts.observations.metric", "counted_measures.toml", "talked_of"):
        return False
    behind = scene.doc[figure.start : min(figure.end + _REACH, scene.sentence.end)]
    noun = next((t for t in behind if t.lower_ == thing), None)
    return noun is None or done_to(noun) is None


def is_beside_a_measure(figure: Placed[Mention], measure: Measure, table: MetricTable) -> bool:
    """Whether a few things stand where a sum or a rate was looked for: "we expect profit to grow at *three sites*"."""
    value, entry = amount(figure), table.closest(measure.id)
    if not isinstance(value, Count) or not 0 < value.amount <= _FEW or measure.words is not None or entry is None:
        return False
    return (
        not _is_time(value.thing)
        and value.thing not in ("", "times", "rank", "shares")
        and entry.unit_kind in ("Money", "MoneyPerShare", "Percentage")
    )


def _is_time(thing: str) -> bool:
    return singular(thing) in word_list("kg.facts.observations.metric", "counted_measures.toml", "time")
