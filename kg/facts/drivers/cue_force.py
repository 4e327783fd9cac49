"""How a cause works on its effect, where words beside the cue turn what the cue itself says."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan

from kg.facts.drivers.balances import offset_wins
from kg.facts.drivers.cues import Force, Found, Need, words
from kg.facts.drivers.speech import Placed, Said
from kg.model import Direction
from kg.word_lists import word_list


def force_of(said: Said, cue: Found, effect: Placed) -> Force:
    """The force of a cue, turned by what stands before it: "rose 9%, below expectations, driven by lower volume"."""
    if cue.cue.id == "offset by" and offset_wins(said, cue, effect):
        return Force.WITH
    if cue.cue.needs is Need.COMPARABLE and any(
        t.lower_ in words("easy") for t in said.sentence.doc[cue.end : cue.end + 4]
    ):
        return Force.AGAINST if effect.observation.direction is Direction.DOWN else Force.WITH
    if cue.cue.id == "driver was" and any(
        t.lower_ == "offsetting" for t in said.sentence.doc[said.sentence.start : cue.end]
    ):
        return Force.AGAINST
    if cue.cue.id == "impacted by" and any(
        t.lower_ in word_list("kg.facts", "words/grammar.toml", "well") for t in _beside(said, cue)
    ):
        return Force.RAISES
    before = said.sentence.doc[max(effect.anchor, said.sentence.start) : cue.start].text.lower()
    if cue.cue.force is Force.WITH and any(phrase in before for phrase in words("misses")):
        return Force.LOWERS
    if cue.cue.force is Force.WITH and any(phrase in before for phrase in words("beats")):
        return Force.RAISES
    return cue.cue.force


def _beside(said: Said, cue: Found) -> DocSpan:
    """A cue with the word before it, which may turn it: "*positively* impacted by"."""
    return said.sentence.doc[max(said.sentence.start, cue.start - 1) : cue.end]
