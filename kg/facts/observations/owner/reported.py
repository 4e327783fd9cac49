"""Which products a call reports figures of: those whose own sales a sentence with a figure names.

A product that is only spoken of ("Meridian Search is live in ten countries") does not own the figures behind it;
one that is reported like a unit ("Orchard Phone revenue was $40 billion") does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.facts.context import Context
from kg.facts.observations.owner.headings import heading
from kg.facts.observations.owner.topic import Origin, Topic
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene, scenes
from kg.facts.sentence import subject
from kg.model import Entity, EntityId, EntityType, Link, Money
from kg.word_lists import word_list

_OF = frozenset({"from", "of", "in", "for"})
_EARNING = frozenset({"deliver", "post", "report", "generate", "achieve", "record", "produce", "earn", "have", "set"})


def reported(context: Context) -> frozenset[EntityId]:
    """The products of a call whose sales or profit a sentence with a figure names, or the one behind their heading."""
    found: set[EntityId] = set()
    announced: EntityId | None = None
    for scene in scenes(context):
        products = [n for n in scene.names if context.entities[n.item.entity].type is EntityType.PRODUCT]
        found |= {n.item.entity for n in products if scene.figures and _has_result(scene, n)}
        if announced is not None and _opens_with_result(scene):
            found.add(announced)
        title = heading(scene, context.entities) if products else None
        announced = title.item.entity if title in products else None
    return frozenset(found)


def _opens_with_result(scene: Scene) -> bool:
    """Whether a sentence begins with a sum that somebody earned: "Revenue was $5 billion"."""
    earned = word_list("kg.facts", "words/topics.toml", "results")
    return not earned.isdisjoint(scene.words[:3]) and any(isinstance(amount(f), Money) for f in scene.figures)


def _has_result(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a result stands beside a name: "Orchard Phone revenue", "sales of Orchard Phone"."""
    doc = scene.doc
    results = word_list("kg.facts", "words/topics.toml", "results")
    behind = [t.lower_ for t in doc[name.end : min(name.end + 2, scene.sentence.end)]]
    if behind[:1] in (["'s"], ["’s"]) or behind[:1] == ["net"]:
        behind = behind[1:]
    before = [
        t.lower_ for t in doc[max(scene.sentence.start, name.start - 3) : name.start] if t.lower_ not in ("our", "the")
    ]
    of = len(before) > 1 and before[-1] in _OF and before[-2] in results
    return of or (bool(behind) and behind[0] in results) or _earns(scene, name)


def _earns(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a result is what the thing named brings in: "Orchard Phone *delivered* revenue of $40 billion"."""
    verb = scene.sentence.root
    about = subject(verb)
    if about is None or not name.start <= about.i < name.end or verb.lemma_.lower() not in _EARNING:
        return False
    results = word_list("kg.facts", "words/topics.toml", "results")
    earned = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    return earned is not None and any(t.lower_ in results for t in earned.subtree)


def owning(topic: Topic, entities: Mapping[EntityId, Entity], products: Collection[EntityId]) -> Topic:
    """The topic as far as figures may belong to it; a product that the call does not report owns none."""
    entity = entities[topic.entity] if topic.entity is not None else None
    if entity is None or entity.type is not EntityType.PRODUCT or entity.id in products:
        return topic
    return Topic(None, Origin.NO_LINE, entity.name)
