"""Which of the periods that a sentence names a figure belongs to: the one behind it, of its clause, or nearest."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.sentence import SUBJECTS, clause_head
from kg.model import Mention

_LINKS = frozenset({"in", "for", "during", "at", "on", "by", "over", "as", "of", "the", "our", "both"})
_MOVES = frozenset({"increase", "decrease", "growth", "decline", "rise", "drop", "improvement", "reduction", "gain"})
_ALIKE = frozenset({"consistent", "similar", "flat", "line", "unchanged", "comparable", "equal", "even", "stable"})
_CAUSING = frozenset({"driven", "offset", "caused", "led", "helped"})
_REACH = 3
_MOVED = frozenset({"higher", "lower", "better", "worse", "more", "less", "up", "down", "favorable", "unfavorable"})
_GOING = frozenset(
    {"go", "move", "head", "look", "enter", "exit", "get", "come", "finish", "close", "progress", "start"}
)


def attached(scene: Scene, placed: Placed[Mention], end: int) -> bool:
    """Whether a period follows directly on what ends at a token and so dates it: "8% in 2021", "a 5% rise in May"."""
    if end < len(scene.doc) and scene.doc[end].lower_ in _MOVES | _MOVED:
        end += 1
    between = scene.doc[end : placed.start] if placed.start >= end else None
    return between is not None and len(between) <= _REACH and all(t.lower_ in _LINKS for t in between)


def attached_to_counted(scene: Scene, placed: Placed[Mention], end: int) -> bool:
    """Whether only what a figure counts stands between it and a period: "2 plants in May, *8 new patents in June*"."""
    while end < placed.start and scene.doc[end].pos_ in ("NOUN", "PROPN", "ADJ"):
        end += 1
    return attached(scene, placed, end)


def aside(scene: Scene, placed: Placed[Mention], at: int) -> bool:
    """Whether a period only dates an aside behind the figure's clause: "…, since the plant was closed by May".

    "As we go into the fourth quarter" is none: it says when.
    """
    if placed.start < at:
        return False
    if _is_in_cause(scene, placed, at):
        return True
    figure, own = scene.doc[at], clause_head(scene.doc[at])
    verb = clause_head(scene.doc[placed.start])
    while verb != own and verb.i > at and verb.head.i != verb.i:
        if _digresses(verb, figure) or (verb.dep_ == "relcl" and _has_figure(scene, verb, placed)):
            return True
        verb = clause_head(verb.head)
    return False


def _is_in_cause(scene: Scene, placed: Placed[Mention], at: int) -> bool:
    """Whether a period dates what somebody did, which is a cause: "up 5%, offset by *our choice to leave* in May".

    Words behind a comma date the figure again.
    """
    between = scene.doc[at : placed.start]
    cue = next((t.i for t in reversed(between) if t.lower_ == "by" and t.nbor(-1).lower_ in _CAUSING), None)
    if cue is None or any(t.text in (",", ";") for t in scene.doc[cue : placed.start]):
        return False
    return any(t.tag_ == "VB" for t in scene.doc[cue : placed.start])


def _has_figure(scene: Scene, verb: Token, placed: Placed[Mention]) -> bool:
    """Whether a clause has a figure of its own to date: "…, *of which 60% will convert next year*"."""
    behind = [f for f in scene.figures if verb.left_edge.i <= f.start < placed.start]
    return any(clause_head(scene.doc[f.start]) == verb for f in behind)


def subordinate(token: Token) -> bool:
    """Whether a word stands in a clause that describes or explains another: "a plant *that opens in 2026*"."""
    verb = clause_head(token)
    while verb.head.i != verb.i:
        if verb.dep_ in ("advcl", "relcl"):
            return True
        verb = clause_head(verb.head)
    return False


def _digresses(verb: Token, figure: Token) -> bool:
    """Whether a clause tells of something else: it has a subject of its own, and does not describe the figure."""
    if figure in verb.subtree or not any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    if verb.dep_ == "relcl":
        return figure not in verb.head.subtree and not _is_measured(verb.head, figure)
    return verb.dep_ == "advcl" and verb.lemma_.lower() not in _GOING


def _is_measured(noun: Token, figure: Token) -> bool:
    """Whether a noun is what a figure counts or measures: "3 million of *fees*", "3 million in *share buybacks*"."""
    if noun.dep_ != "pobj" or noun.head.dep_ != "prep":
        return False
    return noun.head.head in (figure, figure.head)


def nearest(
    scene: Scene, at: int, end: int, named: Sequence[Placed[Mention]], *, flow: bool = False
) -> Placed[Mention] | None:
    """The period of what stands at the tokens `at` to `end`, if any is named; a `flow` rather fills a stretch of time.

    A period that follows another figure directly is that one's, where there is a choice.
    """
    verb = clause_head(scene.doc[at])
    others = [f.end for f in scene.figures if f.start >= end or f.end <= at]

    def rank(placed: Placed[Mention]) -> tuple[bool, bool, bool, bool, bool, bool, bool, int, int]:
        return (
            not attached(scene, placed, end),
            not attached_to_counted(scene, placed, end),
            not _describes(scene, placed, at, end),
            any(attached(scene, placed, other) for other in others) and clause_head(scene.doc[placed.start]) != verb,
            flow and (found := period(placed)) is not None and found.instant,
            clause_head(scene.doc[placed.start]) != verb,
            any(attached(scene, placed, other) for other in others),
            placed.start - at if placed.start >= end else at - placed.end,
            placed.start,
        )

    return min(named, key=rank, default=None)


def _describes(scene: Scene, placed: Placed[Mention], at: int, end: int) -> bool:
    """Whether a period stands in a clause about what a figure measures: "the 3 million of fees *we paid in May*"."""
    verb = clause_head(scene.doc[placed.start])
    if placed.start < end or verb.dep_ != "relcl" or not at <= verb.head.i <= end + _REACH:
        return False
    return not any(end <= f.start < placed.start for f in scene.figures)


def is_likened(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether the words before a time say that something is as it was then: "*consistent with the* prior year"."""
    before = scene.doc[max(scene.sentence.start, placed.start - 6) : placed.start]
    last = len(before) - 1
    while last > 0 and before[last].pos_ in ("DET", "PRON"):
        last -= 1
    return last > 0 and before[last].lower_ in ("with", "to") and before[last - 1].lower_ in _ALIKE
