"""What something adds to a metric or takes from it: "a 2-point headwind", "3 points of growth from", "a 7% lift in"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.movement import movement_words, noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.judged_figures import JUDGEMENTS
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Placed, Scene
from kg.model import Direction, Mention, Money, Percent, Points

_REACH = 7
"""How many words behind a figure may stand before the noun that tells its effect."""
_GIVING = frozenset({"contribute", "add", "generate", "provide", "drive", "gain", "deliver"})
_TAKING = frozenset({"use", "consume", "cost", "subtract", "lose", "take", "shave"})
_FOR_BETTER = frozenset({"positively", "favorably", "favourably"})
_BLOWING = frozenset({"headwind", "tailwind", "pressure"})
_KIND = frozenset({"positive", "favorable", "favourable", "tailwind"})


def effect(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """A figure that is an effect on the metric, not its level, as a noun behind it or before it says."""
    noun = _behind(scene, figure) or _before(scene, figure)
    if noun is None or not isinstance(amount(figure), Points | Percent | Money):
        return None
    return _of_noun(scene, noun, figure)


def contribution(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """Points that something gives to a metric or takes from it: "4 points from prices", "added 26 basis points"."""
    if not isinstance(amount(figure), Points):
        return None
    given = _given(scene, figure)
    if given is not None and given.direction is Direction.DOWN:
        return given  # "the strike *cost* us 3 points of growth"
    return _moved_noun(scene, figure) or given


def _of_noun(scene: Scene, noun: Token, figure: Placed[Mention]) -> Role | None:
    """The effect that a noun names; of money only a headwind or a tailwind, an exchange rate's impact is a value."""
    down = noun.lemma_.lower() in movement_words("effects_down") | movement_words("burdens")
    if isinstance(amount(figure), Money) and noun.lemma_.lower() not in _BLOWING:
        return None
    if isinstance(amount(figure), Percent) and noun.lemma_.lower() == "leverage":
        return None  # a ratio, "tier 1 leverage of 7%"; what costs leverage is told in points
    if isinstance(amount(figure), Percent) and noun.lemma_.lower() in ("benefit", "contribution", "impact"):
        if noun.lemma_.lower() != "impact" or not (_is_on_growth(scene, noun) or _is_judged(noun)):
            return None
    if noun.lemma_.lower() == "impact":
        if any(m.start <= noun.i < m.end and m.end - m.start > 1 for m in scene.metrics) or _of_currencies(scene, noun):
            return None
        kind = {t.lower_ for t in scene.doc[max(scene.sentence.start, noun.i - 5) : noun.i]}
        kind |= {t.lower_ for t in noun.children}
        down = not kind & _KIND
    return Role(FigureRole.CHANGE, Direction.DOWN if down else Direction.UP, noun.i, contribution=True)


def _is_on_growth(scene: Scene, noun: Token) -> bool:
    """ "a 3% negative impact *on operating profit growth*"."""
    after = [t.lower_ for t in scene.doc[noun.i + 1 : min(noun.i + 12, scene.sentence.end)]]
    return bool({"on", "to"} & set(after[:6])) and "growth" in after


def _is_judged(noun: Token) -> bool:
    """ "a *negative* impact of 2.3%", "an *adverse* 0.7% impact on fares"."""
    return any(t.lower_ in JUDGEMENTS for t in noun.lefts)


def _of_currencies(scene: Scene, noun: Token) -> bool:
    """Whether an impact is that of exchange rates and names no metric that it is on."""
    after = [t.lower_ for t in scene.doc[noun.i + 1 : min(noun.i + 9, scene.sentence.end)]]
    near = after[: 9 if "changes" in after[:6] else 4]
    return after[:1] in (["from"], ["of"]) and bool({"fx", "exchange", "currency", "currencies"} & set(near))


def _behind(scene: Scene, figure: Placed[Mention]) -> Token | None:
    """The noun of effect behind a figure: "100-basis-point *headwind*", "10 basis points of *leverage* in"."""
    for token in scene.doc[figure.end : min(figure.end + _REACH, scene.sentence.end)]:
        if _is_effect(token):
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "DET", "NUM") and token.lower_ not in ("of", "-", "net", "&"):
            return None
    return None


def _before(scene: Scene, figure: Placed[Mention]) -> Token | None:
    """ "an *impact* of 50 basis points", "a *headwind* of about $0.10"."""
    position = left_edge(scene.doc, figure, scene.sentence.start)
    if position == figure.start or position == scene.sentence.start:
        return None
    noun = scene.doc[position - 1]
    if not any(t.lower_ == "of" for t in scene.doc[position : figure.start]):
        return None
    return noun if _is_effect(noun) else None


def _is_effect(token: Token) -> bool:
    lemma = token.lemma_.lower()
    named = lemma in movement_words("effects_up") or lemma in movement_words("effects_down")
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and named


def _moved_noun(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "300 basis points of margin *expansion*", "4 points of *growth* from", "20 basis points of that improvement"."""
    doc, end = scene.doc, figure.end
    after = doc[end].lower_ if end < scene.sentence.end else ""
    if after == "from" and not any(end < period.start <= end + 5 for period in scene.periods):
        return Role(FigureRole.CHANGE, Direction.UP, contribution=True)
    if after != "of":
        return None
    for token in doc[end + 1 : min(end + _REACH, scene.sentence.end)]:
        direction = noun_direction(token) if token.pos_ == "NOUN" else None
        if direction is not None:
            return Role(FigureRole.CHANGE, direction, token.i, contribution=True)
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "DET", "PRON"):
            return None
    return None


def _given(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "that *added* 26 basis points", "dividends *used* 11 basis points", "reserves *impacted* margin by 270"."""
    before = scene.doc[max(scene.sentence.start, figure.start - 8) : figure.start]
    verb = next((t for t in reversed(before) if t.pos_ == "VERB" and t.dep_ not in ("amod", "compound")), None)
    if verb is None:
        return None
    lemma = verb.lemma_.lower()
    edge = left_edge(scene.doc, figure, verb.i)
    near = edge == verb.i + 1 or (edge == verb.i + 2 and scene.doc[verb.i + 1].lower_ == "us")
    if near and lemma in _GIVING | _TAKING:
        direction = Direction.UP if lemma in _GIVING else Direction.DOWN
        return Role(FigureRole.CHANGE, direction, verb.i, contribution=True)
    by = any(t.lower_ == "by" for t in scene.doc[verb.i : figure.start])
    if by and lemma in movement_words("harm_verbs"):
        kind = {t.lower_ for t in scene.doc[max(scene.sentence.start, verb.i - 2) : figure.start]}
        return Role(FigureRole.CHANGE, Direction.UP if kind & _FOR_BETTER else Direction.DOWN, verb.i)
    return None
