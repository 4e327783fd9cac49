"""Which sign a figure has, and which way it points: losses are below zero, falls are changes below zero."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from spacy.tokens import Token

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.in_words.standing import standing
from kg.facts.observations.metric.losses import profit_moves
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.roles.prior_figures import before_owner
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.model import Count, Direction, Mention, Money, Range

_LOSS = frozenset({"loss", "losses", "negative", "minus"})
_PROFIT = frozenset({"income", "profit", "earnings", "gain", "positive"})
_JUDGING = frozenset(
    {"improve", "improvement", "better", "worsen", "deteriorate", "worse", "leverage", "deleverage"}
    | {"favorable", "favourable", "unfavorable", "unfavourable"}
)
_OUTFLOWS = frozenset({"outflow", "deficit", "use", "usage", "consume", "consumption", "burn"})
_ADVERSE = frozenset({"negative", "adverse", "unfavorable", "unfavourable"})
_GOOD = frozenset({"positive", "favorable", "favourable", "benefit", "tailwind", "gain", "no"})
_RELEASES = frozenset({"benefit", "release", "recovery", "reversal", "gain"})
_BURDENS = frozenset({"expense", "provision", "build", "charge", "cost", "tax"})
_OPPOSITE = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}


@dataclass(frozen=True, slots=True)
class Signed:
    """The numbers of a draft with their signs, in the units in which they were said."""

    value: Decimal | None = None
    value_max: Decimal | None = None
    change: Decimal | None = None
    change_max: Decimal | None = None
    prior: Decimal | None = None
    direction: Direction | None = None


def signed(scene: Scene, draft: Draft, measure: Measure, *, less_is_better: bool) -> Signed:
    """The numbers of a draft with signs and direction; `less_is_better` for rates that improve by falling."""
    value, value_max = _value(draft.value, _is_loss(scene, draft, measure) or _is_burden(scene, draft, measure))
    prior = _prior(draft.prior, measure, scene)
    if prior is not None and draft.prior is not None and prior > 0 and _is_release(scene, draft.prior, measure):
        prior = -prior
    better = _judges(scene, draft)  # a loss that improves is a profit that rises
    flip = (measure.loss and not better) or (less_is_better and better)
    direction = profit_moves(_direction(draft)) if measure.loss and not better else _direction(draft)
    if (less_is_better or _is_time(draft)) and better and direction is not None:
        direction = _OPPOSITE.get(direction, direction)
    if value is not None and prior is not None and (min(value, prior) < 0 or _tells_less(direction, measure)):
        direction = compared(value, prior)  # a ratio of debt that "improved from 3 to 2" fell
    if direction is None and draft.value is not None and value is not None and value >= 0:
        start = measure.placed.start if measure.placed is not None else None
        direction = standing(scene, draft.value.figure, measure.id.removeprefix("metric/"), start)
    change, change_max = _change(draft.change)
    if flip or (better and _is_time(draft)):
        change, change_max = _negative(change), _negative(change_max)
    return Signed(value, value_max, change, change_max, prior, direction)


def _tells_less(direction: Direction | None, measure: Measure) -> bool:
    """Whether the words tell a way at most, which the figures tell better: neither "flat" nor "narrowed"."""
    return not measure.loss and (direction is None or direction in _OPPOSITE)


def compared(now: Decimal, then: Decimal) -> Direction:
    """Where signed figures move: a loss of 96 after one of 58 is down.

    >>> compared(Decimal(-96), Decimal(-58))
    <Direction.DOWN: 'down'>
    """
    return Direction.UP if now > then else Direction.DOWN if now < then else Direction.FLAT


def _negative(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def _judges(scene: Scene, draft: Draft) -> bool:
    """Whether the cue judges instead of pointing: a delinquency rate that "improved" fell."""
    cues = (scene.doc[p.role.cue] for p in draft.parts if p.role.cue is not None)
    return any(cue.lemma_.lower() in _JUDGING or cue.lower_ in _JUDGING for cue in cues)


def _is_loss(scene: Scene, draft: Draft, measure: Measure) -> bool:
    """Whether the value of a profit measure is a loss: "the EBITDA of the kilns was a loss of 37 million"."""
    if draft.value is None or any(w in measure.name.lower().split() for w in ("loss", "losses")):
        return False
    if _flows_out(scene, draft.value.figure, measure) or _is_negated(scene, measure):
        return True
    used = measure.placed is not None and "used" in scene.doc[measure.placed.start : measure.placed.end].text.split()
    return used or _after_loss(scene, draft.value.figure, otherwise=measure.loss)


def _flows_out(scene: Scene, figure: Placed[Mention], measure: Measure) -> bool:
    """Whether a cash flow is one out of the company: "after an *outflow* of 1.4 billion", "*consumed* 3 million of"."""
    before = scene.doc[max(scene.sentence.start, figure.start - 4) : figure.start]
    return measure.name.endswith("cash flow") and any(t.lemma_.lower() in _OUTFLOWS for t in before)


def _is_negated(scene: Scene, measure: Measure) -> bool:
    """Whether the words of a measure are led by its sign: "a *negative* operating margin of 3%"."""
    at = measure.placed.start if measure.placed is not None else scene.sentence.start
    return at > scene.sentence.start and scene.doc[at - 1].lower_ == "negative"


def _is_time(draft: Draft) -> bool:
    """Whether a change is one of time, which improves by falling: "improved collection by two days"."""
    change = amount(draft.change.figure) if draft.change is not None else None
    return isinstance(change, Count) and change.thing in ("days", "weeks", "months", "hours", "minutes")


def _is_burden(scene: Scene, draft: Draft, measure: Measure) -> bool:
    """Whether an impact is one to the worse: "600 basis points of *negative* currency impact"."""
    if draft.value is None or not measure.name.lower().endswith((" impact", " effect")):
        return False
    figure = draft.value.figure
    behind = list(takewhile(_tells_nothing_new, scene.doc[figure.end : min(figure.end + 9, scene.sentence.end)]))
    before = scene.doc[max(scene.sentence.start, figure.start - 5) : figure.start]
    of_money = measure.name == "foreign exchange impact" and figure.end < scene.sentence.end
    if of_money and scene.doc[figure.end].lower_ in ("of", "impact"):
        return not any(t.lower_ in _GOOD for t in (*before, *behind))
    led = any(t.lemma_.lower() == "headwind" for t in scene.doc[scene.sentence.start : figure.start])
    return led or any(t.lower_ in _ADVERSE for t in (*before, *behind))


def _tells_nothing_new(word: Token) -> bool:
    """Whether a word goes on with a phrase: no verb opens another statement."""
    return word.pos_ not in ("VERB", "AUX") and word.text != ";"


def _after_loss(scene: Scene, figure: Placed[Mention], *, otherwise: bool) -> bool:
    """Whether the words before a figure make it a loss; `otherwise` where they say neither loss nor profit."""
    floor = scene.sentence.start
    owned = before_owner(scene.doc, left_edge(scene.doc, figure, floor), floor)
    before = scene.doc[max(floor, min(figure.start - 4, owned - 2)) : figure.start]
    behind = scene.doc[figure.end : min(figure.end + 1, scene.sentence.end)]
    if any(t.lower_ == "loss" for t in behind):
        return True
    if isinstance(amount(figure), Money) and any(t.lower_ == "lost" for t in before):
        return True
    said = [t.lower_ for t in before if _tells_loss(t) or t.lower_ in _PROFIT]
    return said[-1] in _LOSS if said else otherwise


def _tells_loss(word: Token) -> bool:
    """Whether a word makes an amount a loss, as neither "provisions *for* *losses*" nor "*gains* and *losses*" does."""
    named = any(t.lower_ in ("for", "gain", "gains") for t in word.doc[max(0, word.i - 3) : word.i])
    return word.lower_ in _LOSS and not named


def _is_release(scene: Scene, part: Part, measure: Measure) -> bool:
    """Whether an expense was the contrary of one: "compared to a tax *benefit* of 18 million"."""
    if not _BURDENS & set(measure.name.lower().split()):
        return False
    before = scene.doc[max(scene.sentence.start, part.figure.start - 3) : part.figure.start]
    after = scene.doc[part.figure.end : min(part.figure.end + 2, scene.sentence.end)]
    return any(t.lemma_.lower() in _RELEASES for t in (*before, *after))


def _high(part: Part) -> Decimal | None:
    value = quantity(part.figure).value
    return value.high.amount if isinstance(value, Range) else None


def _value(part: Part | None, loss: bool) -> tuple[Decimal | None, Decimal | None]:
    if part is None:
        return None, None
    low, high = amount(part.figure).amount, _high(part)
    if not loss or low < 0:
        return low, high
    return (-low, None) if high is None else (-high, -low)


def _prior(part: Part | None, measure: Measure, scene: Scene) -> Decimal | None:
    if part is None:
        return None
    value = amount(part.figure).amount
    if value <= 0 or _is_called_loss(measure):
        return value
    if _flows_out(scene, part.figure, measure):
        return -value
    return -value if _after_loss(scene, part.figure, otherwise=measure.loss) else value


def _is_called_loss(measure: Measure) -> bool:
    """Whether the measure itself is a loss, so that its figures stand above zero."""
    return any(w in ("loss", "losses") for w in measure.name.lower().split())


def _change(part: Part | None) -> tuple[Decimal | None, Decimal | None]:
    if part is None:
        return None, None
    sign = -1 if part.role.direction is Direction.DOWN else 1
    value, high = amount(part.figure).amount, _high(part)
    return value if value < 0 else sign * value + 0, None if high is None else sign * high + 0  # no zero below zero


def _direction(draft: Draft) -> Direction | None:
    """Up or down as the words say, else as the figures compare."""
    for part in (draft.change, draft.value):
        if part is not None and part.role.direction is not None:
            fell = part is draft.change and amount(part.figure).amount < 0
            return Direction.DOWN if fell else part.role.direction
    if draft.value is not None and draft.prior is not None:
        return compared(amount(draft.value.figure).amount, amount(draft.prior.figure).amount)
    return draft.prior.role.direction if draft.prior is not None else None
