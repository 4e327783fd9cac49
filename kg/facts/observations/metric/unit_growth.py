"""Growth that names no metric ("growth in Logistics", "Home softened"), and growth that itself speeds up or slows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.facts.observations.in_words.moved_by_verb import as_subject
from kg.facts.observations.movement import is_copula, movement_words, noun_direction, strength
from kg.facts.observations.owner.headings import SUBJECT_TYPES
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import first_of_list
from kg.model import Direction, Entity, EntityId, Link

_GROWING = frozenset(
    {"growth", "decline", "softness", "weakness", "acceleration", "deceleration", "momentum", "strength"}
)
_GROWS = frozenset({"grow", "decline", "soften", "contract", "shrink", "accelerate", "decelerate", "rebound", "slow"})
_HEIGHTS = frozenset({"up", "down", "flat", "flattish"})
_PERFORMANCES = frozenset({"performance", "result", "growth"})
_RECORDS = frozenset({"record", "record-breaking", "record-setting"})
_REACH = 3  # words that may stand between a growth and the metric that it is a growth of
_HOW_MANY = frozenset({"all", "other", "many", "most", "more", "several", "multiple", "few", "various"})
_SPEEDING = {
    "accelerate": Direction.UP,
    "improve": Direction.UP,
    "decelerate": Direction.DOWN,
    "slow": Direction.DOWN,
    "moderate": Direction.DOWN,
    "taper": Direction.DOWN,
    "strengthen": Direction.UP,
}
_PACES = {
    "acceleration": Direction.UP,
    "deceleration": Direction.DOWN,
    "slowdown": Direction.DOWN,
    "moderation": Direction.DOWN,
}


def units_moved(
    scene: Scene, entities: Mapping[EntityId, Entity]
) -> Iterator[tuple[Placed[Link], tuple[Token, Direction]]]:
    """Units and products that a sentence says grew or shrank, with the word that says so; none beside a figure."""
    for name in scene.names:
        entity = entities.get(name.item.entity)
        if entity is None or entity.type not in SUBJECT_TYPES:
            continue
        cue = _moving(scene, name)
        if cue is None or any(abs(f.start - cue[0].i) < 6 for f in scene.figures):
            continue
        if any(m.end == cue[0].i for m in scene.metrics):  # "order growth in" tells of orders
            continue
        if name.start < cue[0].i and any(_leads_to(cue[0], m) for m in scene.metrics):
            continue
        if not any(min(name.start, cue[0].i) <= m.start < max(name.end, cue[0].i + 1) for m in scene.metrics):
            yield name, cue


def _moving(scene: Scene, name: Placed[Link]) -> tuple[Token, Direction] | None:
    """ "growth in Logistics", "Logistics growth", "Logistics grew"."""
    doc = scene.doc
    if name.end < scene.sentence.end and doc[name.end].lemma_.lower() in _GROWING:
        direction = noun_direction(doc[name.end])
        return (doc[name.end], direction) if direction is not None else None
    last = first_of_list(doc[name.end - 1])
    if last.dep_ == "pobj" and last.head.lower_ in ("in", "across"):
        noun = _heading(last.head)
        if (
            noun.lemma_.lower() in _GROWING - {"momentum"}
            and noun.i < name.start
            and (direction := noun_direction(noun)) is not None
        ):
            return noun, direction
    for position in range(name.start - 1, max(scene.sentence.start, name.start - 4) - 1, -1):
        word = doc[position]
        if word.lower_ in ("in", "of", "across", "for"):
            noun = _heading(word)
            direction = noun_direction(noun) if noun.lemma_.lower() in _GROWING and noun.i < position else None
            return (noun, direction) if direction is not None else None
        if word.pos_ not in ("DET", "PRON", "ADJ"):
            break
    section = _section(doc[name.end - 1])
    said = as_subject(section)
    return said if said is not None and _is_growth(said[0]) else _performed(section)


def _performed(name: Token) -> tuple[Token, Direction] | None:
    """ "Lanterns delivered strong *results*", "Home delivered a weak *performance*", "had a record *quarter*"."""
    verb = name.head
    if name.dep_ != "nsubj" or verb.lemma_.lower() not in movement_words("showing_verbs"):
        return None
    told = _PERFORMANCES | movement_words("long_times")
    shown = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in told), None)
    if shown is None or any(c.dep_ in ("compound", "nmod") and c.lower_ not in _RECORDS for c in shown.children):
        return None
    ways = (Direction.UP if c.lower_ in _RECORDS else strength(c) for c in shown.children)
    direction = next((way for way in ways if way is not None), None)
    return (shown, direction) if direction is not None else None


def _is_growth(word: Token) -> bool:
    """Whether a word says of a business itself that it went up or down: "grew", "was down", "returned to growth"."""
    if word.lower_ in _HEIGHTS:
        return is_copula(word.head)
    if word.pos_ == "VERB":
        return word.lemma_.lower() in _GROWS and not any(c.dep_ == "auxpass" for c in word.children)
    of_something = any(c.dep_ == "prep" and c.lower_ in ("in", "of") for c in word.children)
    return word.lemma_.lower() in _GROWING - {"momentum", "strength"} and not of_something


def _leads_to(word: Token, metric: Placed[Link]) -> bool:
    """Whether a growth is that of the metric behind it: "achieved growth in orders"."""
    between = word.doc[word.i + 1 : metric.start]
    return 0 < len(between) <= _REACH and between[0].lower_ in ("in", "of")


def _section(last: Token) -> Token:
    """The word that a name only specifies: the "business" of "our Lanterns business"."""
    filled = last.dep_ in ("compound", "nmod", "amod") and last.head.i == last.i + 1
    return last.head if filled and last.head.lemma_.lower() in movement_words("sections") else last


def _heading(preposition: Token) -> Token:
    """The noun before a preposition, be it hung on the verb: "saw softness in toys"."""
    above = preposition.head
    objects = [c for c in above.children if c.dep_ in ("dobj", "attr") and c.i < preposition.i]
    return objects[-1] if objects and above.pos_ in ("VERB", "AUX") else above


@dataclass(frozen=True, slots=True)
class Line:
    """A line of business without a name: its top line, the tokens that name it, and the word that moves it."""

    name: str
    start: int
    end: int
    cue: tuple[Token, Direction]


def lines_moved(scene: Scene, top_line: str) -> Iterator[Line]:
    """Lines of business without a name that a sentence says grew or shrank: "softness in our seasonal categories"."""
    for token in scene.sentence:
        if token.lemma_.lower() not in movement_words("sections") or token.pos_ != "NOUN":
            continue
        start = next((t.i for t in token.lefts if t.dep_ in ("amod", "compound", "nmod")), token.i)
        words = scene.doc[max(start, token.left_edge.i) : token.i]
        if not words or any(n.start <= token.i and n.end > words.start for n in scene.names):
            continue
        if token.dep_ != "pobj" or token.head.lower_ not in ("in", "across"):
            continue
        noun = _heading(token.head)
        direction = noun_direction(noun) if noun.lemma_.lower() in _GROWING and noun.i < token.i else None
        if direction is None or any(abs(f.start - noun.i) < 6 for f in scene.figures):
            continue
        if any(noun.i - 2 < m.end <= noun.i or noun.i < m.start <= token.i for m in scene.metrics):
            continue
        name = _line_name(words, token)
        if name is not None:
            yield Line(f"{name} {top_line}", words.start, token.i + 1, (noun, direction))


def _line_name(words: Span, section: Token) -> str | None:
    """What tells a line from the others: "consumption-based" of a business, all of "seasonal categories"."""
    kept = [t for t in words if t.dep_ != "advmod" and t.lower_ not in _HOW_MANY]
    text = "".join(t.text_with_ws for t in kept).strip()
    if not text:
        return None
    return text if section.lemma_.lower() in ("business", "segment", "side") else f"{text} {section.text}".strip()


def growth_moved(scene: Scene, metric: Placed[Link], cue: Token) -> tuple[Token, Direction] | None:
    """The word that moves a growth itself: "revenue growth accelerated", "slower order growth", "a slowdown of growth".

    `cue` is the word that moves the metric.
    """
    behind = scene.doc[metric.end] if metric.end < scene.sentence.end else cue
    growth = behind if behind.lower_ == "growth" else cue
    if growth.lower_ != "growth" or growth.pos_ != "NOUN":
        return None
    level = as_subject(growth)
    if level is not None and (level[1] is Direction.FLAT or level[0].lower_ in ("higher", "lower", "faster", "slower")):
        return level
    if growth.dep_ in ("nsubj", "nsubjpass", "dobj") and growth.head.lemma_.lower() in _SPEEDING:
        return growth.head, _SPEEDING[growth.head.lemma_.lower()]
    if growth.dep_ == "pobj" and growth.head.lower_ in ("of", "in") and growth.head.head.lemma_.lower() in _PACES:
        return growth.head.head, _PACES[growth.head.head.lemma_.lower()]
    if growth is not behind:
        return None
    for word in scene.doc[max(scene.sentence.start, metric.start - 2) : metric.start]:
        stem = word.lemma_.lower() if word.pos_ == "VERB" else word.lower_.removesuffix("d").removesuffix("e") + "e"
        if stem in _SPEEDING and word.tag_ in ("VBN", "VBD", "JJ", "VBG"):
            return word, _SPEEDING[stem]
    return None
