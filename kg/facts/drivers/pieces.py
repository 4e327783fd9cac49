"""Takes "A, B and C" apart into causes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import words
from kg.facts.sentence import SUBJECTS, trimmed
from kg.language.neighbours import pos_at, word_at

_DEED = 4  # words that tell a deed without a subject of its own
_ITEM = 9  # words that an item of a list has at most
_PAIR = 2  # words of an adjective with its noun
_LAST = frozenset({"and", "as well as", "along with", "plus"})


def pieces(whole: DocSpan, head: Token) -> list[DocSpan]:
    """The parts of "A, B and C", unless "both", a shared modifier or a bare last word holds the parts together."""
    parts = sorted((t for t in head.conjuncts if head.i < t.i < whole.end), key=lambda t: t.i)
    starts = [whole.start]
    for part in parts:
        opening = max(part.left_edge.i, starts[-1] + 1)
        if _stands_alone(whole, part, opening) and whole[0].lower_ != "both":
            starts.append(opening)
    return _cut(whole, starts)


def _cut(whole: DocSpan, starts: Sequence[int]) -> list[DocSpan]:
    ends = [*starts[1:], whole.end]
    return [p for s, e in zip(starts, ends, strict=True) for p in only(whole.doc[s:e])]


def _stands_alone(whole: DocSpan, part: Token, opening: int) -> bool:
    length = min(part.right_edge.i + 1, whole.end) - opening
    before = whole.doc[opening - 2 : opening - 1]
    if before and before[0].i >= whole.start and before[0].tag_ == "JJ" and before[0].dep_ == "amod":
        return False  # "digital and store sales", which the parser may part
    if any(pair in words("pairs") for pair in _around(whole, opening)):
        return False
    return length > 1 and whole.doc[opening - 1].lower_ != "or"


def _around(whole: DocSpan, opening: int) -> tuple[str, ...]:
    """The words around the "and" before a part: "sales and marketing", "and related"."""
    start = next(
        (i for i in range(opening, max(opening - 3, whole.start), -1) if whole.doc[i].lower_ == "and"), opening
    )
    doc = whole.doc
    return doc[max(start - 1, 0) : start + 2].text.lower(), doc[start : start + 2].text.lower()


def at_joints(piece: DocSpan) -> list[DocSpan]:
    """A piece taken apart at "as well as", "along with", and at commas and "and" before words that open a cause."""
    starts = [piece.start, *(_listed(piece) or _joints(piece))]
    return _cut(piece, starts)


def _listed(piece: DocSpan) -> list[int]:
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


def listed(whole: DocSpan) -> list[DocSpan]:
    """The items of "easing prices, more exports, and new shops", whatever the parser made of them; none of no list."""
    starts = _listed(whole)
    return _cut(whole, [whole.start, *starts]) if starts else []


def _is_noun_phrase(item: DocSpan) -> bool:
    finite = {"VBD", "VBZ", "VBP", "MD", "WDT"}
    first = next((t for t in item if not t.is_punct), None)
    if first is not None and (first.tag_ in {"IN", "TO"} or first.lower_ in words("narrowing")):
        return False
    if first is not None and first.tag_ == "VBD":  # "increased exports", which the parser may take for a deed
        finite = finite - {"VBD"}
    return not any(t.tag_ in finite or t.lower_ in {"including", "such"} for t in item)


def _joints(piece: DocSpan) -> Iterator[int]:
    opens = words("openers") | words("strengths")
    skip = piece.start
    for token in piece:
        if token.i <= max(skip, piece.start) or token.i + 2 >= piece.end:
            continue
        if token.lower_ == "including" and piece.doc[token.i - 1].text == "," and _is_strength(piece.doc[token.i + 1]):
            skip = token.i + 1
            yield skip
            continue
        length = next((n for n in (4, 3, 2, 1) if piece.doc[token.i : token.i + n].text.lower() in words("joints")), 0)
        if length:
            skip = token.i + length
            yield skip
        elif (
            _is_measured_off(piece, token.i)
            or _is_priced(piece, token.i)
            or (
                token.lower_ in {"and", ","}
                and not any(pair in words("pairs") for pair in _around(piece, token.i + 1))
                and _opens_noun(piece, token.i + 1, opens)
            )
        ):
            skip = token.i + 1
            yield skip


def _is_measured_off(piece: DocSpan, at: int) -> bool:
    """Whether "and" or a comma stands between causes that each have an amount: "rent of 6 points and wages of 2"."""
    if piece.doc[at].text == "," and not any(
        t.lower_ == "and" and _is_measured_off(piece, t.i) for t in piece.doc[at + 1 : piece.end - 1]
    ):
        return False
    if piece.doc[at].lower_ not in {"and", ","}:
        return False
    before, behind = piece.doc[at - 1], piece.doc[at + 1 : piece.end]
    amount = before.lower_ in words("amounts") and piece.doc[at - 2].like_num
    amount = amount or (before.lower_ == "points" and piece.doc[at - 2].lower_ == "basis")
    nouns = {"NOUN", "ADJ", "PROPN"} if piece.doc[at].text == "," else {"NOUN", "ADJ", "DET", "PROPN", "VERB"}
    noun = behind[0].pos_ in nouns if len(behind) else False
    return amount and noun and any(t.like_num for t in behind)


def _is_priced(piece: DocSpan, at: int) -> bool:
    """Whether a sum of money with its noun follows a comma: "lower volume, *$3 million of* fees and tariffs"."""
    behind = piece.doc[at + 1 : min(at + 6, piece.end)]
    return piece.doc[at].text == "," and behind[:1].text in {"$", "€", "£"} and "of" in [t.lower_ for t in behind]


def _opens_noun(piece: DocSpan, at: int, opens: frozenset[str]) -> bool:
    """Whether a new cause opens here: a word of quantity or an article that leads to a noun."""
    token = piece.doc[at + 1] if piece.doc[at].lower_ in {"and", ","} and at + 1 < piece.end else piece.doc[at]
    if token.lower_ not in opens and not _is_described(token):
        return False
    if _is_told_anew(token):
        return True
    alike = {token.lower_, piece[0].lower_} <= words("compared")
    if token.dep_ in {"pobj", "dobj"} or (token.head.dep_ in {"appos", "relcl"} and not alike):
        return False
    noun = token.head if token.dep_ == "det" else token
    if token.dep_ == "det" and noun.dep_ == "conj" and noun.head.dep_ == "pobj" and noun.head.head.lower_ == "of":
        return noun.head.left_edge.lower_ != token.lower_  # "the strength of the dollar and the euro"
    behind = piece.doc[token.i + 1 : token.i + 2].text.lower()
    if token.tag_ == "VBG" and piece.doc[at - 1].text == "," and behind in {"its", "their", "the", "our"}:
        return False  # "driven by growth, increasing its share": what follows the growth
    return token.head.i > token.i or token.pos_ == "NOUN" or token.tag_ == "VBG"


def _is_told_anew(token: Token) -> bool:
    """Whether an adjective behind "and" leads to a noun of its own, whatever the parser made of it."""
    if word_at(token.doc, token.i - 1) != "and" or token.tag_ not in {"JJ", "JJR"}:
        return False
    before = token.doc[max(token.i - 2, 0)]
    if before.pos_ not in {"NOUN", "PROPN"} and before.tag_ != "VBG":
        return False
    behind = token.doc[token.i + 1 : token.i + 5]
    noun = next((t for t in behind if t.pos_ not in {"ADJ", "ADV"} and t.text != "-"), None)
    return noun is not None and noun.pos_ in {"NOUN", "PROPN"}


def _is_described(token: Token) -> bool:
    """Whether a word of degree opens a cause behind "and": "and *growing* usage", not "robust and growing orders"."""
    behind = word_at(token.doc, token.i - 1) == "and" and pos_at(token.doc, token.i - 2) != "ADJ"
    return behind and token.lower_ in words("describing")


def _is_strength(token: Token) -> bool:
    return token.lower_ in words("strengths") - {"mix", "rates", "investments", "comparable", "strong", "solid"}


def clauses(whole: DocSpan) -> list[DocSpan]:
    """The parts of "volumes rose and prices fell", "we raised prices and cut back on freight": each tells a deed."""
    if not len(whole):
        return []
    verb = whole.root
    parts = (t for t in verb.conjuncts if verb.i < t.i < whole.end and _tells_a_deed(t, whole))
    return _cut(whole, [whole.start, *sorted(max(t.left_edge.i, verb.i + 1) for t in parts)])


def _tells_a_deed(verb: Token, whole: DocSpan) -> bool:
    """Whether a coordinated verb has a subject, or a tense and words of its own."""
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return True
    return verb.tag_ in {"VBD", "VBP", "VBZ"} and min(verb.right_edge.i + 1, whole.end) - verb.i >= _DEED


def only(span: DocSpan) -> list[DocSpan]:
    """The words of a cause, without what would join another one to it: "better mix, along with"."""
    clean = trimmed(span) if len(span) else None
    length = next((n for n in (4, 3, 2) if clean is not None and clean[-n:].text.lower() in words("joints")), 0)
    while clean is not None and clean[:2].text.lower() in words("joints") and len(clean) > 2:
        clean = trimmed(clean[2:])
    if clean is not None and clean[-1].lower_ == "including":
        length = 1
    if clean is not None and 0 < length < len(clean):
        clean = trimmed(clean[:-length])
    while clean is not None and len(clean) > 1 and clean[-1].pos_ == "AUX" and clean[-1].lower_ not in {"is", "are"}:
        clean = trimmed(clean[:-1])  # "higher wages *will* fade": the verb of another clause
    return [clean] if clean is not None else []
