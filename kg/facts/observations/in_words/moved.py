"""The word of a sentence that moves a metric, and which way: beside it ("higher costs"), or as its verb's doing."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.in_words.meant import is_aimed_at, is_of_others, is_unexpected, judged, judged_as_harm
from kg.facts.observations.in_words.moved_by_verb import as_object, as_subject, gathered
from kg.facts.observations.in_words.worked import worked
from kg.facts.observations.movement import (
    adjective_direction,
    movement_words,
    noun_direction,
    strength,
    vague_adjectives,
    verb_direction,
)
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import first_of_list, is_negated
from kg.model import Direction, Link

Cue = tuple[Token, Direction]

_NO_MOVES = frozenset({("expansion", "capacity"), ("recovery", "cost"), ("recovery", "loan"), ("deleverage", "cost")})
"""What is no movement of what it is named after: a project, what customers pay back, a share of sales that rises."""
_WINDS = {"headwind": Direction.DOWN, "tailwind": Direction.UP, "drag": Direction.DOWN}
_REACH = 4
"""How many words may stand between an adjective and the metric that it belongs to."""


def movement(scene: Scene, metric: Placed[Link], *, counted: bool, adverse: bool = False) -> Cue | None:
    """The word that moves a metric, and which way; None where none does, or where the movement is denied.

    `counted` says that the metric counts things, whose name alone is no measure inside that of another thing;
    `adverse` that the lower it is, the better.
    """
    head = _whole(_last(scene, metric))
    found = (
        _moved_in_name(scene, metric)
        or _noun_after(scene, metric)
        or _back_to_growth(scene, metric)
        or _governing_noun(head)
        or _listed_after(scene, metric)
        or _pressed(scene, metric)
        or _worked_on(scene, metric)
    )
    if found is None and counted and _is_part_of_name(head, metric):
        return None
    found = found or as_subject(head) or as_object(head) or _gathered_anew(scene, metric) or _said_behind(scene, metric)
    found = found or _adjective_before(scene, metric) or _told_in_name(scene, metric) or worked(scene, head)
    if found is None or is_negated(found[0]) or (is_of_others(scene, metric) and found[0].i < metric.start):
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
    found = (None if share else _noun_after(scene, metric)) or gathered(head)
    return None if found is None or is_negated(found[0]) or is_aimed_at(scene, found[0], head) else found


def _is_part_of_name(head: Token, metric: Placed[Link]) -> bool:
    """Whether a metric's words only modify another noun: "customer commitments" are no customers."""
    return head.dep_ in ("compound", "nmod", "amod") and head.head.i >= metric.end and head.head.pos_ == "NOUN"


def _noun_after(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "revenue growth", "margin expansion", "average loan balance growth"."""
    if metric.end >= scene.sentence.end:
        return None
    word = scene.doc[_behind_pair(scene, metric)]
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


def _told_in_name(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "we saw *productivity gains*", "solid *loan growth*": a known name that ends in its own movement."""
    last = scene.doc[metric.end - 1]
    direction = noun_direction(last) if metric.end - metric.start > 1 and last.pos_ == "NOUN" else None
    if direction is None or last.dep_ not in ("dobj", "attr", "conj", "pobj"):
        return None
    shown = last.dep_ == "dobj" and last.head.lemma_.lower() in movement_words("showing_verbs")
    praised = any(c.i < metric.start and (strength(c) or c.lower_ == "continued") for c in last.children)
    return (last, direction) if shown or praised else None


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


def _moved_in_name(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "share gains", which are known as a name of the market share."""
    *before, last = scene.doc[metric.start : metric.end]
    named = before and before[-1].lower_ == "share" and not _is_of_growth(last)
    direction = noun_direction(last) if named else None
    return (last, direction) if direction is not None else None


def _behind_pair(scene: Scene, metric: Placed[Link]) -> int:
    """The position behind a metric, and behind the one that it is paired with: "loan *and deposit* growth"."""
    other = next((m for m in scene.metrics if m.start == metric.end + 1), None)
    paired = scene.doc[metric.end].lower_ == "and" and scene.doc[metric.end - 1].tag_ != "NNS"
    return other.end if paired and other is not None and other.end < scene.sentence.end else metric.end


def _gathered_anew(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "we attracted *new users*": what is new adds to what there is; "we take *market share*"."""
    new = scene.doc[metric.start].lower_ == "new" and metric.item.mention.rule == "metric.listed"
    last = scene.doc[metric.end - 1]
    return gathered(last) if new or last.lower_ == "share" else None


def _pressed(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "margin pressure", "pressure on prices": a measure gives way; "cost pressure": a burden grows."""
    head = _whole(scene.doc[metric.end - 1])
    after = scene.doc[metric.end] if metric.end < scene.sentence.end else None
    on = head.dep_ == "pobj" and head.head.lower_ in ("on", "to")
    press = _noun_of(head.head) if on else after
    wind = _WINDS.get(press.lemma_.lower()) if press is not None and press is after else None
    burdened = movement_words("burdened") - {"price", "pricing"}
    if press is not None and wind is not None and head.lemma_.lower() in burdened:
        return press, wind
    if press is None or press.lemma_.lower() not in movement_words("burdens") or press.pos_ != "NOUN":
        return None
    named = {t.lemma_.lower() for t in (head, *scene.doc[metric.start : metric.end])}
    if named & movement_words("adverse"):
        return press, Direction.UP
    return (press, Direction.DOWN) if named & movement_words("burdened") else None


def _worked_on(scene: Scene, metric: Placed[Link]) -> Cue | None:
    """ "a positive *impact* on margins", "an adverse *effect* on demand"; of costs and the like, good is down."""
    head = _whole(scene.doc[metric.end - 1])
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


def _governing_noun(head: Token) -> Cue | None:
    """ "growth in orders", "a reduction of costs", "a decline in the value of reversals", "a record for orders"."""
    top = first_of_list(head)
    for _ in range(2):
        if top.dep_ != "pobj" or top.head.lower_ not in ("in", "of", "for", "on", "across"):
            return None
        noun = _noun_of(top.head)
        if noun is None:
            return None
        direction = noun_direction(noun)
        if direction is not None and top.head.lower_ in ("in", "of", "across"):
            return noun, direction
        if noun.lemma_.lower() in movement_words("record_nouns") and top.head.lower_ in ("in", "for", "on", "of"):
            return noun, Direction.UP
        if noun.lemma_.lower() not in movement_words("amounts"):
            return None
        beside = _adjective_of(noun)
        if beside is not None:
            return beside
        top = first_of_list(noun)
    return None


def _whole(head: Token) -> Token:
    """The noun that a metric's last word only fills in: the "level" of "the margin level"."""
    filled = head.dep_ in ("compound", "nmod") and head.head.i == head.i + 1
    return head.head if filled and head.head.lemma_.lower() in movement_words("wholes") else head


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


def _adjective_of(noun: Token) -> Cue | None:
    """ "a record number of", "higher levels of"."""
    for child in noun.children:
        direction = adjective_direction(child) if child.i < noun.i else None
        if direction is not None and child.lower_ not in vague_adjectives():
            return child, direction
    return None


def _adjective_before(scene: Scene, metric: Placed[Link]) -> Cue | None:
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
    found = _adjective_of(top)
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
