"""Lines of business told by company they keep: what is listed again and again beside known ones, or stands alone.

"Apparel, toys and garden": where apparel is known for a line and garden stands beside it twice, so is garden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from kg.mentions.words import name_words

SIDES = {"in", "for", "from", "across", "within"}


def beside(docs: Sequence[Doc], known: frozenset[str], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """Names in small letters that stand at least twice in one list with known lines."""
    found: Counter[str] = Counter()
    for doc in docs:
        conjuncts = {t.i for t in doc if t.dep_ == "conj"}
        for token in (doc[i] for i in sorted(conjuncts | {doc[i].head.i for i in conjuncts})):
            if token.lower_ in known or phrase(token).lower() in known:
                found.update(w for other in token.conjuncts if (w := phrase(other)) and _may_be_line(other, w))
    return frozenset(w for w, n in found.items() if n > 1 and w not in known and not is_measure(w))


def alone(docs: Sequence[Doc], words: frozenset[str]) -> frozenset[str]:
    """Those of the words that the call uses twice by themselves, as a thing: "in advertising", "retail grew"."""
    found: Counter[str] = Counter(
        token.text for doc in docs for token in doc if token.text in words and _is_bare(token)
    )
    return frozenset(word for word, count in found.items() if count > 1)


def phrase(token: Token) -> str:
    """A noun with the nouns and adjectives right before it."""
    start = token.i
    while (
        start > 0
        and (before := token.doc[start - 1]).dep_ in {"compound", "amod"}
        and start <= before.head.i <= token.i
    ):
        start -= 1
    return token.doc[start : token.i + 1].text


def _may_be_line(token: Token, words: str) -> bool:
    parts = words.split()
    lists = name_words()
    return (
        token.pos_ == "NOUN"
        and words.islower()
        and len(parts) < 4
        and not any(child.dep_ in {"det", "poss", "nummod"} for child in token.children)
        and not any(part in lists.general_modifiers | lists.general_topics | lists.line_heads for part in parts)
    )


def _is_bare(token: Token) -> bool:
    if token.pos_ not in {"NOUN", "PROPN"} or any(
        c.dep_ in {"det", "amod", "compound", "poss", "nummod"} for c in token.children
    ):
        return False
    return token.dep_ in {"nsubj", "nsubjpass"} or (token.dep_ == "pobj" and token.head.lower_ in SIDES)
