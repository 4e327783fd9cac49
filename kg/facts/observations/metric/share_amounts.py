"""Whether an amount of money is one per share."""

from __future__ import annotations

from kg.facts.observations.scene import Placed, Scene
from kg.model import Mention

SHARES = frozenset({"share", "shares", "ads", "adss", "adr", "unit"})
"""The nouns for one part of a company's capital."""


def is_per_share(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "81 cents *per* diluted *share*", "a dollar *a share*"."""
    words = [t.lower_ for t in scene.doc[figure.end : figure.end + 4]]
    return words[:1] in (["per"], ["a"]) and bool(SHARES & set(words))
