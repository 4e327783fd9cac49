"""Percentages of a whole as measures of their own: "48% of sales", "cold drinks accounted for 30% of sales"."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, first_of_phrase
from kg.facts.observations.metric.presumed_words import presumed_words
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.growth_or_level import fronted_whole
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.language.neighbours import pos_at
from kg.lexicon.metrics import words_of
from kg.mentions.metric_names import canonical_name, metric_id, proper_nouns
from kg.mentions.metric_words import dropped_modifiers
from kg.model import Percent
from kg.word_lists import word_list

_BURDENS = frozenset({"expense", "cost", "sg&a", "r&d", "g&a", "capex", "opex"})
_OWNERS = frozenset({"company", "group", "segment", "business", "firm", "bank", "division", "unit"})
_KINDS = frozenset({"market", "region", "country", "category", "channel", "brand", "vertical", "area", "customer"})
_SALES = {("sales",), ("sale",), ("revenue",), ("revenues",), ("transaction",), ("transactions",), ("orders",)}
_NO_PARTS = frozenset({"half", "third", "quarter", "percent", "most", "more", "majority", "rest", "flow"})
_NO_WHOLES = frozenset(
    {"range", "way", "year", "quarter", "month", "week", "decade", "time"} | {"question", "answer", "call", "story"}
)
_RATES = frozenset({"yield", "growth", "margin", "inflation", "increase", "decline", "upside", "return"})
"""What a percentage is itself, unless an article makes it a whole: "2% of yield", but "2% of the growth"."""
_SKIPPED = frozenset({"so", "-", "called", "total", "overall"})


def share_of(scene: Scene, draft: Draft) -> Measure | None:
    """ "48% of our sales are digital": a part of something, unless a ratio is said to be that high."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Percent):
        return None
    if (whole := fronted_whole(scene, part.figure.start)) is not None:
        return _share(scene, part.figure.start, *whole)
    end = part.figure.end
    if scene.doc[end : end + 2].text.lower() in ("or so", "or more"):
        end += 2
    told = draft.weight >= 4.5 and (draft.metric is None or draft.metric.start < part.figure.start)
    if told and not _accounts(scene, part.figure.start):
        return None
    if end + 1 >= scene.sentence.end or scene.doc[end].lower_ != "of":
        return None
    start = end + 1
    while start < scene.sentence.end and (
        scene.doc[start].pos_ in ("DET", "PRON") or scene.doc[start].lower_ in _SKIPPED
    ):
        start += 1
    start = _behind_owner(scene, start)
    start = next((p.end for p in scene.periods if p.start == start and p.end < scene.sentence.end), start)
    stop = start
    while stop < min(start + 6, scene.sentence.end) and _names_whole(scene.doc[stop], start):
        stop += 1
    while stop > start and not _ends_whole(scene.doc[stop - 1], start):
        stop -= 1
    last = scene.doc[stop - 1].lemma_.lower()
    if stop == start or last in _NO_WHOLES or (last in _RATES and start == end + 1):
        return None
    return _share(scene, part.figure.start, start, stop)


def _behind_owner(scene: Scene, start: int) -> int:
    """Where a whole begins behind whose it is: "billings" in "the *company's* billings"."""
    for token in scene.doc[start : min(start + 3, scene.sentence.end - 1)]:
        if token.tag_ == "POS":
            owner = scene.doc[token.i - 1]
            named = any(n.start <= owner.i < n.end for n in scene.names)
            return start if named else token.i + 1
    return start


def _share(scene: Scene, at: int, start: int, stop: int) -> Measure:
    dated = next((p.end for p in scene.periods if p.start == start and p.end < stop), start)
    whole = scene.doc[dated:stop].text
    part_of, said = _part(scene, at, whole), _predicate(scene, stop)
    name = canonical_name(f"share of {whole}", proper=proper_nouns(scene.doc[dated:stop]))
    if part_of is not None:
        burden = part_of.split()[-1].lower() in _BURDENS
        name = f"{part_of} as a percentage of {name.removeprefix('share of ')}" if burden else f"{part_of} {name}"
    elif said is not None:
        name = f"{said} {name}" if " " not in said else f"{name} {said}"
    return Measure(metric_id(name), name, None, Decimal("0.6"), (whole, scene.span(start, stop)))


def _part(scene: Scene, at: int, whole: str) -> str | None:
    """What makes up a share: "*cold drinks* accounted for 30% of sales"; None for "we", "it" and clauses."""
    about = subject(clause_head(scene.doc[at]))
    if about is None or about.i > at or not (_accounts(scene, at) or _is_part(scene, at, about, whole)):
        return None
    spots = [(n.start, n.end) for n in scene.names] + [(p.start, p.end) for p in scene.periods]
    if any(start <= about.i < end for start, end in spots):
        return None
    if about.pos_ not in ("NOUN", "PROPN"):
        return None
    phrase = scene.doc[first_of_phrase(about) : about.i + 1]
    if about.lemma_.lower() in _OWNERS and any(phrase.start <= n.start < phrase.end for n in scene.names):
        return None  # "our *Paint segment* represents 9% of sales"
    if about.lemma_.lower() in _OWNERS | _KINDS and all(t.lower_ in dropped_modifiers() for t in phrase[:-1]):
        return None  # "Logistics is our largest *segment*, representing 9% of sales"
    if words_of(about.text) != words_of(whole)[-1:]:
        return canonical_name(phrase.text)
    if len(phrase) > 1 and words_of(phrase.text) != words_of(whole):  # "*paint* sales" are 30% of sales
        return canonical_name(phrase[:-1].text)
    source = next(
        (t for c in about.children if c.lower_ in ("from", "of") for t in c.children if t.dep_ == "pobj"), None
    )
    return canonical_name(scene.doc[first_of_phrase(source) : source.i + 1].text) if source is not None else None


def _is_part(scene: Scene, at: int, about: Token, whole: str) -> bool:
    """Whether a line is said to be a percentage of sales: "*Coffee* is 40% of sales"; a measure has a ratio to them."""
    if clause_head(scene.doc[at]).lemma_.lower() != "be" or about.lemma_.lower() in _NO_PARTS:
        return False
    if words_of(whole)[-1:] not in _SALES:
        return False
    measured = any(m.start <= about.i < m.end for m in scene.metrics)
    return not measured and about.lemma_.lower() not in presumed_words("empty")


def _accounts(scene: Scene, at: int) -> bool:
    verb = clause_head(scene.doc[at])
    made_up = verb.lemma_.lower() == "make" and any(t.lower_ == "up" for t in verb.children)
    return made_up or verb.lemma_.lower() in ("account", "represent", "comprise", "constitute")


def _predicate(scene: Scene, position: int) -> str | None:
    """What the part of a whole is said to be: "digital" in "48% of our sales are digital", "opened online"."""
    doc, end = scene.doc, scene.sentence.end
    if position >= end or doc[position].pos_ != "AUX" or doc[position].lemma_.lower() != "be":
        return None
    words: list[Token] = []
    for token in doc[position + 1 : min(position + 4, end)]:
        if token.pos_ not in ("ADJ", "ADV") and token.tag_ not in ("VBN", "JJ"):
            break
        if token.lower_ in ("due", "attributable", "thanks", "driven", "because"):
            break
        if token.lower_ not in ("now", "already", "still", "also", "being", "today", "really", "currently", "actually"):
            words.append(token)
    if (
        not words
        or not any(t.pos_ == "ADJ" or t.tag_ == "VBN" for t in words)
        or any(t.tag_ in ("JJR", "RBR") for t in words)
    ):
        return None
    return " ".join(t.lower_ for t in words)


def _ends_whole(token: Token, start: int) -> bool:
    """Whether the name of a whole may end in a token: a noun, or the number of a list such as "the Index 100"."""
    return token.pos_ in ("NOUN", "PROPN") or (token.like_num and token.i > start and token.nbor(-1).pos_ == "PROPN")


def _names_whole(token: Token, start: int) -> bool:
    """Whether a token belongs to the name of a whole: "Index 100 companies", "small and large shops"."""
    if token.lower_ in word_list("kg.facts.observations.metric", "counted_measures.toml", "days"):
        return False
    if token.pos_ in ("NOUN", "PROPN", "ADJ") or (token.i > start and (token.like_num or token.text == "-")):
        return True
    joins = (
        token.lower_ == "and"
        and token.i > start
        and {pos_at(token.doc, token.i - 1), pos_at(token.doc, token.i + 1)} == {"ADJ"}
    )
    return joins or (token.tag_ == "VBN" and token.dep_ == "amod") or token.dep_ == "amod"
