"""The year that a speaker turns to with a sentence of its own: it holds over the paragraphs that follow."""

from __future__ import annotations

from kg.facts.observations.owner.turning import turned_to
from kg.facts.observations.scene import Scene, period
from kg.facts.observations.when.clock import BACK, SINCE
from kg.facts.observations.when.comparing import comparison_of
from kg.facts.observations.when.paragraph_period import breaks_off, ended_by
from kg.facts.sentence import VERBS
from kg.model import Period, Section
from kg.word_lists import word_list

_LONGEST = 24
_SPEAKER = frozenset({"i", "me", "let"})
_AHEAD = frozenset({"outlook", "guidance", "expectation", "expectations", "forecast"})
_TELLING = frozenset({"recap", "review", "discuss", "cover", "summarize", "highlight", "focus", "walk", "touch"})


def year_section(scene: Scene, held: Period | None, reported: Period | None) -> Period | None:
    """The year that a sentence turns to, else the one `held` so far, until the talk comes to another time."""
    turned = _year_turned_to(scene, reported)
    if turned is not None or held is None:
        return turned
    return None if breaks_off(scene, held) and (scene.figures or _turns(scene)) else held


def _year_turned_to(scene: Scene, reported: Period | None) -> Period | None:
    """The year that the reported quarter ends, where a sentence without figures turns to it: "Now to the year."."""
    if scene.figures:
        return None
    dating = [p for p in scene.periods if comparison_of(p.item) is None and p.item.rule not in (SINCE, BACK)]
    year = ended_by(reported, {f for p in dating if (f := period(p)) is not None})
    return year if year is not None and _turns(scene) else None


def _turns(scene: Scene) -> bool:
    """Whether a sentence of prepared remarks turns to a subject: "Now to the full year.", "I will recap our year."."""
    words = set(scene.words)
    if (
        scene.turn.section is not Section.PREPARED
        or len(scene.sentence) > _LONGEST
        or words & (_listed("closing") | _AHEAD)
    ):
        return False
    if turned_to(scene) is not None:
        return True
    tells = any(t.lemma_.lower() in _TELLING and t.tag_ not in ("VBD", "VBN") for t in scene.sentence)
    verbless = not any(t.pos_ in VERBS for t in scene.sentence)
    return (tells and bool(words & _SPEAKER)) or (verbless and bool(words & {"on", "to", "for", "at"}))


def _listed(name: str) -> frozenset[str]:
    return word_list("kg.facts", "words/topics.toml", name)
