"""Times told in passing, which date no figure: that of an earlier report ("as we said last quarter"), or of a cause."""

from __future__ import annotations

from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.sentence import clause_head
from kg.model import Mention, Period
from kg.word_lists import word_list

_REACH = 5
_LINKS = frozenset({"in", "on", "by", "at", "through", "the", "end", "of", "beginning", "start", "and", "year"})


def of_a_report(scene: Scene, placed: Placed[Mention], at: int) -> bool:
    """Whether a time only tells when something was said before: "*As we said last quarter*, margins are 5%"."""
    verb = clause_head(scene.doc[placed.start])
    if verb == clause_head(scene.doc[at]) or verb.lemma_.lower() not in _listed("saying"):
        return False
    return verb.i < placed.start and not any(verb.i < f.start < placed.start for f in scene.figures)


def of_a_cause(scene: Scene, placed: Placed[Mention], end: int) -> bool:
    """Whether a cause stands between a figure and a time: "rose 5%, *driven by* the sale of two plants in May"."""
    between = scene.doc[end : placed.start] if placed.start >= end else scene.doc[end:end]
    words = " ".join(t.lower_ for t in between)
    return any(f" {cue} " in f" {words} " for cue in _listed("causes"))


def of_a_term(scene: Scene, placed: Placed[Mention], reported: Period) -> bool:
    """Whether a time only tells how long something runs: "notes *due in 2030*", "a rate fixed *until* May".

    What held until a time that is past, "until last year we had 3%", is told of that time.
    """
    before = list(scene.doc[max(scene.sentence.start, placed.start - _REACH) : placed.start])
    while before and before[-1].lower_ in _LINKS:
        before.pop()
    found = period(placed)
    if not before or found is None or before[-1].lower_ not in _listed("terms"):
        return False
    return before[-1].lower_ != "until" or found.end > reported.end


def _listed(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.when", "passing_times.toml", name)
