"""Records of what no list calls a metric: "record job postings", "the highest number of visitors to date"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.facts.observations.movement import movement_words
from kg.facts.observations.scene import Scene
from kg.mentions.metric_names import canonical_name

_RECORD = frozenset({"record", "all-time-high", "record-high", "record-breaking"})
_MOST = frozenset({"record", "highest", "largest"})


@dataclass(frozen=True, slots=True)
class Record:
    """What stands at a record, under the name of a metric, with its tokens and the word that says so."""

    name: str
    start: int
    end: int
    word: Token


def records(scene: Scene) -> Iterator[Record]:
    """The records of a sentence that belong to no metric found in it, none beside a figure."""
    for word in scene.sentence:
        if word.lower_ not in _RECORD | _MOST or any(abs(f.start - word.i) < 5 for f in scene.figures):
            continue
        found = _counted(scene, word) or (_number_of(scene, word) if word.lower_ in _MOST else None)
        if found is not None and not any(m.start < found.end and m.end > word.i for m in scene.metrics):
            yield found


def _counted(scene: Scene, word: Token) -> Record | None:
    """ "record job postings"."""
    noun = word.head
    if word.lower_ not in _RECORD or word.dep_ not in ("amod", "compound", "nmod") or noun.tag_ != "NNS":
        return None
    if any(t.lower_ == "low" for t in word.doc[word.i : noun.i]):  # "record low vacancies"
        return None
    if noun.i < word.i or noun.lemma_.lower() in movement_words("not_counted"):
        return None
    return Record(canonical_name(_named(scene, word.i + 1, noun.i + 1)), word.i + 1, noun.i + 1, word)


def _number_of(scene: Scene, word: Token) -> Record | None:
    """ "a record number of large contracts"."""
    number = word.head
    if number.lower_ not in ("number", "numbers") or number.i < word.i:
        return None
    of = next((c for c in number.children if c.lower_ == "of" and c.i == number.i + 1), None)
    what = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if what is None or what.tag_ != "NNS" or what.i - number.i > 9:
        return None
    return Record(canonical_name(f"number of {_named(scene, number.i + 2, what.i + 1)}"), number.i, what.i + 1, word)


def _named(scene: Scene, start: int, end: int) -> str:
    """The words of a phrase but for its determiners and the adjectives that only praise."""
    kept = [t for t in scene.doc[start:end] if t.pos_ not in ("DET", "PRON") and t.tag_ not in ("JJR", "JJS")]
    return "".join(t.text_with_ws for t in kept).strip()
