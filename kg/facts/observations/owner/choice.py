"""Whom a figure belongs to: the unit that owns the metric in the sentence, else the topic, else the company."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.facts.observations.movement import noun_direction
from kg.facts.observations.owner.company_metrics import is_company_metric
from kg.facts.observations.owner.growth_in import is_growth_in
from kg.facts.observations.owner.headings import SUBJECT_TYPES, is_example
from kg.facts.observations.owner.places import place_that_moved, places_of
from kg.facts.observations.owner.topic import Topic
from kg.facts.observations.owner.users_of import is_used
from kg.facts.observations.owner.whole_company import is_aside_to_whole
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import SUBJECTS, clause_head, subject
from kg.lexicon.metrics import words_of
from kg.model import Count, Entity, EntityId, EntityType, Link, Money

_OWN_POSSESSIVE, _OWN_COMPOUND, _OWN_OF, _SUBJECT, _COUNTED_ON, _IN_CLAUSE = 9.0, 8.0, 7.0, 4.0, 3.5, 1.0
_OWNING = frozenset({"from", "for", "of", "in", "at", "on", "by", "within", "across", "to"})
_GIVEN = frozenset({"invested", "spent", "allocated", "earmarked", "deployed"})
_BRINGING = frozenset({"-", "generated", "delivered", "produced"})
_DEALS = frozenset({"divestiture", "acquisition", "disposal", "exit"})
_SECURITIES = frozenset({"ads", "adr", "gdr", "share", "stock", "warrant"})
_ABOUT = frozenset(
    {"about", "approximately", "nearly", "roughly", "over", "by", "some", "around", "more", "than", "almost"}
)
_NO_OWNERS = frozenset({"study", "survey", "surveys", "ranking", "rankings", "index", "disease", "syndrome"})
_GROUPS_OF_FIRMS = frozenset({"fortune 50", "fortune 100", "fortune 500", "fortune 1000", "global 2000", "s&p 500"})
_DISASTERS = frozenset(
    {"hurricane", "hurricanes", "storm", "typhoon", "cyclone", "earthquake", "tropical", "covid-19", "covid"}
)
_OPENING = _OWNING | {"with"}
_WHOLE = frozenset({"consolidated", "company-wide", "companywide", "group-wide", "firmwide"})


@dataclass(frozen=True, slots=True)
class Owner:
    """The entity of an observation, the qualifiers that places add, and why."""

    entity: EntityId
    qualifiers: tuple[str, ...]
    reason: str
    stated: bool


def choose_owner(
    scene: Scene,
    anchor: int,
    metric: Placed[Link] | None,
    topic: Topic,
    entities: Mapping[EntityId, Entity],
    company: EntityId,
) -> Owner:
    """The owner of a metric at a figure; `anchor` is the figure's token position."""
    best, weight = None, 2.0
    for name in scene.names:
        entity = entities.get(name.item.entity)
        if entity is None or not may_own(entity) or _within(name, metric):
            continue
        scored = _weight(scene, name, anchor, metric)
        if entity.type is EntityType.ORGANIZATION and entity.id != company:
            scored -= 2.0
        if _left_out(scene, name) or is_example(scene, name) or _kept_at(scene, name, entity):
            scored -= 6.0
        if scored > weight:
            best, weight = name, scored
    places = places_of(scene, anchor, metric, entities)
    if best is None and (place := place_that_moved(scene, anchor, entities)) is not None:
        return Owner(place, (), "the place that is said to have moved", True)
    if best is not None:
        return Owner(best.item.entity, places, f"named beside the metric: {best.item.mention.text!r}", True)
    if is_aside_to_whole(scene) or (metric is not None and _whole(scene, metric, topic)):
        return Owner(company, places, "consolidated", True)
    if metric is not None and is_company_metric(metric.item.mention.text) and not _of_section(metric, topic, entities):
        return Owner(company, places, "a measure of the whole company", True)
    if topic.entity is not None:
        return Owner(topic.entity, places, f"topic: {topic.reason}", False)
    return Owner(company, places, "the company, since no unit is named", False)


def may_own(entity: Entity) -> bool:
    """Whether measures may be of a thing: of a unit, a product, a firm or an event, not of a share that is traded."""
    if entity.type not in SUBJECT_TYPES | {EntityType.ORGANIZATION, EntityType.EVENT}:
        return False
    name = entity.name.lower()
    if name in _GROUPS_OF_FIRMS:
        return False
    first, last = name.split()[0], name.split()[-1]
    return entity.name.rstrip("s").lower() not in _SECURITIES and last not in _NO_OWNERS and first not in _DISASTERS


def _within(name: Placed[Link], metric: Placed[Link] | None) -> bool:
    """Whether a name is part of what a metric is called, as in "cloud storage revenue"."""
    return metric is not None and metric.start <= name.start and name.end <= metric.end


def _of_section(metric: Placed[Link], topic: Topic, entities: Mapping[EntityId, Entity]) -> bool:
    """Whether a net income is that of the unit whose section is announced, as banks report it."""
    bank = any(e.type is EntityType.METRIC and e.name == "net interest income" for e in entities.values())
    announced = topic.heading and not topic.headline and topic.entity is not None
    return announced and bank and words_of(metric.item.mention.text)[-2:] == ("net", "income")


def _kept_at(scene: Scene, name: Placed[Link], entity: Entity) -> bool:
    """Whether something is only kept with a firm: "our cash balances *at the Central Bank*"."""
    if entity.type is not EntityType.ORGANIZATION or entity.id == scene.turn.organization:
        return False
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, name.start - 2) : name.start] if t.lower_ != "the"]
    return lead[-1:] == ["at"]


def _left_out(scene: Scene, name: Placed[Link]) -> bool:
    """Whether a name stands in what a figure leaves out: "excluding the effect of ..."."""
    before = scene.doc[max(scene.sentence.start, name.start - 5) : name.start]
    if any(t.lower_ in ("excluding", "ex", "without", "despite", "due", "according") for t in before):
        return True
    above = list(scene.doc[name.end - 1].ancestors)
    if any(t.lower_ == "excluding" for t in above) and any(t.lemma_.lower() in _DEALS for t in above):
        return True
    about = subject(scene.sentence.root)
    opened = scene.sentence[0].lower_ in ("excluding", "adjusting", "despite")
    return opened and about is not None and name.end <= about.left_edge.i


def _weight(scene: Scene, name: Placed[Link], anchor: int, metric: Placed[Link] | None) -> float:
    doc = scene.doc
    if _behind_figure(scene, name, anchor) or is_growth_in(scene, name, anchor):
        return _OWN_OF + 1.0
    if is_used(scene, name, anchor):
        return _OWN_OF
    if [t.lower_ for t in doc[name.end : anchor]] in (["'s"], ["’s"], ["'"], ["’"]):
        return _OWN_POSSESSIVE
    if metric is None:
        beside = _carries(scene, name, anchor) or _moved_beside(scene, name, anchor)
        return max(_as_subject(scene, name, anchor) + 1.0, _OWN_OF if beside else 0.0)
    if metric.end <= name.start and _grows_apart(scene, name, anchor):
        return _OWN_POSSESSIVE + 1.0
    if _moved_beside(scene, name, anchor):
        told = any(metric.end <= f.start and f.end <= name.start for f in scene.figures)
        return _OWN_POSSESSIVE + 0.5 if told else _OWN_OF - 0.5
    if name.end <= metric.start:
        between = doc[name.end : metric.start]
        words = [t.lower_ for t in between]
        if not words or (
            all(t.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") or t.lower_ in _BRINGING for t in between) and len(words) <= 4
        ):
            return _OWN_COMPOUND - 0.3 * len(words)
        if words[0] in ("'s", "’s", "'", "’") and len(words) <= 5 and not any(t.pos_ == "VERB" for t in between):
            return _OWN_POSSESSIVE - 0.3 * len(words)
    elif name.start >= metric.end:
        between = doc[metric.end : name.start]
        between = between[1:] if len(between) > 1 and noun_direction(between[0]) is not None else between
        words = [t.lower_ for t in between]
        if words and words[0] in _OWNING and len(words) <= 5 and not any(t.pos_ == "VERB" for t in between):
            if not any(f.start >= metric.end and f.start < name.end for f in scene.figures):
                return _OWN_OF - 0.4 * len(words)
    return _as_subject(scene, name, anchor) - 0.05 * abs(name.start - anchor)


def _behind_figure(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a sum is given to a name right behind it: "capex was $9 million, with $6 million for Logistics"."""
    figure = next((f for f in scene.figures if f.start == anchor), None)
    if figure is None or name.start < figure.end:
        return False
    between = [t.lower_ for t in scene.doc[figure.end : name.start]]
    if not isinstance(amount(figure), Money) and between != ["at"]:  # "growth will be 9% at Logistics"
        return False
    while between and (between[0] in _GIVEN or between[0] in ("was", "were", "is", "being")):
        del between[0]
    after = scene.doc[name.end].pos_ if name.end < scene.sentence.end else "PUNCT"
    lead = between[:1] in (["for"], ["in"], ["at"], ["from"]) and all(w in ("the", "our") for w in between[1:])
    return lead and len(between) <= 2 and after not in ("NOUN", "PROPN", "ADJ")


def _grows_apart(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a name has a growth of its own: "Home revenue grew 6%, *with Towels growing* 19%"."""
    verb = clause_head(scene.doc[min(anchor, len(scene.doc) - 1)])
    if verb.tag_ != "VBG" or not name.end <= verb.i < anchor or any(m.start > name.start for m in scene.metrics):
        return False
    about = subject(verb)
    led = any(t.lower_ == "with" for t in scene.doc[max(scene.sentence.start, name.start - 2) : name.start])
    return led and about is not None and about.left_edge.i <= name.start <= about.right_edge.i


def _carries(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a count hangs on a name: "Fonoteca, a catalogue with 40 million songs"."""
    counted = any(f.start == anchor and isinstance(amount(f), Count) for f in scene.figures)
    return counted and any(name.start <= above.i < name.end for above in scene.doc[anchor].ancestors)


def _as_subject(scene: Scene, name: Placed[Link], anchor: int) -> float:
    """A unit that does the growing: "Logistics delivered 8% growth"; or one set at the head of the sentence."""
    doc = scene.doc
    verb = clause_head(doc[min(anchor, len(doc) - 1)])
    about = subject(verb)
    if verb.dep_ == "acl" and verb.head.dep_ == "dobj" and _above(name, verb):
        return _SUBJECT + 1.0
    if _where(name, verb):
        return _SUBJECT + 1.5
    if about is not None and about.left_edge.i <= name.start <= min(about.right_edge.i, max(verb.i, about.i)):
        return _SUBJECT + (1.0 if name.start <= about.i < name.end else 0.0)
    if any(t.head == verb and t.dep_ in SUBJECTS for t in doc[name.start : name.end]) and name.end <= anchor:
        return _SUBJECT  # "sales of our new tonic, Vexil totaled 3 million": the parser gives the verb two subjects
    if _fronted(scene, name, anchor) or _year_for(scene, name, about):
        return _SUBJECT
    if _opens(scene, name, anchor) or _above(name, verb):
        return _SUBJECT - 0.5
    if name.end <= anchor:
        return _IN_CLAUSE if clause_head(doc[name.start]) == verb else 0.0
    return _COUNTED_ON if _counted_on(scene, name, anchor, verb) else 0.0


def _where(name: Placed[Link], verb: Token) -> bool:
    """Whether a clause tells what happened in a thing: "led by Paint, *where we were up 9%*"."""
    if verb.dep_ != "relcl" or not name.start <= verb.head.i < name.end:
        return False
    return any(t.lower_ == "where" for t in verb.children)


def _moved_beside(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a change is told right behind a name: "led by paint *up* 9%, glass *up* 4%", "Vexil, *growing* 3%"."""
    between = [t.lower_ for t in scene.doc[name.end : anchor]]
    if len(between) > 1 and noun_direction(scene.doc[name.end]) is not None and between[1] == "of":
        told = {t.lower_ for f in scene.figures if f.end <= anchor for t in scene.doc[f.start : f.end]}
        return set(between[2:]) - told <= _ABOUT | {"and"}  # "driven by Vexil growth of 3% and 5%"
    if between[:1] == [","]:
        del between[0]
    return between[:1] in (["up"], ["down"], ["growing"], ["declining"]) and set(between[1:]) <= _ABOUT


def _counted_on(scene: Scene, name: Placed[Link], anchor: int, verb: Token) -> bool:
    """Whether things are counted on a product: "4,700 weavers have drawn patterns on Vexil"."""
    counted = any(f.start == anchor and isinstance(amount(f), Count) for f in scene.figures)
    root = scene.doc[name.end - 1]
    inside = root.dep_ == "pobj" and root.head.lower_ in ("on", "in", "across", "through")
    between = any(f.start > anchor and f.end <= name.start for f in scene.figures)
    return counted and inside and not between and clause_head(root) == verb


def _year_for(scene: Scene, name: Placed[Link], about: Token | None) -> bool:
    """Whether the sentence looks back on a time for a unit: "It was a kind year for Paint, as we grew 7%"."""
    lead = [t.lower_ for t in scene.doc[max(scene.sentence.start, name.start - 3) : name.start]]
    if not lead or lead[-1] not in ("our", "the", "for") or "for" not in lead:
        return False
    time = lead[0] in ("year", "quarter") or lead[-2:-1] == ["quarter"] or lead[-2:-1] == ["year"]
    return time and about is not None and about.lower_ in ("we", "it", "they")


def _opens(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a sentence begins with a name, as its subject does, and stays in one clause up to the figure."""
    lead = scene.doc[scene.sentence.start : name.start]
    rest = scene.doc[name.end : anchor]
    return name.end <= anchor and all(t.pos_ == "DET" for t in lead) and not any(t.text in ",;:" for t in rest)


def _above(name: Placed[Link], verb: Token) -> bool:
    """Whether a name is the subject of the clause on which a participle hangs: "Crane has ..., with sales topping"."""
    if verb.tag_ not in ("VBG", "VBN") or verb.dep_ not in ("acl", "advcl", "pcomp", "xcomp"):
        return False
    about = subject(clause_head(verb.head))
    return about is not None and name.start <= about.i < name.end


def _fronted(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a sentence begins with a name: "In Logistics a fleet brought 8% growth", "And with Orchard Pay, ..."."""
    before = [t.lower_ for t in scene.doc[scene.sentence.start : name.start]]
    if before in (["in"], ["within"], ["in", "our"]) and scene.doc[name.end - 1].pos_ in ("NOUN", "PROPN"):
        if name.end < scene.sentence.end and scene.doc[name.end].pos_ in ("DET", "PRON"):
            return True
    if len(before) <= 5 and bool(_OPENING & set(before)) and _comma_follows(scene, name.end):
        return True
    return _opens_clause(scene, name, anchor)


def _opens_clause(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a later clause begins with a name, and has the figure: "costs fell 2%, and in Towels, sales rose 3%"."""
    lead = scene.doc[max(scene.sentence.start, name.start - 3) : name.start]
    words = [t.lower_ for t in lead if t.lower_ not in ("our", "the")][-2:]
    opens = len(words) == 2 and words[0] in ("and", ",", ";", "while", "but") and words[1] in ("in", "at", "within")
    comma = name.end < scene.sentence.end and scene.doc[name.end].text == ","
    return opens and comma and name.end < anchor and not any(n.start > name.end for n in _before(scene, anchor))


def _before(scene: Scene, anchor: int) -> list[Placed[Link]]:
    return [n for n in scene.names if n.start < anchor]


def _comma_follows(scene: Scene, position: int) -> bool:
    return any(t.text == "," for t in scene.doc[position : min(position + 5, scene.sentence.end)])


def _whole(scene: Scene, metric: Placed[Link], topic: Topic) -> bool:
    """Whether a metric is said to be of the whole; "our total" says so where nothing was announced."""
    words = [t.lower_ for t in scene.doc[max(scene.sentence.start, metric.start - 3) : metric.end]]
    total = not topic.heading and "our" in words and bool({"total", "overall"} & set(words))
    return total or any(word in _WHOLE for word in words)
