"""What a cause does to a metric, which tells how it moved: "weighed on sales", "supported margins", "drove sales"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.in_words.meant import judged_as_harm
from kg.facts.observations.movement import Cue, movement_words
from kg.facts.observations.stance.assertion import is_asserted
from kg.facts.sentence import first_of_list, subject
from kg.model import Direction


def worked(head: Token) -> Cue | None:
    """The word by which a cause moves the metric of a noun, and which way."""
    top = first_of_list(head)
    for verbs, measures in (("supporting_verbs", "supported"), ("driving_verbs", "driven")):
        if top.dep_ == "dobj" and top.head.lemma_.lower() in movement_words(verbs):
            moved = top.lemma_.lower() in movement_words(measures)
            return (top.head, Direction.UP) if moved and _tells_of_a_cause(top.head) else None
    if top.dep_ == "pobj" and top.head.lower_ in ("on", "to"):
        above = top.head.head
        if above.lemma_ == "weigh" and top.head.lower_ == "on" and _tells_of_a_cause(above):
            return judged_as_harm((above, Direction.DOWN), top)
        lifts = above.pos_ == "NOUN" and above.lemma_.lower() in movement_words("lifts") and top.head.lower_ == "to"
        return judged_as_harm((above, Direction.UP), top) if lifts else None
    return None


def _tells_of_a_cause(verb: Token) -> bool:
    """Whether a verb states what something does, and no person: "the strike hurt sales", not "we support demand"."""
    who = subject(verb)
    acts = who is None or who.lower_ in ("we", "i", "you", "they", "he", "she", "who", "team", "teams", "people")
    return not acts and is_asserted(verb) and not any(c.dep_ == "neg" for c in verb.children)
