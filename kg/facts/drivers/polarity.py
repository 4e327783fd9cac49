"""Says whether a cause raises or lowers the metric as named, from the direction told and the force of the cue."""

from __future__ import annotations

from kg.facts.drivers.cues import Force, words
from kg.model import Direction, Observation, Polarity

_UP = {Direction.UP, Direction.WIDENED}
_DOWN = {Direction.DOWN, Direction.NARROWED}


def polarity(effect: Observation, force: Force, cause: str) -> Polarity:
    """How a cause works on its effect; where no direction is told, the words of the cause decide."""
    if force is Force.RAISES:
        return Polarity.RAISES
    if force is Force.LOWERS:
        return Polarity.LOWERS if effect.direction not in {Direction.WIDENED} else Polarity.RAISES
    if effect.direction in _UP:
        along = Polarity.RAISES
    elif effect.direction in _DOWN:
        along = Polarity.LOWERS
    else:
        return _of_words(cause, force)
    return along if force is Force.WITH else opposite(along)


def _of_words(cause: str, force: Force) -> Polarity:
    said = {w.strip(".,").lower() for w in cause.split()}
    return Polarity.LOWERS if force is Force.AGAINST or said & words("adverse") else Polarity.RAISES


def opposite(polarity: Polarity) -> Polarity:
    """The other one of the two.

    >>> opposite(Polarity.RAISES).value
    'lowers'
    """
    return Polarity.LOWERS if polarity is Polarity.RAISES else Polarity.RAISES
