"""The adjective before a metric that moves it: "higher costs", "a record number of", "more demand"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import (
    Cue,
    adjective_direction,
    movement_words,
    noun_direction,
    strength,
    vague_adjectives,
)
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import first_of_list
from kg.model import Direction, Link

_REACH = 4
"""How many words may stand between an adjective and the metric that it belongs to."""


def adjective_before(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "higher costs", "increased advertising revenue", "record orders", "higher A and B"."""
    head = scene.doc[metric.end - 1]
    top = first_of_list(head)
    if _tells_which(head):
        return None
    if top.dep_ == "pobj" and top.head.lower_ == "at" and top.head.head.lemma_ != "look":
        return None
    reach = _REACH
    for position in range(metric.start - 1, scene.sentence.start - 1, -1):
        word = scene.doc[position]
        reach -= not _is_plan(word)
        if reach < 0:
            break
        direction = adjective_direction(word) or strength(word) or _added(word)
        if direction is not None and _is_telling(word, head):
            return word, direction
        if _is_plan(word):
            continue
        if word.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB") or word.dep_ not in _WITHIN:
            break
    return _shared_adjective(scene, head, top)


def adjective_of(noun: Token) -> Cue | None:
    """ "a record number of", "higher levels of"."""
    for child in noun.children:
        direction = adjective_direction(child) if child.i < noun.i else None
        if direction is not None and child.lower_ not in vague_adjectives():
            return child, direction
    return None


def _added(word: Token) -> Direction | None:
    return Direction.UP if word.lower_ in movement_words("added") else None


def _is_plan(word: Token) -> bool:
    """Whether a word stands in "than expected" between an adjective and its noun: "a higher-*than-expected* rate"."""
    if word.text == "-":
        return (
            any(t.lower_ == "than" for t in (word.nbor(-1), word.nbor(1))) if 0 < word.i < len(word.doc) - 1 else False
        )
    return word.lower_ in ("than", "expected", "anticipated", "guided", "planned")


def _tells_which(head: Token) -> bool:
    """Whether a metric only tells which thing another noun means: "higher *cash* outlays", "higher *margin* tools"."""
    above = head.head
    if head.dep_ not in ("compound", "nmod") or above.i != head.i + 1 or above.pos_ != "NOUN":
        return False
    lemma = above.lemma_.lower()
    carried = movement_words("wholes") | movement_words("amounts") | movement_words("burdens")
    carried |= movement_words("working_nouns")
    return lemma not in carried and noun_direction(above) is None


def _shared_adjective(scene: Scene, head: Token, top: Token) -> Cue | None:
    """The adjective of a list's first noun, for a later one that has none of its own: "higher costs and fees"."""
    own = next((m.start for m in scene.metrics if m.start <= head.i < m.end), head.i)
    if top is head or any(c.dep_ in ("amod", "det", "poss", "compound") and c.i < own for c in head.children):
        return None
    if not any(m.start <= top.i < m.end for m in scene.metrics):
        return None
    found = adjective_of(top)
    return found if found is not None and found[1] is not Direction.FLAT else None


_WITHIN = frozenset({"amod", "compound", "nmod", "advmod", "npadvmod", "dep"})


def _is_telling(word: Token, head: Token) -> bool:
    """Whether an adjective before a metric tells that it moved: "more" only of what comes in numbers."""
    if word.pos_ not in ("ADJ", "VERB", "NOUN", "ADV"):
        return False
    if word.lower_ in movement_words("comparatives_of_number") and head.lemma_.lower() not in movement_words("more_of"):
        return head.tag_ == "NNS" and word.head == head and head.lemma_ not in movement_words("not_counted")
    if word.head == head and _is_more(word, head):
        return True
    vague = word.lower_ in vague_adjectives() or adjective_direction(word) is None
    return not vague or _is_told_by_strength(word, head)


def _is_more(word: Token, head: Token) -> bool:
    """ "*more* demand", "*incremental* revenue", "*better* pricing": of a measure, all that is a rise."""
    lemma = head.lemma_.lower()
    if first_of_list(head).head.lemma_.lower() in movement_words("wanting"):
        return False
    if word.lower_ == "better":
        return head.pos_ == "NOUN" and lemma not in movement_words("not_counted") | movement_words("adverse")
    adds = word.lower_ in movement_words("added") and (lemma in movement_words("more_of") or lemma == "sale")
    return adds or (word.lower_ == "more" and lemma in movement_words("more_of"))


def _is_told_by_strength(word: Token, head: Token) -> bool:
    """ "strong demand": what is strong has risen."""
    return head.lemma_.lower() in movement_words("told_by_strength") and strength(word) is not None
