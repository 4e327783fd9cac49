"""What a metric was before: "compared to 45.2 billion", "up from 9%", "versus 12% a year ago"."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.facts.observations.movement import adjective_direction, direction_of
from kg.facts.observations.roles.amounts import amount, same_kind
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.left_edge import left_edge, role_words
from kg.facts.observations.roles.named_growth import names_growth
from kg.facts.observations.scene import Placed, Scene, period
from kg.model import Direction, Mention, Percent


def prior(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> Role | None:
    """ "compared to 45.2 billion", "up from 9%", "from 3 to 5", "versus 12% a year ago"."""
    doc, floor = scene.doc, scene.sentence.start
    position = left_edge(doc, figure, floor)
    base = _base_before(scene, figure, position, before) or _base_named(scene, figure, before)
    if base is not None:
        return Role(FigureRole.PRIOR, None, base)
    position = before_owner(doc, position, floor)
    while position > floor and (
        _repeats_metric(scene, position - 1)
        or _repeats_owner(scene, position - 1)
        or doc[position - 1].lower_ in role_words()["before_prior"]
        or _dates(scene, position - 1)
    ):
        position -= 1
    left = _text_before(doc, position, 3, floor)
    cue = next((c for c in role_words()["prior_left"] if left == c or left.endswith(" " + c)), None)
    if cue is None or cue == "than":
        return None
    if cue == "from" and not _from_is_prior(scene, figure, position - 1, before):
        return None
    if cue != "from" and before is None and not _value_follows(scene, figure) and "from" not in cue:
        return None
    direction = adjective_direction(doc[position - 2]) if position - 2 >= floor and cue.endswith("from") else None
    named = names_growth(scene, figure) if isinstance(amount(figure), Percent) else None
    way = named.direction if named else None
    return Role(FigureRole.PRIOR, direction or way, position - 1, fell=way is Direction.DOWN)


def before_owner(doc: Doc, of: int, floor: int) -> int:
    """Where the words begin before an "of" that say whose a profit was: "a loss *attributable to Acme* of 3 million".

    The position itself where no "of" stands there, or nothing of the kind before it.

    >>> import spacy
    >>> before_owner(spacy.blank("en")("a loss of 3 million"), 2, 0)
    2
    """
    if doc[of].lower_ != "of":
        return of
    for position in range(of - 1, max(floor, of - _LONGEST_OWNER) - 1, -1):
        word = doc[position]
        if word.lower_ in _OWNED and position > floor and doc[position - 1].lower_ in _PROFITS:
            return position
        if word.pos_ not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PRON", "PART", "X") and word.text != "'s":
            return of
    return of


_LONGEST_OWNER = 8
_OWNED = frozenset({"attributable", "available", "per", "from", "before"})
_PROFITS = frozenset({"income", "loss", "earnings", "profit"})


def _base_before(scene: Scene, figure: Placed[Mention], position: int, before: Placed[Mention] | None) -> int | None:
    """The token where an earlier time begins that a sum is said to be of: "compared to last year of 437", "; last year
    was at 373"; None where the figure is of no earlier time, or follows no sum of its kind."""
    doc, floor = scene.doc, scene.sentence.start
    if before is None or not any(same_kind(f, figure) and f.end <= figure.start for f in scene.figures):
        return None
    while position > floor and doc[position - 1].lower_ in ("of", "at", "figure", "number", "level"):
        position -= 1
    of = "of" in [t.lower_ for t in doc[position : figure.start]]
    was = doc[position - 1].lower_ in ("was", "were", "stood")
    position -= was
    earlier = position - 2 >= floor and doc[position - 1].lower_ in _TIMES and doc[position - 2].lower_ in _EARLIER
    if not earlier:
        return None
    lead = doc[position - 3].lower_ if position - 3 >= floor else ""
    lead = doc[position - 4].lower_ if lead == "the" and position - 4 >= floor else lead
    return position - 2 if (of and lead in _SETTING) or (was and lead not in _SETTING) else None


_TIMES = frozenset({"year", "quarter", "period"})
_EARLIER = frozenset({"prior", "last", "previous", "preceding"})
_SETTING = frozenset({"to", "with", "versus", "vs", "vs.", "against", "over", "from", "in", "for", "of"})


def _base_named(scene: Scene, figure: Placed[Mention], before: Placed[Mention] | None) -> int | None:
    """Where "than last year" begins that a sum's noun follows: "8%, lower *than last year's yield of* 9%".

    A sum may also follow the growth over it: "3 million, a 12% increase *over last year's sales of* 2.7 million".
    """
    if before is None or not any(same_kind(f, figure) and f.end <= figure.start for f in scene.figures):
        return None
    for said in scene.periods:
        alike = same_kind(before, figure)
        bound = said.item.rule.startswith("comparison.") and (alike and _is_led_by_than(scene, said))
        bound = bound or (not alike and _is_led_by_over(scene, said, before))
        between = range(said.end, figure.start)
        if bound and 0 < len(between) <= _LONGEST and all(_leads(scene, i) for i in between):
            return said.start
    return None


def _is_led_by_than(scene: Scene, said: Placed[Mention]) -> bool:
    """Whether "than" stands in, or right before, the words that name a time: "*than* the prior year quarter"."""
    return "than" in [t.lower_ for t in scene.doc[max(scene.sentence.start, said.start - 2) : said.end]]


def _is_led_by_over(scene: Scene, said: Placed[Mention], growth: Placed[Mention]) -> bool:
    """Whether "over" or "from" leads from a growth to the words that name a time: "up 5% *from* last year's"."""
    between = [t.lower_ for t in scene.doc[growth.end : said.start + 1]]  # "over" may be the first of them
    return any(word in ("over", "from", "versus", "against") for word in between[:3])


_LONGEST = 6


def _leads(scene: Scene, position: int) -> bool:
    """Whether a word may stand between a time and what a measure was then."""
    fillers = frozenset(role_words()["before_prior"]) | frozenset(role_words()["approximators"])
    word = scene.doc[position]
    return _repeats_metric(scene, position) or (word.lower_ in fillers and word.lower_ != "by") or word.text == "$"


def _text_before(doc: Doc, position: int, count: int, floor: int) -> str:
    return doc[max(floor, position - count) : position].text.lower()


def _repeats_metric(scene: Scene, position: int) -> bool:
    """Whether a token belongs to a metric: "compared to a brick loss of 3.7 million"."""
    return any(m.start <= position < m.end for m in scene.metrics)


def _repeats_owner(scene: Scene, position: int) -> bool:
    """Whether a token says again whose a measure is: "compared to a *Boats segment* loss of 3 million"."""
    if scene.doc[position].lower_ in ("segment", "consolidated"):
        return True
    own = next((n.item.entity for n in scene.names if n.start <= position < n.end), None)
    return own is not None and any(n.item.entity == own for n in scene.names if n.end < position)


def _dates(scene: Scene, position: int) -> bool:
    """Whether a token belongs to a period: "compared to *fiscal 2020 third quarter* sales of 7 million"."""
    return any(p.start <= position < p.end and period(p) is not None for p in scene.periods)


def _from_is_prior(scene: Scene, figure: Placed[Mention], at: int, before: Placed[Mention] | None) -> bool:
    """Whether "from" leads back in time, not to a source ("revenue from 300 stores", "from a 3% rise in prices")."""
    if scene.doc[figure.start - 1].lower_ in ("a", "an") and names_growth(scene, figure) is not None:
        return False
    follows = [f for f in scene.figures if f.start > figure.start and same_kind(f, figure)]
    moved = at > scene.sentence.start and direction_of(scene.doc[at - 1]) is not None
    near_to = any(_is_led_by_to(scene, figure, f) for f in follows[:1])
    stated = any(same_kind(f, figure) for f in scene.figures if f.start < figure.start)
    near = before is not None and (figure.start - before.end < 6 or at <= before.end)
    dated = any(figure.end <= p.start <= figure.end + 1 for p in scene.periods)
    return moved or near_to or (stated and (near or dated))


def _is_led_by_to(scene: Scene, figure: Placed[Mention], then: Placed[Mention]) -> bool:
    """ "from 31% last year *to nearly* 37%"."""
    edge = left_edge(scene.doc, then, figure.end)
    return scene.doc[edge - 1].lower_ == "to" or scene.doc[then.start - 1].lower_ in ("over", "about", "approximately")


def _value_follows(scene: Scene, figure: Placed[Mention]) -> bool:
    return any(f.start > figure.end and same_kind(f, figure) for f in scene.figures)
