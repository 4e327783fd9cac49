"""Drafts with figures become observations: signed, dated, owned, with the words that state them."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.facts.observations.drafts import Draft, Part
from kg.facts.observations.losses import profit_moves
from kg.facts.observations.measure import Measure
from kg.facts.observations.nature import is_balance
from kg.facts.observations.qualifiers import qualifiers
from kg.facts.observations.roles import amount
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.facts.observations.stance import hedge, modality
from kg.facts.observations.subject_choice import Owner
from kg.facts.observations.timing import Clock, base_period, comparison, dates
from kg.lexicon.metrics import MetricTable
from kg.model import (
    Amount,
    Basis,
    Comparison,
    Direction,
    Evidence,
    Mention,
    Modality,
    Money,
    Observation,
    Percent,
    Period,
    Points,
    Quantity,
    Range,
)

_LOSS = frozenset({"loss", "losses", "negative", "minus"})
_PROFIT = frozenset({"income", "profit", "earnings", "gain", "positive"})
_OPPOSITE = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
_SIGN = {Direction.UP: 1, Direction.DOWN: -1, Direction.NARROWED: 1, Direction.WIDENED: -1}
_NOT_AS_REPORTED = frozenset({"constant currency"})


def unit_of(value: Amount) -> str:
    """The unit as the facts file writes it.

    >>> unit_of(Money(Decimal(5), "CNY")), unit_of(Percent(Decimal(5)))
    ('CNY', 'percent')
    """
    if isinstance(value, Money):
        return value.currency
    if isinstance(value, Percent):
        return "percent"
    return "percentage points" if isinstance(value, Points) else value.thing or "count"


def _high(figure: Quantity) -> Decimal | None:
    return figure.value.high.amount if isinstance(figure.value, Range) else None


def stated_in(part: Part, measure: Measure, table: MetricTable) -> tuple[Decimal, str]:
    """A value's number and unit as the facts file writes them: basis points as such, users without a currency."""
    value = amount(part.figure)
    text = part.figure.item.text.lower()
    if isinstance(value, Points) and ("basis" in text or "bps" in text or "bp" in text.split()):
        return value.amount * 100, "bps"
    entry = table.closest(measure.id)
    if isinstance(value, Money) and entry is not None and entry.unit_kind == "Count" and not _spells_currency(text):
        return value.amount, measure.name
    return value.amount, unit_of(value)


def _spells_currency(text: str) -> bool:
    """Whether a figure names its currency, or only has the one that the call uses."""
    return re.fullmatch(r"[\d.,\s]*(?:thousand|million|billion|trillion|lakh|crore|[kmb])?", text) is None


def observe(
    scene: Scene, draft: Draft, measure: Measure, owner: Owner, clock: Clock, table: MetricTable
) -> Observation:
    """The observation that a draft states."""
    anchor = draft.parts[0].figure.start
    stance = modality(scene, anchor)
    entry = table.closest(measure.id)
    instant = is_balance(scene, draft, measure, table)
    loss = _sign_of_loss(scene, draft, measure)
    direction = _direction(draft)
    change = draft.change
    better = entry is not None and entry.favourable == "Decrease" and _speaks_of_better(scene, draft)
    start, end = _extent(scene, draft, measure)
    value, value_max = _signed_value(draft.value, loss)
    prior = _prior(draft.prior, measure.loss, scene)
    direction = profit_moves(direction) if measure.loss else direction
    if value is not None and prior is not None and min(value, prior) < 0:
        direction = _compared(value, prior)
    unit: str | None = None
    if draft.value is not None and value is not None:
        number, unit = stated_in(draft.value, measure, table)
        if number != amount(draft.value.figure).amount:
            value, value_max = number.copy_sign(value), None if value_max is None else value_max * 100
    return Observation(
        evidence=Evidence(scene.span(start, end), scene.turn.number, "observation.figure"),
        entity=owner.entity,
        metric=measure.id,
        qualifiers=tuple(dict.fromkeys((*qualifiers(scene, draft), *owner.qualifiers))),
        value=value,
        value_max=value_max,
        value_is_bound=draft.value is not None and quantity(draft.value.figure).bound,
        unit=unit,
        change=_flipped(_signed_change(change), better or measure.loss),
        change_max=_signed_high(change),
        change_is_bound=change is not None and quantity(change.figure).bound,
        change_unit=unit_of(amount(change.figure)) if change else None,
        direction=_OPPOSITE.get(direction, direction) if better and direction is not None else direction,
        prior_value=prior,
        comparison=_comparison(scene, draft, clock),
        period=_period(scene, draft, stance, clock, instant),
        modality=stance,
        basis=_basis(measure.name, scene),
        decimals=quantity(draft.value.figure).decimals if draft.value else None,
        prior_decimals=quantity(draft.prior.figure).decimals if draft.prior else None,
        approximate=any(quantity(p.figure).approximate for p in draft.parts),
        hedge=hedge(scene),
        confidence=_confidence(measure, owner, draft),
    )


def _period(scene: Scene, draft: Draft, stance: Modality, clock: Clock, instant: bool) -> Period | None:
    first = draft.parts[0]
    if first.role.of_base:
        return base_period(scene, first.figure.end)
    return dates(scene, first.figure.start, stance, clock, instant=instant, figure=True)


def _confidence(measure: Measure, owner: Owner, draft: Draft) -> Decimal:
    """How sure the reading is: a metric and an owner named beside the figure are nearly always right."""
    base = measure.certainty * (Decimal("1.0") if owner.stated else Decimal("0.9"))
    if len(draft.parts) > 1:
        base = min(base + Decimal("0.05"), Decimal("0.95"))
    return base.quantize(Decimal("0.01"))


def _extent(scene: Scene, draft: Draft, measure: Measure) -> tuple[int, int]:
    """The shortest stretch of tokens that holds metric, cues and figures."""
    spots = [(p.figure.start, p.figure.end) for p in draft.parts]
    spots += [(p.role.cue, p.role.cue + 1) for p in draft.parts if p.role.cue is not None]
    if measure.placed is not None:
        spots.append((measure.placed.start, measure.placed.end))
    start, end = min(s for s, _ in spots), max(e for _, e in spots)
    return max(start, scene.sentence.start), min(end, scene.sentence.end)


def _speaks_of_better(scene: Scene, draft: Draft) -> bool:
    """Whether the cue judges instead of pointing: a delinquency rate that "improved" fell."""
    cues = [scene.doc[p.role.cue].lemma_.lower() for p in draft.parts if p.role.cue is not None]
    return any(c in ("improve", "improvement", "better", "worsen", "deteriorate", "worse") for c in cues)


def _flipped(change: Decimal | None, flip: bool) -> Decimal | None:
    return -change if flip and change is not None else change


def _sign_of_loss(scene: Scene, draft: Draft, measure: Measure) -> bool:
    """Whether the value of a profit measure is a loss: "adjusted EBITDA was a loss of 2.9 billion"."""
    if draft.value is None or any(w in measure.name.lower().split() for w in ("loss", "losses")):
        return False
    return _after_loss(scene, draft.value.figure, otherwise=measure.loss)


def _after_loss(scene: Scene, figure: Placed[Mention], *, otherwise: bool) -> bool:
    """Whether the words before a figure make it a loss; `otherwise` where they say neither loss nor profit."""
    before = scene.doc[max(scene.sentence.start, figure.start - 4) : figure.start]
    said = [t.lower_ for t in before if t.lower_ in _LOSS or t.lower_ in _PROFIT]
    return said[-1] in _LOSS if said else otherwise


def _signed_value(part: Part | None, loss: bool) -> tuple[Decimal | None, Decimal | None]:
    if part is None:
        return None, None
    low, high = amount(part.figure).amount, _high(quantity(part.figure))
    if not loss or low < 0:
        return low, high
    return (-low, None) if high is None else (-high, -low)


def _prior(part: Part | None, loss: bool, scene: Scene) -> Decimal | None:
    if part is None:
        return None
    value = amount(part.figure).amount
    return -value if value > 0 and _after_loss(scene, part.figure, otherwise=loss) else value


def _signed_change(part: Part | None) -> Decimal | None:
    if part is None:
        return None
    sign = _SIGN.get(part.role.direction, 1) if part.role.direction else 1
    value = amount(part.figure).amount
    return value if value < 0 else sign * value


def _signed_high(part: Part | None) -> Decimal | None:
    high = _high(quantity(part.figure)) if part is not None else None
    if high is None or part is None:
        return None
    return high * (_SIGN.get(part.role.direction, 1) if part.role.direction else 1)


def _direction(draft: Draft) -> Direction | None:
    """Up or down as the words say, else as the figures compare."""
    for part in (draft.change, draft.value):
        if part is not None and part.role.direction is not None:
            if part is draft.change and amount(part.figure).amount < 0:
                return Direction.DOWN
            return part.role.direction
    if draft.value is not None and draft.prior is not None:
        return _compared(amount(draft.value.figure).amount, amount(draft.prior.figure).amount)
    if draft.prior is not None and draft.prior.role.direction is not None:
        return draft.prior.role.direction
    return None


def _compared(now: Decimal, then: Decimal) -> Direction:
    """Where signed figures move: a loss of 96 after one of 58 is down.

    >>> _compared(Decimal(-96), Decimal(-58))
    <Direction.DOWN: 'down'>
    """
    return Direction.UP if now > then else Direction.DOWN if now < then else Direction.FLAT


def _comparison(scene: Scene, draft: Draft, clock: Clock) -> Comparison | None:
    part = draft.change or draft.prior
    if part is None:
        return None
    own = {id(p.figure) for p in draft.parts}
    others = [f.start for f in scene.figures if id(f) not in own]
    return comparison(scene, part.figure.end, others, clock)


def _basis(name: str, scene: Scene) -> Basis | None:
    words = name.lower()
    if "non-gaap" in words or "adjusted" in words:
        return Basis.NON_GAAP
    return Basis.GAAP if words.startswith("gaap") else None
