"""A turn cut into sentences: what the rules about questions and answers look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan

from kg.facts.context import Context
from kg.language import Passage
from kg.model import EntityId, Span, SpokenTurn

_MARK = re.compile(r"[\[(][^\[\]()]*[\])]\.?")
"""A whole sentence in brackets, such as "(foreign language)" before the interpreter's words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a turn: where it stands, its words in one line, its annotation, and the start of its paragraph.

    `bilingual`: another language stands between its paragraph and the next.
    """

    span: Span
    text: str
    words: DocSpan
    paragraph: int
    bilingual: bool


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose question somebody else reads out, and for which firm they ask."""

    analyst: EntityId
    firm: EntityId | None


@dataclass(frozen=True, slots=True)
class Speech:
    """A turn with its sentences, or a part of one; `asker` where they are a question of somebody else."""

    turn: SpokenTurn
    sentences: tuple[Sentence, ...]
    asker: Asker | None = None

    @property
    def text(self) -> str:
        """What is said, without the breaks between paragraphs."""
        return " ".join(s.text for s in self.sentences)


def speeches(context: Context) -> Iterator[Speech]:
    """Every turn of a call, in text order; one in which nothing is said has no sentences."""
    by_turn: dict[int, list[Sentence]] = defaultdict(list)
    for passage in context.passages:
        by_turn[passage.turn.number].extend(_sentences(passage))
    for turn in context.turns:
        spoken = tuple(s for s in by_turn[turn.number] if not _MARK.fullmatch(s.text))
        yield Speech(turn, spoken or tuple(by_turn[turn.number]))


def _sentences(passage: Passage) -> Iterator[Sentence]:
    for words in passage.doc.sents:
        said = words.text
        text = " ".join(said.split())
        if text:
            start = words.start_char + len(said) - len(said.lstrip())
            span = Span(start, words.start_char + len(said.rstrip())).shifted(passage.paragraph.span.start)
            yield Sentence(span, text, words, passage.paragraph.span.start, passage.paragraph.chinese is not None)
