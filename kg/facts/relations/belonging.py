"""What belongs to whom: units that are part of the company, products that it offers, places where it works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene, has_known_parent
from kg.facts.relations.words import word_list
from kg.facts.sentence import clause, clause_head, conjuncts, subject
from kg.model import Entity, EntityType, Predicate

_BELONGS = {
    EntityType.BUSINESS_UNIT: Predicate.PART_OF,
    EntityType.PRODUCT: Predicate.OFFERS,
}


_EARLY = 3  # tokens from the start of a sentence within which it names its topic
_WORKS = frozenset({EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT})


def owned(scene: Scene) -> Iterator[Claim]:
    """Ownership in "our Zephyr platform", "Acme's Zephyr": a unit is part of its owner, a product is offered by it."""
    for named in scene.names:
        predicate = _BELONGS.get(named.entity.type)
        owner = scene.owner(named.words.root) if predicate is not None else None
        if (
            predicate is None
            or owner is None
            or _known_otherwise(named.entity)
            or owner.type not in {EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT}
            or _is_of_group(named.words.root)
            or (predicate is Predicate.OFFERS and is_something_else(named))
        ):
            continue
        yield _claim(owner, predicate, named, "relation/possessive")


_GROUPS = ("customers", "partners", "competitors", "suppliers")


def _is_of_group(root: Token) -> bool:
    """Whether a name is one of a group that is ours, not ours itself: "our tenants, Orbis and Vela"."""
    while root.dep_ in {"appos", "conj"} and root.head.i != root.i:
        root = root.head
    return any(root.lower_ in word_list(group) - {"brand", "brands"} for group in _GROUPS)


def is_something_else(named: Named) -> bool:
    """Whether the noun behind a name, or its last word, makes it nothing that is sold: "our Mill Creek plant"."""
    doc, after = named.words.doc, named.words.end
    while after < min(len(doc), named.words.end + 4) and (doc[after].text == "," or doc[after].pos_ == "PROPN"):
        after += 1
    behind = doc[after] if after < len(doc) else None
    tied = behind is not None and (after == named.words.end or doc[after - 1].pos_ == "PROPN")
    last = named.entity.name.lower().split()[-1]
    return last in word_list("no_wares") or (tied and behind is not None and behind.lower_ in word_list("not_sold"))


def _known_otherwise(entity: Entity) -> bool:
    """Whether the lexicon tells the parent already, or knows a technology that belongs to nobody."""
    return has_known_parent(entity) or is_unsold(entity)


def is_unsold(entity: Entity) -> bool:
    """Whether a product's name ends in what no company sells: a market, a policy, a share."""
    return entity.type is EntityType.PRODUCT and entity.name.lower().split()[-1] in word_list("unsold")


def _claim(owner: Entity, predicate: Predicate, named: Named, rule: str) -> Claim:
    start = min(named.words.start, named.words.root.left_edge.i, named.words.root.head.left_edge.i)
    if named.words.start - start > 6:
        start = named.words.start
    words = (start, named.words.end)
    if predicate is Predicate.PART_OF:
        return Claim(named.entity.id, predicate, owner.id, words, rule)
    return Claim(owner.id, predicate, named.entity.id, words, rule)


def placed(scene: Scene) -> Iterator[Claim]:
    """Places of business ("growth in India"): the doer of the clause, or the speaker's side, works there."""
    for named in scene.names:
        if named.entity.type is not EntityType.PLACE:
            continue
        preposition = _preposition(named.words.root)
        if preposition is not None and preposition.lower_ in word_list("markets") and _busy(preposition):
            who = _who(scene, preposition)
            if who is not None:
                start = min(preposition.head.i, preposition.i)
                words = (start, named.words.end)
                yield Claim(who.id, Predicate.OPERATES_IN, named.entity.id, words, "relation/place")


def sited(scene: Scene) -> Iterator[Claim]:
    """Sites that are ours ("our Chile plant", "our factories in Chile"): their owner works there."""
    for named in scene.names:
        if named.entity.type is not EntityType.PLACE:
            continue
        site = _site(named)
        others = site is not None and any(c.dep_ == "poss" and c.pos_ == "NOUN" for c in site.children)
        owner = scene.owner(site) if site is not None and not others else None
        if site is not None and owner is not None and owner.type in _WORKS:
            words = (min(named.words.start, site.i), max(named.words.end, site.i + 1))
            yield Claim(owner.id, Predicate.OPERATES_IN, named.entity.id, words, "relation/site")


def _site(named: Named) -> Token | None:
    """The site that a place tells: the noun that it stands before, or the one before its "in"."""
    root = named.words.root
    behind = root.head if root.dep_ in {"compound", "nmod", "amod"} and root.head.i >= named.words.end else None
    before = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "in" else None
    return next((t for t in (behind, before) if t is not None and t.lemma_.lower() in word_list("sites")), None)


def _preposition(place: Token) -> Token | None:
    """The preposition before a place or before the list in which it stands."""
    objects = [t for t in conjuncts(place) if t.dep_ == "pobj"]
    return objects[0].head if objects else None


def _busy(preposition: Token) -> bool:
    return any(
        t.lower_ in word_list("activity") or t.lemma_.lower() in word_list("activity") for t in clause(preposition)
    )


def _who(scene: Scene, token: Token) -> Entity | None:
    """Who works there: the doer of the clause, a unit named before in the sentence, or the speaker's side."""
    doers = [d for d in scene.doers(clause_head(token)) if d.type in _WORKS]
    if doers:
        return doers[0]
    start = token.sent.start
    first = next((n for n in scene.names if start <= n.words.start <= start + _EARLY), None)
    topic = (
        first.entity if first is not None and first.words.start < token.i and first.entity.type in _BELONGS else None
    )
    return topic or scene.side(token) or scene.you


def growing(scene: Scene) -> Iterator[Claim]:
    """Places that move ("with Chile and Peru more than doubling"): the speaker's side works there."""
    places = [n for n in scene.names if n.entity.type is EntityType.PLACE]
    for number, named in enumerate(places):
        side = scene.side(named.words.root)
        move = _move_after(places, number)
        if side is not None and move is not None:
            words = (named.words.start, move.i + 1)
            yield Claim(side.id, Predicate.OPERATES_IN, named.entity.id, words, "relation/growing")


def _move_after(places: Sequence[Named], number: int) -> Token | None:
    """The verb of moving right behind the list of places in which one stands."""
    last = places[number]
    for following in places[number + 1 :]:
        between = last.words.doc[last.words.end : following.words.start]
        if len(between) > 2 or any(t.lower_ not in {",", "and"} for t in between):
            break
        last = following
    near = last.words.doc[last.words.end : last.words.end + 3]
    return next((t for t in near if t.pos_ == "VERB" and t.lemma_.lower() in word_list("moves")), None)


def explained(scene: Scene) -> Iterator[Claim]:
    """Words as in "Zephyr, our courier business within Acme Logistics": an apposition that ties a part to its whole."""
    for token in scene.passage.doc:
        if token.lower_ not in word_list("parts") or token.dep_ not in {"appos", "attr", "conj"}:
            continue
        tied = [c for c in token.children if c.dep_ == "prep" and c.lower_ in word_list("within")]
        wholes = [n for c in tied for t in c.children for n in scene.of(t) if n.entity.type in _WORKS]
        named = scene.of(token.head) if token.dep_ != "attr" else scene.of(subject(token.head) or token)
        for part in named[:1]:
            for whole in wholes:
                if (
                    part.entity.type in _BELONGS
                    and not has_known_parent(part.entity)
                    and part.entity.id != whole.entity.id
                ):
                    words = (part.words.start, whole.words.end)
                    yield Claim(part.entity.id, Predicate.PART_OF, whole.entity.id, words, "relation/apposition")


def joined(scene: Scene) -> Iterator[Claim]:
    """Words as in "our Open Ledger initiative with Orbis and Vela": a thing of ours with a company is a partnership."""
    for named in scene.names:
        root = named.words.root
        first = conjuncts(root)[0]
        if named.entity.type is not EntityType.ORGANIZATION or named.entity.id == scene.company.id:
            continue
        if first.dep_ == "pobj" and first.head.lower_ == "with" and _binds(scene, first.head.head):
            owner = scene.owner(first.head.head)
            if owner is not None and owner.id in {scene.company.id, scene.we.id if scene.we is not None else None}:
                words = (first.head.head.left_edge.i, named.words.end)
                yield Claim(owner.id, Predicate.PARTNERS_WITH, named.entity.id, words, "relation/joined")


def _binds(scene: Scene, noun: Token) -> bool:
    """Whether a noun before "with" is a named thing or a kind of pact, not "our filings" or "our meeting"."""
    named = any(t.i in scene.at for t in (noun, *noun.children))
    return noun.lemma_.lower() in word_list("pacts") or (named and noun.lower_ not in word_list("papers"))
