"""Movements of measures that no list holds and no noun of measuring heads: "higher crew wages", "exports declined"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.facts.observations.in_words.done_to import as_object
from kg.facts.observations.in_words.moved_by_verb import as_subject
from kg.facts.observations.movement import Cue, adjective_direction, movement_words, noun_direction
from kg.facts.observations.scene import Scene
from kg.facts.sentence import is_negated
from kg.mentions.metric_names import canonical_name, proper_nouns
from kg.mentions.metric_words import dropped_modifiers

_MODIFIES = frozenset({"amod", "compound", "nmod", "punct"})
_IDLE = frozenset({"keep", "show", "end", "line", "catch", "sign", "set"})
"""Verbs that say nothing of a measure with "up": "experts keep up"."""
_NEAR_FIGURE = 6
"""So many words from a figure a movement is that of the figure."""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A measure without a mention: its name, the tokens that name it, and the word that moves it.

    Where a growth is that of a line of business, the name is that of the line, and `of_line` its preposition.
    """

    name: str
    start: int
    end: int
    cue: Cue
    of_line: str | None = None


def unlisted(scene: Scene) -> Iterator[Unlisted]:
    """The measures of a sentence that no mention holds and that a word moves beyond doubt."""
    for noun in scene.sentence:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() in movement_words("unmeasured") or _is_held(scene, noun):
            continue
        cue = _moved(scene, noun)
        if cue is None or is_negated(cue[0]) or _beside_figure(scene, noun, cue[0]):
            continue
        start = _start(scene, noun, cue[0])
        name = _name(scene, start, noun.i + 1)
        if name is not None:
            line = cue[0].lemma_.lower() in movement_words("firm_nouns_of_lines") and cue[0].i < start
            yield Unlisted(name, start, noun.i + 1, cue, noun.head.lower_ if line else None)


def _is_held(scene: Scene, noun: Token) -> bool:
    """Whether a noun is part of a measure, name, date or figure that was found."""
    links, mentions = (*scene.metrics, *scene.names), (*scene.periods, *scene.figures)
    return any(a.start <= noun.i < a.end for a in links) or any(b.start <= noun.i < b.end for b in mentions)


def _moved(scene: Scene, noun: Token) -> Cue | None:
    """The word that moves a noun: before it, behind it, above it, or its verb."""
    if noun.dep_ in ("compound", "nmod"):
        return _behind(scene, noun)
    return _before(noun) or _above(noun) or _by_verb(noun)


def _before(noun: Token) -> Cue | None:
    """ "*higher* crew wages"."""
    for child in noun.children:
        if child.dep_ == "amod" and child.i < noun.i and _is_telling(child, noun):
            direction = adjective_direction(child)
            return (child, direction) if direction is not None else None
    return None


def _is_telling(adjective: Token, noun: Token) -> bool:
    """Whether an adjective moves a noun, not what ranks it: "higher wages", but "higher margin tools"."""
    if adjective.lower_ not in movement_words("firm_adjectives"):
        return False
    after = adjective.nbor(2 if adjective.nbor(1).text == "-" else 1)
    return after.i == noun.i or after.lower_ not in movement_words("graded")


def _behind(scene: Scene, noun: Token) -> Cue | None:
    """ "salary *reductions*"."""
    if noun.i + 1 >= scene.sentence.end or noun.head.i != noun.i + 1:
        return None
    if noun.head.lemma_.lower() not in movement_words("firm_nouns") - movement_words("firm_nouns_of_lines"):
        return None
    direction = noun_direction(noun.head)
    return (noun.head, direction) if direction is not None else None


def _above(noun: Token) -> Cue | None:
    """ "a *decline* in exports"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "of", "on"):
        return None
    above = noun.head.head
    if above.pos_ in ("VERB", "AUX"):
        things = [c for c in above.children if c.dep_ in ("dobj", "attr") and c.i == noun.head.i - 1]
        above = things[0] if things else above
    if above.i >= noun.i or above.lemma_.lower() not in movement_words("firm_nouns"):
        return None
    if noun.head.lower_ == "of" and above.lemma_.lower() in movement_words("firm_nouns_of_lines"):
        return None  # the growth of a thing is not that of its sales
    direction = noun_direction(above)
    return (above, direction) if direction is not None else None


def _by_verb(noun: Token) -> Cue | None:
    """ "exports *declined*", "exports were *up*", "we *reduced* the scrap"."""
    said = as_subject(noun)
    if said is not None and _is_firm(said[0]) and not _only_describes(said[0], noun):
        return said
    done = as_object(noun) if noun.dep_ != "conj" else None
    return done if done is not None and done[0].lemma_.lower() in movement_words("firm_verbs_of_object") else None


def _is_firm(word: Token) -> bool:
    if word.pos_ == "VERB":
        return not any(c.dep_ == "xcomp" for c in word.children) and word.lemma_.lower() in movement_words("firm_verbs")
    if word.pos_ == "NOUN":
        return word.lemma_.lower() in movement_words("firm_nouns")
    return word.lower_ in movement_words("firm_predicates")


def _only_describes(word: Token, noun: Token) -> bool:
    """Whether a movement only tells which thing is meant, "apps that come *up*", or is none: "experts keep *up*"."""
    above = [a for a in (word, *word.ancestors) if noun.is_ancestor(a)]
    return any(a.dep_ == "relcl" for a in above) or (word.dep_ == "prt" and word.head.lemma_.lower() in _IDLE)


def _beside_figure(scene: Scene, noun: Token, cue: Token) -> bool:
    low, high = min(noun.left_edge.i, cue.i), max(noun.i, cue.i) + 1
    return any(low - _NEAR_FIGURE < f.end and f.start < high + _NEAR_FIGURE for f in scene.figures)


def _start(scene: Scene, noun: Token, cue: Token) -> int:
    """Where the name of a measure begins: behind the word that moves it, before what narrows the noun."""
    start = noun.i
    while start > scene.sentence.start:
        before = scene.doc[start - 1]
        joined = not before.whitespace_ or before.text == "-"
        if before.i == cue.i or before.pos_ in ("DET", "PRON") or (before.is_punct and before.text != "-"):
            break
        if before.dep_ not in _MODIFIES and not joined:
            break
        start -= 1
    return start


def _name(scene: Scene, start: int, end: int) -> str | None:
    """What a measure is called: its words but for those that say only how much, when, or that it moved."""
    words = scene.doc[start:end]
    idle = dropped_modifiers() | {"much", "many", "some", "such"}
    joined = {i for t in words if t.text == "-" for i in (t.i - 1, t.i + 1)} | {end - 1}
    kept = [t for t in words if t.i in joined or (t.lower_ not in idle and t.tag_ not in ("JJR", "JJS"))]
    text = "".join(t.text_with_ws for t in kept).strip(" -")
    return canonical_name(text, proper=proper_nouns(words)) if text else None
