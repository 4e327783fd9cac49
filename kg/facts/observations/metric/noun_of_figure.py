"""The measure of a figure that nothing else tells: the noun that it fills in, "a new $2 billion *credit facility*"."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.beside_figure import names_something
from kg.facts.observations.metric.measure import Measure
from kg.facts.observations.metric.presumed_words import presumed_words
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import singular
from kg.mentions.metric_names import metric_id, spoken_name
from kg.mentions.metric_words import dropped_modifiers
from kg.model import Count, Mention, Money, Percent

_SURE = Decimal("0.35")
_LONGEST = 6
_GOODS = frozenset(
    {
        "barrel",
        "ton",
        "tonne",
        "gallon",
        "pound",
        "ounce",
        "bushel",
        "mmbtu",
        "mcf",
        "mmcf",
        "boe",
        "therm",
        "dekatherm",
    }
    | {"kilogram", "kilo", "hundredweight", "mwh", "kwh", "megawatt-hour", "btu", "litre", "liter"}
)
"""What goods are priced by."""
_ASIDE = frozenset({"-", "new", "additional"})
_OURS = frozenset({"board", "company", "management", "team", "bank"})
_BESIDE = frozenset(
    {"inclusive", "exclusive", "plus", "worth", "piece", "amount", "bucket", "mark", "handle", "zone", "range", "area"}
)
"""Nouns behind a figure that say nothing of what it measures."""


def noun_of_figure(scene: Scene, draft: Draft) -> Measure | None:
    """The noun phrase right behind a figure, or behind its "of", as a measure; None where it names none.

    "a $7 billion *opportunity*", "$100 million of *dispositions*", "2.4 times *coverage*".
    """
    part = draft.parts[0]
    if not _needs_a_noun(part.figure) or _is_of_others(scene, part.figure) or _multiplies(scene, part.figure):
        return None
    if _is_price(scene, part.figure):
        return Measure(metric_id("price"), "price", None, _SURE)
    words = _phrase(scene, _behind_links(scene, part.figure))
    while words and (words[0].lower_ in _ASIDE | dropped_modifiers() or words[0].pos_ in ("DET", "PRON")):
        words.pop(0)
    if not words or words[-1].lower_ in _BESIDE or not names_something(scene, words[-1]):
        return None
    first, end = words[0].i, words[-1].i + 1
    name = spoken_name(scene.doc[first:end])
    return Measure(metric_id(name), name, None, _SURE, (scene.doc[first:end].text, scene.span(first, end)))


def _is_price(scene: Scene, figure: Placed[Mention]) -> bool:
    """ "$30 *an MMBtu*", "90 cents *a gallon*"."""
    behind = scene.doc[figure.end : min(figure.end + 3, scene.sentence.end)]
    if not isinstance(amount(figure), Money) or len(behind) < 2 or behind[0].lower_ not in ("a", "an", "per", "/"):
        return False
    return any(singular(t.lower_) in _GOODS for t in behind[1:])


def _needs_a_noun(figure: Placed[Mention]) -> bool:
    """Whether a figure is in a unit that leaves open what it measures: money, a percentage, a ratio."""
    value = amount(figure)
    if isinstance(value, Count):
        return value.thing == "times" or (not value.thing and "." in figure.item.text)
    return isinstance(value, Money) or (isinstance(value, Percent) and figure.item.rule == "quantity.percent")


def _multiplies(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a multiple compares with what stands behind it: "double *the rate*", "twice *as* many"."""
    value, behind = amount(figure), scene.doc[figure.end : min(figure.end + 1, scene.sentence.end)]
    compared = behind.text.lower() in ("the", "as", "that", "what")
    return isinstance(value, Count) and value.thing == "times" and compared


def _is_of_others(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether someone else than the company is said to do it: "the *government* gave 4 trillion of stimulus"."""
    who = subject(clause_head(scene.doc[figure.start]))
    return who is not None and who.lemma_.lower() in presumed_words("people") - _OURS


def _behind_links(scene: Scene, figure: Placed[Mention]) -> int:
    """Where the words begin that say what a figure is of: behind "of", "worth of", "per share", of money "in"."""
    at = figure.end
    said = [t.lower_ for t in scene.doc[at : min(at + 2, scene.sentence.end)]]
    if said == ["worth", "of"] or (said[:1] == ["per"] and len(said) == 2):
        return at + 2
    linked = said[:1] == ["of"] or (said[:1] == ["in"] and isinstance(amount(figure), Money))
    return at + 1 if linked else at


def _phrase(scene: Scene, start: int) -> list[Token]:
    """The words of the noun phrase that begins at a token, up to its last noun."""
    dated = {i for p in scene.periods for i in range(p.start, p.end)}
    words: list[Token] = []
    for token in scene.doc[start : min(start + _LONGEST, scene.sentence.end)]:
        inside = token.pos_ in ("NOUN", "ADJ", "PROPN") or token.lower_ in _ASIDE
        opens = not words and token.pos_ in ("DET", "PRON") and token.lower_ != "a"
        if token.i in dated or token.lower_ in presumed_words("times") or not (inside or opens):
            break
        words.append(token)
    while words and words[-1].pos_ != "NOUN":
        words.pop()
    return words
