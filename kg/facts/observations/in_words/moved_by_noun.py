"""The noun that moves a metric: behind it ("revenue growth"), above it ("growth in orders"), in its name."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.in_words.meant import judged_as_harm
from kg.facts.observations.in_words.moved_by_adjective import adjective_of
from kg.facts.observations.movement import Cue, movement_words, noun_direction, strength
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import first_of_list
from kg.language.neighbours import word_at
from kg.model import Direction, Link

_NO_MOVES = frozenset({("expansion", "capacity"), ("recovery", "cost"), ("recovery", "loan"), ("deleverage", "cost")})
"""What is no movement of what it is named after: a project, what customers pay back, a share of sales that rises."""
_WAYS = {"downward": Direction.DOWN, "upward": Direction.UP}
_WINDS = {"headwind": Direction.DOWN, "tailwind": Direction.UP, "drag": Direction.DOWN}


def noun_beside(scene: Scene, metric: Placed[Link], head: Token) -> Cue | None:
    """The noun that moves a metric beyond doubt; `head` is the noun for which the metric stands in its clause."""
    return (
        _moved_in_name(scene, metric)
        or noun_after(scene, metric)
        or _back_to_growth(scene, metric)
        or governing_noun(head)
        or _listed_after(scene, metric)
        or _listed_with(scene, metric)
        or _pressed(scene, metric)
        or _worked_on(scene, metric)
    )


def noun_after(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "revenue growth", "margin expansion", "average loan balance growth"."""
    if metric.end >= scene.sentence.end:
        return None
    word = scene.doc[_behind_pair(scene, metric)]
    if word.lemma_.lower() == "record" and word.dep_ in ("dobj", "attr"):  # "set a new revenue record"
        return word, Direction.UP
    direction = noun_direction(word) if word.pos_ in ("NOUN", "PROPN") or word.lower_ == "upside" else None
    named = scene.doc[metric.end - 1].lemma_.lower()
    if (word.lemma_.lower(), named) in _NO_MOVES:
        return None
    if _is_of_growth(word):
        return None
    return (word, direction) if direction is not None else None


def _is_of_growth(word: Token) -> bool:
    """Whether a growth only tells which plans or goals are meant: "revenue *growth* plans"."""
    return word.head.i == word.i + 1 and word.head.lemma_.lower() in movement_words("of_growth")


def _back_to_growth(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "orders *back to growth*": told without a verb."""
    words = scene.doc[metric.end : min(metric.end + 3, scene.sentence.end)]
    back = [t.lower_ for t in words[:2]] in (["back", "to"], ["returning", "to"]) and len(words) == 3
    if not back or words[2].lower_ not in movement_words("returned_to"):
        return None
    direction = noun_direction(words[2])
    return (words[2], direction) if direction is not None else None


def _moved_in_name(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "share gains", which are known as a name of the market share."""
    *before, last = scene.doc[metric.start : metric.end]
    named = before and before[-1].lower_ == "share" and not _is_of_growth(last)
    direction = noun_direction(last) if named else None
    return (last, direction) if direction is not None else None


def _behind_pair(scene: Scene, metric: Placed[Link]) -> int:
    """The position behind a metric, and behind the one that it is paired with: "loan *and deposit* growth"."""
    other = next((m for m in scene.metrics if m.start == metric.end + 1), None)
    paired = word_at(scene.doc, metric.end) == "and" and scene.doc[metric.end - 1].tag_ != "NNS"
    return other.end if paired and other is not None and other.end < scene.sentence.end else metric.end


def _pressed(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "margin pressure", "pressure on prices": a measure gives way; "cost pressure": a burden grows."""
    head = whole(scene.doc[metric.end - 1])
    after = scene.doc[metric.end] if metric.end < scene.sentence.end else None
    on = head.dep_ == "pobj" and head.head.lower_ in ("on", "to")
    press = _noun_of(head.head) if on else after
    wind = _WINDS.get(press.lemma_.lower()) if press is not None and press is after else None
    burdened = movement_words("burdened") - {"price", "pricing"}
    if press is not None and wind is not None and head.lemma_.lower() in burdened:
        return press, wind
    if press is None or press.lemma_.lower() not in movement_words("burdens") or press.pos_ != "NOUN":
        return None
    ways = (_WAYS.get(c.lower_) for c in press.children if c.i < press.i)
    if (way := next((w for w in ways if w is not None), None)) is not None:
        return press, way
    named = {t.lemma_.lower() for t in (head, *scene.doc[metric.start : metric.end])}
    if named & movement_words("adverse"):
        return press, Direction.UP
    return (press, Direction.DOWN) if named & movement_words("burdened") else None


def _worked_on(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "a positive *impact* on margins", "an adverse *effect* on demand"; of costs and the like, good is down."""
    head = whole(scene.doc[metric.end - 1])
    if head.dep_ != "pobj" or head.head.lower_ not in ("on", "to", "for"):
        return None
    noun = _noun_of(head.head)
    if noun is not None and (wind := _WINDS.get(noun.lemma_.lower())) is not None:
        return judged_as_harm((noun, wind), head)
    if noun is None or noun.lemma_.lower() not in movement_words("working_nouns") or head.head.lower_ == "for":
        return None
    said = {c.lower_ for c in noun.children if c.i < noun.i}
    good = bool(said & movement_words("good"))
    if not good and not said & movement_words("bad"):
        return None
    adverse = head.lemma_.lower() in movement_words("adverse")
    return noun, Direction.UP if good is not adverse else Direction.DOWN


def governing_noun(head: Token) -> Cue | None:
    """ "growth in orders", "a reduction of costs", "a decline in the value of reversals", "a record for orders"."""
    top = first_of_list(head)
    for _ in range(2):
        if top.dep_ != "pobj" or top.head.lower_ not in ("in", "of", "for", "on", "across"):
            return None
        noun = _noun_of(top.head)
        if noun is None:
            return None
        direction = noun_direction(noun)
        on = top.head.lower_ == "on" and noun.lemma_.lower() in movement_words("moves_on")
        if direction is not None and (on or top.head.lower_ in ("in", "of", "across")):
            return noun, direction
        if noun.lemma_.lower() in movement_words("record_nouns") and top.head.lower_ in ("in", "for", "on", "of"):
            return noun, Direction.UP
        if noun.lemma_.lower() not in movement_words("amounts"):
            return None
        beside = adjective_of(noun)
        if beside is not None:
            return beside
        top = first_of_list(noun)
    return None


def _noun_of(preposition: Token) -> Token | None:
    """The noun that a preposition belongs to, be it hung on the verb: "saw growth in orders"."""
    above = preposition.head
    if above.pos_ == "NOUN":
        return above
    objects = [c for c in above.children if c.dep_ in ("dobj", "attr") and c.i < preposition.i and c.pos_ == "NOUN"]
    return objects[-1] if objects and above.pos_ in ("VERB", "AUX") else None


def _listed_after(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "growth in orders", read from the order of the words where the parser went astray."""
    position = metric.start - 1
    if metric.end < scene.sentence.end and (scene.doc[metric.end].pos_ == "NOUN" or scene.doc[metric.end].text == "-"):
        return None
    while position > scene.sentence.start and scene.doc[position].pos_ in ("DET", "ADJ", "PRON", "CCONJ"):
        if scene.doc[position].lower_ in ("and", "or", "than"):
            return None
        position -= 1
    if scene.doc[position].lower_ not in ("in", "of") or position <= scene.sentence.start:
        return None
    noun = scene.doc[position - 1]
    direction = noun_direction(noun) if noun.pos_ == "NOUN" else None
    return (noun, direction) if direction is not None else None


def _listed_with(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """The noun that moves the measure before in a list: "growth in loans, *purchases and revenue*"."""
    at = metric.start - 1
    while at > scene.sentence.start and scene.doc[at].lower_ in (",", "and"):
        at -= 1
    before = next((m for m in scene.metrics if m.end == at + 1), None) if at < metric.start - 1 else None
    behind = scene.doc[metric.end].pos_ if metric.end < scene.sentence.end else ""
    if before is None or behind in ("NOUN", "VERB", "AUX", "PROPN"):
        return None
    return governing_noun(scene.doc[before.end - 1]) or _listed_with(scene, before)


def told_in_name(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "we saw *productivity gains*", "solid *loan growth*": a known name that ends in its own movement."""
    last = scene.doc[metric.end - 1]
    direction = noun_direction(last) if metric.end - metric.start > 1 and last.pos_ == "NOUN" else None
    if direction is None or last.dep_ not in ("dobj", "attr", "conj", "pobj"):
        return None
    shown = last.dep_ == "dobj" and last.head.lemma_.lower() in movement_words("showing_verbs")
    praised = any(c.i < metric.start and (strength(c) or c.lower_ == "continued") for c in last.children)
    return (last, direction) if shown or praised else None


def whole(head: Token) -> Token:
    """The noun that a metric's last word only fills in: the "level" of "the margin level"."""
    filled = head.dep_ in ("compound", "nmod") and head.head.i == head.i + 1
    wholes = movement_words("wholes") | movement_words("foresights")
    return head.head if filled and head.head.lemma_.lower() in wholes else head
