"""Figures that measure nothing of their own: levels compared with, limits, sums told over in another currency."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.foreseen_levels import is_foreseen
from kg.facts.observations.roles.idle_counts import is_idle_count
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.roles.reference_levels import is_reference
from kg.facts.observations.scene import Placed, Scene, quantity
from kg.model import Count, Mention, Money, Percent

_HIGHEST = 100
"""No business that reports two rates grows by more than this."""
_SPENDING = frozenset({"spend", "contribute", "generate", "earn", "make", "pay", "exceed", "produce"})
_OVER = frozenset({"with", "over", "above", "under", "below"})
_BETWEEN = frozenset({"or", "(", ",", "equivalent", "to", "approximately", "about", "some", "roughly", "around", "of"})
_MANY = frozenset(
    {"customer", "client", "household", "people", "everybody", "everyone", "anyone", "employee", "seller", "merchant"}
    | {"account", "user", "member", "deal", "contract", "investor", "advertiser", "family", "consumer", "income"}
)
_RECOUNTED = frozenset({"these", "those"})


def why_unmeasured(scene: Scene, figure: Placed[Mention]) -> str | None:
    """The reason for which a figure tells no value, change or prior value; None where it tells one."""
    if is_reference(scene, figure) or is_foreseen(scene, figure):
        return "a level compared with"
    if _is_told_over(scene, figure):
        return "the same sum in another currency"
    if figure.start > scene.sentence.start and scene.doc[figure.start - 1].lower_ in ("not", "n't", "n’t"):
        return "a figure that is denied"
    if _picks_out(scene, figure):
        return "a limit that picks out things"
    if _is_run_together(scene, figure):
        return "two percentages run together"
    if is_idle_count(scene, figure):
        return "a few things that are only spoken of"
    if isinstance(amount(figure), Count) and figure.start > 0 and scene.doc[figure.start - 1].lower_ in _RECOUNTED:
        return "things counted before"
    return None


def _is_run_together(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "up 1815% in constant currency": a machine lost the "and" between 18% and 15%."""
    behind = scene.doc[figure.end : min(figure.end + 3, scene.sentence.end)].text.lower()
    value = amount(figure)
    if not isinstance(value, Percent) or value.amount <= _HIGHEST or not behind.startswith("in constant currency"):
        return False
    return not any(f.end == figure.start - 1 and isinstance(amount(f), Percent) for f in scene.figures)


def _is_told_over(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "RMB 352 billion *or USD 50 billion*"."""
    value = amount(figure)
    before = [f for f in scene.figures if f.end <= figure.start]
    if not before or not isinstance(value, Money):
        return False
    first = amount(before[-1])
    if not isinstance(first, Money) or first.currency == value.currency:
        return False
    between = [t.lower_ for t in scene.doc[before[-1].end : figure.start]]
    return (
        0 < len(between) <= 4 and all(w in _BETWEEN for w in between) and bool({"or", "(", "equivalent"} & set(between))
    )


def _picks_out(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "79 customers *spending more than $1 million*", "a 5% rise for everybody *under $100,000*"."""
    if not isinstance(amount(figure), Money) or not quantity(figure).bound:
        return False
    position = left_edge(scene.doc, figure, scene.sentence.start)
    if position == figure.start or position == scene.sentence.start:
        return False
    word = scene.doc[position if scene.doc[position].lower_ in _OVER else position - 1]
    if word.lemma_.lower() not in _SPENDING and word.lower_ not in _OVER:
        return False
    whom = word.head if word.dep_ in ("acl", "relcl", "prep") else word.nbor(-1) if word.i > 0 else None
    return whom is not None and whom.i < word.i and _are_many(whom)


def _are_many(noun: Token) -> bool:
    return noun.lemma_.lower() in _MANY
