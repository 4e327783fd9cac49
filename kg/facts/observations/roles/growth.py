"""Growth rates compared with growth rates: "up 6%, after 3% in the prior quarter" tells two things.

The change of the metric is one observation; the rate itself, now and before, is another, of the metric "X growth rate".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.mentions.metric_names import metric_id
from kg.model import Comparison, Direction, Entity, EntityType, Modality, Observation, Period

_RATES = ("growth", "growth rate")
"""What a measure ends with that is a rate of growth itself."""


def growth_apart(
    observed: Observation, draft: Draft, measure: Measure, before: Period | None, against: Comparison | None
) -> Iterator[Observation | Entity]:
    """An observation, and beside it that of its growth rate where the words compare rates.

    `before` is the period of the rate compared with, where the words name it: then that growth is a fact too.
    `against` is what the words compare the rate with.
    """
    levelled = draft.change is not None and draft.change.role.growth_level
    rates = observed.change_unit == "percent" and observed.value is None and observed.prior_value is not None
    now, then = observed.change, observed.prior_value
    if now is None or not (levelled or rates):
        yield observed
        return
    yield replace(observed, prior_value=None, prior_decimals=None)
    if observed.modality is Modality.GUIDANCE and before is None and not levelled:
        return  # an outlook set against the one before it: "growth of 6% to 8%, up from 4% to 6%"
    if then is not None and _fell(draft, now):
        then = -abs(then)
    if then is not None and before is not None:
        way = Direction.UP if then > 0 else Direction.DOWN if then < 0 else Direction.FLAT
        yield replace(observed, change=then, direction=way, prior_value=None, prior_decimals=None, period=before)
    if before is not None and observed.period is not None and not _as_long(before, observed.period):
        return  # "4% in the half, after 5% in the year" compares no rates
    rate = observed.metric
    if not measure.name.endswith(_RATES):
        name = f"{measure.name} growth rate"
        rate = metric_id(name)
        yield Entity(rate, EntityType.METRIC, name)
    yield replace(
        observed,
        metric=rate,
        value=now,
        prior_value=then,
        unit="percent",
        change=None,
        change_unit=None,
        change_is_bound=False,
        change_limit=None,
        direction=Direction.UP if then is None or now > then else Direction.DOWN if now < then else Direction.FLAT,
        comparison=against or observed.comparison or Comparison.QOQ,
    )


def _as_long(one: Period, other: Period) -> bool:
    return abs((one.end - one.start) - (other.end - other.start)) < timedelta(days=20)


def _fell(draft: Draft, now: Decimal) -> bool:
    """Whether the rate compared with is a fall: "up 4%, compared to a 5% decline"; "down 4%, after 5%" is of falls."""
    prior = draft.prior
    return prior is not None and (prior.role.fell or (now < 0 and prior.role.direction is Direction.DOWN))
