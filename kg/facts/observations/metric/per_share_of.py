"""What takes or adds a part of the earnings of a share: "4 cents *per share of* repair costs" are no earnings.

"Earnings per share *include* 9 cents of tax benefits" says so too.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.beside_figure import names_something
from kg.facts.observations.metric.holders import holders
from kg.facts.observations.metric.measure import Measure, first_of_phrase
from kg.facts.observations.metric.share_amounts import SHARES, is_per_share
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.mentions.metric_names import metric_id, spoken_name
from kg.mentions.metric_words import dropped_modifiers
from kg.model import Entity, EntityId, Money

_PER = frozenset({"per", "a", "each", "diluted", "basic", "common", "ordinary"}) | SHARES
_CAPITAL = frozenset({"stock", "capital", "equity"})


def per_share_of(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity]) -> Measure | None:
    """The thing of which a figure is so much a share: "repair cost per share"; None where it tells no such."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    first = part.figure.end
    while first < scene.sentence.end and scene.doc[first].lower_ in _PER:
        first += 1
    led = first < scene.sentence.end and scene.doc[first].lower_ == "of"
    per_share = led and is_per_share(scene, part.figure)
    if not per_share and not _of_earnings(scene, draft, entities):
        return None
    first += led
    noun = _head(scene, first)
    if noun is None or not names_something(scene, noun) or noun.lower_ in SHARES | _CAPITAL:
        return None
    start = max(first_of_phrase(noun), first)
    while start < noun.i and scene.doc[start].lower_ in dropped_modifiers():
        start += 1
    words = scene.doc[start : noun.i + 1]
    name = f"{spoken_name(words)} per share"
    return Measure(metric_id(name), name, None, Decimal("0.7"), (words.text, scene.span(start, noun.i + 1)))


def _head(scene: Scene, start: int) -> Token | None:
    """The noun with which the phrase that begins at a token ends."""
    end = start
    while end < scene.sentence.end and (
        scene.doc[end].pos_ in ("NOUN", "ADJ", "PROPN", "DET", "PRON", "NUM")
        or scene.doc[end].text == "-"
        or scene.doc[end].tag_ in ("VBN", "VBG")
    ):
        end += 1
    return next((t for t in reversed(scene.doc[start:end]) if t.pos_ == "NOUN"), None)


def _of_earnings(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether earnings per share are said to include or leave out a figure: "EPS *includes* 9 cents of gains"."""
    named = [m for m in holders(scene, draft.parts[0].figure) if m.item.entity in entities]
    return any(entities[m.item.entity].name.endswith(("EPS", "per share")) for m in named)
