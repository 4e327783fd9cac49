"""Measures that a verb names, alone or with what it is done to: "we repaid $2 billion of notes"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.deeds import participle
from kg.facts.observations.metric.measure import Measure, first_of_phrase, listed
from kg.facts.observations.metric.of_what import behind_lead
from kg.facts.observations.metric.share_amounts import is_per_share
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole
from kg.facts.observations.scene import Placed, Scene
from kg.facts.sentence import clause_head, subject
from kg.lexicon.metrics import MetricTable, singular, words_of
from kg.model import Count, Link, Mention, Money, Percent

_ADDED = frozenset({"combined", "together", "added"})
_ON_WHAT = {"investment": ("in",), "spending": ("on", "around", "for")}
"""What ties these measures to what money goes to: "we invested $2 million *in* training"."""
_RAISED, _FUNDS = "funds raised", 100_000
"""No smaller sum is raised from investors: it is a wage or a price."""
_REACH = 11
"""How many words behind a figure the thing may stand that the verb is done to."""


@dataclass(frozen=True, slots=True)
class Deal:
    """Verbs that make one measure of one of these things."""

    verbs: frozenset[str]
    of: frozenset[str]
    measure: str


def of_verb(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """ "We repurchased $4.1 billion": the verb names the measure, unless another one is said to be that high."""
    part = draft.parts[0]
    value = amount(part.figure)
    if not isinstance(value, Money | Count) or part.role.role is not FigureRole.VALUE:
        return None
    named = draft.metric is not None and draft.metric.item.mention.rule != "metric.bare"
    if isinstance(value, Money) and draft.metric is not None and _is_price_of(scene, draft.metric):
        return replace(listed("share repurchase", table, "0.75"), placed=draft.metric)
    if named and draft.metric is not None and _is_said(scene, draft.metric, part.figure):
        return None
    verbs = tuple(_verbs(scene, part.figure))
    things = (*_things(scene, part.figure), *_uses(scene, part.figure))
    for verb in verbs:
        deal = next((d for d in _deals() if verb in d.verbs and d.of & {singular(t.lower_) for t in things}), None)
        if deal is not None:
            before = draft.metric is not None and draft.metric.start < part.figure.start
            return replace(listed(deal.measure, table, "0.75"), placed=None if before else draft.metric)
    if not isinstance(value, Money):
        return None
    sold = _done(scene, part.figure, verbs)
    if sold is not None:
        return replace(listed(sold, table, "0.7"), placed=draft.metric)
    alone = next((_alone()[verb] for verb in verbs if verb in _alone()), None)
    if (
        alone is None
        or named
        or _points_back(scene, part.figure)
        or (alone == "net loss" and _loses(scene, part.figure))
    ):
        return None
    if alone == _RAISED and abs(value.amount) < _FUNDS:
        return None  # "we raised wages to $14"
    if alone in ("net income", "net loss") and is_per_share(scene, part.figure):
        return replace(listed("EPS", table, "0.75"), loss=alone == "net loss")
    name = _purpose(scene, part.figure) or _summed(scene, part.figure) or alone
    leads = _ON_WHAT.get(name, ())
    what = next((what for lead in leads if (what := behind_lead(scene, part.figure.end, lead))), None)
    if what is not None and table.get(words_of(what)) is not None:
        return listed(what, table, "0.75")
    if what is not None:
        name = f"{name} in {what}" if name == "investment" else f"{what} {name}"
    return listed(name, table, "0.75")


def _is_price_of(scene: Scene, metric: Placed[Link]) -> bool:
    """Whether a cost is what shares were bought back for: "we repurchased 2 million shares at a *total cost* of"."""
    if singular(scene.doc[metric.end - 1].lower_) not in ("cost", "consideration") or metric.end - metric.start > 2:
        return False
    before = scene.doc[scene.sentence.start : metric.start]
    return any(t.lemma_.lower() == "repurchase" or t.text.lower() == "back" for t in before)


def _is_said(scene: Scene, metric: Placed[Link], figure: Placed[Mention]) -> bool:
    """Whether a metric before a figure is in its clause: not so in "we earned *cash* and returned $8 to holders"."""
    verb = clause_head(scene.doc[figure.start])
    if metric.start >= figure.start:
        return False
    about = subject(verb)
    own = about is not None and metric.start <= about.i < metric.end
    return verb.i < metric.end or own or verb.tag_ not in ("VBD", "VBN") or verb.dep_ not in ("conj", "ROOT", "dep")


def _points_back(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether a verb is done to what was told before: "we raised *that* to $7 billion"."""
    verb = clause_head(scene.doc[figure.start])
    return any(c.dep_ == "dobj" and c.lower_ in ("that", "this", "it", "these", "those") for c in verb.children)


def _loses(scene: Scene, figure: Placed[Mention]) -> bool:
    """Whether something else than money is lost: "we lost *a customer* worth $60 million"."""
    verb = clause_head(scene.doc[figure.start])
    return any(c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i < figure.start for c in verb.children)


def _purpose(scene: Scene, figure: Placed[Mention]) -> str | None:
    """What money is spent for, where that has a measure: "we spent $37 million *to repurchase* shares"."""
    verb = clause_head(scene.doc[figure.start])
    aims = [c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i >= figure.end]
    return next((_alone()[aim.lemma_.lower()] for aim in aims if aim.lemma_.lower() in _alone()), None)


def _summed(scene: Scene, figure: Placed[Mention]) -> str | None:
    """What a total adds up: "*combined with* the $2 billion repurchased before, we spent $5 billion"."""
    if not _ADDED & {t.lower_ for t in scene.doc[scene.sentence.start : scene.sentence.start + 2]}:
        return None
    before = (f for f in scene.figures if f.end <= figure.start)
    verbs = (verb for f in before for verb in _done_to(scene, f))
    return next((_alone()[verb] for verb in verbs if verb in _alone()), None)


def _verbs(scene: Scene, figure: Placed[Mention]) -> Iterator[str]:
    """The verbs that may have a figure for their object, with their particles; what is done to it first."""
    yield from _done_to(scene, figure)
    verb = clause_head(scene.doc[figure.start])
    for token in (verb, *verb.children):
        if token.pos_ == "VERB":
            yield _with_particle(token)


def _done_to(scene: Scene, figure: Placed[Mention]) -> Iterator[str]:
    """The participle that hangs on a figure: "the $2 billion *repurchased* in May"."""
    for token in scene.doc[figure.start : figure.end]:
        yield from (_with_particle(c) for c in token.children if c.dep_ == "acl" and c.tag_ == "VBN")


def _with_particle(verb: Token) -> str:
    """A verb with its particle, which a parser may take for an adverb: "bought back"."""
    particle = next((c for c in verb.children if c.dep_ == "prt" or (c.lower_ == "back" and c.i == verb.i + 1)), None)
    return verb.lemma_.lower() + (f" {particle.lower_}" if particle is not None else "")


def _things(scene: Scene, figure: Placed[Mention]) -> Iterator[Token]:
    """The nouns around a figure in its clause: between the verb and it, and close behind it."""
    doc = scene.doc
    verb = clause_head(doc[figure.start])
    yield from (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i < figure.start)
    between = doc[verb.i + 1 : figure.start] if verb.i < figure.start else doc[figure.start : figure.start]
    if not any(between.start <= f.start < between.end for f in scene.figures):
        yield from (token for token in between if token.pos_ in ("NOUN", "PROPN"))
    for token in doc[figure.end : min(figure.end + _REACH, scene.sentence.end)]:
        inside = next((f for f in scene.figures if f.start <= token.i < f.end), None)
        if inside is not None and isinstance(amount(inside), Percent):  # the coupon of "8% *notes*"
            continue
        if (
            inside is not None
            or token.text in (",", ";")
            or token.pos_ in ("VERB", "AUX", "CCONJ")
            or token.lower_ in ("from", "by", "at")
        ):
            return
        if token.pos_ in ("NOUN", "PROPN"):
            yield token


def _uses(scene: Scene, figure: Placed[Mention]) -> Iterator[Token]:
    """The verbs of what a sum is for: "authorized $2 billion that can be used to *repurchase* shares"."""
    for token in scene.doc[figure.start : figure.end]:
        yield from (
            t for t in token.subtree if t.i >= figure.end and t.tag_ == "VB" and t.dep_ in ("xcomp", "advcl", "acl")
        )


def _done(scene: Scene, figure: Placed[Mention], verbs: tuple[str, ...]) -> str | None:
    """ "Loans sold" for "sold $3 billion of loans"."""
    doc, done = scene.doc, next((v for v in verbs if v in _done_verbs()), None)
    if done is None or figure.end + 1 >= scene.sentence.end or doc[figure.end].lower_ not in ("of", "in"):
        return None
    noun = next((c for c in doc[figure.end].children if c.dep_ == "pobj" and c.tag_ == "NNS"), None)
    if noun is None or any(n.start <= noun.i < n.end for n in scene.names):
        return None
    return f"{doc[first_of_phrase(noun) : noun.i + 1].text.lower()} {participle(done)}"


@cache
def _read() -> Mapping[str, object]:
    return tomllib.loads((files("kg.facts.observations.metric") / "verb_measures.toml").read_text(encoding="utf-8"))


@cache
def _alone() -> Mapping[str, str]:
    found = _read()["alone"]
    return {str(verb): str(name) for verb, name in found.items()} if isinstance(found, dict) else {}


@cache
def _deals() -> tuple[Deal, ...]:
    found = _read()["deals"]
    rows = found if isinstance(found, list) else []
    return tuple(Deal(frozenset(r["verbs"]), frozenset(r["of"]), str(r["measure"])) for r in rows)


@cache
def _done_verbs() -> frozenset[str]:
    found = _read()["done"]
    return frozenset(found["verbs"]) if isinstance(found, dict) else frozenset()
