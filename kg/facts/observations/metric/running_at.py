"""How much of its capacity a works uses: "our kilns *ran at 93%*" tells a utilization."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricTable
from kg.model import Percent

_RUNS = frozenset({"run", "operate", "utilize", "utilise"})
_WORKS = frozenset(
    {"plant", "mill", "refinery", "kiln", "factory", "facility", "fab", "fleet", "unit", "capacity", "asset", "machine"}
    | {
        "we",
        "they",
        "mine",
        "smelter",
        "circuit",
        "network",
        "cracker",
        "furnace",
        "reactor",
        "operation",
        "rig",
        "line",
    }
)
_FIRM = 3.0
_AT = frozenset(
    {"at", "in", "close", "near", "around", "above", "below", "to", "the", "that", "a", "sort", "kind", "of"}
)


def running_at(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The utilization that a percentage tells behind "ran at", "operated at"; None where it tells something else."""
    part = draft.value
    if part is None or not isinstance(amount(part.figure), Percent) or draft.weight >= _FIRM:
        return None
    verb = clause_head(scene.doc[part.figure.start])
    about = subject(verb)
    if verb.lemma_.lower() not in _RUNS or about is None or not verb.i < part.figure.start:
        return None
    between = [t for t in scene.doc[verb.i + 1 : part.figure.start] if t.pos_ != "ADV" or t.lower_ in _AT]
    behind = scene.doc[part.figure.end] if part.figure.end < scene.sentence.end else None
    if about.lemma_.lower() not in _WORKS or not between or not all(t.lower_ in _AT for t in between):
        return None
    if behind is not None and _is_of_other(behind):
        return None
    return listed("utilization", table, "0.7")


def _is_of_other(behind: Token) -> bool:
    """Whether a percentage is one of a thing that is no capacity: "ran at 9% *margin*", "at 9% *of sales*"."""
    if behind.lower_ == "of":
        return not any(t.lower_ in ("capacity", "nameplate") for t in behind.subtree)
    return behind.pos_ in ("NOUN", "PROPN", "ADJ") and behind.lower_ not in ("utilization", "utilisation", "capacity")
