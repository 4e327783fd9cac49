"""Phrases that restrict a measure: "excluding …", "on a like-for-like basis", "in constant currency"."""

from __future__ import annotations

import re

from kg.facts.observations.draft import Draft
from kg.facts.observations.scene import Scene

_CONSTANT = re.compile(r"\b(?:(?:in|on|at)\s+(?:a\s+)?)?constant[- ]currenc(?:y|ies)(?:\s+(?:basis|terms))?\b", re.I)
_BASIS = re.compile(r"\bon (?:a|an) [\w\s-]{3,40}? basis\b", re.I)
_WITHOUT = re.compile(r"\b(?:excluding|adjusting for|adjusted for|net of|taking out|ex-)\s*[^,;.]{3,90}", re.I)
_YEAR = re.compile(r"year|quarter|sequential|GAAP|quarterly|annual|monthly|daily|weekly", re.I)


def qualifiers(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """The restricting phrases that go with a draft, in text order."""
    text, offset = scene.sentence.text, scene.sentence.start_char
    first = scene.doc[draft.parts[0].figure.start].idx - offset
    fronted = scene.doc[scene.figures[0].start].idx - offset if scene.figures else first
    own = {p.figure.start for p in draft.parts}
    out: list[tuple[int, str]] = []
    for found in _CONSTANT.finditer(text):
        if _nearest_figure(scene, found.start() + offset) in own:
            out.append((found.start(), "constant currency"))
    for found in _BASIS.finditer(text):
        near = abs(found.start() - first) < 120 and (found.start() < fronted or _goes_with(scene, found, own))
        if near and not _YEAR.search(found.group()) and "currency" not in found.group():
            out.append((found.start(), found.group()))
    for found in _WITHOUT.finditer(text):
        if found.start() - first < 60:
            out.append((found.start(), found.group().strip()))
    return tuple(q for _, q in sorted(out))


def _goes_with(scene: Scene, phrase: re.Match[str], own: set[int]) -> bool:
    """Whether a phrase behind figures goes with the last of them, one of `own`: "9% *on a reported basis*, 7% …"."""
    return _nearest_figure(scene, phrase.start() + scene.sentence.start_char) in own


def _nearest_figure(scene: Scene, character: int) -> int | None:
    """The figure that a trailing phrase goes with: the last one before it, else the first after."""
    before = [f for f in scene.figures if scene.doc[f.start].idx < character]
    if before:
        return before[-1].start
    return scene.figures[0].start if scene.figures else None
