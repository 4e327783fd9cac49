"""Nouns that the tagger takes for verbs: "with price up 4% and *volume* up 2%"."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc, Token

_HEIGHTS = frozenset({"up", "down", "flat"})
_UNITS = frozenset({"%", "percent", "basis", "point", "points", "digit", "digits", "bps"})
_REACH = 5
"""Tokens behind "up" within which the unit of a rate stands: "up about 200 basis points", "up mid-single digits"."""


def nouns_for_verbs(doc: Doc) -> Doc:
    """A document in which what is listed as up or down by a rate is a noun, though it was tagged as a bare verb."""
    bare = np.flatnonzero(doc.to_array("TAG") == doc.vocab.strings["VB"]) if len(doc) else ()
    for token in (doc[int(index)] for index in bare):
        if token.dep_ == "conj" and _is_listed_height(token):
            token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
    return doc


def _is_listed_height(token: Token) -> bool:
    doc, behind = token.doc, token.i + 1
    if behind >= len(doc) or doc[behind].lower_ not in _HEIGHTS or doc[token.i - 1].lower_ not in ("and", ",", "or"):
        return False
    return any(t.lower_ in _UNITS for t in doc[behind + 1 : behind + 1 + _REACH])
