"""What is paid on a debt: "$400 million of notes *at 5.25%*", "our *4% senior notes*"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Placed, Scene
from kg.model import Mention, Percent

_PAPERS = frozenset({"note", "bond", "debenture"})
_LOANS = frozenset({"loan", "mortgage", "borrowing"})
_RATES = frozenset({"rate", "coupon", "interest"})
_NO_RATE = frozenset({"discount", "premium", "of", "increase", "growth", "higher", "lower"})
_HIGHEST = 25
_BEHIND, _BEFORE = 5, 16
"""Words behind a rate, and before it, within which the debt stands."""


def coupon(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """The part of a rate that is paid on a debt: a level, apart from the sum that is owed."""
    return Role(FigureRole.VALUE, contribution=True) if debt_of(scene, figure) is not None else None


def debt_of(scene: Scene, figure: Placed[Mention]) -> str | None:
    """The name of the rate that a figure is, by the debt that bears it; None for any other figure."""
    value = amount(figure)
    if not isinstance(value, Percent) or value.amount > _HIGHEST:
        return None
    behind = _named_behind(scene, figure)
    return behind or _named_before(scene, figure)


def _named_behind(scene: Scene, figure: Placed[Mention]) -> str | None:
    """ "5% senior unsecured *notes*"."""
    for token in scene.doc[figure.end : min(figure.end + _BEHIND, scene.sentence.end)]:
        if token.lemma_.lower() in _PAPERS and token.pos_ in ("NOUN", "PROPN"):
            return "coupon rate"
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM") and token.text != "-":
            return None
    return None


def _named_before(scene: Scene, figure: Placed[Mention]) -> str | None:
    """ "$400 million of *notes* at a rate of 5%", "bearing interest at 5%"."""
    edge = left_edge(scene.doc, figure, scene.sentence.start)
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, edge - 3) : figure.start]]
    after = scene.doc[figure.end].lower_ if figure.end < scene.sentence.end else ""
    if "at" not in lead and not ("of" in lead and _RATES & set(lead)):
        return None
    if after in _NO_RATE or any(
        m.end >= edge - 3 and m.start < figure.start and not _is_rate(scene, m.end) for m in scene.metrics
    ):
        return None
    near = scene.doc[max(scene.sentence.start, figure.start - _BEFORE) : figure.start]
    debts = [t for t in near if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in _PAPERS | _LOANS]
    if not debts or any(_ends_clause(t) for t in scene.doc[debts[-1].i + 1 : figure.start]):
        return None
    if debts[-1].lemma_.lower() in _PAPERS:
        return "coupon rate"
    return "interest rate" if "interest" in [t.lower_ for t in near] else None


def _is_rate(scene: Scene, end: int) -> bool:
    return scene.doc[end - 1].lemma_.lower() in _RATES | _PAPERS | _LOANS


def _ends_clause(token: Token) -> bool:
    return token.text in (";", ":") or (token.lower_ in ("and", "while", "but"))
