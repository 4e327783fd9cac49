"""The metric of a draft, however it came to be known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc, Token

from kg.facts.observations.scene import Placed
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_names import metric_id
from kg.mentions.metric_phrases import is_dropped
from kg.mentions.metric_words import dropped_modifiers
from kg.model import Basis, Entity, EntityId, Link, Span


@dataclass(frozen=True, slots=True)
class Measure:
    """The metric of a draft: its id, its name, and where it stands in the sentence, if it does.

    `words` are those that name a metric that is no mention of its own, such as the thing that a number counts;
    `loss`: the call names it by the loss that it is; `line` is the line of business that is said to have grown, where
    no mention names it.
    """

    id: EntityId
    name: str
    placed: Placed[Link] | None
    certainty: Decimal
    words: tuple[str, Span] | None = None
    loss: bool = False
    qualifiers: tuple[str, ...] = ()
    line: tuple[str, Span] | None = None


def basis_of(name: str) -> Basis | None:
    """The basis that a measure's name states: GAAP, or adjusted in some way; None where it states none.

    >>> basis_of("adjusted EBITDA"), basis_of("GAAP gross margin"), basis_of("revenue")
    (<Basis.NON_GAAP: 'non-gaap'>, <Basis.GAAP: 'gaap'>, None)
    """
    words = name.lower()
    if "non-gaap" in words or "adjusted" in words:
        return Basis.NON_GAAP
    return Basis.GAAP if words.startswith("gaap") else None


def first_of_phrase(noun: Token) -> int:
    """The position of the first word of a noun with what is set before it: "*organic* cold drink sales"."""
    first = noun.i
    while first > 0 and (_is_set_before(noun.doc[first - 1]) or _is_hyphened(noun.doc, first)):
        first -= 2 if _is_hyphened(noun.doc, first) else 1
    return first


def _is_set_before(token: Token) -> bool:
    kind = token.pos_ in ("NOUN", "ADJ", "PROPN") or token.tag_ == "VBG"
    return kind and token.dep_ in ("compound", "amod")


def _is_hyphened(doc: Doc, at: int) -> bool:
    """Whether a word is the second half of one: "off-*premise*", "third-*party*"."""
    if at < 2 or doc[at - 1].text != "-" or doc[at - 1].whitespace_:
        return False
    half = doc[at - 2]
    drops = is_dropped(half) or f"{half.lower_}-{doc[at].lower_}" in dropped_modifiers()  # "double-digit", "full-year"
    return half.is_alpha and not half.whitespace_ and not drops


def named(metric: Placed[Link], entities: Mapping[EntityId, Entity], certainty: Decimal) -> Measure:
    """A measure that the sentence names."""
    entity = entities.get(metric.item.entity)
    return Measure(metric.item.entity, entity.name if entity else metric.item.mention.text, metric, certainty)


def listed(name: str, table: MetricTable, certainty: str, words: tuple[str, Span] | None = None) -> Measure:
    """A measure by name, as the list knows it.

    >>> from kg.lexicon.metrics import shipped_metrics
    >>> listed("capital expenditures", shipped_metrics(), "0.8").id
    'metric/capex'
    """
    entry = table.get(words_of(name))
    id, label = (entry.id, entry.name) if entry else (metric_id(name), name)
    return Measure(id, label, None, Decimal(certainty), words)
