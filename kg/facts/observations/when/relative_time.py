"""A time that a clause describes, and so dates it: "the prior-year quarter, *when* sales rose 9%"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.scene import Scene, period
from kg.facts.sentence import clause_head
from kg.model import Period

_WHEN = frozenset({"when", "where", "in which", "during which", "for which"})


def described_time(scene: Scene, at: int) -> Period | None:
    """The time right before the "when" or "in which" of the clause in which a token stands."""
    verb = clause_head(scene.doc[at])
    for placed in scene.periods:
        start = placed.end
        while start < scene.sentence.end and scene.doc[start].text == ",":
            start += 1
        words = [t.lower_ for t in scene.doc[start : start + 2]]
        opens = bool(words) and (words[0] in _WHEN or " ".join(words) in _WHEN)
        if opens and start < at and _opens_clause(verb, start, at) and (found := period(placed)) is not None:
            return found
    return None


def _opens_clause(verb: Token, start: int, at: int) -> bool:
    """Whether the words at a token open the clause of a verb, of which a figure is told."""
    return verb.left_edge.i <= start + 1 and start < max(verb.i, at)
