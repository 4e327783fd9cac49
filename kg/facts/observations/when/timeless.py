"""Whether a figure holds at no stated time: a rate "a month", a habit, a long-term goal, what is only possible."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.facts.observations.stance.guiding import has_done, stance_words
from kg.facts.observations.when.nature import nature_words
from kg.facts.observations.when.nearest_period import attached
from kg.facts.sentence import clause_head
from kg.model import Period
from kg.values.unit import unit_of

_BESIDE, _FRONT = 4, 2
_VIEWING = frozenset({"look", "think", "go", "see", "take"})
_PER = frozenset({"a", "an", "per", "every", "each"})
_UNITS_OF_TIME = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_HABITS = frozenset({"historically", "typically", "usually", "normally", "traditionally"})
_WISHES = frozenset({"want", "need", "like", "love", "wish", "prefer", "hope", "seek"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})


def is_timeless(scene: Scene, draft: Draft, measure: Measure) -> bool:
    """Whether a figure holds at no stated time: a rate "a month" or "per order", a satisfaction found by a survey."""
    dated = [p for p in scene.periods if isinstance(p.item.value, Period)]
    if "satisfaction" in measure.id and not dated:
        return True
    figure = draft.parts[0].figure
    verb = clause_head(scene.doc[figure.start])
    if _is_habit(verb):
        return True
    dating = [p for p in dated if p.item.rule.startswith("period.")]
    if any(clause_head(scene.doc[p.start]) == verb or attached(scene, p, draft.end) for p in dating):
        return False
    if any(_undated(scene, "ahead")) or any(_governs(scene, words, verb) for words in _undated(scene, "wordings")):
        return True
    if any(_is_beside(words, draft) for words in _undated(scene, "beside")):
        return True
    if verb.tag_ == "VBD" and any(words.end <= figure.start for words in _undated(scene, "earlier")):
        return True
    if verb.tag_ == "VBD" and any(_says_when(words, verb) for words in _undated(scene, "then")):
        return True
    if verb.tag_ != "VBD" and any(words.end <= figure.start for words in _undated(scene, "behind")):
        return True
    after = [t.lower_ for t in scene.doc[draft.end : draft.end + 2]]
    if not dated and _is_described(scene, draft, measure):
        return True
    near = any(p.start <= draft.end + 1 < p.end for p in scene.periods)
    return len(after) == 2 and after[0] in _PER and after[1] in _UNITS_OF_TIME and not near


def _governs(scene: Scene, words: Span, verb: Token) -> bool:
    """Whether words place the clause of a verb: they stand in it, or open the sentence: "*Over the years*, …".

    "If you look *over the last seven years*, lamp sales have grown 3%" opens it too.
    """
    own = clause_head(words[0])
    if own == verb:
        return True
    viewed = own.lemma_.lower() in _VIEWING and own.i < words.start
    return words.end <= verb.i and (viewed or words.start - scene.sentence.start <= _FRONT)


def _says_when(words: Span, verb: Token) -> bool:
    """Whether words of a time long past stand in a clause or one that belongs to it: "*when we bought it*, it was"."""
    own = clause_head(words[0])
    belongs = (own.dep_ == "advcl" and own.head == verb) or (own.dep_ == "relcl" and own.head.head == verb)
    return own == verb or belongs


def is_only_possible(scene: Scene, at: int) -> bool:
    """Whether something only can be at some time: "it *can save* a shop 5 dollars"; what one can see is there."""
    verb = clause_head(scene.doc[at])
    if _is_wished(verb) and not _is_dated(scene):
        return True
    shown = stance_words()["showing"] | stance_words()["saying"] | stance_words()["guiding"]
    if verb.tag_ != "VB" or has_done(verb) or verb.lemma_.lower() in shown:
        return False
    return not _is_dated(scene) and any(c.tag_ == "MD" and c.text in _POSSIBLE for c in verb.children)


def _is_wished(verb: Token) -> bool:
    """Whether something is only wanted: "we *would like to* hold 3 million"; what "I" want is to speak."""
    if any(c.dep_ == "nsubj" and c.lower_ == "i" for c in verb.head.children):
        return False
    wished = verb.tag_ == "VB" and verb.dep_ == "xcomp" and any(c.lower_ == "to" for c in verb.children)
    return wished and verb.head.lemma_.lower() in _WISHES


def _is_dated(scene: Scene) -> bool:
    return any(isinstance(p.item.value, Period) and p.item.rule.startswith("period.") for p in scene.periods)


def _is_habit(verb: Token) -> bool:
    """Whether something is told as what is usual: "it *historically goes* to Korea"."""
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head != verb:
        return _is_habit(verb.head)
    return any(c.lower_ in _HABITS and c.dep_ == "advmod" for c in verb.children)


def _is_described(scene: Scene, draft: Draft, measure: Measure) -> bool:
    """Whether a figure describes how a thing is made, or how it compares with another: "twice as fast", "8 inches"."""
    value = draft.value
    if value is None:
        return False
    times = unit_of(amount(value.figure)) == "times"
    likened = any(t.lower_ in nature_words()["likening"] for t in scene.doc[value.figure.end : value.figure.end + 3])
    sized = bool(set(measure.id.removeprefix("metric/").split("-")) & nature_words()["sizes"])
    return (times and likened) or sized


def _is_beside(words: Span, draft: Draft) -> bool:
    """Whether words stand right before the figures of a draft or right behind them: "6% *long-term growth*"."""
    before = draft.parts[0].figure.start - words.end
    return 0 <= before <= _BESIDE or 0 <= words.start - draft.end <= 1


def _undated(scene: Scene, where: str) -> Iterator[Span]:
    """The words of what places a statement in no certain period: "over the next three years"."""
    start, text = scene.sentence.start_char, scene.sentence.text
    for pattern in _wordings(where):
        for match in pattern.finditer(text):
            words = scene.doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand")
            if words is not None:
                yield words


@cache
def _wordings(where: str) -> tuple[re.Pattern[str], ...]:
    table = tomllib.loads((files("kg.facts.observations.when") / "timeless.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(w.replace("{count}", table["count"]), re.I) for w in table[where])
