"""Heights of a metric, which tell how it moved: "our highest gross margin since spring"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import Cue, movement_words
from kg.facts.observations.scene import Scene
from kg.model import Direction

_BEFORE = 6  # words before a metric among which a superlative may stand
_BACK = 9  # words behind a superlative within which it is said since when


def height(scene: Scene, head: Token) -> Cue | None:
    """ "our highest gross margin since spring", "the best quarterly sales in ten years"."""
    before = scene.doc[max(scene.sentence.start, head.i - _BEFORE) : head.i]
    best = next((t for t in before if t.lower_ in movement_words("superlatives") and t.head.i <= head.i), None)
    if best is None or head.dep_ in ("compound", "nmod") or any(t.is_punct for t in scene.doc[best.i : head.i]):
        return None
    behind = scene.doc[head.i + 1 : min(head.i + _BACK, scene.sentence.end)]
    since = any(t.lower_ in movement_words("since") for t in behind)
    low = best.lower_ in movement_words("low_superlatives")
    return (best, Direction.DOWN if low else Direction.UP) if since else None
