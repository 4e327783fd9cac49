"""The items of a plain list of causes: "higher wages, dear fuel, and more shops"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan

from kg.facts.drivers.cues import words
from kg.facts.drivers.cuts import cut

_ITEM = 9  # words that an item of a list has at most
_PAIR = 2  # words of an adjective with its noun
_LAST = frozenset({"and", "as well as", "along with", "plus"})


def listed(whole: DocSpan) -> list[DocSpan]:
    """The items of "easing prices, more exports, and new shops", whatever the parser made of them; none of no list."""
    starts = item_starts(whole)
    return cut(whole, [whole.start, *starts]) if starts else []


def item_starts(piece: DocSpan) -> list[int]:
    """Where the items of a plain list begin: "higher wages, dear fuel, and more shops", "mix, price and cheap fuel"."""
    commas = [t.i for t in piece if t.text == ","]
    last = _last_joint(piece, commas[-1]) if commas else None
    if last is None:
        return []
    breaks = [(c, c + 1) for c in commas if c < last[0]] + [last]
    starts = [piece.start, *(start for _, start in breaks)]
    items = [piece.doc[s:e] for s, e in zip(starts, [*(e for e, _ in breaks), piece.end], strict=True)]
    plain = all(1 < len([t for t in i if not t.is_punct]) <= _ITEM and _is_noun_phrase(i) for i in items)
    alike = any(_opens_cause(i) for i in items[1:]) or not any(t.pos_ == "ADP" for t in items[0])
    bare = piece.doc[last[0]].text != ","
    return starts[1:] if plain and alike and not _share_opening(items, bare=bare) else []


def _share_opening(items: Sequence[DocSpan], *, bare: bool) -> bool:
    """Whether one word opens several items: "*our* reach, scale and brand", "*lower* mill and freight costs"."""
    if items[0][0].tag_ == "PRP$" and not any(_opens_cause(i) for i in items[1:]):
        return True
    return bare and len(items[-2]) <= _PAIR and _opens_cause(items[-2]) and not _opens_cause(items[-1])


def _last_joint(piece: DocSpan, comma: int) -> tuple[int, int] | None:
    """Where the last item but one of a list ends, and where the last one begins: ", and", "and", ", as well as"."""
    for token in piece.doc[comma : piece.end]:
        length = next((n for n in (4, 3, 2, 1) if piece.doc[token.i : token.i + n].text.lower() in _LAST), 0)
        if length and token.i + length < piece.end:
            return (comma if token.i == comma + 1 else token.i), token.i + length
    return None


def _opens_cause(item: DocSpan) -> bool:
    """Whether an item of a list opens as a cause does: "*favorable* mix", "*the* new fee"."""
    first = next((t.lower_ for t in item if not t.is_punct), "")
    return first in words("compared") | words("strengths") | words("openers")


def _is_noun_phrase(item: DocSpan) -> bool:
    finite = {"VBD", "VBZ", "VBP", "MD", "WDT"}
    first = next((t for t in item if not t.is_punct), None)
    if first is not None and (first.tag_ in {"IN", "TO"} or first.lower_ in words("narrowing")):
        return False
    if first is not None and first.tag_ == "VBD":  # "increased exports", which the parser may take for a deed
        finite = finite - {"VBD"}
    return not any(t.tag_ in finite or t.lower_ in {"including", "such"} for t in item)
