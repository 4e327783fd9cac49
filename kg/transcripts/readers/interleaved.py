"""English and Chinese in turn, `[ 7] [EN] …` over `[中] …`.

Who speaks stands before a colon in the English, or in a pair of its own: `Name -- Title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Paragraph, Span
from kg.transcripts.boilerplate import ends_call, is_furniture
from kg.transcripts.chinese import has_chinese, script
from kg.transcripts.collect import collect
from kg.transcripts.draft import Draft
from kg.transcripts.lines import Line, lines
from kg.transcripts.readers import dashes
from kg.transcripts.readers.colon import items, label_names, listed

_ENGLISH = re.compile(r"(?:\[\s*\d+\]\s*)?\[(?:EN|英|英文|English)\]\s*", re.IGNORECASE)
_CHINESE = re.compile(r"(?:\[\s*\d+\]\s*)?\[(?:中|中文|ZH|CN|zh-\w+)\]\s*", re.IGNORECASE)
_FEWEST = 3


def read(text: str) -> Draft | None:
    """The draft of such a page; None when it has no such pairs or no speakers."""
    page = list(lines(text))
    if sum(1 for line in page if _ENGLISH.match(line.text)) < _FEWEST:
        return None
    pairs = list(_pairs(page))
    words = [text[p.span.start : p.span.end] for p in pairs]
    start = next((i + 1 for i, w in enumerate(words) if "transcript" in w.lower() and is_furniture(w)), 0)
    end = next((i for i, w in enumerate(words) if i > start + _FEWEST and ends_call(w)), len(words))
    known = label_names(words[start:end])
    said = collect(item for w, p in zip(words[start:end], pairs[start:end], strict=True) for item in items(w, p, known))
    if len(said) > 1:
        return Draft(said, tuple(listed(page)), script(text))
    draft = dashes.of_lines([Line(p.span, w, 0, True) for w, p in zip(words, pairs, strict=True)])
    return _beside(draft, pairs, script(text)) if draft else None


def _beside(draft: Draft, pairs: list[Paragraph], chinese: str | None) -> Draft:
    """A draft of the English lines with the Chinese of each put beside it again."""
    whole = {pair.span: pair for pair in pairs}
    said = (replace(s, paragraphs=tuple(whole.get(p.span, p) for p in s.paragraphs)) for s in draft.said)
    return replace(draft, said=tuple(said), chinese=chinese)


def _pairs(page: list[Line]) -> Iterator[Paragraph]:
    """English paragraphs with the Chinese below; further lines of either belong to it."""
    english: Span | None = None
    chinese: Span | None = None
    for line in page:
        if match := _ENGLISH.match(line.text):
            if english:
                yield Paragraph(english, chinese)
            english, chinese = Span(line.span.start + match.end(), line.span.end), None
        elif match := _CHINESE.match(line.text):
            chinese = Span(line.span.start + match.end(), line.span.end)
        elif english and line.blank_before:
            yield Paragraph(english, chinese)
            english, chinese = None, None
        elif chinese and has_chinese(line.text):
            chinese = Span(chinese.start, line.span.end)
        elif english and not chinese:
            english = Span(english.start, line.span.end)
    if english:
        yield Paragraph(english, chinese)
