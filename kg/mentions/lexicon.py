"""Looks up the labels of a lexicon in the words of a call: longest first, capitals respected, plurals forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.language import Passage
from kg.mentions.words import common_words
from kg.model import Entity, EntityId, EntityType, Mention, MentionKind

LISTED = "name.listed"
MISHEARD = "name.misheard"
WORD = re.compile(r"(?:[A-Za-z]\.){2,}|(?:[A-Z]\. )+[A-Z]\.|\w+(?:[.'’&]\w+)*\+?|[&+$]")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it is looked up; `exact` where its capitals tell it from ordinary words."""

    text: str
    entity: EntityId
    type: EntityType
    hidden: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Labels by their words, and by a label's first word how many words the longest such label has."""

    by_words: Mapping[tuple[str, ...], tuple[Label, ...]]
    longest: Mapping[str, int]

    def reach(self, word: str) -> int:
        """How many words a label can have that begins with a word as it stands in the text; 0 for none."""
        if not word.endswith("s"):
            return self.longest.get(word, 0)
        bare = word.removesuffix("'s")
        return max(self.longest.get(form, 0) for form in (word, bare, bare.removesuffix("s")))


@lru_cache(1 << 15)
def words_of(text: str) -> tuple[str, ...]:
    """A label as comparable words: lower case, hyphens as blanks, initials without any.

    >>> words_of("Trade-in Programs & Co."), words_of("the U. S.")
    (('trade', 'in', 'programs', '&', 'co'), ('the', 'u.s.'))
    """
    return tuple(_compared(w) for w in WORD.findall(text))


def _compared(word: str) -> str:
    return word.lower().replace("’", "'").replace(" ", "")


def table(entities: Iterable[Entity]) -> Table:
    """The labels of entities by their words; of two entities with one label the earlier comes first."""
    out: dict[tuple[str, ...], list[Label]] = {}
    for entity in entities:
        for label in entity.labels:
            words = words_of(label.text)
            if not label.language.startswith("en") or not words:
                continue
            exact = any(c.isupper() for c in label.text) and (len(words) == 1 or _is_plain(entity, words))
            out.setdefault(words, []).append(Label(label.text, entity.id, entity.type, label.kind == "hidden", exact))
    longest: dict[str, int] = {}
    for words in out:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Table({words: tuple(sorted(labels, key=lambda x: x.hidden)) for words, labels in out.items()}, longest)


def _is_plain(entity: Entity, words: tuple[str, ...]) -> bool:
    """Whether a firm's name is made of words that stand in small letters for something else: "waste management"."""
    return entity.type is EntityType.ORGANIZATION and all(w in common_words() for w in words)


def listed(passage: Passage, labels: Table) -> Iterator[Mention]:
    """Mentions of known names in text order, none overlapping another.

    A name printed as the lexicon prints it wins over a mis-hearing that is spelt alike; the mis-hearing is then left
    to the repairs, which ask for more evidence.
    """
    text = passage.text
    words = [(m.start(), m.end(), _compared(m.group())) for m in WORD.finditer(text)]
    position = 0
    while position < len(words):
        for length in range(min(labels.reach(words[position][2]), len(words) - position), 0, -1):
            piece = words[position : position + length]
            start, end = piece[0][0], piece[-1][1]
            if "  " in text[start:end] or re.search(r"(?<![A-Z])[.;:?!]\s", text[start:end]):
                continue
            label = _label(text[start:end], tuple(w for _, _, w in piece), labels)
            if label is None:
                continue
            yield _mention(passage, start, end, label)
            position += length
            break
        else:
            position += 1


def _label(text: str, words: tuple[str, ...], labels: Table) -> Label | None:
    bare = words[-1].removesuffix("'s")
    for key in dict.fromkeys((words, (*words[:-1], bare), (*words[:-1], bare.removesuffix("s")))):
        for label in labels.by_words.get(key, ()):
            if not label.exact or _as_printed(text, label.text):
                return label
    return None


def _as_printed(text: str, label: str) -> bool:
    """Whether the capitals agree: `Visa` but not `visa`, `US` but not `us`; `AMAP` for `Amap`; any of several words."""
    plain = text.removesuffix("'s").removesuffix("’s").replace(". ", ".")
    if plain == label or plain == label + "s":
        return True
    if label.isupper() or len(label) < 4:
        return False
    if " " in label:
        return not plain.islower()
    return plain[0].isupper() == label[0].isupper()


def _mention(passage: Passage, start: int, end: int, label: Label) -> Mention:
    text = passage.text[start:end]
    for ending in ("'s", "’s"):
        if text.endswith(ending) and not label.text.endswith(("'s", "’s")):
            text = text.removesuffix(ending)
    offset = passage.paragraph.span.start
    span = type(passage.paragraph.span)(offset + start, offset + start + len(text))
    rule = MISHEARD if label.hidden else LISTED
    return Mention(span, MentionKind.NAME, text, rule, entity=label.entity, type=label.type)
