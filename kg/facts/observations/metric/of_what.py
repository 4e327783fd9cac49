"""What a measure with a general name is of: "a *gain on the sale of our quarry*", "a *charge* of $2 for *cleanup*"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.scene import Scene
from kg.language.neighbours import pos_at
from kg.lexicon.metrics import MetricTable, singular, words_of
from kg.mentions.metric_names import metric_id, proper_nouns
from kg.word_lists import word_list

_LONGEST = 6
_NEAR = 4
"""As many words as "of" and a hedge may stand between a measure and its figure."""
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ"})


def of_what(scene: Scene, measure: Measure, table: MetricTable) -> Measure:
    """A measure with what the words behind it tell of it; one with a name of its own as it is."""
    metric, word = measure.placed, singular(measure.name.lower())
    if metric is None or word not in _list("general") or metric.end + 1 >= scene.sentence.end:
        return measure
    told = _told_behind(scene, metric.end)
    lead = _lead(scene, metric.end if told is None else told)
    what = _phrase(scene, lead.i + 1) if lead is not None and lead.i + 1 < scene.sentence.end else None
    if what is None or lead is None:
        return measure
    listed = next(
        (e for said in (f"{what} {word}", f"{word} {lead.lower_} {what}") if (e := table.get(words_of(said)))), None
    )
    if listed is not None:
        return replace(measure, id=listed.id, name=listed.name)
    name = f"{what} {measure.name}"
    return replace(measure, id=metric_id(name), name=name)


def behind_lead(scene: Scene, position: int, lead: str) -> str | None:
    """The plain noun phrase behind a preposition that stands at a position; None where another word stands there."""
    if position + 1 >= scene.sentence.end or scene.doc[position].lower_ != lead:
        return None
    return _phrase(scene, position + 1)


def _told_behind(scene: Scene, position: int) -> int | None:
    """The end of the figure that stands with "of" right behind a measure: "a *charge* of about $2 million"."""
    figure = next((f for f in scene.figures if position < f.start <= position + _NEAR), None)
    if figure is None or scene.doc[position].lower_ != "of" or figure.end >= scene.sentence.end:
        return None
    between = scene.doc[position + 1 : figure.start]
    hedged = all(t.pos_ in ("ADV", "ADP", "ADJ", "DET", "SYM") for t in between)
    return figure.end if hedged and scene.doc[figure.end].lower_ != "of" else None


def _lead(scene: Scene, position: int) -> Token | None:
    """The word that ties a measure to what it is of: "on", or the last of "directly related to"."""
    words = list(scene.doc[position : min(position + 3, scene.sentence.end)])
    if words[0].lower_ in _list("leads"):
        return words[0]
    if len(words) > 2 and words[0].pos_ == "ADV":
        words.pop(0)
    tied = len(words) > 1 and words[0].lower_ in ("related", "associated") and words[1].lower_ in ("to", "with")
    return words[1] if tied else None


def _phrase(scene: Scene, start: int) -> str | None:
    """The plain noun phrase that begins at a token, without its article; None for a name, a time or a vague noun."""
    while start < scene.sentence.end and scene.doc[start].pos_ in ("DET", "PRON"):
        start += 1
    end = start
    while end < min(start + _LONGEST, scene.sentence.end) and _goes_on(scene.doc[end]):
        end += 1
    words = scene.doc[start:end]
    spots = [(s.start, s.end) for found in (scene.names, scene.periods, scene.figures) for s in found]
    if not words or any(first < end and last > start for first, last in spots):
        return None
    if words[-1].pos_ not in ("NOUN", "PROPN") or singular(words[-1].lower_) in _list("vague"):
        return None
    proper = proper_nouns(words)
    return "".join((t.text if t.text in proper else t.lower_) + t.whitespace_ for t in words).strip()


def _goes_on(token: Token) -> bool:
    """Whether a token belongs to a noun phrase: a noun, an adjective, what joins two of them, "of" before another."""
    if (
        token.pos_ in _PHRASE
        or token.text == "-"
        or (token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound"))
    ):
        return True
    joins = token.lower_ in ("and", "of") and token.i + 1 < len(token.doc)
    return joins and pos_at(token.doc, token.i - 1) in ("NOUN", "PROPN") and token.nbor().pos_ in _PHRASE


def _list(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.metric", "of_what.toml", name)
