"""How firmly a figure is of a name in its sentence: by the words between the name, the measure and the figure."""

from __future__ import annotations

from spacy.tokens import Span

from kg.facts.observations.movement import noun_direction, verb_direction
from kg.facts.observations.owner.growth_in import is_growth_in
from kg.facts.observations.owner.subject_weight import subject_weight
from kg.facts.observations.owner.users_of import is_used
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.model import Count, Link, Money

_OWN_POSSESSIVE, _OWN_COMPOUND, _OWN_OF = 9.0, 8.0, 7.0
_OWNING = frozenset({"from", "for", "of", "in", "at", "on", "by", "within", "across", "to"})
_LINES = frozenset({"business", "segment", "division", "unit"})
_GIVEN = frozenset({"invested", "spent", "allocated", "earmarked", "deployed"})
_TO_WHOM = frozenset({"for", "in", "at", "from", "within"})
"""What ties a sum, and any other figure, to a name behind it."""
_BRINGING = frozenset({"-", "generated", "delivered", "produced"})
_ABOUT = frozenset(
    {"about", "approximately", "nearly", "roughly", "over", "by", "some", "around", "more", "than", "almost"}
)


def weight(scene: Scene, name: Placed[Link], anchor: int, metric: Placed[Link] | None) -> float:
    """The weight of a name as the owner of a figure: most where it stands right before the measure, 0 where nothing
    joins the two.
    """
    doc = scene.doc
    if _behind_figure(scene, name, anchor) or is_growth_in(scene, name, anchor):
        return _OWN_OF + 1.0
    if is_used(scene, name, anchor):
        return _OWN_OF
    if _is_told_with(scene, name, anchor):
        return _OWN_OF + 0.5
    if _goes_on_in(scene, name, anchor) or is_next_in_list(scene, name, anchor):
        return _OWN_POSSESSIVE + 1.0
    if [t.lower_ for t in doc[name.end : anchor]] in (["'s"], ["’s"], ["'"], ["’"]):
        return _OWN_POSSESSIVE
    if metric is None:
        beside = _carries(scene, name, anchor) or _moved_beside(scene, name, anchor)
        return max(subject_weight(scene, name, anchor) + 1.0, _OWN_OF if beside else 0.0)
    if metric.end <= name.start and _grows_apart(scene, name, anchor):
        return _OWN_POSSESSIVE + 1.0
    if metric.end <= name.start and _moves_in_turn(scene, name, anchor, metric):
        return _OWN_POSSESSIVE + 0.5
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
    return subject_weight(scene, name, anchor) - 0.05 * abs(name.start - anchor)


def _behind_figure(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a figure is of a name behind it: "$6 million *for Logistics*", "up 7% *in our Looms segment*"."""
    figure = next((f for f in scene.figures if f.start == anchor), None)
    if figure is None or name.start < figure.end:
        return False
    between = [t.lower_ for t in scene.doc[figure.end : name.start]]
    given = isinstance(amount(figure), Money)
    while given and between and (between[0] in _GIVEN or between[0] in ("was", "were", "is", "being")):
        del between[0]
    end = name.end + (name.end < scene.sentence.end and scene.doc[name.end].lower_ in _LINES)
    after = scene.doc[end].pos_ if end < scene.sentence.end else "PUNCT"
    led = bool(between) and between[0] in _TO_WHOM and all(w in ("the", "our") for w in between[1:])
    return led and len(between) <= 2 and after not in ("NOUN", "PROPN", "ADJ")


def _goes_on_in(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a list goes on with a place and its figure: "growth in Home was 9% *and in Towels 4%*"."""
    doc = scene.doc
    lead = [t.lower_ for t in doc[max(scene.sentence.start, name.start - 3) : name.start] if t.lower_ not in _ARTICLES]
    led = lead[-2:] in (["and", "in"], ["and", "for"], ["and", "at"]) and name.end <= anchor
    return (
        led and {t.lower_ for t in doc[name.end : anchor]} <= _ABOUT and any(f.end < name.start for f in scene.figures)
    )


def is_next_in_list(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a list goes on with a name and its figure: "Looms grew 9%, *Kilns 6%* and Glass 2%"."""
    doc = scene.doc
    lead = [t.lower_ for t in doc[max(scene.sentence.start, name.start - 2) : name.start] if t.lower_ not in _ARTICLES]
    if lead[-1:] not in ([","], ["and"], [";"]) or not {t.lower_ for t in doc[name.end : anchor]} <= _ABOUT:
        return False
    figure = next((f for f in scene.figures if f.start == anchor), None)
    kind = None if figure is None or figure.start < name.end else type(amount(figure))
    return any(f.end < name.start and type(amount(f)) is kind for f in scene.figures)


_ARTICLES = frozenset({"the", "our"})


def _is_told_with(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a "with" behind a name tells its figures: "growth in our Towels business, *with* sales up 3%"."""
    doc, end = scene.doc, name.end
    end += end < anchor and doc[end].lower_ in _LINES
    words = [t.lower_ for t in doc[end : min(end + 2, anchor)]]
    if words != [",", "with"] or any(end < n.start < anchor for n in scene.names):
        return False
    led = doc[name.start - 1].lower_ if name.start > scene.sentence.start else ""
    led = doc[name.start - 2].lower_ if led in ("our", "the") and name.start - 2 >= scene.sentence.start else led
    return led in _OWNING and not any(f.start < name.start for f in scene.figures)


def _grows_apart(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a name has a growth of its own: "Home revenue grew 6%, *with Towels growing* 19%"."""
    verb = clause_head(scene.doc[min(anchor, len(scene.doc) - 1)])
    if verb.tag_ != "VBG" or not name.end <= verb.i < anchor or any(m.start > name.start for m in scene.metrics):
        return False
    about = subject(verb)
    led = any(t.lower_ == "with" for t in scene.doc[max(scene.sentence.start, name.start - 2) : name.start])
    return led and about is not None and about.left_edge.i <= name.start <= about.right_edge.i


def _moves_in_turn(scene: Scene, name: Placed[Link], anchor: int, metric: Placed[Link]) -> bool:
    """Whether a name moves by the measure told of another: "sales in Kilns rose 3%, while *Looms declined* 5%"."""
    between = scene.doc[name.end : anchor]
    if not 0 < len(between) <= _SOON or not _moves(between):
        return False
    told = any(metric.end <= f.start and f.end <= name.start for f in scene.figures)
    starts = [n.start for n in scene.names] + [m.start for m in scene.metrics] + [f.start for f in scene.figures]
    return told and not any(name.end <= start < anchor for start in starts)


def _moves(words: Span) -> bool:
    """Whether words begin by saying that something moves, or how much it was: "declined 5%", "was up 4%", "was $4"."""
    if words[0].pos_ == "VERB" and verb_direction(words[0]) is not None:
        return True
    said = [t.lower_ for t in words[1:] if t.lower_ not in _ABOUT | {"also"} and not t.is_currency]
    return words[0].lemma_ == "be" and (not said or said[0] in _MOVED)


_MOVED = frozenset({"up", "down", "higher", "lower"})
_SOON = 6
"""Words behind a name in which its verb and the figure stand."""


def _carries(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a count hangs on a name: "Fonoteca, a catalogue with 40 million songs"."""
    counted = any(f.start == anchor and isinstance(amount(f), Count) for f in scene.figures)
    return counted and any(name.start <= above.i < name.end for above in scene.doc[anchor].ancestors)


def _moved_beside(scene: Scene, name: Placed[Link], anchor: int) -> bool:
    """Whether a change is told right behind a name: "led by paint *up* 9%, glass *up* 4%", "Vexil, *growing* 3%"."""
    between = [t.lower_ for t in scene.doc[name.end : anchor]]
    if len(between) > 1 and noun_direction(scene.doc[name.end]) is not None and between[1] == "of":
        told = {t.lower_ for f in scene.figures if f.end <= anchor for t in scene.doc[f.start : f.end]}
        return set(between[2:]) - told <= _ABOUT | {"and"}  # "driven by Vexil growth of 3% and 5%"
    if between[:1] == [","]:
        del between[0]
    return between[:1] in (["up"], ["down"], ["growing"], ["declining"]) and set(between[1:]) <= _ABOUT
