"""Causes as a drawing shows them: the same reason told twice is one node, a named thing stands for itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.export.choose.content import Cause, Content, Iri
from kg.export.choose.labels import cause_label
from kg.export.choose.series import MANAGEMENT, Series

_OVERLAP = 0.7


@dataclass(frozen=True, slots=True)
class Push:
    """A reason that raises or lowers a series; `things` are the drawn things that it names, `told` every telling."""

    id: Iri
    series: Iri
    label: str
    polarity: str
    things: tuple[Iri, ...]
    told: tuple[Cause, ...]


def pushes(content: Content, series: Iterable[Series], drawn: Collection[Iri], *, per_series: int) -> tuple[Push, ...]:
    """The reasons that management gives for the drawn series, at most so many for each, in text order.

    A reason of which nothing may be shown, neither its words nor a name in them, is left out: its figure stays.
    """
    stands_for = {variant: each for each in series for variant in each.variants}
    moved = {figure.iri: stands_for.get(figure.series) for figure in content.figures}
    groups: dict[Iri, list[Push]] = defaultdict(list)
    for cause in content.causes:
        target = moved.get(cause.figure)
        if target is not None and cause.said.side == MANAGEMENT and (label := _label(cause)):
            things = tuple(t for t in cause.things if t in drawn and t not in (target.subject, *target.variants))
            push = Push(cause.iri, target.iri, label, cause.polarity, things, (cause,))
            _add(groups[target.iri], push)
    kept = (push for group in groups.values() for push in _most_told(group, per_series))
    return tuple(sorted(kept, key=lambda p: (p.told[0].said.begin, p.id)))


def shared_ids(found: Iterable[Push]) -> Mapping[Iri, Iri]:
    """For each reason the id of the first one in the same words, so that one node can push several series."""
    first: dict[str, Iri] = {}
    return {push.id: first.setdefault(" ".join(sorted(_words(push.label))) or push.id, push.id) for push in found}


def _label(cause: Cause) -> str:
    """The words of a cause; in a graph without quotes the names in it, and nothing where it has none."""
    return cause_label(cause.text) or ", ".join(cause.names)


def _add(group: list[Push], new: Push) -> None:
    for number, old in enumerate(group):
        if old.polarity == new.polarity and _alike(old.label, new.label):
            things = tuple(dict.fromkeys((*old.things, *new.things)))
            group[number] = Push(old.id, old.series, old.label, old.polarity, things, (*old.told, *new.told))
            return
    group.append(new)


def _most_told(group: list[Push], count: int) -> list[Push]:
    return sorted(group, key=lambda p: (-len(p.told), p.told[0].said.begin, p.id))[:count]


def _alike(one: str, other: str) -> bool:
    """Whether two reasons share most of their telling words: "higher traffic" and "higher traffic costs" do not."""
    left, right = _words(one), _words(other)
    return bool(left & right) and len(left & right) / len(left | right) >= _OVERLAP


def _words(text: str) -> frozenset[str]:
    """The words that tell: long ones, acronyms and numbers."""
    return frozenset(word.lower() for word in re.findall(r"\w{4,}|[A-Z]{2,}|\d+", text))
