"""How well a metric behind a figure suits it: "29% revenue growth", "4.1 billion of share repurchases"."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.observations.movement import noun_direction
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import Role
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import CLAUSE_OPENERS
from kg.model import Link, Mention, Money

_ADJACENT, _OF, _GROWTH_IN, _HELD, _GROWTH_OF = 6.0, 4.0, 8.5, 9.0, 10.5
_SIDES = frozenset({"side", "standpoint", "perspective", "front", "line", "basis"})
_CAUSES = frozenset({"due", "because", "driven", "thanks", "reflecting"})
_TO_WHAT = frozenset({"in", "of", "to", "on"})
_MADE = frozenset({"consist", "consisting", "comprise", "comprised", "compose", "composed"})
_US = frozenset({"company", "group", "firm", "bank"})


def behind(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> float:
    """ "29% revenue growth", "4.1 billion of share repurchases", "double-digit growth in switchers"."""
    between = scene.doc[figure.end : metric.start]
    if any(t.is_sent_end or t.text in (";", ",", ":", "—", "--") for t in between):
        return -5.0
    near = _without_joined(_undated(scene, figure.end, metric.start))
    if _as_to(scene, near, metric):
        return _GROWTH_IN
    if _is_pace(scene, metric) or _of_next_clause(scene, between, metric):
        return -5.0
    words = [t.lower_ for t in near]
    if _CAUSES & set(words):
        return -5.0
    if role.cue == metric.end and not near and scene.doc[role.cue].pos_ == "NOUN":
        return _GROWTH_OF  # "demand led to 29% *revenue* growth"
    if _growth_in(scene, figure, role, metric) or _listed_growth_in(scene, figure, role, words):
        return _GROWTH_IN
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "compound") for t in near):
        return -3.0 - 0.2 * len(words)
    if {"and", "or", "while"} & set(words):
        return -2.0 - 0.3 * len(words)
    if not any(t.pos_ == "ADP" for t in near) and len(words) <= 4:
        return _ADJACENT - 0.3 * len(words)
    if words[:1] == ["of"] and len(words) <= 2 and _held(scene, figure):
        return _HELD
    if words in (["of"], ["in"]) and isinstance(amount(figure), Money):
        return _OF + 1.2
    if any(w in ("of", "in", "for", "on") for w in words) and len(words) <= 6 and "and" not in words:
        return _OF - 0.3 * len(words)
    if words[:1] in (["through"], ["via"]) and len(words) <= 3:
        return _OF
    return -1.0 - 0.3 * len(words)


def _without_joined(near: list[Token]) -> list[Token]:
    """What stands between without adjectives that are joined: "of *new and* old loans", "5% *or better* sales"."""
    joint = next((n for n, t in enumerate(near) if t.lower_ in ("and", "or")), None)
    if joint is None or any(t.pos_ == "CCONJ" for t in near[joint + 1 :]):
        return near
    if joint == 0:
        better = near[0].lower_ == "or" and len(near) == 2 and near[1].tag_ in ("JJR", "RBR")
        return [] if better else near
    led = near[0].lower_ in _TO_WHAT and joint > 1
    described = led and all(t.pos_ == "ADJ" or t.tag_ in ("VBN", "VBG") for t in (*near[1:joint], *near[joint + 1 :]))
    return near[:1] if described else near


def _is_pace(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a bare noun behind a figure only carries it: "grow at a 20% *rate*"."""
    return scene.doc[metric.start : metric.end].text.lower() in ("rate", "level", "base")


def _of_next_clause(scene: Scene, between: DocSpan, metric: Placed[Link]) -> bool:
    """Whether a metric opens a clause of reason or time: "rose to 9 million *as* total revenue grew"."""
    opens = bool(len(between)) and between[0].lower_ in CLAUSE_OPENERS
    verb = next((t for t in scene.doc[metric.end : metric.end + 3] if t.pos_ in ("VERB", "AUX")), None)
    return opens and verb is not None and verb.tag_ not in ("VBN", "VBG")


def _held(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a figure is what the subject comes with: "capital is strong, *with* 176 billion of CET1 capital"."""
    before = scene.doc[figure.start - 1] if figure.start > scene.sentence.start else None
    if before is None or not isinstance(amount(figure), Money):
        return False
    made = before.lower_ == "of" and before.i > scene.sentence.start and before.nbor(-1).lemma_.lower() in _MADE
    return made or before.lower_ in ("with", "including")


def _growth_in(scene: Scene, figure: Placed[Mention], role: Role, metric: Placed[Link]) -> bool:
    """ "a 9% increase in other income": nothing else can be what a noun of growth is said to be of."""
    if role.contribution and role.cue is not None and figure.end <= metric.start < metric.end <= role.cue:
        return True  # "50 basis points of *margin* expansion"
    if role.cue == metric.end and figure.end <= metric.start and scene.doc[role.cue].pos_ == "NOUN":
        return metric.start - figure.end <= 3  # "20% *top-line* growth"
    if role.cue is None or not figure.end <= role.cue < metric.start or scene.doc[role.cue].pos_ != "NOUN":
        return False
    words = _undated(scene, role.cue + 1, metric.start)
    words = [t for t in words if t.tag_ != "POS" and t.lower_ not in _US]
    plain = all(t.pos_ in ("ADP", "DET", "PRON", "ADJ", "NOUN") or t.text == "-" for t in words)
    return plain and 0 < len(words) <= 5 and words[0].lower_ in _TO_WHAT and sum(t.pos_ == "ADP" for t in words) == 1


def _listed_growth_in(scene: Scene, figure: Placed[Mention], role: Role, words: list[str]) -> bool:
    """Whether the noun of growth before another figure is meant: "a 9% *increase in* volume and 4% *in price*"."""
    cue = role.cue
    if cue is None or cue + 1 >= figure.start or scene.doc[cue].pos_ != "NOUN":
        return False
    before = any(f.end <= cue <= f.end + 1 for f in scene.figures)
    return before and words in (["in"], ["for"], ["from"]) and scene.doc[cue + 1].lower_ == words[0]


def _as_to(scene: Scene, near: list[Token], metric: Placed[Link]) -> bool:
    """ "up 6% *in terms of* bookings", "up 9% *from a* revenue *standpoint*", "a rise of 4% *on the* rate *side*"."""
    told = [t for t in near if t.pos_ not in ("DET", "PRON", "ADJ") and noun_direction(t) is None]
    words = [t.lower_ for t in told if t.lower_ not in ("cagr", "rate")]
    if words == ["in", "terms", "of"]:
        return True
    behind = scene.doc[metric.end].lower_ if metric.end < scene.sentence.end else ""
    sided = behind in _SIDES or scene.doc[metric.end - 1].lower_ == "line"  # "9 million *on the top line*"
    return len(words) == 1 and words[0] in ("on", "from", "at") and sided


def _undated(scene: Scene, start: int, end: int) -> list[Token]:
    """The tokens of a stretch without those that say when or against what: "8% *year-on-year* GMV growth"."""
    dated = {i for p in scene.periods for i in range(p.start, p.end)}
    return [t for t in scene.doc[start:end] if t.i not in dated]
