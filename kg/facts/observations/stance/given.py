"""Whether a figure in an analyst's question is taken for granted: "how much of *the 10% growth* came from Chile?"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.stance.guiding import stance_words
from kg.facts.sentence import SUBJECTS, clause, clause_head
from kg.model import Mention
from kg.word_lists import word_list

_NEAR = 9
_DEFINITE = frozenset({"the", "that", "this", "those", "these", "your"})
_BREAKS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"})
_HELPERS = frozenset({"did", "was", "were"})


def is_given(scene: Scene, at: int) -> bool:
    """Whether a question names a figure as one that is known, tells it first, or asks how it came about."""
    return _is_named(scene, at) or _is_told_first(scene, at) or _is_explained(scene, at)


def _is_named(scene: Scene, at: int) -> bool:
    """Whether a figure stands in a definite phrase: "*the* 10% growth", "*your* sales of 5 million", "*that* 8%"."""
    figure = next((f for f in scene.figures if f.start <= at < f.end), None)
    if figure is None:
        return False
    found = _definite(scene, figure)
    if found is None or _is_to_be_reached(scene, found):
        return False
    behind = scene.doc[figure.end] if figure.end < scene.sentence.end else None
    if any(t.lower_ == "of" for t in scene.doc[found.i + 1 : figure.start]):
        return True
    if behind is None or behind.lemma_.lower() in _listed("about"):
        return False
    return behind.pos_ in ("NOUN", "PROPN", "ADJ") or behind.lower_ in _listed("going_on") or found.lower_ == "that"


def _definite(scene: Scene, figure: Placed[Mention]) -> Token | None:
    """The article or pronoun that makes the phrase of a figure definite: only adjectives, nouns and "of" between."""
    for token in reversed(scene.doc[max(scene.sentence.start, figure.start - _NEAR) : figure.start]):
        if token.lower_ in _DEFINITE and token.pos_ in ("DET", "PRON") and token.dep_ not in SUBJECTS:
            return token
        if token.pos_ in _BREAKS or (token.pos_ == "ADP" and token.lower_ not in ("of", "about", "around")):
            return None
    return None


def _is_to_be_reached(scene: Scene, first: Token) -> bool:
    """Whether what a phrase names is still to come about: "as kilns build *to that 37%*", "*reach the 5%* level"."""
    before = first.nbor(-1) if first.i > scene.sentence.start else None
    if before is None:
        return False
    return before.lower_ in ("to", "toward", "towards") or before.lemma_.lower() in stance_words()["attaining"]


def _is_told_first(scene: Scene, at: int) -> bool:
    """Whether the question only follows on a figure: "You guide to 5%, *so how should we think of* costs?"."""
    asking = _listed("asking")
    before = scene.doc[scene.sentence.start : at]
    words = [t for t in before if t.lower_ not in _listed("openers") and not t.is_punct]
    if not words or words[0].lower_ in asking or any(t.lower_ in _listed("supposing") for t in before):
        return False
    verb = clause_head(scene.doc[at])
    if verb.tag_ not in ("VBZ", "VBP", "VBG") or any(c.tag_ == "MD" for c in verb.children):
        return False
    who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    helper = next((c for c in verb.children if c.dep_ == "aux"), None)
    if (
        who is None
        or (helper is not None and helper.i < who.i)
        or any(t.lower_ in asking for t in before if t.i < who.i)
    ):
        return False
    rest = scene.doc[at + 1 : scene.sentence.end]
    starts = [t for t in rest if t.lower_ in asking and t.i not in {c.i for c in clause(verb)}]
    return any(_opens(t) for t in starts)


def _opens(token: Token) -> bool:
    """Whether a word begins a clause: it stands behind a comma, a dash or a conjunction."""
    before = token.nbor(-1)
    return before.is_punct or before.lower_ in ("so", "and", "but", "or", "then")


def _is_explained(scene: Scene, at: int) -> bool:
    """Whether what is asked is how a figure came about: "*what drove* margins up 2 points?"."""
    verb = clause_head(scene.doc[at])
    lead = [t.lower_ for t in scene.doc[scene.sentence.start : at]]
    if not set(lead) & {"what", "what's", "why"} or any(w in _listed("supposing") for w in lead):
        return False
    if any(t.lemma_.lower() in _listed("causing") for t in scene.doc[scene.sentence.start : at]):
        return True
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBD" or bool(helpers & _HELPERS)


def _listed(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.stance", "given.toml", name)
