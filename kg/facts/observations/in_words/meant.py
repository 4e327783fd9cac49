"""What a movement in words means: whose it is, whether it is only aimed at, and that better costs are lower ones."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import Cue, movement_words
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.stance.modality import modality
from kg.facts.sentence import clause_head, is_negated
from kg.model import Direction, Link, Modality


def is_aimed_at(scene: Scene, word: Token, head: Token) -> bool:
    """Whether a movement is only what effort goes into: "investment in user growth", "our focus on lower costs".

    What the company will focus on is its plan, and counts.
    """
    if modality(scene, word.i) in (Modality.GUIDANCE, Modality.TARGET):
        return False
    above = head if word.head == head else word
    for _ in range(6):
        if above.dep_ not in ("pobj", "prep", "dobj", "pcomp", "conj", "compound", "amod"):
            return False
        above = above.head
        if above.lemma_.lower() in movement_words("aims"):
            return True
    return False


def is_unexpected(word: Token) -> bool:
    """Whether a movement is what one does not expect: "we never expect sales *to decline*"."""
    verb = clause_head(word)
    expecting = verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_.lower() in (
        "expect",
        "anticipate",
        "foresee",
        "see",
    )
    return expecting and is_negated(verb.head)


def judged(cue: Cue, head: Token, *, adverse: bool = False) -> Cue:
    """Costs that improve go down; the better, the lower."""
    harms = cue[0].pos_ == "VERB" and cue[0].lemma_.lower() in movement_words("harm_verbs")
    judges = bool({cue[0].lemma_.lower(), cue[0].lower_} & movement_words("judging"))
    return judged_as_harm(cue, head, adverse=adverse) if harms or judges else cue


def judged_as_harm(cue: Cue, head: Token, *, adverse: bool = False) -> Cue:
    """What harms costs raises them, and what helps lowers them."""
    word, direction = cue
    if not adverse and head.lemma_.lower() not in movement_words("adverse"):
        return cue
    return word, {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}.get(direction, direction)


def is_of_others(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a metric is somebody else's: "their costs", "merchants' efficiency"."""
    before = scene.doc[max(scene.sentence.start, metric.start - 2) : metric.start]
    owners = (t.nbor(-1) for t in before if t.tag_ == "POS" and t.i > 0)
    return any(t.lower_ in ("their", "your") for t in before) or any(owner.tag_ == "NNS" for owner in owners)
