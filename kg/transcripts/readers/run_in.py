"""Machine transcripts that run name and post into the speech: `Ann Lee Chief Executive Officer Good morning …`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Paragraph, Span, Speaker
from kg.persons import is_generic, is_name, is_operator, is_post, plain, words
from kg.transcripts.boilerplate import spoken
from kg.transcripts.collect import Label, collect
from kg.transcripts.draft import Draft
from kg.transcripts.lines import Line, lines
from kg.transcripts.unmixed import NOBODY, carried_over, unmixed

_WORD = re.compile(r"\S+")
_SMALL = frozenset({"of", "and", "for", "at", "the", "&", "-", "–", "to", "de", "van", "von", "der", "den", "la"})
_MACHINE = re.compile(r"(?:spk|speaker_?)\d+", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.)+|(?:Inc|Jr|Sr|Ltd|Co|Dr|Mr|Ms)\.")
_LONGEST = 16
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where the label of a line ends, and the name and post in it."""

    end: int
    name: str
    post: str | None


def read(text: str) -> Draft | None:
    """The draft of such a text; None unless most of its paragraphs begin so and some label has a post."""
    page = list(lines(text))
    start = next((i + 1 for i, line in enumerate(page) if line.text == "---"), 0)
    body = list(spoken(page[start:]))
    cuts = _agreed({line: cut for line in body if (cut := _cut(line.text))})
    if len(cuts) < max(_FEWEST, len(body) // 2) or not any(cut.post for cut in cuts.values()):
        return None
    return Draft(unmixed(text, carried_over(text, collect(_items(body, cuts)))))


def _items(body: list[Line], cuts: Mapping[Line, _Cut]) -> Iterator[Label | Paragraph]:
    for line in body:
        cut = cuts.get(line)
        start = line.span.start
        if cut:
            yield Label(_speaker(cut), Span(start, start + cut.end))
            start += cut.end + (len(line.text[cut.end :]) - len(line.text[cut.end :].lstrip()))
        if start < line.span.end:
            yield Paragraph(Span(start, line.span.end))


def _speaker(cut: _Cut) -> Speaker:
    """The speaker of a label; one word without a post is the machine's guess and names nobody."""
    post, firm = _firm(cut.post)
    if post is None and ((len(cut.name.split()) == 1 and not is_operator(cut.name)) or is_generic(cut.name)):
        return NOBODY
    return Speaker(plain(cut.name), post, firm)


def _firm(post: str | None) -> tuple[str | None, str | None]:
    """A post "Analyst at Harbour Bank" holds the firm."""
    title, found, firm = (post or "").partition(" at ")
    return (title, firm) if found else (post, None)


def _cut(text: str) -> _Cut | None:
    """The label at the start of a paragraph.

    >>> _cut("Ann Lee Chief Executive Officer Good morning to all of you here.")
    _Cut(end=31, name='Ann Lee', post='Chief Executive Officer')
    >>> _cut("Teo Lund Analyst at Harbour Bank Margins fell, why?").post
    'Analyst at Harbour Bank'
    """
    tokens = list(_WORD.finditer(text))[: _LONGEST + 2]
    if tokens and _MACHINE.fullmatch(tokens[0].group()):
        return _Cut(tokens[0].end(), tokens[0].group(), None)
    end = _speech_starts([t.group() for t in tokens])
    if end == 0:
        return None
    label = [t.group() for t in tokens[:end]]
    first = 1 if is_operator(label[0]) else 2
    posts = next((i for i, t in enumerate(label) if i >= first and _opens_post(t)), len(label))
    name = " ".join(label[:posts]).rstrip(",")
    if not is_name(name) or len(name.split()) > 5:
        return None
    return _Cut(tokens[end - 1].end(), name, " ".join(label[posts:]) or None)


def _opens_post(token: str) -> bool:
    word = token.strip(",()").casefold()
    return is_post(word) or word in words("post_starts")


def _speech_starts(tokens: list[str]) -> int:
    """The number of the token with which the first sentence begins; 0 where a paragraph has no label."""
    for index, token in enumerate(tokens):
        word = token.strip(",.…!?;:").casefold()
        if index and word in words("starters") and token[0].isupper():
            return index
        if token[0].islower() and word not in _SMALL:
            return index if is_post(tokens[index - 1]) else max(index - 1, 0)
        if index and token[-1] in ".?!…" and not _INITIALS.fullmatch(token):
            return index
    return 0


def _agreed(cuts: dict[Line, _Cut]) -> dict[Line, _Cut]:
    """Paragraphs that begin with one name have one label: the shortest that was found."""
    same: dict[str, list[_Cut]] = defaultdict(list)
    for cut in cuts.values():
        same[cut.name].append(cut)
    return {line: min(same[cut.name], key=lambda c: c.end) for line, cut in cuts.items()}
