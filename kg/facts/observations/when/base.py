"""Whether a time is only what a figure is compared with: "compared to … in the June quarter"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.metric.share_amounts import SHARES
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.when.nearest_period import attached, is_likened
from kg.model import Mention

_PER_SHARE = frozenset({"per", "a", "diluted", "basic"}) | SHARES
_FAR_BEFORE, _LISTED = 12, 22
"""Words back to what sets a figure against one, and against the second of two: "compared to 6 and 4 in May"."""


def is_base(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether a period is what a figure is compared with: "compared to … in the June quarter"."""
    before = scene.doc[max(scene.sentence.start, placed.start - 6) : placed.start]
    if is_likened(scene, placed):
        return any(f.end <= placed.start for f in scene.figures)
    base = next((t for t in reversed(before) if _compares(t)), None) or _compared_far_before(scene, placed)
    base = base or _compared_before_figure(scene, placed)
    if base is None or (base.lower_ == "from" and any(t.lower_ == "to" and t.i > base.i for t in before)):
        return False
    return any(f.end <= placed.start for f in scene.figures)


def _compared_far_before(scene: Scene, placed: Placed[Mention]) -> Token | None:
    """The "than" of a longer comparison, with no figure or comma in it: "lower *than* we saw at the plants in 2009"."""
    before = scene.doc[max(scene.sentence.start, placed.start - _FAR_BEFORE) : placed.start]
    than = next((t for t in reversed(before) if t.lower_ == "than" and _compares(t)), None)
    if than is None or any(than.i < f.start < placed.start for f in scene.figures):
        return None
    return None if any(t.text in ",;" for t in scene.doc[than.i : placed.start]) else than


def _compared_before_figure(scene: Scene, placed: Placed[Mention]) -> Token | None:
    """The word that sets a figure with its time against one before: "*compared* to a gain of 9 million last year"."""
    figure = next((f for f in reversed(scene.figures) if f.end <= placed.start), None)
    if figure is None or not attached(scene, placed, _behind_share(scene, figure.end)):
        return None
    for token in reversed(scene.doc[max(scene.sentence.start, figure.start - _LISTED) : figure.start]):
        if token.text in (",", ";") and token.nbor().lower_ != "or":  # "to 9 million, *or* 8 cents a share, last year"
            return None
        if token.lower_ in ("compared", "versus", "vs", "against"):
            return token if any(f.end <= token.i for f in scene.figures) else None
    return None


def _behind_share(scene: Scene, end: int) -> int:
    """Where the words end that say what a figure is of, a share or a whole, with the comma behind them."""
    first = end
    while end < scene.sentence.end and scene.doc[end].lower_ in _PER_SHARE:
        end += 1
    whole = next((m.end for m in scene.metrics if m.start in (end + 1, end + 2)), end)
    if end == first and end < scene.sentence.end and scene.doc[end].lower_ == "of":  # "or 14% *of sales*, last year"
        end = whole
    return end + (first < end < scene.sentence.end and scene.doc[end].text == ",")


def _compares(token: Token) -> bool:
    """Whether a word sets one time against another; "more than 3 billion" does not."""
    if token.lower_ == "than":
        return token.i > 0 and token.nbor(-1).lower_ not in ("more", "less", "fewer", "greater", "better")
    return token.lower_ in ("compared", "versus", "vs", "from", "against")
