"""What is left of a grant to buy shares back: "we have $200 million remaining under our repurchase program"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.measure import Measure, listed
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.lexicon.metrics import MetricTable
from kg.model import Count, Money

_LEFT = frozenset({"remaining", "left", "available", "remains"})
_UNDER = frozenset({"on", "under", "of", "in", "for"})
_AUTHORIZATIONS = frozenset({"authorization", "authorisation"})
_GRANTS = _AUTHORIZATIONS | {"program", "programme", "plan"}
_BUYING = frozenset({"repurchase", "buyback", "buy-back"})
_SHARES = frozenset({"share", "stock"})
_COUNTED = frozenset({"share", "shares"})
_GRANTORS = frozenset({"board"})
_REACH, _PURPOSE, _JUST_BEFORE = 11, 4, 40


def left_of_authorization(scene: Scene, draft: Draft, table: MetricTable) -> Measure | None:
    """The share repurchase authorization that is left, in money or in shares; None where something else is left."""
    part = draft.value
    value = amount(part.figure) if part is not None else None
    if part is None or not (isinstance(value, Money) or (isinstance(value, Count) and value.thing in _COUNTED)):
        return None
    behind = scene.doc[part.figure.end : min(part.figure.end + _REACH, scene.sentence.end)]
    words = [t.lower_ for t in behind]
    left = next((i for i, w in enumerate(words[:3]) if w in _LEFT), None)
    if left is None or not _UNDER & set(words[left + 1 : left + 3]):
        return None
    granted = next((i for i, w in enumerate(words) if i > left and w in _GRANTS), None)
    if granted is None or any(t.text in (",", ";") for t in behind[:granted]):
        return None
    lead = scene.doc[max(0, part.figure.start - _JUST_BEFORE) : part.figure.start]
    bought = _is_of_shares(behind[left + 1 : granted], behind[granted], lead)
    return listed("share repurchase authorization", table, "0.7") if bought else None


def _is_of_shares(naming: Span, grant: Token, lead: Span) -> bool:
    """Whether a grant is one to buy shares back: by its own words, or by what was just told of."""
    purpose = grant.doc[grant.i + 1 : min(grant.i + _PURPOSE, grant.sent.end)]
    if buys_back(naming) or buys_back(purpose):
        return True
    kinds = {t.lemma_.lower() for t in naming if t.pos_ in ("NOUN", "PROPN")}
    if kinds <= _SHARES and grant.lower_ in _AUTHORIZATIONS:
        return True  # an authorization of which nothing else is told
    return kinds <= _GRANTORS and buys_back(lead)


def buys_back(words: Span) -> bool:
    """Whether words tell of a buying back: "repurchase", "buyback", "bought back".

    >>> import spacy
    >>> buys_back(spacy.blank("en")("the buyback of shares")[:]), buys_back(spacy.blank("en")("a price paid")[:])
    (True, False)
    """
    back = any(t.lemma_.lower() == "buy" and t.i + 1 < words.end and t.nbor().lower_ == "back" for t in words)
    return back or any((t.lemma_ or t.text).lower() in _BUYING for t in words)
