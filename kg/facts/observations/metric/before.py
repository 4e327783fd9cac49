"""How well a metric before a figure suits it: as the subject of its clause, as what a verb moves, or as the nearest."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.observations.movement import noun_direction, verb_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import Role
from kg.facts.observations.roles.left_edge import left_edge
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import CLAUSE_OPENERS, clause_head, subject
from kg.language.neighbours import word_at
from kg.model import Link, Mention, Money, Percent

_SUBJECT, _LEFT, _CAUSE, _CROSS, _MOVED = 5.0, 3.0, -4.0, -2.5, 8.0
_UP_OR_DOWN, _MOVED_HERE = frozenset({"up", "down"}), 4.0
_GROWS, _LONGEST_HEDGE = 2.5, 6
_APPROXIMATE = 3
"""As many words as "at", "around" and "some" may stand between a measure and its figure."""
_LEVELS = frozenset({"at", "between"})
_RANGES = frozenset({"in the range of", "in a range of", "of between", "ranging from"})
_LEADING, _NAMED = 3, 3
"""So many words make a growth the name of a measure: "*same-store sales growth* of 9%"."""
_BRINGING, _BROUGHT = frozenset({"bring", "take", "put", "leave", "push"}), 6.0
_CURRENCIES = frozenset({"fx", "currency", "currencies", "exchange"})
_FRACTIONS = frozenset({"half", "third", "thirds", "fourth", "fourths", "quarters", "fifth", "fifths"})
_EXCEPTING = frozenset(
    {"excluding", "ex", "without", "including", "inclusive", "excludes", "exclude", "excluded", "includes", "included"}
)
_EXCEPTIONS, _IN_LIST = 9, frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "CCONJ", "ADP"})
"""How far before a metric the word may stand that leaves it out, and what may stand between: other things left out."""
_CAUSE_CUES = (
    "due",
    "driven",
    "because",
    "thanks",
    "reflecting",
    "led",
    "offset",
    "despite",
    "attributable",
    "supported",
)


def before(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> float:
    """The weight of a metric before a figure: the better, the nearer it is and the more its clause is about it."""
    doc = scene.doc
    between = doc[metric.end : figure.start]
    weight = _LEFT - 0.12 * len(between) + _by_clause(scene, figure, role, metric) + _by_cause(scene, figure, metric)
    if role.contribution and scene.doc[metric.end - 1].lower_ in _CURRENCIES:  # the cause of a headwind
        weight -= 9.0
    if _claimed(scene, figure, metric) or _is_whole(scene, metric):
        weight -= 6.0
    if _is_left_out(scene, metric) or _leaves_out(figure, between):
        weight -= 12.0
    if _has_own_noun(scene, figure) and _stands_apart(scene, figure, between):
        weight -= 12.0
    weight += _CROSS * sum(1 for f in scene.figures if metric.end <= f.start < figure.start and f is not figure) * 0.4
    weight += _CROSS * sum(1 for t in between if t.text in (";",) or t.lower_ in ("while", "whereas"))
    if len(between) <= 3:
        weight += 1.5
    if 0 < len(between) <= _APPROXIMATE and between[0].lower_ in _LEVELS:  # "opex rose, with *rent* at $5 million"
        weight += _SUBJECT
    if between.text.lower() in _RANGES:  # "sales of 9 million and *EPS* in the range of 4 to 5 cents"
        weight += _SUBJECT
    if _is_brought(scene, figure, metric):
        weight += _BROUGHT
    if role.cue == metric.end and figure.start - metric.end <= 3 and _is_moved_here(scene, metric):
        weight += _MOVED_HERE
    if _grows_by(scene, figure, role, metric):
        weight += _GROWS
    grows = noun_direction(doc[metric.end - 1]) is not None and metric.end - metric.start < _NAMED
    if between and between[0].lower_ == "of" and not grows and left_edge(doc, figure, metric.end) <= metric.end:
        weight += 3.0
    return weight


def _is_brought(scene: Scene, figure: Placed[Mention], metric: Placed[Link]) -> bool:
    """Whether a metric is what something brings to a figure: "orders rose, *bringing our backlog to* 9 million"."""
    doc, start = scene.doc, metric.start
    if word_at(doc, metric.end) not in ("to", "at") or figure.start - metric.end > _APPROXIMATE:
        return False
    while start > max(scene.sentence.start, metric.start - _LEADING) and doc[start - 1].pos_ in ("DET", "PRON", "ADJ"):
        start -= 1
    return start > scene.sentence.start and doc[start - 1].lemma_.lower() in _BRINGING


def _leaves_out(figure: Placed[Mention], between: Span) -> bool:
    """Whether a figure is what a measure is told without: "adjusted EPS *excludes* 12 cents of amortization"."""
    verb = clause_head(between.doc[figure.start])
    return verb.lemma_.lower() == "exclude" and between.start <= verb.i < between.end


def _has_own_noun(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a sum is of what is named behind it: "$10 million *of vault leases*"."""
    behind = scene.doc[figure.end : min(figure.end + 5, scene.sentence.end)]
    if word_at(scene.doc, figure.end) != "of" or not isinstance(amount(figure), Money) or len(behind) < 2:
        return False
    dated = any(p.start <= behind[1].i < p.end for p in scene.periods)
    return behind[1].pos_ in ("NOUN", "ADJ") and not dated and any(t.pos_ == "NOUN" for t in behind[1:])


def _stands_apart(scene: Scene, figure: Placed[Mention], between: Span) -> bool:
    """Whether a sum stands in a list behind another, or among causes: "was hurt by frost, *$3 million of* fees"."""
    listed = word_at(scene.doc, left_edge(scene.doc, figure, scene.sentence.start) - 1) in ("and", ",", "by")
    told = any(between.start <= f.start < between.end for f in scene.figures)
    caused = any(t.lower_ in _CAUSE_CUES or t.lower_ in ("impacted", "affected", "hurt") for t in between)
    return listed and (told or caused)


def _is_moved_here(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether the word behind a metric moves it: "margin *up* 2 points", "as asset yield *declined* 2 points"."""
    doc, start = scene.doc, metric.start
    if word_at(doc, metric.end) in _UP_OR_DOWN:
        return True
    while start > max(scene.sentence.start, metric.start - _LEADING) and doc[start - 1].pos_ not in ("ADP", "SCONJ"):
        start -= 1
    opened = start > scene.sentence.start and doc[start - 1].lower_ in CLAUSE_OPENERS
    listed = any(t.is_punct or t.pos_ == "CCONJ" for t in doc[start : metric.start])
    return opened and not listed and any(t.tag_ == "VBD" for t in doc[metric.end : metric.end + 1])


def _grows_by(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> bool:
    """Whether only a growth and how sure it is stand behind a metric: "*EBITDA* growth of at least 9%"."""
    doc, ahead = scene.doc, word_at(scene.doc, metric.end) in ("to", "will")
    cue = metric.end + ahead
    if role.cue != cue or not cue < figure.start <= cue + 1 + _LONGEST_HEDGE:
        return False
    if (verb_direction(doc[cue]) if ahead else noun_direction(doc[cue])) is None:
        return False
    hedges = doc[cue + 1 : figure.start]
    return not any(t.is_punct or t.pos_ in ("VERB", "NOUN", "PROPN", "CCONJ") for t in hedges)


def _by_clause(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> float:
    """What its place in the clause of the figure adds: as the subject, inside it, or as what the verb moves."""
    verb = clause_head(scene.doc[figure.start])
    about = subject(verb)
    participle = role.cue is not None and scene.doc[role.cue].tag_ == "VBG" and scene.doc[role.cue].dep_ != "ROOT"
    weight = _MOVED if _moved_object(scene, figure, metric, verb) else 0.0
    if about is None:
        return weight
    if metric.start <= about.i < metric.end and not participle:
        return weight + _SUBJECT
    inside = about.left_edge.i <= metric.start <= about.right_edge.i and metric.end <= figure.start
    return weight + 1.5 if inside else weight


def _by_cause(scene: Scene, figure: Placed[Mention], metric: Placed[Link]) -> float:
    """What it costs to be a cause of what the figure measures: "driven by *volume*, sales rose 5%"."""
    between = scene.doc[metric.end : figure.start]
    lead = scene.doc[max(scene.sentence.start, metric.start - 5) : metric.start]
    inside = any(t.lower_ in _CAUSE_CUES for t in between)
    if inside:
        return _CAUSE * 0.5
    led = any(t.lower_ in _CAUSE_CUES for t in lead)
    return _CAUSE if led and any(t.text == "," for t in between) else 0.0


def _moved_object(scene: Scene, figure: Placed[Mention], metric: Placed[Link], verb: Token) -> bool:
    """Whether a metric is what a verb moves by a figure: "shortage reduced our *gross margin* by $400 million"."""
    lead = scene.doc[metric.end : figure.start]
    moved = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if moved is None or verb_direction(verb) is None:
        return False
    if not metric.start <= moved.i < metric.end + (scene.doc[moved.i].lower_ == "growth"):
        return False
    if len(lead) == 0 or lead[0].lower_ == "from":
        return True
    return any(t.lower_ == "by" for t in lead) and len(lead) <= 6


def _is_whole(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a metric is only what an earlier figure is a part of: "which is 71% *of net revenue*, grew by 10%"."""
    start = metric.start
    while start > scene.sentence.start and scene.doc[start - 1].lower_ in ("the", "our", "its", "total", "overall"):
        start -= 1
    if start <= scene.sentence.start or scene.doc[start - 1].lower_ != "of":
        return False
    if start - 1 > scene.sentence.start and scene.doc[start - 2].lower_ in _FRACTIONS:
        return True
    return any(f.end == start - 1 and isinstance(amount(f), Percent) for f in scene.figures)


def _is_left_out(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a metric is only what another leaves out or holds: "charge-offs *excluding card loans* were 7%"."""
    if any(metric.end < f.start <= metric.end + 3 for f in scene.figures) and scene.doc[metric.end].lower_ in (
        "of",
        "at",
    ):
        return False  # "including charges of $5 million"
    for token in reversed(scene.doc[max(scene.sentence.start, metric.start - _EXCEPTIONS) : metric.start]):
        if token.lower_ in _EXCEPTING:
            return True
        if token.pos_ not in _IN_LIST or token.like_num:
            return False
    return False


def _claimed(scene: Scene, figure: Placed[Mention], metric: Placed[Link]) -> bool:
    """Whether a metric belongs to an earlier figure already: the first in "52 billion in cash flow and 38 billion"."""
    for other in scene.figures:
        if (
            other is not figure
            and other.end <= metric.start
            and metric.start - other.end <= 2
            and figure.start > metric.start
        ):
            gap = scene.doc[other.end : metric.start]
            if len(gap) == 0 or gap[0].lower_ in ("of", "in"):
                return not any(t.pos_ in ("VERB", "AUX") for t in scene.doc[metric.end : figure.start])
    return False
