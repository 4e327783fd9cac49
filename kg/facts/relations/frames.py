"""Relations stated by a verb ("we launched Zephyr") or by a noun ("our partnership with Orbis")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.facts.relations.belonging import is_unsold
from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene
from kg.facts.relations.words import Frame, frames, framing, word_list
from kg.facts.sentence import OBJECTS, clause_head, is_negated, phrase, subject
from kg.model import Entity, EntityType, Predicate

_KINDS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun"}


def stated(scene: Scene) -> Iterator[Claim]:
    """The relations that the verbs and nouns of a paragraph state between entities."""
    for token in scene.passage.doc:
        kind = _KINDS.get(token.pos_)
        if kind is None or token.lemma_.lower() not in framing(kind):
            continue
        if kind == "noun" and token.i not in scene.at:
            yield from _by(scene, token, kind, _holders(scene, token))
        elif kind == "verb" and not is_negated(token) and not _is_idle(token):
            found = list(
                _by(scene, token, kind, _agents(scene, token) or _launcher(scene, token) or scene.doers(token))
            )
            yield from (*found, *buyers(scene, found))


def _is_idle(verb: Token) -> bool:
    """Whether a passive tells what is used, not by whom: "Zephyr is deployed"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) and not any(c.dep_ == "agent" for c in verb.children)
    return passive and verb.lemma_.lower() in {"use", "deploy", "run", "apply", "adopt"}


def _launcher(scene: Scene, verb: Token) -> list[Entity]:
    """Who brings out what comes out without a doer: "Zephyr *launched* in May", "Zephyr will be *released*"."""
    side = scene.side(verb)
    wares = [n.entity for c in verb.children if c.dep_ == "nsubjpass" for n in scene.of(c)]
    out = bool(wares) and not any(is_unsold(ware) for ware in wares)
    return [side] if side is not None and out and verb.lemma_.lower() in {"launch", "introduce", "release"} else []


def _agents(scene: Scene, verb: Token) -> list[Entity]:
    """Who does what a passive tells: "Zephyr is used *by Orbis*"."""
    by = (c for c in verb.children if c.dep_ == "agent")
    return [n.entity for c in by for t in c.children if t.dep_ == "pobj" for n in scene.of(t)]


def _holders(scene: Scene, noun: Token) -> list[Entity]:
    """Whose investment, partnership or launch it is: its possessor, the doer of the clause, and the speaker's side."""
    owner = scene.owner(noun)
    doers = [owner] if owner is not None else scene.doers(clause_head(noun))
    return [*doers, *(e for e in (scene.side(noun) or scene.you, scene.company) if e is not None)]


def _by(scene: Scene, token: Token, kind: str, doers: list[Entity]) -> Iterator[Claim]:
    for frame in frames(kind):
        if token.lemma_.lower() not in frame.lemmas:
            continue
        for named in _filling(scene, token, frame):
            fitting = [d for d in doers if d.type in frame.subject and d.id != named.entity.id]
            if not fitting and _is_we(token) and scene.company.type in frame.subject:
                fitting = [scene.company]
            for doer in fitting[:1] if kind == "noun" else fitting:
                if named.entity.type in frame.object:
                    doer = _as_a_whole(scene, doer, frame, named.entity) if _is_we(token) else doer
                    yield Claim(doer.id, frame.predicate, named.entity.id, _words(token, named), f"relation/{kind}")


def _is_we(token: Token) -> bool:
    """Whether "we" or "our" acts, which may mean the company as well as the segment spoken of."""
    who = subject(clause_head(token))
    said = {t.lower_ for t in (*token.children, *((who,) if who is not None else ()))}
    return bool(said & word_list("ours"))


def _as_a_whole(scene: Scene, doer: Entity, frame: Frame, thing: Entity) -> Entity:
    """The company in place of its segment, where only the whole can act: it holds events, invests in other segments."""
    other = thing.type is EntityType.BUSINESS_UNIT and thing.parent == scene.company.id
    invests = frame.predicate is Predicate.INVESTS_IN and other
    return scene.company if doer.parent == scene.company.id and (invests or frame.predicate is Predicate.HELD) else doer


def _filling(scene: Scene, token: Token, frame: Frame) -> Iterator[Named]:
    """What stands in the object slots of a verb or noun; for a passive, its subject."""
    if "" in frame.slots:
        yield from _relative_object(scene, token)
    for child in token.children:
        if "" in frame.slots and child.dep_ in OBJECTS | {"nsubjpass"}:
            yield from scene.of(child) or _told_of(scene, child, frame) or _listed_after(scene, child)
        elif child.dep_ == "prep" and child.lower_ in frame.slots:
            yield from (n for t in child.children if t.dep_ == "pobj" for n in scene.of(t))


def _relative_object(scene: Scene, verb: Token) -> Iterator[Named]:
    """What follows a relative clause: "three services we introduced this year: A, B and C"."""
    if verb.dep_ == "relcl" and not any(t.dep_ in OBJECTS for t in verb.children) and verb.head.tag_ == "NNS":
        after = verb.right_edge.i
        tail = verb.doc[after + 1 : after + 3]
        if any(t.lower_ in word_list("members") for t in tail):
            yield from (n for n in scene.names if after < n.words.start < verb.sent.end)


def _told_of(scene: Scene, noun: Token, frame: Frame) -> list[Named]:
    """What a common noun stands for: "a new service *called* Zephyr", "the availability *of* Zephyr"."""
    called = (c for c in noun.children if c.dep_ == "acl" and c.lower_ in {"called", "named", "dubbed"})
    names = [n for c in called for t in c.children if t.dep_ in {"oprd", "dobj", "attr"} for n in scene.of(t)]
    if names or frame.predicate is not Predicate.LAUNCHED or noun.lower_ not in word_list("arrivals"):
        return names
    of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
    return [n for c in of for t in c.children if t.dep_ == "pobj" for n in scene.of(t)]


def _listed_after(scene: Scene, noun: Token) -> Iterator[Named]:
    """The names after a plural noun in its phrase: "new services, from X to Y", "services we launched: X and Y"."""
    if noun.tag_ == "NNS":
        yield from (n for n in scene.names if noun.i < n.words.start <= noun.right_edge.i)


def _words(token: Token, named: Named) -> tuple[int, int]:
    start, end = min(token.i, named.words.start), max(token.i + 1, named.words.end)
    who = next((t for t in token.children if t.dep_ in {"nsubj", "poss"} and t.i < start), None)
    agent = next((t for t in token.children if t.dep_ == "agent"), None)
    end = max(end, agent.right_edge.i + 1) if agent is not None else end
    return (phrase(who).start if who is not None else start), end


def fresh(scene: Scene) -> Iterator[Claim]:
    """A launch, where management says "our new Zephyr", "the recently launched Zephyr"."""
    for named in scene.names:
        side = scene.side(named.words.root)
        if side is None or named.entity.type is not EntityType.PRODUCT or is_unsold(named.entity):
            continue
        owner = scene.owner(named.words.root)
        words = named.words.doc[max(named.words.start - 3, named.words.sent.start) : named.words.start]
        new = next((t for t in words if t.lower_ in word_list("fresh") and t.head.i in _reach(named)), None)
        if new is not None and (owner is not None or new.lower_ != "new") and _sells(owner or side):
            yield Claim(
                (owner or side).id, Predicate.LAUNCHED, named.entity.id, (new.i, named.words.end), "relation/new"
            )


def _sells(owner: Entity) -> bool:
    return owner.type in {EntityType.ORGANIZATION, EntityType.BUSINESS_UNIT}


def _reach(named: Named) -> set[int]:
    """The tokens on which "new" must hang to speak of a name: its own, and those of the noun that it modifies."""
    root = named.words.root
    return (
        {t.i for t in named.words}
        | {t.i for t in root.children}
        | ({root.head.i} if root.dep_ == "compound" else set())
    )


def powered(scene: Scene) -> Iterator[Claim]:
    """One product uses another in "the Zephyr, powered by the Q7 chip"."""
    for token in scene.passage.doc:
        led = {"power": "by", "turbocharge": "by", "accelerate": "by", "build": "on", "base": "on"}
        by = led.get(token.lemma_.lower())
        if by is None or token.tag_ != "VBN" or token.dep_ not in {"acl", "advcl", "relcl"}:
            continue
        parts = [n for c in token.children if c.lower_ == by for t in c.children for n in scene.of(t)]
        whole_noun = token.head if token.dep_ != "advcl" else subject(token.head) or token.head
        for whole in (n for n in scene.of(whole_noun) if not is_unsold(n.entity)):
            for part in parts:
                if whole.entity.type is part.entity.type is EntityType.PRODUCT and whole.entity.id != part.entity.id:
                    words = (whole.words.start, part.words.end)
                    yield Claim(whole.entity.id, Predicate.USES, part.entity.id, words, "relation/powered")


def buyers(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A company outside that uses a product which management speaks of is its customer."""
    for claim in claims:
        outside = claim.predicate is Predicate.USES and scene.we is not None and claim.rule == "relation/verb"
        user = scene.context.entities[claim.subject]
        if outside and user.type is EntityType.ORGANIZATION and user.id != scene.company.id:
            yield Claim(user.id, Predicate.CUSTOMER_OF, scene.company.id, claim.words, "relation/customer")
