"""The word of a sentence that moves a metric, and which way: beside it ("higher costs"), or as its verb's doing."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.in_words.done_to import as_object, gathered
from kg.facts.observations.in_words.heights import height
from kg.facts.observations.in_words.meant import is_aimed_at, is_of_others, is_unexpected, judged
from kg.facts.observations.in_words.moved_by_adjective import adjective_before
from kg.facts.observations.in_words.moved_by_noun import noun_after, noun_beside, told_in_name, whole
from kg.facts.observations.in_words.moved_by_verb import as_subject
from kg.facts.observations.in_words.worked import worked
from kg.facts.observations.movement import Cue, adjective_direction, movement_words, verb_direction
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import is_negated
from kg.model import Link

_REACH = 4
"""How many words may stand between a metric and the word behind it that moves it."""


def movement(scene: Scene, metric: Placed[Link], *, counted: bool, adverse: bool = False) -> Cue | None:
    """The word that moves a metric, and which way; None where none does, or where the movement is denied.

    `counted` says that the metric counts things, whose name alone is no measure inside that of another thing;
    `adverse` that the lower it is, the better.
    """
    head = whole(_last(scene, metric))
    found = noun_beside(scene, metric, head)
    if found is None and counted and _is_part_of_name(head, metric):
        return None
    found = found or as_subject(head) or as_object(head) or _gathered_anew(scene, metric) or _said_behind(scene, metric)
    found = found or adjective_before(scene, metric) or told_in_name(scene, metric) or worked(head)
    found = found or height(scene, head)
    if found is None or is_negated(found[0]) or (is_of_others(scene, metric) and found[0].i < metric.start):
        return None
    if any(name.start <= found[0].i < name.end for name in scene.names):  # "More Gardens revenue"
        return None
    if (
        is_unexpected(found[0])
        or is_aimed_at(scene, found[0], head)
        or (counted and found[0].lemma_.lower() == "benefit")
    ):
        return None
    return judged(found, head, adverse=adverse)


def _last(scene: Scene, metric: Placed[Link]) -> Token:
    """The noun for which a metric stands in its clause: the "content" of "content per box"."""
    named = scene.doc[metric.start : metric.end]
    return named.root if any(t.lower_ in ("of", "per") for t in named[1:]) else named[-1]


def counted_movement(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """The movement of what a noun merely counts, told beyond doubt: "user growth", "more customers", "gained share"."""
    head = scene.doc[metric.end - 1]
    share = head.lower_ == "share"
    found = (None if share else noun_after(scene, metric)) or gathered(head)
    return None if found is None or is_negated(found[0]) or is_aimed_at(scene, found[0], head) else found


def _is_part_of_name(head: Token, metric: Placed[Link]) -> bool:
    """Whether a metric's words only modify another noun: "customer commitments" are no customers."""
    return head.dep_ in ("compound", "nmod", "amod") and head.head.i >= metric.end and head.head.pos_ == "NOUN"


def _said_behind(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "with margins *up*", "demand *building*", "earnings relatively *flat*": told without a verb of its own."""
    at = metric.end
    while (
        at < scene.sentence.end and scene.doc[at].lower_ in movement_words("before_said") and at < metric.end + _REACH
    ):
        at += 1
    if at >= scene.sentence.end or scene.doc[at].lower_ not in movement_words("said_behind"):
        return None
    word, behind = scene.doc[at], scene.doc[min(at + 1, scene.sentence.end - 1)]
    if behind.pos_ in ("NOUN", "PROPN", "NUM", "DET", "PRON") or behind.lower_ in ("to", "than", "$"):
        return None
    direction = adjective_direction(word) or verb_direction(word)
    return (word, direction) if direction is not None else None


def _gathered_anew(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "we attracted *new users*": what is new adds to what there is; "we take *market share*", "took *pricing*"."""
    new = scene.doc[metric.start].lower_ == "new" and metric.item.mention.rule == "metric.listed"
    last = scene.doc[metric.end - 1]
    return gathered(last) if new or last.lower_ in ("share", "price", "pricing") else None
