"""Measures whose basis stands apart from their name: "on a *non-GAAP* basis, EPS" is non-GAAP EPS."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable, words_of

_BASES = {
    ("non", "gaap"): "non-GAAP",
    ("adjusted",): "adjusted",
    ("gaap",): "GAAP",
    ("same", "store"): "same-store",
}


def on_basis(scene: Scene, measure: Measure, table: MetricTable) -> Measure:
    """A measure with the basis that is said before it, or before the name of its owner; any other measure as it is."""
    metric = measure.placed
    if metric is None:
        return measure
    begin = next((n.start for n in scene.names if n.end == metric.start), metric.start)
    before = scene.doc[max(scene.sentence.start, begin - 3) : begin]
    basis = next((name for words, name in _BASES.items() if words_of(before.text)[-len(words) :] == words), None)
    if basis is None or words_of(measure.name)[0] in _NAMED:
        return measure
    found = listed(f"{basis} {measure.name}", table, "0.78")
    return replace(found, placed=metric, certainty=measure.certainty)


_STATED = re.compile(
    r"\bon (?:a|an) (?P<basis>non-GAAP|GAAP|adjusted|organic|core|comparable|same-store) basis\b"
    r"|\b(?P<organic>organic)ally\b",
    re.IGNORECASE,
)
_OF_ACCOUNTS = {"non-gaap": "non-GAAP", "gaap": "GAAP", "adjusted": "adjusted"}
"""Bases that any listed measure can be told on; the others are those of measures that a list has on them."""
_CONTRAST = re.compile(r"\b(?:non-GAAP|adjusted)\b", re.IGNORECASE)
_NEAR = 12
"""Characters between a figure and the basis that goes with it alone."""


def on_stated_basis(scene: Scene, draft: Draft, measure: Measure, table: MetricTable) -> Measure:
    """A measure under the basis on which its sentence tells it: "*on a GAAP basis*, EPS was $1", "$1 *on a … basis*".

    A basis behind a figure is that of this figure alone, one before figures that of all up to the next.
    """
    basis = _basis_of(scene, draft)
    if basis is None or (basis == "gaap" and not _CONTRAST.search(scene.sentence.text)):
        return measure  # what a company reports is by GAAP where no other basis stands beside it
    told = measure.name.split()
    if words_of(measure.name)[0] in _NAMED:
        if measure.placed is not None or len(told) == 1 or told[0].lower() not in _OF_ACCOUNTS:
            return measure
        told = told[1:]  # "GAAP income was $3. On an adjusted basis, it was $4"
    name = " ".join((_OF_ACCOUNTS.get(basis, basis), *told))
    known = measure.id in table.by_id or table.get(words_of(" ".join(told))) is not None
    if table.get(words_of(name)) is None and not (basis in _OF_ACCOUNTS and known):
        return measure
    found = listed(name, table, str(measure.certainty))
    return replace(measure, id=found.id, name=found.name)


_NAMED = frozenset({"non", "gaap", "adjusted", "organic", "core", "comparable", "same", "underlying", "normalized"})
"""First words of names that tell a basis already."""


def _basis_of(scene: Scene, draft: Draft) -> str | None:
    fronted: str | None = None
    own = [(f.start, f.end) for f in (part.figure for part in draft.parts)]
    for said in _STATED.finditer(scene.passage.text, scene.sentence.start_char, scene.sentence.end_char):
        start = said.start()
        basis = (said["basis"] or said["organic"]).lower()
        before = [f for f in scene.figures if scene.doc[f.end - 1].idx < start]
        gap = scene.passage.text[_end(scene, before[-1].end) : start] if before else None
        if gap is not None and len(gap) <= _NEAR and "," not in gap:
            if (before[-1].start, before[-1].end) in own:
                return basis
        elif start < scene.doc[own[0][0]].idx:
            fronted = basis
    return fronted


def _end(scene: Scene, position: int) -> int:
    """The character behind the token before a position."""
    last = scene.doc[position - 1]
    return last.idx + len(last)
