"""Whether a figure is of what is to come without a verb that says so: "our expected tax rate", "on track to open"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.scene import Scene, quantity
from kg.facts.observations.stance.guiding import stance_words
from kg.facts.sentence import clause_head
from kg.language.neighbours import pos_at
from kg.model import Range

_NEAR_WORDS = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_to_be(scene: Scene, at: int) -> bool:
    """Whether a sentence has an infinitive alone, as outlooks are read out: "Operating income *to be* 3 million"."""
    verb = clause_head(scene.doc[at])
    infinitive = verb.tag_ == "VB" and verb.i < at and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return infinitive and not any(t.tag_ in _FINITE for t in scene.sentence)


def lies_ahead(chain: list[Token]) -> bool:
    """Whether what is to be done is under way: "on track to open", "well positioned to deliver", "a chance to save"."""
    marks = [c for v in chain for c in v.children if c.lower_ == "to" and c.dep_ == "aux"]
    heads = [v.head for v in chain if any(c in marks for c in v.children)]
    before = [c.nbor(-1) for c in marks if c.i > 0]
    planned = any(t.lower_ == "plan" and t.i > 0 and t.nbor(-1).lower_ == "on" for t in before) or _is_on_track(
        chain[0]
    )
    return planned or any(t.lemma_.lower() in stance_words()["heading"] for t in (*heads, *before))


def _is_on_track(verb: Token) -> bool:
    """Whether one is on the way to something: "we remain *on track for* 5%"; what "was on track" is past."""
    words = [t.lower_ for t in verb.subtree if t.i > verb.i]
    return verb.tag_ != "VBD" and any(words[n : n + 3] == ["on", "track", "for"] for n in range(len(words)))


def is_planned(verb: Token) -> bool:
    """Whether a plan is said to be or to hold something: "our *plan calls* for 3", "our *plan is* to open 9"."""
    if verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.lemma_.lower() in stance_words()["plans"]:
        return verb.head.dep_ != "pobj"  # "under the plan to open 9" says what was planned
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" else verb
    planned = [c for c in above.children if c.dep_ == "nsubj" and c.lemma_.lower() in stance_words()["plans"]]
    return bool(planned) and above.tag_ in ("VBZ", "VBP")


def may_lie(scene: Scene, at: int) -> bool:
    """Whether a figure may lie in a range: "costs *could range from* 3 to 4 million", "growth *may be* 4% to 6%"."""
    figure = next((f for f in scene.figures if f.start <= at < f.end), None)
    if figure is None or not isinstance(quantity(figure).value, Range):
        return False
    verb = clause_head(scene.doc[at])
    possible = any(c.lower_ in stance_words()["possible"] for c in verb.children if c.dep_ == "aux")
    return possible and verb.lemma_ not in ("have", "get")


def is_in_outlook(verb: Token) -> bool:
    """Whether something is said to be in what is foreseen: "*included in our guidance* is 3 million of tax"."""
    verbs = [verb, *(c for c in verb.children if c.tag_ == "VBN")]
    inside = [c for v in verbs if v.lemma_ in ("include", "embed", "be") for c in v.children if c.lower_ == "in"]
    return any(t.lemma_.lower() in stance_words()["outlooks"] for c in inside for t in c.children if t.dep_ == "pobj")


def is_expected(scene: Scene, at: int) -> bool:
    """Whether a figure is that of something expected: "our expected tax rate of 17%", "Anticipate capex of 5"."""
    opening = scene.sentence[0]
    if opening.lower_ in stance_words()["guiding"] and opening.pos_ != "NOUN":
        return True
    verb = clause_head(scene.doc[at])
    before = scene.doc[max(scene.sentence.start, at - _NEAR_WORDS) : at]
    if (
        verb.lemma_ in ("be", "remain")
        and verb.tag_ in ("VBZ", "VBP")
        and any(t.lower_ in stance_words()["outlooks"] for t in before)
    ):
        return True
    named = [
        t
        for t in before
        if t.lower_ in stance_words()["expected"]
        and pos_at(t.doc, t.i + 1) in ("NOUN", "PROPN", "ADJ", "NUM")
        and not (t.lower_ == "estimated" and t.nbor().i == at and _is_so(verb))
    ]
    return any(
        (t.dep_ == "amod" and verb.tag_ != "VBD") or (t == verb and t.i > 0 and t.nbor(-1).pos_ == "NOUN")
        for t in named
    )


def _is_so(verb: Token) -> bool:
    """Whether a verb is in the present: "an estimated 60% *are* leased", "an estimated third *is* still using"."""
    return any(t.tag_ in ("VBZ", "VBP") for t in (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))))
