"""Things that grow and are no listed measure: "12% growth in sign-ups", "we grew sign-ups double digits"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.activities import end_of_name, name_of
from kg.facts.observations.metric.measure import Measure, first_of_phrase
from kg.facts.observations.movement import verb_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head
from kg.lexicon.metrics import MetricEntry, words_of
from kg.mentions.metric_names import canonical_name, metric_id
from kg.mentions.metric_words import dropped_modifiers, metric_heads
from kg.model import Count, Entity, EntityId, Link, Percent, Points

_LONGEST = 4
_GENERAL = frozenset(
    {"business", "company", "portfolio", "market", "year", "quarter", "month", "region", "area", "place", "digit"}
    | {"result", "performance"}
)


def grown_thing(scene: Scene, draft: Draft) -> Measure | None:
    """What a percentage of growth is said to be of, where that is a thing and no unit, place or time."""
    part = draft.change
    if part is None or part.role.cue is None or draft.value is not None:
        return None
    cue, by = scene.doc[part.role.cue], amount(part.figure)
    if not isinstance(by, Percent) and not (isinstance(by, Points) and cue.pos_ == "VERB"):
        return None
    thing = _thing(cue)
    if thing is None or thing.pos_ != "NOUN" or thing.lemma_.lower() in _GENERAL or _is_known(scene, thing):
        return None
    start, end = first_of_phrase(thing), end_of_name(scene, thing)
    while start < thing.i and scene.doc[start].lower_ in dropped_modifiers():
        start += 1
    words = scene.doc[start:end]
    name = name_of(words, thing) if end > thing.i + 1 else canonical_name(words.text)
    return Measure(metric_id(name), name, None, Decimal("0.55"), (words.text, scene.span(start, end)))


def levelled_thing(scene: Scene, draft: Draft) -> Measure | None:
    """What a verb moves between levels, where no list has it: "raising *the vault quota* from 70% to 91%"."""
    if draft.value is None or (draft.prior is None and isinstance(amount(draft.value.figure), Count)):
        return None
    first = min(p.figure.start for p in draft.parts)
    verb = clause_head(scene.doc[first])
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i > verb.i), None)
    if thing is None or verb_direction(verb) is None or thing.lemma_.lower() in _GENERAL or _is_known(scene, thing):
        return None
    leads = {t.lower_ for t in (*thing.rights, *scene.doc[thing.i + 1 : thing.i + 2])}
    if not thing.i < first or not leads & {"from", "to"}:
        return None
    words = scene.doc[first_of_phrase(thing) : thing.i + 1]
    name = canonical_name(words.text)
    return Measure(metric_id(name), name, None, Decimal("0.5"), (words.text, scene.span(words.start, words.end)))


def moved_by_another(scene: Scene, draft: Draft) -> Measure | None:
    """What somebody moves by a percentage: "members use it, cutting *repair time* by 30%" tells of no members."""
    cue = draft.change.role.cue if draft.change is not None else None
    if cue is None or scene.doc[cue].tag_ != "VBG" or draft.metric is None or draft.metric.end > cue:
        return None
    lead = [t.lower_ for t in scene.doc[cue : draft.parts[0].figure.start]]
    return grown_thing(scene, draft) if "by" in lead and len(lead) <= _LONGEST + 3 else None


def line_of(scene: Scene, category: Token, grows: MetricEntry) -> Measure:
    """The income of a line of goods: "the garden and pool category grew 8%" is garden and pool revenue."""
    line = scene.doc[_first_joined(category) : category.i].text
    name = canonical_name(f"{line.lower()} {grows.name}".strip())
    return Measure(metric_id(name), name, None, Decimal("0.6"))


def of_category(scene: Scene, metric: Placed[Link], entities: Mapping[EntityId, Entity]) -> Measure | None:
    """The same for "revenue growth *in the garden category*"; None where no category follows the metric."""
    after = scene.doc[metric.end : metric.end + 9]
    category = next((t for t in after if t.lemma_.lower() == "category"), None)
    entity = entities.get(metric.item.entity)
    if category is None or entity is None or category.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return None
    lead = scene.doc[metric.end : _first_joined(category)]
    if not 1 < len(lead) <= 4 or not all(t.lower_ in ("growth", "in", "from", "of", "the", "our") for t in lead):
        return None
    name = canonical_name(f"{scene.doc[lead.end : category.i].text.lower()} {entity.name}")
    return Measure(metric_id(name), name, metric, Decimal("0.7"))


def _first_joined(noun: Token) -> int:
    """The first word of a noun's phrase over "and": "*garden* and pool category"."""
    first = noun.i
    while first > noun.sent.start and noun.doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ"):
        first -= 1
    return first + 1 if noun.doc[first].pos_ == "CCONJ" else first


def _thing(cue: Token) -> Token | None:
    """The object of a growing verb, what stands behind "growth in", or what there is more of."""
    if cue.lower_ in ("more", "fewer") and cue.dep_ == "amod" and cue.head.tag_ == "NNS":
        return cue.head
    if cue.pos_ == "VERB":
        return next((c for c in cue.children if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS", "NNPS")), None)
    lead = next((c for c in cue.children if c.lower_ in ("in", "of") and c.dep_ == "prep"), None)
    return None if lead is None else next((c for c in lead.children if c.dep_ == "pobj" and c.tag_ == "NNS"), None)


def _is_known(scene: Scene, thing: Token) -> bool:
    """Whether a token is part of a name, a figure or a period, or names a measure already."""
    spots = [(s.start, s.end) for found in (scene.names, scene.periods, scene.figures) for s in found]
    return any(start <= thing.i < end for start, end in spots) or words_of(thing.text) in metric_heads()
