"""Bilingual pages of bullets: an English line, below it the Chinese, indented; labels are bullets too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Paragraph, Span, Speaker
from kg.persons import is_generic, is_name, is_operator, is_post, plain, post_and_firm
from kg.transcripts.boilerplate import ends_call
from kg.transcripts.chinese import has_chinese, script
from kg.transcripts.collect import Label, collect
from kg.transcripts.draft import Draft
from kg.transcripts.lines import Line, lines

_BULLET = re.compile(r"[•‧·●▪■◦∙*\-–]\s+")
_FEWEST = 3
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class _Item:
    english: Span
    text: str
    below: Span | None = None
    below_text: str = ""


def read(text: str) -> Draft | None:
    """The draft of such a page; None when it has too few bullets with Chinese below or no labels."""
    page = list(lines(text))
    items = list(_items(page, text))
    alone = len(items) > _MOSTLY * len(page) and _in_english_alone(items)
    if sum(has_chinese(item.below_text) for item in items) < _FEWEST and not alone:
        return None
    end = next((i for i, item in enumerate(items) if ends_call(item.text)), len(items))
    said = collect(_labelled(items[:end]))
    chinese = any(paragraph.chinese for item in said for paragraph in item.paragraphs)
    return Draft(said, (), script(text) if chinese else None) if len(said) > 1 else None


def _in_english_alone(items: Sequence[_Item]) -> bool:
    """Whether a page of bullets, none of them translated, has a moderator and others for labels."""
    speakers = [speaker.name for item in items if (speaker := _speaker(item))]
    return any(map(is_operator, speakers)) and len(set(speakers)) >= _FEWEST


def _items(page: list[Line], text: str) -> Iterator[_Item]:
    """Bullets with the lines below them; a wrapped English line is part of the bullet."""
    item: _Item | None = None
    for line in page:
        if match := _BULLET.match(line.text):
            if item:
                yield item
            item = _Item(Span(line.span.start + match.end(), line.span.end), line.text[match.end() :])
        elif item is None:
            continue
        elif item.below is None and not line.blank_before and not has_chinese(line.text):
            span = Span(item.english.start, line.span.end)
            item = _Item(span, text[span.start : span.end])
        elif ends_call(line.text):
            break
        else:
            span = Span(item.below.start if item.below else line.span.start, line.span.end)
            item = replace(item, below=span, below_text=text[span.start : span.end])
    if item:
        yield item


def _labelled(items: list[_Item]) -> Iterator[Label | Paragraph]:
    for item in items:
        speaker = _speaker(item)
        chinese = item.below if has_chinese(item.below_text) else None
        yield Label(speaker, item.english) if speaker else Paragraph(item.english, chinese)


def _speaker(item: _Item) -> Speaker | None:
    """The speaker of a label: an operator, a name with a post, or a name that the line below repeats."""
    if item.text.startswith("- ") and is_post(item.text) and item.text[-1] not in ".?!":  # a post, and no name
        post = item.text[2:]
        return Speaker("Unidentified analyst" if post == "Analyst" else post, post)
    name, *rest = item.text.split(" - ")
    if len(item.text) > 150 or not is_name(name):
        return None
    if not rest:
        clear = is_operator(name) or is_generic(name) or item.below_text == item.text
        return Speaker(plain(name)) if clear else None
    if not is_post(" ".join(rest)) and item.below_text != item.text:
        return None
    return Speaker(plain(name), *post_and_firm(rest))
