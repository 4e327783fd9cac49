"""What a cue ties together: a cause, in the speaker's words, and the observation that it explains."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as DocSpan

from kg.facts.drivers.cues import Force, Found
from kg.facts.drivers.speech import Placed, Said


@dataclass(frozen=True, slots=True)
class Tie:
    """A cue tied to an effect, with the words of one cause; `cause_in` is the sentence of the cause, if another."""

    said: Said
    cue: Found
    cause: DocSpan
    effect: Placed
    force: Force
    cause_in: Said | None = None


@dataclass(frozen=True, slots=True)
class Loose:
    """A cue that announces a cause of nothing observed."""

    said: Said
    cue: Found
