"""Initials that a list reads as a firm and the call as something else: "ORB ratio", "ORB" of "Orvana Retail Bank"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.language import Passage
from kg.mentions.metric_words import metric_heads
from kg.mentions.words import name_words
from kg.model import EntityType, Mention

_SHORT = re.compile(r"[A-Z]{2,5}")
_MEASURED = frozenset({"ratio", "ratios", "index", "cost", "costs", "price", "prices"})
_BETWEEN = frozenset({"operating", "adjusted", "organic", "net"})


def other_initials(
    passages: Sequence[Passage], known: Sequence[Sequence[Mention]], written: Sequence[Sequence[Mention]]
) -> frozenset[str]:
    """The initials that are no firm in this call: they stand before a measure's noun, or shorten another name."""
    short = {m.text for found in known for m in found if _is_initials(m)}
    if not short:
        return frozenset()
    listed = {m.span for found in known for m in found}
    spelt = {_initials(m.text) for found in written for m in found if m.span not in listed}
    measured = {
        m.text
        for passage, found in zip(passages, known, strict=True)
        for m in found
        if m.text in short and _is_measured(passage, m)
    }
    return frozenset(text for text in short if text in spelt or text in measured)


def _is_initials(mention: Mention) -> bool:
    return mention.type is EntityType.ORGANIZATION and _SHORT.fullmatch(mention.text) is not None


def _initials(name: str) -> str:
    """The initials of a name whose every word is capital, without its general noun.

    >>> _initials("Orvana Retail Bank"), _initials("Bank of Arden"), _initials("Paint")
    ('ORB', '', '')
    """
    words = name.split()
    words = words[:-1] if len(words) > 3 and words[-1] in name_words().line_heads else words
    return "".join(w[0] for w in words) if len(words) > 2 and all(w[:1].isupper() for w in words) else ""


def _is_measured(passage: Passage, mention: Mention) -> bool:
    """Whether a measure stands behind initials that no firm has: "ORB ratio", "ORB operating margin"."""
    words = passage.words(mention.span)
    if words is None:
        return False
    behind = list(words.doc[words.end : words.end + 2])
    if behind and behind[0].lower_ in _MEASURED:
        return True
    return len(behind) == 2 and behind[0].lower_ in _BETWEEN and (behind[1].lemma_.lower(),) in metric_heads()


def without(found: Iterable[Mention], initials: frozenset[str]) -> list[Mention]:
    """The listed mentions but for those initials."""
    return [m for m in found if not (_is_initials(m) and m.text in initials)]
