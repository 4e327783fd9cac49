"""What happens, is used or is asked for, as a measure and no line of business: "*registrations of looms* rose 12%"."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Span, Token

from kg.facts.observations.metric.measure import Measure, first_of_phrase, listed
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable, singular, words_of
from kg.mentions.metric_names import metric_id, spoken_name
from kg.mentions.metric_words import dropped_modifiers
from kg.word_lists import word_list

_LINKS = frozenset({"of", "to", "per", "for"})
_LONGEST = 4
"""As many words as what stands behind "of" may have in a name."""


def activity(scene: Scene, about: Token, table: MetricTable) -> Measure | None:
    """The measure that the subject of a growth names by its noun: a count of what is done, a price, a population.

    None where the noun can be a line of business, as it is where "Applications *was* up 11%" speaks of plural words.
    """
    word = _word(about)
    if about.pos_ not in ("NOUN", "PROPN") or any(n.start <= about.i < n.end for n in scene.names):
        return None
    if about.lower_ in _list("currencies"):
        return listed("exchange rate", table, "0.6")
    if word not in _list("activities"):
        return None
    start = _first_telling(about)
    words = scene.doc[start : end_of_name(scene, about)]
    entry = table.get(words_of(words.text))
    name = entry.name if entry else name_of(words, about)
    id = entry.id if entry else metric_id(name)
    return Measure(id, name, None, Decimal("0.6"), (words.text, scene.span(start, words.end)))


def end_of_name(scene: Scene, noun: Token) -> int:
    """Where the name of a measure ends: behind the noun, or behind what it is a measure of."""
    if _word(noun) not in _list("activities"):
        return noun.i + 1
    return max((_behind(scene, lead) for lead in noun.rights), default=0) or noun.i + 1


def name_of(words: Span, noun: Token) -> str:
    """The noun as measures are called, with what it is of as it was said: "registration of *looms*"."""
    linked = [t.text for t in words[noun.i + 1 - words.start :] if t.pos_ not in ("DET", "PRON")]
    if not linked:
        return spoken_name(words)
    return " ".join([words[: noun.i + 1 - words.start].text.lower(), *linked])


def _word(noun: Token) -> str:
    """A noun as lists have it, with what a hyphen ties to it: "sign-up" for the last of "sign-ups"."""
    tied = noun.i > 1 and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_
    return singular(f"{noun.nbor(-2).lower_}-{noun.lower_}" if tied else noun.lower_)


def _first_telling(noun: Token) -> int:
    first = first_of_phrase(noun.nbor(-2) if "-" in _word(noun) else noun)
    while first < noun.i and noun.doc[first].lower_ in dropped_modifiers():
        first += 1
    return first


def _behind(scene: Scene, lead: Token) -> int:
    """The end of a short "of looms", "per cook" behind a noun; 0 where none stands there or it holds a figure."""
    noun = next((c for c in lead.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None)
    if lead.lower_ not in _LINKS or noun is None or noun.i - lead.i > _LONGEST:
        return 0
    spots = [(s.start, s.end) for found in (scene.figures, scene.periods, scene.names) for s in found]
    inside = any(start <= noun.i and end > lead.i for start, end in spots)
    return (
        0
        if inside or any(t.pos_ in ("CCONJ", "PUNCT", "VERB") and t.text != "-" for t in scene.doc[lead.i : noun.i])
        else noun.i + 1
    )


def _list(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.metric", "activities.toml", name)
