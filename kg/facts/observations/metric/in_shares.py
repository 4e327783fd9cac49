"""A sum told once more in shares: "we bought back $7 million of stock, representing 200,000 shares"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.metric.share_amounts import SHARES
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.model import Count, Mention

_SAME = frozenset({"representing", "equaling", "equalling"})
_SAME_TO = frozenset({"equivalent", "equal", "equates", "equating", "corresponding", "amounting", "translating"})
_HEDGES = frozenset(
    {"approximately", "about", "roughly", "around", "some", "nearly", "almost", "over", "a", "total", "of"}
)
_REACH = 6
"""How many words behind a number its shares may stand: "8 million ordinary shares"."""


def in_shares(scene: Scene, draft: Draft, last: Measure | None) -> Measure | None:
    """The measure told just before, where a number of shares says the same; None where it says something else."""
    figure = draft.parts[0].figure
    if last is None or not isinstance(amount(figure), Count) or not any(f.end < figure.start for f in scene.figures):
        return None
    if not _says_the_same(scene, figure) or not _counts_shares(scene, figure):
        return None
    return replace(last, placed=None, words=None, certainty=Decimal("0.7"))


def _says_the_same(scene: Scene, figure: Placed[Mention]) -> bool:
    before = [t.lower_ for t in scene.doc[scene.sentence.start : figure.start]]
    while before and before[-1] in _HEDGES:
        before.pop()
    if before[-1:] == ["to"]:
        return bool(_SAME_TO & set(before[-2:-1]))
    return bool(_SAME & set(before[-1:]))


def _counts_shares(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether the noun that a number counts is a share, which may be part of the figure's own words."""
    for token in scene.doc[figure.start : min(figure.end + _REACH, scene.sentence.end)]:
        if token.lower_ in SHARES:
            return True
        if token.i >= figure.end and token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False
