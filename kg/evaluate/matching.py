"""One-to-one matching of gold rows with the program's, and the counts that precision and recall are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.evaluate.names import plain
from kg.evaluate.rows import Row

G = TypeVar("G")
T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R", bound=Row)

LONGEST_EVIDENCE = 3, 400
"""A page is no evidence of a sentence: at most three times the gold's length and 400 characters."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How many of a kind the gold has, the program gives, and both share."""

    kind: str
    gold: int
    system: int
    found: int

    @property
    def precision(self) -> float:
        """The share of what the program gives that the gold has."""
        return self.found / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of what the gold has that the program gives."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Measure("turn", gold=4, system=4, found=3).f1
        0.75
        """
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the found rows have a field right."""

    field: str
    right: int
    of: int

    @property
    def accuracy(self) -> float:
        """The share of the found rows that have the field right."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Wrong(Generic[T_co]):
    """A found pair with the fields in which it differs."""

    fields: tuple[str, ...]
    gold: T_co
    system: T_co


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """The result for one kind: its counts, its fields, and the rows behind them."""

    measure: Measure
    shares: tuple[Share, ...] = ()
    missed: tuple[T_co, ...] = ()
    spurious: tuple[T_co, ...] = ()
    wrong: tuple[Wrong[T_co], ...] = ()


def evidence_overlap(gold: str, other: str) -> float:
    """1 where one contains the other, else the share of the shorter one's words in the longer.

    >>> evidence_overlap("revenue grew 7%", "Our revenue grew 7% this quarter")
    1.0
    """
    g, o = plain(gold), plain(other)
    times, more = LONGEST_EVIDENCE
    if not g or not o or len(o) > times * len(g) + more:
        return 0.0
    if g in o or o in g:
        return 1.0
    a, b = set(g.split()), set(o.split())
    return len(a & b) / min(len(a), len(b))


def assign(golds: Sequence[G], others: Sequence[G], similarity: Callable[[G, G], float]) -> list[tuple[int, int]]:
    """Greedy one-to-one pairs of indices, best first; similarity 0 means no match.

    >>> assign(["ab", "a"], ["a"], lambda g, o: len(set(g) & set(o)) / len(g))
    [(1, 0)]
    """
    scored = ((similarity(g, o), -i, -j) for i, g in enumerate(golds) for j, o in enumerate(others))
    used_golds: set[int] = set()
    used_others: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted((s for s in scored if s[0] > 0), reverse=True):
        if -i not in used_golds and -j not in used_others:
            used_golds.add(-i)
            used_others.add(-j)
            pairs.append((-i, -j))
    return pairs


def compare(
    kind: str,
    golds: Sequence[R],
    others: Sequence[R],
    similarity: Callable[[R, R], float],
    fields: Mapping[str, Callable[[R, R], bool]] | None = None,
) -> Outcome[R]:
    """Match two lists of rows and count; an optional gold row that was not found is not missed."""
    pairs = assign(golds, others, similarity)
    tests = fields or {}
    found_golds, found_others = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = tuple(g for i, g in enumerate(golds) if i not in found_golds and not g.optional)
    wrong = []
    for i, j in pairs:
        failed = tuple(name for name, test in tests.items() if not test(golds[i], others[j]))
        if failed:
            wrong.append(Wrong(failed, golds[i], others[j]))
    shares = tuple(Share(name, len(pairs) - sum(name in w.fields for w in wrong), len(pairs)) for name in tests)
    return Outcome(
        Measure(kind, gold=len(pairs) + len(missed), system=len(others), found=len(pairs)),
        shares,
        missed,
        tuple(o for j, o in enumerate(others) if j not in found_others),
        tuple(wrong),
    )
