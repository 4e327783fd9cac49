"""How a figure was said: reported, guided, targeted, supposed in a question, or attributed to someone else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head, is_question
from kg.model import Modality, Role

_NEAR = frozenset({"aux", "nsubj", "nsubjpass", "attr", "dobj", "conj"})


@cache
def _words() -> Mapping[str, frozenset[str]]:
    raw = json.loads((files("kg.facts.observations") / "stance.json").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in raw.items()}


def modality(scene: Scene, at: int) -> Modality:
    """What the speaker commits to at a token: an analyst reports or supposes, management reports, guides or aims."""
    if scene.turn.role is Role.ANALYST:
        asked = is_question(scene.sentence) or _has(scene, "supposing")
        return Modality.HYPOTHETICAL if asked else Modality.REPORTED_BY_OTHER
    chain = _governing(clause_head(scene.doc[at]))
    words = [*chain, *(c for t in chain for c in t.children if c.dep_ in _NEAR)]
    if any(t.lemma_.lower() in _words()["targets"] for t in words):
        return Modality.TARGET
    if any(_guides(t) for t in words):
        return Modality.GUIDANCE
    return Modality.ACTUAL


def _governing(verb: Token) -> list[Token]:
    """A verb and those whose content it is: "we *expect* margins to *rise*"."""
    chain = [verb]
    while chain[-1].dep_ in ("ccomp", "xcomp", "conj", "pcomp", "advcl", "acl", "relcl") and len(chain) < 4:
        above = clause_head(chain[-1].head)
        if above is chain[-1] or (chain[-1].dep_ in ("advcl", "acl", "relcl") and chain[-1].tag_ not in ("VBG", "VB")):
            break
        chain.append(above)
    return chain


def _guides(token: Token) -> bool:
    """Whether a word looks ahead: "will", "expect", "our outlook"; what was expected is past."""
    lemma = token.lemma_.lower()
    if token.lower_ in ("will", "'ll", "’ll", "shall"):
        return True
    if lemma == "go" and token.tag_ == "VBG":
        return any(c.dep_ == "xcomp" for c in token.children)
    if lemma not in _words()["guiding"]:
        return False
    present = any(c.lower_ in ("is", "are", "have", "'ve", "'re", "being") for c in token.children)
    return token.tag_ not in ("VBD", "VBN") or present


def hedge(scene: Scene) -> str | None:
    """The words that soften a statement, if any: "we believe", "roughly in line"."""
    found = next((t for t in scene.sentence if t.lemma_.lower() in _words()["hedging"]), None)
    return found.text if found is not None else None


def _has(scene: Scene, group: str) -> bool:
    return any(t.lower_ in _words()[group] for t in scene.sentence)
