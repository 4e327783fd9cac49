"""Companies and businesses bought or sold, as a noun or a verb tells: "the Zephyr acquisition", "the sale of Vela"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.relations.belonging import is_unsold
from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene
from kg.facts.relations.words import word_list
from kg.facts.sentence import is_negated, subject
from kg.model import EntityType, Predicate

_DEALS = {
    "acquisition": Predicate.ACQUIRED,
    "acquisitions": Predicate.ACQUIRED,
    "divestiture": Predicate.DIVESTED,
    "divestment": Predicate.DIVESTED,
}
_PARTIES = frozenset({EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT, EntityType.PRODUCT})
_TRADES = {"sell": Predicate.DIVESTED, "acquire": Predicate.ACQUIRED, "purchase": Predicate.ACQUIRED}
_KINDS = {Predicate.DIVESTED: EntityType.BUSINESS_UNIT, Predicate.ACQUIRED: EntityType.PRODUCT}
"""Of which kind a name is that the frames of verbs leave to this reader."""


def dealt(scene: Scene) -> Iterator[Claim]:
    """What management calls by a deal: "the Zephyr and Vela acquisitions"; what another is said to buy is left out."""
    for named in scene.names:
        noun = _named_deal(named)
        side = scene.we
        if noun is None or side is None or named.entity.id == side.id or named.entity.type not in _PARTIES:
            continue
        owner = scene.owner(noun)
        if owner is None or owner.id in {side.id, scene.company.id}:
            words = (named.words.start, noun.i + 1)
            yield Claim(scene.company.id, _DEALS[noun.lower_], named.entity.id, words, "relation/deal")


def traded(scene: Scene) -> Iterator[Claim]:
    """What is given away or taken as a whole: "the sale of our Sheds business", "we sold Sheds", "we acquired Glow"."""
    for token in scene.passage.doc:
        predicate = _trade(token) if scene.we is not None else None
        if predicate is None:
            continue
        things = (t for c in token.children for t in ((c, *c.children) if c.lower_ == "of" else (c,)))
        for named in (n for t in things if t.dep_ in {"dobj", "pobj"} and not _is_counted(t) for n in scene.of(t)):
            fits = _KINDS[predicate] is named.entity.type and not is_unsold(named.entity)
            if fits and named.entity.id != scene.company.id:
                words = (token.i, named.words.end)
                yield Claim(scene.company.id, predicate, named.entity.id, words, "relation/deal")


def _trade(token: Token) -> Predicate | None:
    """The deal that a word tells of, not what is sold or bought every day."""
    if token.lower_ == "sale" and token.pos_ == "NOUN":
        return Predicate.DIVESTED if any(c.dep_ in {"det", "poss"} for c in token.children) else None
    predicate = _TRADES.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
    if predicate is None:
        return None
    who = subject(token)
    agreed = token.tag_ == "VB" and token.head.lemma_.lower() in {"agreement", "agree", "decision"}
    ours = who is not None and who.lower_ in word_list("ours") and not is_negated(token)
    return predicate if ours and (token.tag_ in {"VBD", "VBN"} or agreed) else None


def _is_counted(thing: Token) -> bool:
    """Whether things are traded by number: "we sold 30 million lamps"."""
    return thing.tag_ in {"NNS", "NNPS"} or any(c.dep_ in {"nummod", "quantmod"} for c in thing.subtree)


def _named_deal(named: Named) -> Token | None:
    """The deal before which a name stands, or stands in a list."""
    doc, at = named.words.doc, named.words.end
    while at < min(len(doc), named.words.end + 5) and (doc[at].lower_ in {"and", ",", "&"} or doc[at].pos_ == "PROPN"):
        at += 1
    if at >= len(doc) or doc[at].lower_ not in _DEALS or (at > named.words.end and doc[at - 1].pos_ != "PROPN"):
        return None
    return doc[at]
