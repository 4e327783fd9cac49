"""The market that is told of, which is no company's: "the loom market grew 4%", "the loom market sold 9 million"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entity_ids import mint
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.model import Entity, EntityType, Surface

_MARKETS = frozenset({"market", "industry"})
_NOT_OF_GOODS = frozenset({"capital", "stock", "equity", "bond", "credit", "job", "labor", "money", "financial", "end"})
_WHOLE = frozenset({"overall", "total", "entire", "whole", "broader", "underlying"})


def market_of(scene: Scene, anchor: int) -> Entity | None:
    """The market of which the clause of a figure tells, where words say which: "the *global loom market* grew 4%"."""
    about = subject(clause_head(scene.doc[anchor]))
    if about is None or about.lower_ not in _MARKETS:
        return None
    start = about.i
    while start > scene.sentence.start and _says_which(scene, start - 1):
        start -= 1
    words = scene.doc[start : about.i + 1]
    if len(words) < 2 or any(t.lower_ in _NOT_OF_GOODS for t in words):
        return None
    name = " ".join(t.text if t.text.isupper() or _is_named(t) else t.lower_ for t in words).replace(" - ", "-")
    surface = Surface(words.text, scene.span(words.start, words.end))
    return Entity(mint(EntityType.PRODUCT, name), EntityType.PRODUCT, name, surfaces=(surface,))


def _is_named(token: Token) -> bool:
    """Whether a word has its capital as a name: "the *Peruvian* loom market"."""
    return token.pos_ in ("PROPN", "ADJ") and not token.is_sent_start


def _says_which(scene: Scene, index: int) -> bool:
    token = scene.doc[index]
    if token.text == "-":
        return True
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.lower_ not in _WHOLE and token.tag_ not in ("JJS", "RBS")
