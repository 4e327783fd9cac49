"""How a figure was said: reported, guided, targeted, supposed in a question, or attributed to someone else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, is_future, is_question
from kg.model import Modality, Role


@cache
def _words() -> Mapping[str, frozenset[str]]:
    raw = json.loads((files("kg.facts.observations") / "stance.json").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in raw.items()}


def modality(scene: Scene, at: int) -> Modality:
    """What the speaker commits to at a token: an analyst reports or supposes, management reports, guides or aims."""
    if scene.turn.role is Role.ANALYST:
        asked = is_question(scene.sentence) or _has(scene, "supposing")
        return Modality.HYPOTHETICAL if asked else Modality.REPORTED_BY_OTHER
    verb = clause_head(scene.doc[at])
    chain = [verb]
    while chain[-1].head is not chain[-1] and len(chain) < 4:
        chain.append(clause_head(chain[-1].head))
    lemmas = {t.lemma_.lower() for t in chain} | {
        c.lemma_.lower() for t in chain for c in t.children if c.dep_ != "punct"
    }
    if lemmas & _words()["targets"]:
        return Modality.TARGET
    if lemmas & _words()["guiding"] or any(is_future(t) for t in chain):
        return Modality.GUIDANCE
    return Modality.ACTUAL


def hedge(scene: Scene) -> str | None:
    """The words that soften a statement, if any: "we believe", "roughly in line"."""
    found = next((t for t in scene.sentence if t.lemma_.lower() in _words()["hedging"]), None)
    return found.text if found is not None else None


def _has(scene: Scene, group: str) -> bool:
    return any(t.lower_ in _words()[group] for t in scene.sentence)
