"""The measure of a figure whose sentence leaves it out: that of the one before, or what its subject is or earns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.activities import activity
from kg.facts.observations.metric.choice import RATIO_WORDS
from kg.facts.observations.metric.going_on import goes_on, tells_height
from kg.facts.observations.metric.grown import line_of
from kg.facts.observations.metric.measure import Measure, first_of_phrase, listed
from kg.facts.observations.metric.presumed_words import presumed_words
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricEntry, MetricTable, singular, words_of
from kg.mentions.metric_names import metric_id, spoken_name
from kg.mentions.metric_words import dropped_modifiers, metric_heads
from kg.model import Direction, Money, Percent
from kg.word_lists import word_list

_PRONOUNS = frozenset({"it", "this", "that", "which", "these", "they", "both", "those"})
_CARRIERS = frozenset({"revenue", "sale", "order", "booking", "volume", "shipment", "billing", "income"})
"""What each line of business has of its own: "streaming *revenue* rose, while theatrical was down"."""
_GENERIC = frozenset({"number", "figure", "amount", "result", "total"})


def taken_up(scene: Scene, draft: Draft, last: Measure | None) -> Measure | None:
    """ "This was up 5%": a pronoun, or no subject at all, takes up the metric spoken of before."""
    if last is None or not goes_on(scene, draft):
        return None
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    if (
        about is None
        or about.lower_ in _PRONOUNS | _GENERIC | {"we", "you"}
        or any(t.lower_ in _PRONOUNS for t in about.children)
    ):
        return Measure(last.id, last.name, None, Decimal("0.5"))
    return None


def kind_left_out(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """ "Consumer" in "commercial loans rose 5%, while consumer fell 2%": another kind of what was just named."""
    metric, figure = draft.metric, draft.parts[0].figure
    about = subject(clause_head(scene.doc[figure.start]))
    if metric is None or about is None or not metric.end <= about.i < figure.start:
        return None
    words = [t for t in scene.doc[about.left_edge.i : about.i + 1] if t.pos_ not in ("DET", "PRON", "CCONJ")]
    if not words or len(words) > 3:
        return None
    head = scene.doc[metric.end - 1].lower_
    kind = " ".join([*(t.lower_ for t in words), head])
    entry = table.get(words_of(kind))
    if entry is not None:
        return Measure(entry.id, entry.name, None, Decimal("0.7"))
    told = metric.end - metric.start > 1 and singular(head) in _CARRIERS and _is_kind(scene, words, about)
    return Measure(metric_id(kind), kind, None, Decimal("0.5")) if told and draft.value is None else None


def _is_kind(scene: Scene, words: Sequence[Token], about: Token) -> bool:
    """Whether words name one line among others, no measure, unit or thing in general: "*theatrical* was down 30%"."""
    taken = [(s.start, s.end) for found in (scene.names, scene.metrics, scene.periods) for s in found]
    if about.pos_ not in ("NOUN", "ADJ", "PROPN") or any(start <= t.i < end for t in words for start, end in taken):
        return False
    empty = presumed_words("empty") | presumed_words("people") | presumed_words("times") | _PRONOUNS | _GENERIC
    return all(t.is_alpha for t in words) and singular(about.lower_) not in empty


def growth_of_unit(
    scene: Scene, draft: Draft, grows: MetricEntry, last: Measure | None, table: MetricTable
) -> Measure | None:
    """ "Logistics grew 8%", "we delivered 10% growth": what grows without saying in what is revenue.

    Behind a sum that lines have too, it is that sum: "loans grew 5%. Cards grew 9%".
    """
    if draft.change is None:
        return None
    verb = clause_head(scene.doc[draft.change.figure.start])
    about = subject(verb)
    if (
        about is None
        or about.lower_ in _GENERIC
        or (verb.tag_ == "VBG" and verb.lemma_.lower() in presumed_words("asides"))
    ):
        return None
    if about.lower_ in ("market", "industry", "marketplace", "markets", "industries"):
        return listed("market size", table, "0.55")
    is_unit = any(n.start <= about.i < n.end for n in scene.names) or about.lower_ in (
        "business",
        "segment",
        "division",
    )
    if is_unit and verb.lemma_ == "be" and last is not None and _is_sum(last, table):
        return Measure(last.id, last.name, None, Decimal("0.55"))
    if draft.value is not None and not (is_unit and isinstance(amount(draft.value.figure), Money)):
        return None
    pointed = any(t.lower_ in _PRONOUNS for t in about.children)
    if pointed and last is not None and not is_unit:
        return None
    if not is_unit and isinstance(amount(draft.change.figure), Percent) and (done := activity(scene, about, table)):
        return done
    grows = _sum_of_lines(last, about, is_unit=is_unit) or grows if about.lower_ != "we" else grows
    if is_unit or about.lower_ in ("we", "business", "segment", "division", "unit", "company", "group"):
        return (
            Measure(grows.id, grows.name, None, Decimal("0.7"))
            if isinstance(amount(draft.change.figure), Percent)
            else None
        )
    return _line(scene, draft, about, grows, table) or _of_noun(scene, about, "0.5")


def growth_alone(scene: Scene, draft: Draft, grows: MetricEntry) -> Measure | None:
    """Growth that a sentence says of no measure, but where: "*growth* in Logistics was 9%"; "that growth" was told."""
    if len(draft.parts) > 1 or not isinstance(amount(draft.parts[0].figure), Percent):
        return None
    about = subject(clause_head(scene.doc[draft.parts[0].figure.start]))
    if about is None or about.lower_ != "growth" or about.i > draft.parts[0].figure.start:
        return None
    lefts = [t for t in about.lefts if t.lower_ not in dropped_modifiers()]
    somewhere = any(t.dep_ == "prep" and t.lower_ in ("in", "at", "for", "across", "within") for t in about.rights)
    if not somewhere or any(t.dep_ in ("compound", "amod") or t.lower_ in _PRONOUNS for t in lefts):
        return None
    draft.recast(Role(FigureRole.CHANGE, draft.parts[0].role.direction or Direction.UP, draft.parts[0].role.cue))
    return Measure(grows.id, grows.name, None, Decimal("0.6"))


def _is_sum(measure: Measure, table: MetricTable) -> bool:
    """Whether a listed measure is a sum or a count that several units can have."""
    entry = table.by_id.get(measure.id)
    return entry is not None and entry.unit_kind in ("Money", "Count") and entry.favourable == "Increase"


def _sum_of_lines(last: Measure | None, about: Token, *, is_unit: bool) -> MetricEntry | None:
    """The sum told before, if lines of business have their own: of a bank the loans, of any company its costs."""
    word = singular(last.name.lower().split()[-1]) if last is not None else ""
    line = singular(about.lower_)
    spent = word in presumed_words("burdens") and line in presumed_words("spent_on") and not is_unit
    told = spent or (word in presumed_words("balances") and line not in presumed_words("undertakings"))
    return MetricEntry(last.id, last.name) if last is not None and told else None


def subject_or_last(scene: Scene, draft: Draft, last: Measure | None) -> Measure | None:
    """Where grammar does not tell: the subject of the clause, or the metric spoken of before; marked as doubtful."""
    verb = clause_head(scene.doc[draft.parts[0].figure.start])
    about = subject(verb)
    if about is not None and about.pos_ in ("NOUN", "PROPN") and about.i < draft.parts[0].figure.start:
        if not _may_be_told(draft, verb):
            return None
        found = _of_noun(scene, about, "0.4")
        if found is not None and not (_is_ratio(found) and isinstance(amount(draft.parts[0].figure), Money)):
            return found
    going_on = last is not None and ((about is not None and about.pos_ != "PRON") or goes_on(scene, draft))
    return Measure(last.id, last.name, None, Decimal("0.4")) if last is not None and going_on else None


def _may_be_told(draft: Draft, verb: Token) -> bool:
    """Whether a noun before a verb may be what a figure measures: a verb of doing tells a growth at most."""
    return draft.change is not None or tells_height(verb)


def _is_ratio(measure: Measure) -> bool:
    return measure.name.lower().split()[-1] in RATIO_WORDS


def _line(scene: Scene, draft: Draft, about: Token, grows: MetricEntry, table: MetricTable) -> Measure | None:
    """ "Services grew 6%": a noun that measures nothing is a line of business, and what grew is its revenue."""
    percent = draft.change is not None and isinstance(amount(draft.change.figure), Percent)
    if not percent or about.pos_ not in ("NOUN", "PROPN") or words_of(about.text) in metric_heads():
        return None
    if about.lemma_.lower() in ("guy", "folk", "person", "people"):
        return None
    line = scene.doc[_first_telling(about) : about.i + 1].text
    if about.lemma_.lower() == "category":
        return line_of(scene, about, grows)
    if singular(line.lower()) in presumed_words("incomes"):
        return listed(f"{line.lower()} revenue", table, "0.6")
    measure = Measure(grows.id, grows.name, None, Decimal("0.5"))
    if _is_general(about):
        return measure
    return replace(measure, qualifiers=(line,), line=(line, scene.span(_first_telling(about), about.i + 1)))


def _is_general(noun: Token) -> bool:
    """Whether a subject says of no line that it grew: "*the quarter* was up 9%", "*growth* was 4%"."""
    lists = ("empty", "people", "times", "wholes", "spent_on")
    word = singular(noun.lower_)
    return not word.isalpha() or len(word) == 1 or any(word in presumed_words(name) for name in lists)


def _first_telling(noun: Token) -> int:
    """The first word of a noun's phrase that tells which one it is: "*garden* tools" in "overall garden tools"."""
    first = first_of_phrase(noun)
    while first < noun.i and noun.doc[first].lower_ in dropped_modifiers():
        first += 1
    return first


def _of_noun(scene: Scene, noun: Token, certainty: str) -> Measure | None:
    """A subject that is no listed measure, as a measure of its own: "tax receipts rose 4%"."""
    if noun.pos_ not in ("NOUN", "PROPN") or any(n.start <= noun.i < n.end for n in scene.names):
        return None
    part_of_company = noun.text.istitle() and not noun.is_sent_start and first_of_phrase(noun) == noun.i
    if part_of_company or not _measures(scene, noun):
        return None
    start, end = _first_telling(noun), noun.i + 1
    name = spoken_name(scene.doc[start:end])
    return Measure(metric_id(name), name, None, Decimal(certainty), (scene.doc[start:end].text, scene.span(start, end)))


def _measures(scene: Scene, noun: Token) -> bool:
    """Whether a noun may be what a figure measures: no person, time or empty word, and no one who acts."""
    if noun.lemma_.lower() == "loss" and any(c.lower_ == "of" for c in noun.children):
        return False  # "the loss of a customer"
    if any(p.start <= noun.i < p.end for p in scene.periods) or any(f.start <= noun.i < f.end for f in scene.figures):
        return False
    word = singular(noun.lower_)
    if not word.isalpha() or len(word) == 1 or word in presumed_words("people") | presumed_words("times"):
        return False
    kind = any(c.dep_ == "compound" and c.pos_ in ("NOUN", "PROPN") for c in noun.lefts)
    return kind or word not in presumed_words("empty") | word_list("kg.mentions", "counted.toml", "idle")
