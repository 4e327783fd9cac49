"""Finds names of the call again where they stand in other letters or shortened: "crash alert", "14 Max"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language import Passage
from kg.mentions.lexicon import WORD, words_of
from kg.model import Mention, MentionKind, Span

RULE = "name.repeated"


def repeated(passage: Passage, forms: Iterable[str]) -> Iterator[Mention]:
    """Every place where a name of several words stands, whatever its capitals, or its end does with capitals.

    The end of a name counts only where it is still several words: "14 Max" of "Orchard 14 Max", not "Max".
    """
    known, tails = _keys(forms)
    first = {key[0] for key in known | tails}
    longest = max((len(key) for key in known), default=0)
    text = passage.doc.text
    words = [(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in WORD.finditer(text)]
    for position, (start, _, word) in enumerate(words):
        if word not in first:
            continue
        for length in range(min(longest, len(words) - position), 1, -1):
            piece = words[position : position + length]
            key = tuple(w for _, _, w in piece)
            end = piece[-1][1]
            if key in known or (key in tails and _has_capitals(text[start:end])):
                yield Mention(
                    Span(start, end).shifted(passage.paragraph.span.start), MentionKind.NAME, text[start:end], RULE
                )
                break


def _keys(forms: Iterable[str]) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    known = {words for form in forms if len(words := words_of(form)) > 1}
    tails = {words[i:] for words in known for i in range(1, len(words) - 1)}
    return known, tails - known


def _has_capitals(text: str) -> bool:
    return all(w[0].isupper() or w[0].isdigit() for w in text.split())
