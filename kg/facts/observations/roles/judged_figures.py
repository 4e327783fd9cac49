"""Changes that words of judgement tell: "was unfavorable by 20 basis points", "7 points of positive price effects"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.facts.observations.movement import movement_words
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.roles.left_edge import left_edge, role_words
from kg.facts.observations.scene import Placed, Scene
from kg.model import Direction, Mention, Money, Percent, Points

_UP, _DOWN = Direction.UP, Direction.DOWN
JUDGEMENTS: Mapping[str, Direction] = {
    **dict.fromkeys(("favorable", "favourable", "positive", "favorably", "favourably", "positively"), _UP),
    **dict.fromkeys(("unfavorable", "unfavourable", "negative", "adverse"), _DOWN),
    **dict.fromkeys(("unfavorably", "unfavourably", "negatively", "adversely"), _DOWN),
}
"""Words that say whether a change is to the better, with the way in which it moves what is measured."""
_SIGNS = frozenset({"positive", "negative"})
_STANDING = frozenset({"be", "remain", "come"})
_BESIDE = frozenset({"to", "versus", "the", ",", "year", "quarter", "-"})
_EFFECTS = frozenset({"impact", "effect", "exchange", "currency", "translation", "fx", "currencies", "income"})
_REACH = 12
_RAISED = frozenset({"price", "prices", "pricing"})


def judged(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """The change that a judgement tells, of a percentage, points or money; None where none stands beside."""
    if not isinstance(amount(figure), Points | Percent | Money):
        return None
    return _found_to_be(scene, figure) or _of_judged(scene, figure) or _done_by(scene, figure)


def _found_to_be(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "was unfavorable, 0.6%", "was positive by about 7 points"; what is "positive 300 million" stands at it."""
    fillers = frozenset(role_words()["approximators"]) | _BESIDE
    times = {i for p in scene.periods for i in range(p.start, p.end)}
    for word in reversed(scene.doc[max(scene.sentence.start, figure.start - _REACH) : figure.start]):
        direction = JUDGEMENTS.get(word.lower_)
        if direction is not None and word.pos_ != "ADV":
            between = {t.lower_ for t in scene.doc[word.i + 1 : figure.start]}
            by = "by" in between
            stands = any(
                t.lemma_.lower() in _STANDING for t in scene.doc[max(scene.sentence.start, word.i - 3) : word.i]
            )
            told = stands and (by or not (word.lower_ in _SIGNS or between & {"at", "of"}))
            return Role(FigureRole.CHANGE, direction, word.i) if told else None
        if word.lower_ not in fillers and word.i not in times:
            return None
    return None


def _of_judged(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "7 points of positive price realization", "3 points of price"; an effect of exchange rates has a value."""
    behind = list(scene.doc[figure.end : min(figure.end + _REACH, scene.sentence.end)])
    if not behind or behind[0].lower_ != "of" or isinstance(amount(figure), Money):
        return None
    if isinstance(amount(figure), Points) and len(behind) > 1 and behind[1].lower_ in _RAISED:
        return Role(FigureRole.CHANGE, _UP, behind[1].i)
    word = next((t for t in behind[1:3] if t.lower_ in JUDGEMENTS and t.pos_ == "ADJ"), None)
    if word is None or {t.lower_ for t in behind} & _EFFECTS:
        return None
    return Role(FigureRole.CHANGE, JUDGEMENTS[word.lower_], word.i)


def _done_by(scene: Scene, figure: Placed[Mention]) -> Role | None:
    """ "negatively impacted growth by 16 points"; what is "impacted by $3 million of fees" does not move by them."""
    edge = left_edge(scene.doc, figure, scene.sentence.start)
    if not any(t.lower_ == "by" for t in scene.doc[edge : figure.start]) or _names_a_cause(scene, figure):
        return None
    for word in reversed(scene.doc[max(scene.sentence.start, edge - _REACH) : edge]):
        if word.lemma_.lower() in movement_words("harm_verbs") and word.pos_ == "VERB":
            said = [JUDGEMENTS[t.lower_] for t in (*word.lefts, *word.rights) if t.lower_ in JUDGEMENTS]
            return Role(FigureRole.CHANGE, said[0] if said else _DOWN, word.i)
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("amod", "compound"):
            return None
    return None


def _names_a_cause(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure measures what does it, not what it does: "by *$3 million of fees*", "by *2% inflation*"."""
    if figure.end >= scene.sentence.end:
        return False
    behind: Token = scene.doc[figure.end]
    return behind.lower_ == "of" or behind.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
