"""The verbs, nouns and word lists by which relations are recognised, read from `kg/facts/words/relations.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from kg.model import EntityType, Predicate


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that state a predicate, the prepositions that lead to its object, and the types that fit both ends."""

    predicate: Predicate
    lemmas: frozenset[str]
    slots: frozenset[str]
    subject: frozenset[EntityType]
    object: frozenset[EntityType]


@cache
def _data() -> dict[str, object]:
    return tomllib.loads(files("kg.facts").joinpath("words/relations.toml").read_text(encoding="utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the word lists; raises `KeyError` for an unknown name.

    >>> "our" in word_list("ours")
    True
    """
    return _strings(_data()[name])


@cache
def confidence(rule: str) -> Decimal:
    """How often a rule was right on calls marked by hand, in tenths; raises `KeyError` for a rule without a figure.

    >>> confidence("relation/list")
    Decimal('0.9')
    """
    table = _data()["confidence"]
    if not isinstance(table, dict):
        raise KeyError("words/relations.toml lacks its table [confidence]")
    return Decimal(str(table[rule.removeprefix("relation/")]))


@cache
def frames(kind: str) -> tuple[Frame, ...]:
    """The frames of verbs (`verb`) or of nouns (`noun`), in the order of the file.

    >>> frames("noun")[0].predicate.value
    'investsIn'
    """
    rows = _data()[kind]
    return tuple(_frame(row) for row in rows) if isinstance(rows, list) else ()


@cache
def framing(kind: str) -> frozenset[str]:
    """The words of all frames of a kind.

    >>> "partnership" in framing("noun")
    True
    """
    return frozenset(lemma for frame in frames(kind) for lemma in frame.lemmas)


def _frame(row: dict[str, object]) -> Frame:
    return Frame(
        predicate=Predicate(str(row["predicate"])),
        lemmas=_strings(row["lemmas"]),
        slots=_strings(row["slots"]),
        subject=frozenset(EntityType(t) for t in _strings(row["subject"])),
        object=frozenset(EntityType(t) for t in _strings(row["object"])),
    )


def _strings(value: object) -> frozenset[str]:
    return frozenset(str(v) for v in value) if isinstance(value, list) else frozenset()
