"""Phrases that restrict a measure: "excluding …", "on a like-for-like basis", "in constant currency"."""

from __future__ import annotations

import re

from kg.facts.observations.draft import Draft
from kg.facts.observations.scene import Scene

_CONSTANT = re.compile(
    r"\b(?:(?:in|on|at)\s+(?:a\s+)?)?"
    r"(?:constant[- ]currenc(?:y|ies)|(?:currency|FX|foreign exchange)[- ](?:neutral|adjusted)"
    r"|local[- ]currenc(?:y|ies)|constant\s+(?:exchange|foreign\s+exchange|FX)\s+rates?)"
    r"(?:\s+(?:basis|terms))?\b",
    re.I,
)
_BASIS = re.compile(r"\bon (?:a|an) [\w\s-]{3,40}? basis\b", re.I)
_WITHOUT = re.compile(
    r"\b(?:excluding|adjusting for|adjusted for|net of|taking out|backing out|stripping out|normalizing for"
    r"|(?:if|when) (?:you|we|I) (?:just )?"
    r"(?:exclude|back out|strip out|take out|pull out|remove|adjust for|normalize for)|ex-)"
    r"\s*(?:[^,;.]|\.(?=\d)){3,90}",
    re.I,
)
_NOTHING = re.compile(r"(?:excluding|adjust(?:ing|ed) for|net of|taking out|ex-)(?:\s+(?:a|an|the))?\s*", re.I)
_REACH = 60
"""Characters behind a figure up to which a phrase that leaves something out may go with it."""
_GAP = 3
_OTHERWISE = 4
"""So many words may stand between "or" and what it tells otherwise: "9%, but *rose almost* 7% excluding fuel"."""
_ANNUALIZED = re.compile(r"\b(?:on an? )?annuali[sz]ed\b(?: basis)?(?! \w*(?:run|rate|net|cost|saving))", re.I)
_YEAR = re.compile(r"year|quarter|sequential|GAAP|quarterly|annual|monthly|daily|weekly", re.I)


def qualifiers(scene: Scene, draft: Draft, name: str) -> tuple[str, ...]:
    """The restricting phrases that go with a draft of a measure of some name, in text order."""
    text, offset = scene.sentence.text, scene.sentence.start_char
    first = scene.doc[draft.parts[0].figure.start].idx - offset
    fronted = scene.doc[scene.figures[0].start].idx - offset if scene.figures else first
    own = {p.figure.start for p in draft.parts}
    out: list[tuple[int, str]] = []
    for found in _CONSTANT.finditer(text):
        opens = found.end() < fronted and text[found.end() : found.end() + 1] == ","
        if opens or _nearest_figure(scene, found.start() + offset) in own:
            out.append((found.start(), "constant currency"))
    for found in _ANNUALIZED.finditer(text):
        if _goes_with(scene, found, own) and "annualized" not in name.lower():
            out.append((found.start(), "annualized"))
    for found in _BASIS.finditer(text):
        near = abs(found.start() - first) < 120 and (found.start() < fronted or _goes_with(scene, found, own))
        named = found.group().split()[2].lower() == name.split()[0].lower()
        if near and not named and not _YEAR.search(found.group()) and "currency" not in found.group():
            out.append((found.start(), found.group()))
    for found in _WITHOUT.finditer(text):
        behind = _figure_behind(scene, found)
        if _is_of_another(scene, found, own) or (found.start() > first and behind is not None and behind not in own):
            continue
        left_out = _without_figures(scene, found)
        if found.start() - first < _REACH and not _NOTHING.fullmatch(left_out):
            out.append((found.start(), left_out))
    return tuple(q for _, q in sorted(out))


def _is_of_another(scene: Scene, phrase: re.Match[str], own: set[int]) -> bool:
    """Whether a figure told otherwise stands right before a phrase: "9%, *or* 7% excluding fuel"."""
    start = scene.sentence.start_char + phrase.start()
    last = next((f for f in reversed(scene.figures) if scene.doc[f.start].idx < start), None)
    if last is None or last.start in own or re.search(r"\b(?:all|both)\s+$", scene.doc.text[max(0, start - 6) : start]):
        return False
    led = scene.doc[max(scene.sentence.start, last.start - _OTHERWISE) : last.start]
    return any(t.lower_ in ("or", "but") for t in led)


def _figure_behind(scene: Scene, phrase: re.Match[str]) -> int | None:
    """The figure that the words of a phrase run up to: "9%, *excluding fuel* up *7%*", "*excluding fuel*, *7%*"."""
    start, end = (scene.sentence.start_char + place for place in phrase.span())
    inside = (f.start for f in scene.figures if start < scene.doc[f.start].idx <= end + _GAP)
    return next(inside, None)


def _without_figures(scene: Scene, phrase: re.Match[str]) -> str:
    """A phrase up to what is told of the figure that it runs up to."""
    behind = _figure_behind(scene, phrase)
    start, end = (scene.sentence.start_char + place for place in phrase.span())
    words = scene.doc.char_span(start, end, alignment_mode="expand")
    if behind is None or words is None or behind >= words.end:
        return phrase.group().strip()
    told = next((t.i for t in words[2:] if t.i < behind and t.pos_ in ("VERB", "AUX")), behind)
    while told > words.start + 2 and scene.doc[told - 1].pos_ in ("ADP", "ADV", "PUNCT", "SYM", "DET", "PRON"):
        told -= 1
    return scene.doc[words.start : told].text.strip()


def _goes_with(scene: Scene, phrase: re.Match[str], own: set[int]) -> bool:
    """Whether a phrase behind figures goes with the last of them, one of `own`: "9% *on a reported basis*, 7% …"."""
    return _nearest_figure(scene, phrase.start() + scene.sentence.start_char) in own


def _nearest_figure(scene: Scene, character: int) -> int | None:
    """The figure that a trailing phrase goes with: the last one before it, else the first after."""
    before = [f for f in scene.figures if scene.doc[f.start].idx < character]
    if before:
        return before[-1].start
    return scene.figures[0].start if scene.figures else None
