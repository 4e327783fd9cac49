"""Finds names of the call again where they stand in other letters or shortened: "crash alert", "14 Max"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.language import Passage
from kg.mentions.lexicon import WORD, words_of
from kg.model import Mention, MentionKind, Span

RULE = "name.repeated"


@dataclass(frozen=True, slots=True)
class Forms:
    """Names of several words, in small letters, and their ends; the words with which either may begin."""

    known: frozenset[tuple[str, ...]]
    tails: frozenset[tuple[str, ...]]
    opening: frozenset[str]
    longest: int


def forms_of(names: Iterable[str]) -> Forms:
    """What to look for where names may stand again.

    >>> sorted(forms_of(["Orchard 14 Max", "Orchard"]).opening)
    ['14', 'orchard']
    """
    known = {words for name in names if len(words := words_of(name)) > 1}
    tails = {words[i:] for words in known for i in range(1, len(words) - 1)} - known
    opening = frozenset(key[0] for key in known | tails)
    return Forms(frozenset(known), frozenset(tails), opening, max(map(len, known), default=0))


def repeated(passage: Passage, forms: Forms) -> Iterator[Mention]:
    """Every place where a name of several words stands, whatever its capitals, or its end does with capitals.

    The end of a name counts only where it is still several words: "14 Max" of "Orchard 14 Max", not "Max".
    """
    text = passage.text
    words = [(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in WORD.finditer(text)]
    for position, (start, _, word) in enumerate(words):
        if word not in forms.opening:
            continue
        for length in range(min(forms.longest, len(words) - position), 1, -1):
            piece = words[position : position + length]
            key = tuple(w for _, _, w in piece)
            end = piece[-1][1]
            if key in forms.known or (key in forms.tails and _has_capitals(text[start:end])):
                yield Mention(
                    Span(start, end).shifted(passage.paragraph.span.start), MentionKind.NAME, text[start:end], RULE
                )
                break


def _has_capitals(text: str) -> bool:
    return all(w[0].isupper() or w[0].isdigit() for w in text.split())
