"""Percentages of a whole as measures of their own: "48% of sales", "cold drinks accounted for 30% of sales"."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.amounts import amount
from kg.facts.observations.drafts import Draft, fronted_whole
from kg.facts.observations.measure import Measure, first_of_phrase
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.mentions.metric_names import canonical_name, metric_id
from kg.model import Percent

_SKIPPED = frozenset({"so", "-", "called", "total", "overall"})


def share_of(scene: Scene, draft: Draft) -> Measure | None:
    """ "48% of our sales are digital": a part of something, unless a ratio is said to be that high."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Percent):
        return None
    if (whole := fronted_whole(scene, part.figure.start)) is not None:
        return _share(scene, part.figure.start, *whole)
    if draft.weight >= 4.5:
        return None
    end = part.figure.end
    if end + 1 >= scene.sentence.end or scene.doc[end].lower_ != "of":
        return None
    start = end + 1
    while start < scene.sentence.end and (
        scene.doc[start].pos_ in ("DET", "PRON") or scene.doc[start].lower_ in _SKIPPED
    ):
        start += 1
    stop = start
    while stop < min(start + 6, scene.sentence.end) and _names_whole(scene.doc[stop], start):
        stop += 1
    while stop > start and not _ends_whole(scene.doc[stop - 1], start):
        stop -= 1
    if stop == start:
        return None
    return _share(scene, part.figure.start, start, stop)


def _share(scene: Scene, at: int, start: int, stop: int) -> Measure:
    whole = scene.doc[start:stop].text
    part_of = _part(scene, at)
    name = f"{part_of} share of {canonical_name(whole)}" if part_of else f"share of {canonical_name(whole)}"
    return Measure(metric_id(name), name, None, Decimal("0.6"), (whole, scene.span(start, stop)))


def _part(scene: Scene, at: int) -> str | None:
    """What makes up a share: "*cold drinks* accounted for 30% of sales"; None for "we", "it" and clauses."""
    verb = clause_head(scene.doc[at])
    about = subject(verb)
    if verb.lemma_.lower() not in ("account", "represent", "comprise", "constitute") or about is None or about.i > at:
        return None
    if any(n.start <= about.i < n.end for n in scene.names):
        return None
    phrase = scene.doc[first_of_phrase(about) : about.i + 1]
    return canonical_name(phrase.text) if about.pos_ in ("NOUN", "PROPN") else None


def _ends_whole(token: Token, start: int) -> bool:
    """Whether the name of a whole may end in a token: a noun, or the number of a list such as "the Index 100"."""
    return token.pos_ in ("NOUN", "PROPN") or (token.like_num and token.i > start and token.nbor(-1).pos_ == "PROPN")


def _names_whole(token: Token, start: int) -> bool:
    """Whether a token belongs to the name of a whole: "Index 100 companies", "small and large shops"."""
    if token.pos_ in ("NOUN", "PROPN", "ADJ") or (token.i > start and (token.like_num or token.text == "-")):
        return True
    joins = token.lower_ == "and" and token.i > start and token.nbor(-1).pos_ == "ADJ" and token.nbor(1).pos_ == "ADJ"
    return joins or (token.tag_ == "VBN" and token.dep_ == "amod") or token.dep_ == "amod"
