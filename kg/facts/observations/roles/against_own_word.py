"""Figures set against what was said, planned or expected before: "up 5 cents from our April guide"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.scene import Scene
from kg.word_lists import word_list

_BEHIND, _BEFORE, _SAID = 7, 8, 4


def against_own_word(scene: Scene, draft: Draft) -> bool:
    """Whether a change or a prior figure is measured against a guidance, plan or expectation, not another time."""
    moved = draft.change
    if moved is not None:
        if _is_set_against(_until_figure(scene, moved.figure.end)):
            return True
        cue = moved.role.cue
        if cue is not None and cue < moved.figure.start and _names_word(list(scene.doc[cue : moved.figure.start])):
            return True
    if draft.prior is None:
        return False
    at = draft.prior.figure
    before = scene.doc[max(scene.sentence.start, at.start - _BEFORE) : at.start]
    return _is_set_against(list(before))


def _until_figure(scene: Scene, start: int) -> Sequence[Token]:
    """The tokens behind a figure up to the next figure or the end of the clause."""
    stop = min((f.start for f in scene.figures if f.start >= start), default=scene.sentence.end)
    found: list[Token] = []
    for token in scene.doc[start : min(stop, start + _BEHIND)]:
        if token.text in (",", ";"):
            break
        found.append(token)
    return found


def _is_set_against(words: Sequence[Token]) -> bool:
    """Whether a comparing word stands by one of what was foreseen: "above our *expectations*", "*outlook* from"."""
    first = next((i for i, t in enumerate(words) if t.lower_ in _list("comparing")), None)
    if first is None:
        return False
    return (first > 0 and _is_foreseen(words[first - 1])) or _heads(words[first + 1 :])


def _heads(words: Sequence[Token]) -> bool:
    """Whether the first noun phrase is of what was foreseen: "our *guidance*", "the midpoint of our *outlook*".

    What is foreseen fills in no other noun: the closing in "the expected closing", the period in "the forecast period".
    """
    for at, token in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        if token.pos_ in ("VERB", "AUX") and not _is_foreseen(token):
            return False
        if _is_foreseen(token):
            return after is None or after.pos_ not in ("NOUN", "PROPN") or after.lemma_.lower() in _list("reaches")
    return False


def _names_word(words: Sequence[Token]) -> bool:
    return any(_is_foreseen(t) for t in words)


def _is_foreseen(token: Token) -> bool:
    return token.lemma_.lower() in _list("foreseen") or token.lower_ in _list("foreseen")


def _list(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.when", "against.toml", name)
