"""Customers by the contracts that they give: "we won an order from Orbis"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Scene
from kg.facts.sentence import clause_head
from kg.model import EntityType, Predicate

_AWARDS = frozenset({"contract", "order", "award", "win", "subcontract"})
_WINNING = frozenset({"win", "sign", "secure", "receive", "book", "get", "land", "gain", "have", "award", "renew"})


def won(scene: Scene) -> Iterator[Claim]:
    """Who gives a contract or an order to the company is its customer: "we won an order from Orbis"."""
    for token in scene.passage.doc:
        if token.lemma_.lower() not in _AWARDS or token.pos_ != "NOUN" or scene.we is None:
            continue
        verb = clause_head(token)
        if verb.lemma_.lower() not in _WINNING or scene.company not in scene.doers(verb):
            continue
        for lead in (c for c in (*token.children, *verb.children) if c.lower_ in {"with", "from"} and c.i > token.i):
            for named in (n for t in lead.children if t.dep_ == "pobj" for n in scene.of(t)):
                if named.entity.type is EntityType.ORGANIZATION and named.entity.id != scene.company.id:
                    words = (token.i, named.words.end)
                    yield Claim(named.entity.id, Predicate.CUSTOMER_OF, scene.company.id, words, "relation/won")
