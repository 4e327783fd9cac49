"""The measure of a figure that nothing else tells: the noun beside it, or the state that a share is in."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, first_of_phrase
from kg.facts.observations.metric.presumed_words import presumed_words
from kg.facts.observations.movement import noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.judged_figures import JUDGEMENTS
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Scene
from kg.language.neighbours import pos_at
from kg.lexicon.metrics import singular
from kg.mentions.metric_names import metric_id, spoken_name
from kg.mentions.metric_words import dropped_modifiers
from kg.model import Money, Percent
from kg.word_lists import word_list

_LEADS = frozenset({"of", "in"})
_STATES = frozenset(
    {"hedged", "full", "complete", "completed", "contracted", "committed", "sold", "leased", "booked", "occupied"}
    | {"funded", "subscribed", "owned", "digital", "online", "insured", "covered", "utilized", "filled", "electrified"}
    | {"recyclable", "renewable", "vaccinated", "franchised", "floating", "fixed", "secured", "recycled", "automated"}
)
_IDIOMS = frozenset(
    {"spite", "addition", "line", "terms", "fact", "case", "order", "place", "excess", "context", "light"}
    | {"response", "connection", "support", "relation", "lieu", "exchange", "aggregate", "accordance", "conjunction"}
)
_SURE = Decimal("0.4")


def beside_figure(scene: Scene, draft: Draft) -> Measure | None:
    """The measure that the words right beside a figure make; None where they make none.

    "70% *hedged*", "a 12% increase in *ad quality*".
    """
    return share_in_state(scene, draft) or _noun_behind(scene, draft)


def share_in_state(scene: Scene, draft: Draft) -> Measure | None:
    """ "We are now 70% *hedged*"."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Percent) or part.figure.end >= scene.sentence.end:
        return None
    state = scene.doc[part.figure.end]
    if state.lower_ not in _STATES or pos_at(scene.doc, state.i + 1) in ("NOUN", "PROPN"):
        return None
    name = f"percentage {state.lower_}"
    return Measure(metric_id(name), name, None, _SURE, (state.text, scene.span(state.i, state.i + 1)))


def _noun_behind(scene: Scene, draft: Draft) -> Measure | None:
    """ "a 12% increase in *ad quality*"."""
    part = draft.change
    cue = part.role.cue if part is not None else None
    if (
        part is None
        or cue is None
        or not part.figure.end <= cue <= part.figure.end + 2
        or cue + 3 >= scene.sentence.end
    ):
        return None
    lead = scene.doc[cue + 1]
    noun = next((c for c in lead.rights if c.dep_ == "pobj"), None) if lead.lower_ in _LEADS else None
    noun = noun if noun is not None and noun.i - lead.i <= 5 else None
    if noun is None or not names_something(scene, noun):
        return None
    start = first_of_phrase(noun)
    while start < noun.i and (scene.doc[start].lower_ in dropped_modifiers() | set(JUDGEMENTS)):
        start += 1
    words = scene.doc[start : noun.i + 1]
    name = spoken_name(words)
    return Measure(metric_id(name), name, None, _SURE, (words.text, scene.span(start, noun.i + 1)))


def noun_before(scene: Scene, draft: Draft) -> Measure | None:
    """The noun whose amount a sum is said to be: "a *rebate* of $4 million", "a *recovery* of about $9 million"."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Money) or len(draft.parts) > 1:
        return None
    edge = left_edge(scene.doc, part.figure, scene.sentence.start) - 1
    lead = next((t.i for t in scene.doc[max(edge, 0) : part.figure.start] if t.lower_ == "of"), None)
    if lead is None or lead - 1 <= scene.sentence.start:
        return None
    noun = scene.doc[lead - 1]
    if noun_direction(noun) is not None or not names_something(scene, noun) or noun.lemma_.lower() in JUDGEMENTS:
        return None
    start = first_of_phrase(noun)
    while start < noun.i and scene.doc[start].lower_ in dropped_modifiers() | set(JUDGEMENTS):
        start += 1
    words = scene.doc[start : noun.i + 1]
    name = spoken_name(words)
    return Measure(metric_id(name), name, None, _SURE, (words.text, scene.span(start, noun.i + 1)))


def names_something(scene: Scene, noun: Token) -> bool:
    """Whether a noun may name a measure: no time, person, place, name or empty word; `scene` is its sentence."""
    taken = [(s.start, s.end) for found in (scene.names, scene.periods, scene.figures) for s in found]
    if noun.pos_ != "NOUN" or any(start <= noun.i < end for start, end in taken):
        return False
    word = singular(noun.lower_)
    empty = (
        presumed_words("people")
        | presumed_words("times")
        | presumed_words("empty")
        | word_list("kg.mentions", "counted.toml", "idle")
    )
    empty |= _IDIOMS
    return word.isalpha() and len(word) > 2 and word not in empty
