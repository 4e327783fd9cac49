"""The metric of a draft, also where the sentence does not name it: ellipsis, counted things, verbs that imply one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kg.facts.observations.drafts import Draft
from kg.facts.observations.grown import grown_thing, line_of, of_category
from kg.facts.observations.measure import Measure, first_of_phrase
from kg.facts.observations.roles import FigureRole, amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.shares import share_of
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricEntry, MetricTable, words_of
from kg.mentions.metrics import canonical_name, metric_heads, metric_id
from kg.model import Count, Entity, EntityId, Link, Money, Percent

_PRONOUNS = frozenset({"it", "this", "that", "which", "these", "they", "both", "those"})
_GENERIC = frozenset({"number", "figure", "amount", "result", "total"})
_TIME = frozenset(
    {"year", "quarter", "month", "week", "day", "hour", "minute", "time", "decade", "basis", "point", "percent"}
)


@cache
def _verb_metrics() -> Mapping[str, str]:
    raw = json.loads((files("kg.facts.observations") / "verb_metrics.json").read_text(encoding="utf-8"))
    return {str(verb): str(metric) for verb, metric in raw.items()}


def measure(
    scene: Scene,
    draft: Draft,
    last: Measure | None,
    table: MetricTable,
    entities: Mapping[EntityId, Entity],
    grows: MetricEntry,
) -> Measure | None:
    """The metric of a draft, `grows` being what growing without more means; None where nothing tells it."""
    if (earned := _per_share(scene, draft, entities, table)) is not None:
        return earned
    if draft.metric is None or draft.metric.item.mention.rule == "metric.bare":
        implied = _of_verb(scene, draft, table)
        if implied is not None:
            return implied
    counted = _counted(scene, draft, table)
    if counted is not None:
        return counted
    if draft.metric is None or (draft.weight < 3.0 and not _in_subject(scene, draft)):
        if (what := grown_thing(scene, draft)) is not None:
            return what
        grown = _growth_of_unit(scene, draft, grows)
        if grown is not None and (draft.metric is None or (grown.id == grows.id and not _fronted(scene, draft))):
            return grown
    share = share_of(scene, draft)
    if share is not None:
        return share
    if draft.metric is not None:
        if (narrower := of_category(scene, draft.metric, entities)) is not None:
            return narrower
        return named(draft.metric, entities, Decimal("0.92") if draft.weight >= 4 else Decimal("0.78"))
    return _elliptic(scene, draft, last) or _nearest(scene, draft, last)


def _in_subject(scene: Scene, draft: Draft) -> bool:
    """Whether the metric of a draft stands in what the clause is about: "bookings growth was strong, up 22%"."""
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    metric = draft.metric
    return metric is not None and about is not None and about.left_edge.i <= metric.start <= about.right_edge.i


def _fronted(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence sets its metric before "we": "On operating income, we saw a decline of 5%"."""
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    metric = draft.metric
    if metric is None or about is None or metric.end > about.i or about.lower_ not in ("we", "it"):
        return False
    return not any(t.pos_ in ("VERB", "AUX") for t in scene.doc[scene.sentence.start : about.i])


def named(metric: Placed[Link], entities: Mapping[EntityId, Entity], certainty: Decimal) -> Measure:
    entity = entities.get(metric.item.entity)
    return Measure(metric.item.entity, entity.name if entity else metric.item.mention.text, metric, certainty)


def listed(name: str, table: MetricTable, certainty: str) -> Measure:
    """A metric by name, as the list knows it."""
    entry = table.get(words_of(name))
    return Measure(entry.id if entry else metric_id(name), entry.name if entry else name, None, Decimal(certainty))


def _counted(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """ "56 million digital users": the thing counted is the measure, unless a metric is said to be that many."""
    part = draft.value
    if part is None or part.role.role is not FigureRole.VALUE:
        return None
    value = amount(part.figure)
    if not isinstance(value, Count) or not value.thing or value.thing in ("times", "rank"):
        return None
    if draft.metric is not None and draft.metric.start < part.figure.start:
        of = scene.doc[draft.metric.end].lower_ == "of" and part.figure.start - draft.metric.end <= 3
        if of or draft.weight >= 5.0:
            return None
    thing = _thing_phrase(scene, part.figure.start, part.figure.end)
    if thing is None:
        return None
    phrase = scene.doc[thing[0] : thing[1]].text.replace(" - ", "-")
    words = words_of(phrase)
    if not words or words[-1] in _TIME:
        return None
    entry = table.get(words)
    name = entry.name if entry else canonical_name(phrase)
    spoken = (scene.doc[thing[0] : thing[1]].text, scene.span(*thing))
    return Measure(entry.id if entry else metric_id(name), name, None, Decimal("0.75"), spoken)


_SCALES = frozenset({"million", "billion", "thousand", "trillion", "lakh", "lakhs", "crore", "crores"})


def _thing_phrase(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that a number counts: "net new customers"."""
    doc = scene.doc
    words: list[Token] = []
    counts = doc[end - 1].like_num or doc[end - 1].lower_ in _SCALES
    position = end - 1 if doc[end - 1].pos_ in ("NOUN", "PROPN") and not counts else end
    while position > start and doc[position - 1].pos_ in ("NOUN", "PROPN", "ADJ") and not doc[position - 1].like_num:
        if doc[position - 1].lower_ in _SCALES or doc[position - 1].lower_ == "plus":
            break
        position -= 1
    for token in doc[position : min(position + 7, scene.sentence.end)]:
        if (
            token.pos_ in ("NOUN", "PROPN", "ADJ")
            or token.text == "-"
            or (token.tag_ in ("VBN", "VBG", "NN") and token.dep_ in ("amod", "compound"))
        ):
            if token.lower_ in ("more", "additional", "plus", "other", "different"):
                continue
            words.append(token)
        else:
            break
    while words and words[-1].pos_ not in ("NOUN", "PROPN"):
        words.pop()
    if not words:
        return None
    return words[0].i, words[-1].i + 1


def _per_share(scene: Scene, draft: Draft, entities: Mapping[EntityId, Entity], table: MetricTable) -> Measure | None:
    """ "net income of 2 billion, or 81 cents per diluted share": an income per share is earnings per share."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    words = [t.lower_ for t in scene.doc[part.figure.end : part.figure.end + 4]]
    before = [
        entities[m.item.entity].name for m in scene.metrics if m.end <= part.figure.start and m.item.entity in entities
    ]
    income = any(name.endswith(("net income", "earnings")) for name in before[-1:])
    if not income or words[:1] not in (["per"], ["a"]) or not {"share", "shares", "ads"} & set(words):
        return None
    return listed("diluted EPS" if "diluted" in words else "EPS", table, "0.8")


def _of_verb(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """ "we repurchased $4.1 billion": the verb names the measure."""
    figure = draft.parts[0].figure
    if not isinstance(amount(figure), Money):
        return None
    verb = clause_head(scene.doc[figure.start])
    for token in (verb, *verb.children):
        particle = next((f" {c.lower_}" for c in token.children if c.dep_ == "prt"), "")
        name = _verb_metrics().get(token.lemma_.lower() + particle)
        if name is not None and token.pos_ == "VERB":
            return listed(name, table, "0.75")
    return None


def _elliptic(scene: Scene, draft: Draft, last: Measure | None) -> Measure | None:
    """ "This was up 5%": a pronoun, or no subject at all, takes up the metric spoken of before."""
    if last is None:
        return None
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    if (
        about is None
        or about.lower_ in _PRONOUNS | _GENERIC | {"we", "you"}
        or any(t.lower_ in _PRONOUNS for t in about.children)
    ):
        return Measure(last.id, last.name, None, Decimal("0.65"))
    return None


def _growth_of_unit(scene: Scene, draft: Draft, grows: MetricEntry) -> Measure | None:
    """ "Logistics grew 8%", "we delivered 10% growth": what grows without saying in what is revenue."""
    if draft.change is None:
        return None
    about = subject(clause_head(scene.doc[draft.change.figure.start]))
    if about is None:
        return None
    if about.lower_ in _GENERIC:
        return None
    is_unit = any(n.start <= about.i < n.end for n in scene.names)
    if draft.value is not None and not (is_unit and isinstance(amount(draft.value.figure), Money)):
        return None
    if is_unit or about.lower_ in ("we", "business", "segment", "division", "unit", "company", "group"):
        return (
            Measure(grows.id, grows.name, None, Decimal("0.7"))
            if isinstance(amount(draft.change.figure), Percent)
            else None
        )
    return _line(scene, draft, about, grows) or _of_noun(scene, about, "0.5")


def _nearest(scene: Scene, draft: Draft, last: Measure | None) -> Measure | None:
    """Where grammar does not tell: the subject of the clause, or the metric spoken of before; marked as doubtful."""
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    if about is not None and about.pos_ in ("NOUN", "PROPN") and about.i < draft.parts[0].figure.start:
        found = _of_noun(scene, about, "0.4")
        if found is not None:
            return found
    return None if last is None else Measure(last.id, last.name, None, Decimal("0.4"))


def _line(scene: Scene, draft: Draft, about: Token, grows: MetricEntry) -> Measure | None:
    """ "Services grew 6%": a noun that measures nothing is a line of business, and what grew is its revenue."""
    percent = draft.change is not None and isinstance(amount(draft.change.figure), Percent)
    if not percent or about.pos_ not in ("NOUN", "PROPN") or words_of(about.text) in metric_heads():
        return None
    line = scene.doc[first_of_phrase(about) : about.i + 1].text
    if about.lemma_.lower() == "category":
        return line_of(scene, about, grows)
    return Measure(grows.id, grows.name, None, Decimal("0.55"), qualifiers=(line,))


def _of_noun(scene: Scene, noun: Token, certainty: str) -> Measure | None:
    """A subject that is no listed measure, as a measure of its own: "tax receipts rose 4%"."""
    if noun.pos_ not in ("NOUN", "PROPN") or any(n.start <= noun.i < n.end for n in scene.names):
        return None
    start, end = first_of_phrase(noun), noun.i + 1
    name = canonical_name(scene.doc[start:end].text)
    return Measure(metric_id(name), name, None, Decimal(certainty), (scene.doc[start:end].text, scene.span(start, end)))
