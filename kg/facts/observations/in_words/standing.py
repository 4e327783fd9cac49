"""Where a value is said to stand without moving: at a record, higher than ever, flat, as before."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.in_words.comparing import is_against_plan, is_time
from kg.facts.observations.in_words.likened import is_as_before
from kg.facts.observations.movement import adjective_direction, movement_words
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head
from kg.model import Direction, Mention

_PEOPLE = frozenset({"user", "users", "member", "members", "customer", "subscriber", "subscribers", "consumer"})
_TIMES = frozenset({"quarter", "year", "period", "month", "week", "day", "level", "half"})
_BETWEEN = 4
"""Tokens that may stand between a figure and the word that moves it."""
_REACH = 14
"""How far from its figure a record may stand."""


def standing(scene: Scene, figure: Placed[Mention], metric: str, start: int | None) -> Direction | None:
    """What a sentence says of a value of a `metric` that is named at `start`: a record is up, no change is flat."""
    before = scene.doc[max(scene.sentence.start, figure.start - 3) : figure.start]
    if any(t.lemma_ == "reach" for t in before) and _PEOPLE & set(metric.split("-")):
        return Direction.UP
    if _holds(scene, figure) or is_as_before(scene, figure):
        return Direction.FLAT
    moved = _moved_behind(scene, figure)
    if moved is not None:
        return moved
    if any(_is_record(t) and _applies(scene, t, figure, start) for t in scene.sentence):
        return Direction.UP
    return Direction.UP if _for_the_first_time(scene, figure) else None


def _is_record(word: Token) -> bool:
    """ "a record", "an all-time high", "the highest ever"; no "track record", no "holders of record"."""
    if word.lower_ in ("record", "records"):
        left = word.nbor(-1).lower_ if word.i > 0 else ""
        right = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
        return word.pos_ != "VERB" and left not in ("of", "track", "to") and right not in ("date", "of")
    if word.lower_ == "highest":
        return True
    high = word.lower_ in ("high", "highs") and word.i > 1
    return high and word.nbor(-1).lower_ in ("time", "new", "historic", "historical", "record", "quarterly")


def _applies(scene: Scene, record: Token, figure: Placed[Mention], metric: int | None) -> bool:
    """Whether a record is that of a value: beside it, or said of its metric, not of another thing of the sentence."""
    if abs(record.i - figure.start) <= 3 or (metric is not None and 0 < metric - record.i <= 3):
        return True
    between = scene.doc[min(record.i, figure.end) : max(record.i, figure.start)]
    told = metric is not None and any(record.i < f.start and f.end <= metric for f in scene.figures)
    if metric is None or len(between) > _REACH or told:  # "orders were a *record* 9 million with a backlog of 3"
        return _sums_up(record)
    own = clause_head(record) == clause_head(scene.doc[figure.start])
    return (own and not any(t.lower_ in ("while", "and", ";") for t in between)) or _sums_up(record)


def _sums_up(record: Token) -> bool:
    """Whether a sentence closes by calling all that it listed records: "sales of 5 billion and … were all records"."""
    return record.lower_ == "records" and clause_head(record).lemma_ == "be"


def _for_the_first_time(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "surpassed 50% *for the first time*"."""
    after = scene.doc[figure.end : min(figure.end + 14, scene.sentence.end)]
    return "for the first time" in after.text.lower() and not any(t.text == ";" for t in after)


def _holds(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "was flat at 5%", "sales of 30 million were unchanged", "stayed at 90%, similar to the previous quarter"."""
    verb = clause_head(scene.doc[figure.start])
    for word in scene.sentence:
        if word.lower_ not in movement_words("flat_values"):
            continue
        if word.lower_ in ("similar", "consistent", "line", "stable") and not _as_before(word):
            continue
        own = clause_head(word)
        if own == verb or abs(word.i - figure.start) <= 4 or 0 <= word.i - figure.end <= 2:
            return True
        if own.dep_ == "relcl" and figure.start <= own.head.i <= figure.end + 4 and word.i > figure.end:
            return True
    return False


def _moved_behind(scene: Scene, figure: Placed[Mention]) -> Direction | None:
    """ "was 68%, *down* year over year", "of 3 million was slightly *higher*": a movement without a figure."""
    doc, at = scene.doc, figure.end
    while (
        at < scene.sentence.end and at < figure.end + _BETWEEN and doc[at].lower_ in movement_words("before_movements")
    ):
        at += 1
    if at >= scene.sentence.end or doc[at].lower_ not in movement_words("behind_values"):
        return None
    word = doc[at]
    behind = doc[at + 1] if at + 1 < scene.sentence.end else word
    counted = any(at < f.start <= at + 5 for f in scene.figures)
    if counted or (behind.pos_ in ("NOUN", "PROPN", "ADJ") and not is_time(behind)) or behind.lower_ == "to":
        return None
    restated = word.lower_ in ("up", "down")  # "up from our April guide"; what is "higher than expected" is no rise
    return None if is_against_plan(word) and not restated else adjective_direction(word)


def _as_before(word: Token) -> bool:
    """Whether something is like an earlier time: "similar to the previous quarter", "in line with last year"."""
    after = word.doc[word.i + 1 : word.i + 7]
    if not len(after) or after[0].lower_ not in ("to", "with", "from", "at", "year", "quarter", "sequentially"):
        return False
    return any(t.lemma_.lower() in _TIMES for t in after) or after[0].lower_ in ("at", "sequentially")
