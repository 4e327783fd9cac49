"""Says where a subject is only a part of the move told before: "most of that", "some of the increase"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.drivers.cues import words


def is_part_of_it(who: Token) -> bool:
    """Whether a subject is a part of what was told: "some of this", "the bulk of the decline".

    >>> import spacy; from spacy.tokens import Doc
    >>> doc = Doc(spacy.blank("en").vocab, ["Most", "of", "that"], heads=[0, 0, 1], deps=["nsubj", "prep", "pobj"])
    >>> is_part_of_it(doc[0])
    True
    """
    if who.lower_ not in words("parts of it"):
        return False
    of = next((t for t in who.children if t.lower_ == "of"), None)
    whole = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
    if whole is None:
        return False
    pointing = whole.lower_ in words("demonstratives") - {"which"} and whole.right_edge.i == whole.i
    ways = words("falls") | words("rises") | {"variance", "difference", "change"}
    definite = any(t.lower_ in {"the", "this", "that"} for t in whole.children)
    return pointing or (definite and whole.lemma_.lower() in ways)
