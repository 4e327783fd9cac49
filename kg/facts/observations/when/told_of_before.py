"""A level told of the time with which others are compared: "*A year ago*, debt stood at 3 million"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.when.comparing import comparison_of, only_marks
from kg.facts.sentence import clause_head
from kg.model import Mention, Period

_COMPARES = frozenset({"than", "from", "to", "with", "versus", "vs", "vs.", "over", "against", "on", "above", "below"})
_REACH = 3


def told_of_before(scene: Scene, draft: Draft) -> Period | None:
    """The time of a comparison that dates a level, where the sentence names it first and no other time."""
    if draft.value is None or draft.change is not None or draft.prior is not None:
        return None
    at = draft.value.figure.start
    verb = clause_head(scene.doc[at])
    if verb.tag_ != "VBD" or any(comparison_of(p.item) is None for p in scene.periods):
        return None
    placed = next((p for p in scene.periods if period(p) is not None and not only_marks(p)), None)
    if placed is None or placed.end > at or any(f.start < at for f in scene.figures):
        return None
    words = scene.doc[max(scene.sentence.start, placed.start - _REACH) : placed.end]
    if any(t.lower_ in _COMPARES for t in words):
        return None
    return period(placed) if _says_when(scene, placed, verb) else None


def _says_when(scene: Scene, placed: Placed[Mention], verb: Token) -> bool:
    """Whether a time stands in the clause of a verb, or in one that says when: "*when we met a year ago*, it was 3"."""
    own = clause_head(scene.doc[placed.start])
    if own == verb:
        return True
    return own.head == verb and own.dep_ == "advcl" and any(c.lower_ == "when" for c in own.children)
