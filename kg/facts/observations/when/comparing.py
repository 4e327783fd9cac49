"""What a figure is compared with, as the words of its sentence or two periods tell."""

from __future__ import annotations

from kg.facts.observations.draft import Part
from kg.facts.observations.scene import Placed, Scene, period
from kg.model import Comparison, Mention, Period

_COMPARISONS = {
    "comparison.yoy": Comparison.YOY,
    "comparison.qoq": Comparison.QOQ,
    "comparison.other": Comparison.OTHER,
}
_APART = {Comparison.QOQ: range(80, 100), Comparison.YOY: range(350, 380)}
"""Days between two periods that are a quarter, or a year, apart."""


def comparison_of(mention: Mention) -> Comparison | None:
    """What a period mention compares against, read from its rule; None where it only dates."""
    return next((c for rule, c in _COMPARISONS.items() if mention.rule.startswith(rule)), None)


def only_marks(placed: Placed[Mention]) -> bool:
    """Whether a comparison has no date of its own: "year on year", "sequentially".

    >>> from kg.model import Mention, MentionKind, Span
    >>> said = Mention(MentionKind.PERIOD, Span(0, 12), "sequentially", None, "comparison.qoq")
    >>> only_marks(Placed(0, 1, said))
    True
    """
    return not any(
        w in placed.item.text.lower() for w in ("quarter", "ago", "last year", "prior year", "q1", "q2", "q3", "q4")
    )


def apart(then: Period, now: Period) -> Comparison:
    """Which comparison two periods make.

    >>> from kg.values.fiscal import FiscalCalendar
    >>> quarter = FiscalCalendar().quarter
    >>> [str(apart(quarter(2024, q), quarter(2025, 1))) for q in (1, 2, 4)]
    ['yoy', 'other', 'qoq']
    """
    days = (now.end - then.end).days
    return next((kind for kind, span in _APART.items() if days in span), Comparison.OTHER)


def period_behind(scene: Scene, prior: Part | None) -> Period | None:
    """The period named right behind a prior value: "up from 3% *in Q2*"."""
    if prior is None:
        return None
    end = prior.figure.end
    near = [p for p in scene.periods if end <= p.start <= end + 8 and period(p) is not None]
    named = [p for p in near if comparison_of(p.item) is None] or [p for p in near if not only_marks(p)]
    return period(named[0]) if named else None


def base_period(scene: Scene, after: int) -> Period | None:
    """The period against which a change is measured, as the nearest words after a token say: "a year ago"."""
    bases = [p for p in scene.periods if comparison_of(p.item) is not None and period(p) is not None]
    right = [p for p in bases if p.start >= after]
    return period((right or bases[-1:])[0]) if bases else None
