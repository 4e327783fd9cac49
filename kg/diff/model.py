"""What is new, gone and changed between two calls of one company, as plain records."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.export.choose.content import Figure


@dataclass(frozen=True, slots=True)
class Change:
    """One metric of one unit in both calls; `since` is the move between the values, in percent or in points.

    `unsure` tells that the two lie so far apart, or so as the year grows, that one of them may be read wrongly.

    One of `then` and `now` is missing where only the other call gives a figure.
    """

    unit: str
    metric: str
    then: Figure | None
    now: Figure | None
    since: Decimal | None = None
    since_unit: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Guided:
    """What management expects of one metric for one period; `verdict` says what became of it since the call before.

    `raised`, `cut`, `narrowed`, `widened`, `repeated`, `dropped` where nothing is said of it any more, `told otherwise`
    where the metric is only told of another unit, scope or kind, `new`, `unclear` where both lie too far apart, or
    for a period that has come: `above`, `within`, `below` guidance, or `due` where no figure was given. `actual` is
    that figure, or the one that is told otherwise.
    """

    unit: str
    metric: str
    period: str
    verdict: str
    then: Figure | None
    now: Figure | None
    actual: Figure | None = None


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A topic on which analysts asked in both calls, with those who asked."""

    topic: str
    then: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two calls of one company; `read` tells whether the later one's prepared remarks were read at all.

    `silent` holds figures that were given then and of which nothing at all is said now; where the later call was not
    read nobody can know, and it is empty.
    """

    company: str
    before: str
    after: str
    read: bool
    changed: tuple[Change, ...] = ()
    new: tuple[Change, ...] = ()
    in_words: tuple[Change, ...] = ()
    silent: tuple[Change, ...] = ()
    guidance: tuple[Guided, ...] = ()
    new_things: tuple[str, ...] = ()
    gone_things: tuple[str, ...] = ()
    asked_again: tuple[AskedAgain, ...] = ()
