"""Things counted as measures of their own: "56 million digital users"."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.amounts import amount
from kg.facts.observations.drafts import Draft
from kg.facts.observations.figure_role import FigureRole
from kg.facts.observations.measure import Measure
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_names import metric_id, spoken_name
from kg.model import Count

_TIME = frozenset(
    {"year", "quarter", "month", "week", "day", "hour", "minute", "time", "decade", "basis", "point", "percent"}
)
_SCALES = frozenset({"million", "billion", "thousand", "trillion", "lakh", "lakhs", "crore", "crores"})


def counted_measure(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
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
    name = entry.name if entry else spoken_name(scene.doc[thing[0] : thing[1]])
    spoken = (scene.doc[thing[0] : thing[1]].text, scene.span(*thing))
    return Measure(entry.id if entry else metric_id(name), name, None, Decimal("0.75"), spoken)


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
