"""Says whether a cause raises or lowers the metric as named, from the direction told and the force of the cue."""

from __future__ import annotations

from kg.facts.drivers.cues import Force, words
from kg.model import Direction, Observation, Polarity

_UP = {Direction.UP, Direction.WIDENED}
_OPENING = 3  # words of a cause that say what it is of itself
_BRIEF = 8  # words up to which a cause is no more than a year to compare with
_DOWN = {Direction.DOWN, Direction.NARROWED}


def polarity(effect: Observation, force: Force, cause: str, *, context: bool = False, told: str = "") -> Polarity:
    """How a cause works on its effect; where no direction is told, the words of the cause and of the effect decide.

    `context` marks cues that only name circumstances ("given", "amid"): a rise amid a decline is a rise against it.
    """
    if force is Force.RAISES:
        return Polarity.LOWERS if _burdens(effect) else Polarity.RAISES
    worked = _of_outlay(effect, cause) or _of_wind(effect, cause)
    if worked is not None:
        return worked
    against = _of_comparable(cause)
    if against is not None and force is Force.WITH:
        return against
    itself = _by_itself(effect, cause)
    if itself is not None and (effect.direction in _UP | _DOWN or force is Force.AGAINST):
        return itself
    if force is Force.LOWERS:
        grown = effect.direction is Direction.WIDENED or (effect.direction is Direction.UP and _burdens(effect))
        return Polarity.RAISES if grown else Polarity.LOWERS
    if effect.direction in _UP:
        worse = context and _says(cause, "adverse") and not _burdens(effect)
        along = Polarity.LOWERS if worse else Polarity.RAISES
    elif effect.direction in _DOWN:
        along = Polarity.LOWERS
    else:
        if force is not Force.AGAINST and _says(told, "rising"):
            return Polarity.RAISES
        if force is not Force.AGAINST and _burdens(effect):
            return Polarity.LOWERS if _says(cause, "thrifty") else Polarity.RAISES
        return _of_words(cause, told, force)
    return along if force is Force.WITH else opposite(along)


def _of_comparable(cause: str) -> Polarity | None:
    """What a year to compare with does to growth: a tough one lowers it, an easy one raises it."""
    if not _says(cause, "prior years") or len(cause.split()) > _BRIEF:
        return None
    if _says(cause, "easy"):
        return Polarity.RAISES
    return Polarity.LOWERS if _says(cause, "hard") else None


def _burdens(effect: Observation) -> bool:
    """Whether a metric is one of spending, which benefits lower and pressures raise."""
    named = set(effect.metric.replace("/", "-").split("-"))
    return bool(named & words("burdens")) and not named & words("no burdens")


def _by_itself(effect: Observation, cause: str) -> Polarity | None:
    """What a cause does to a metric of selling whichever way that went: growth raises it, weakness lowers it."""
    if not set(effect.metric.replace("/", "-").split("-")) & words("selling"):
        return None
    opening = " ".join(cause.split()[:_OPENING])
    if _says(opening, "good"):
        return Polarity.RAISES
    return Polarity.LOWERS if _says(opening, "bad") else None


def _of_outlay(effect: Observation, cause: str) -> Polarity | None:
    """What more or less of an outlay does to a profit, whichever way that went: "higher freight" lowers margins."""
    if not set(effect.metric.replace("/", "-").split("-")) & words("profits"):
        return None
    degree, *rest = _opening_phrase(cause) or [""]
    if not set(rest) & (words("burdens") | words("outlays")) or set(rest) & words("no burdens"):
        return None
    if degree in words("less"):
        return Polarity.RAISES
    return Polarity.LOWERS if degree in words("rising") else None


def _of_wind(effect: Observation, cause: str) -> Polarity | None:
    """What a headwind or a tailwind does, whichever way the metric went: "a 2 point adverse impact" lowers it."""
    first = _opening_phrase(cause)
    helps, harms = set(first) & words("tailwinds"), set(first) & words("adverse winds")
    if bool(helps) == bool(harms) or _burdens(effect) or first[0] in words("less"):
        return None
    return Polarity.RAISES if helps else Polarity.LOWERS


def _opening_phrase(cause: str) -> list[str]:
    """The words of a cause up to where its first phrase ends, "higher-than-expected" as "higher"; no "slightly"."""
    read: list[str] = []
    for word in cause.lower().split():
        if word in words("phrase ends"):
            break
        read.append(word.strip(",.").removesuffix("-than-expected").removesuffix("-than-anticipated"))
        if word.endswith(","):
            break
    while len(read) > 1 and (read[0] in words("leads") or read[0].endswith("ly")):
        del read[0]
    return read


def _of_words(cause: str, told: str, force: Force) -> Polarity:
    """What the words of the cause say, or where they say nothing, those of the effect."""
    if force is Force.AGAINST or _says(cause, "adverse"):
        return Polarity.LOWERS
    return Polarity.LOWERS if _says(told, "adverse") and not _says(cause, "helpful") else Polarity.RAISES


def _says(text: str, name: str) -> bool:
    return bool({w.strip(".,").lower() for w in text.split()} & words(name))


def opposite(polarity: Polarity) -> Polarity:
    """The other one of the two.

    >>> opposite(Polarity.RAISES).value
    'lowers'
    """
    return Polarity.LOWERS if polarity is Polarity.RAISES else Polarity.RAISES
