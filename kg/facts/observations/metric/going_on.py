"""Whether a clause that names no measure goes on with the one told before, by who does what with which figure."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.presumed_words import presumed_words
from kg.facts.observations.movement import is_copula, verb_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.model import Count, Money

_SPEAKERS = frozenset({"we", "you", "i"})
_POINTED = frozenset({"that", "those", "these"})


def goes_on(scene: Scene, draft: Draft) -> bool:
    """Whether the figures of a draft may be of the measure told before: "*it* was 9 million", "we *ended* at 9".

    Whoever pays, sells or receives money tells of something else, and so does most that is only counted.
    """
    part = draft.parts[0]
    value, verb = amount(part.figure), clause_head(scene.doc[part.figure.start])
    if isinstance(value, Count):
        return value.thing == "times" or _arrives(verb)
    if not isinstance(value, Money) or part.role.role is FigureRole.CHANGE:
        return True
    about = subject(verb)
    if about is None or about.lower_ in _POINTED or any(t.lower_ in _POINTED for t in about.children):
        return False
    return _arrives(verb) or _points_back(verb) if about.lower_ in _SPEAKERS else tells_height(verb)


def tells_height(verb: Token) -> bool:
    """Whether a verb says how high its subject is: "costs *were* 9 million", not "clients *pay* 9 million"."""
    return is_copula(verb) or verb_direction(verb) is not None or verb.lemma_.lower() in presumed_words("heights")


def _points_back(verb: Token) -> bool:
    """Whether a verb is done to what was told before: "we raised *that* to 7 million"."""
    return any(c.dep_ == "dobj" and c.lower_ in ("it", "that", "this") for c in verb.children)


def _arrives(verb: Token) -> bool:
    return verb.lemma_.lower() in presumed_words("arrivals")
