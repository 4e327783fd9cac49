"""Where the words begin that belong to a figure itself: "approximately", "more than", "a strong"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from kg.facts.observations.scene import Placed
from kg.model import Mention


@cache
def role_words() -> Mapping[str, tuple[str, ...]]:
    """The word lists of `roles.json`.

    >>> "versus" in role_words()["prior_left"]
    True
    """
    raw = json.loads((files("kg.facts.observations.roles") / "roles.json").read_text(encoding="utf-8"))
    return {key: tuple(value) for key, value in raw.items()}


def left_edge(doc: Doc, figure: Placed[Mention], floor: int) -> int:
    """The position after the last word before a figure that is no "approximately", "an", "strong", "less than"."""
    return _edge(doc, figure.start, floor)


def _edge(doc: Doc, position: int, floor: int) -> int:
    fillers = _fillers()
    while position > floor and (doc[position - 1].lower_ in fillers or doc[position - 1].is_space):
        if doc[position - 1].lower_ == "than":
            if doc[position - 2].lower_ not in _BOUNDS:
                break
            position -= 1
        position -= 1
    if (opened := _before_aside(doc, position, floor)) < position:
        return _edge(doc, opened, floor)
    if position - 2 >= floor and doc[position - 1].lower_ == "to" and doc[position - 2].lower_ in ("close", "closer"):
        return _before_closeness(doc, position - 2, floor)
    return position


def _before_aside(doc: Doc, position: int, floor: int) -> int:
    """Where a speaker falters before a figure: "was up, *I don't know, maybe* 40 million", "grew, *call it,* 5%"."""
    start = position - (position > floor and doc[position - 1].text == ",")
    words = [t.lower_ for t in doc[max(floor, start - _LONGEST_ASIDE) : start]]
    said = next((aside for aside in _asides(words[-1]) if words[-len(aside) :] == aside), None) if words else None
    if said is None:
        return position
    opened = start - len(said)
    return opened - (opened > floor and doc[opened - 1].text == ",")


@cache
def _fillers() -> frozenset[str]:
    return frozenset(role_words()["approximators"])


@cache
def _asides(last: str) -> tuple[list[str], ...]:
    """The asides that end in a word, as words."""
    return tuple(words for aside in role_words()["asides"] if (words := aside.split())[-1] == last)


def _before_closeness(doc: Doc, position: int, floor: int) -> int:
    """ "up *by closer to* 5,500": an approximation of two words."""
    while position > floor and doc[position - 1].lower_ in ("by", "at", "of", "a", "somewhere"):
        position -= 1
    return position


_LONGEST_ASIDE = 4
_BOUNDS = frozenset({"more", "less", "better", "greater", "fewer"})
