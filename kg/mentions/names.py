"""Finds the names of things in a call: those that a lexicon lists, and those that their writing gives away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from kg.language import Passage
from kg.lexicon import Lexicon
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.capitals import capitals
from kg.mentions.compounds import Run, joined
from kg.mentions.coordinated import coordinated
from kg.mentions.grown_lines import grown
from kg.mentions.lexicon import listed, table
from kg.mentions.lines import lines
from kg.mentions.listed_lines import alone, beside
from kg.mentions.measure_initials import measure_initials
from kg.mentions.metric_words import metric_heads
from kg.mentions.other_initials import other_initials, without
from kg.mentions.place_segments import place_segments, segments_named
from kg.mentions.repeated import forms_of, repeated
from kg.mentions.result_lines import reported_lines
from kg.mentions.topics import spoken_of, topics
from kg.mentions.usual_lines import spoken_lines, usual
from kg.mentions.words import first_names, name_words
from kg.mentions.writing import Writing, is_capital, opens, writing_of
from kg.model import EntityType, Mention, MentionKind, Span, Transcript

CAPITALS = "name.capitals"


def names(
    transcript: Transcript,
    passages: Sequence[Passage],
    lexicon: Lexicon,
    *,
    metrics: MetricTable,
    figures: Sequence[Mention] = (),
) -> Iterator[Mention]:
    """Name mentions of the call in text order; of overlapping ones the longest stands, of equals the listed one."""
    labels = table(lexicon.known(transcript.call))
    known = [list(listed(passage, labels)) for passage in passages]
    apart = {m.text for found in known for m in found} | {w for s in _speakers(transcript) for w in (s, *s.split())}
    proposed = _written(passages, metrics, {m.span for m in figures if m.rule != "quantity.count"}, apart)
    other = other_initials(passages, known, proposed)
    known = [without(found, other) for found in known]
    told = lexicon.of_call(transcript.call) is not None  # a company's lexicon names its lines of business
    regions = frozenset() if told else place_segments(passages, known)
    units = [list(segments_named(p, old, regions)) for p, old in zip(passages, known, strict=True)]
    known = [[m for m in old if not _in_any(m, new)] for old, new in zip(known, units, strict=True)]
    written = [
        [m for m in _not_made_of(new, old) if not any(m.span == unit.span for unit in own)]
        for new, old, own in zip(proposed, known, units, strict=True)
    ]
    spoken = [[m for m in lines(p) if not told and _bare(m.text) not in apart] for p in passages]
    turned_to = frozenset() if told else _lines_alone([p.doc for p in passages], spoken, metrics)
    common = frozenset() if told else usual(passages) - turned_to
    forms = forms_of(
        {m.text for found in written for m in found} | {_bare(m.text) for found in (*spoken, *units) for m in found}
    )
    for passage, old, new, line, region in zip(passages, known, written, spoken, units, strict=True):
        small = [*spoken_of(passage, turned_to), *spoken_lines(passage, common)]
        yield from longest([*old, *new, *line, *region, *repeated(passage, forms), *small])


def _lines_alone(docs: Sequence[Doc], spoken: Sequence[Sequence[Mention]], metrics: MetricTable) -> frozenset[str]:
    """Lines of business that the call names without a general noun behind them."""

    @cache
    def measured(words: str) -> bool:
        return is_measure(words, metrics)

    bare = frozenset(_bare(m.text) for found in spoken for m in found)
    whole = (
        coordinated(docs, measured) | name_words().rest_lines | ({line.lower() for line in bare} & name_words().regions)
    )
    general = name_words().general_topics
    known = (
        whole
        | topics(docs, measured)
        | grown(docs, measured)
        | reported_lines(docs, measured)
        | alone(docs, frozenset(w for w in bare - general if w.isalpha() and w.islower() and not metrics.get((w,))))
    )
    return known | beside(docs, known | bare, measured)


def is_measure(words: str, metrics: MetricTable) -> bool:
    """Whether a phrase is a measure, or ends in one."""
    if words.lower() in name_words().sure_lines:
        return False
    parts = words_of(words)
    return any(metrics.get(parts[i:]) is not None for i in range(len(parts))) or parts[-1:] in metric_heads()


def _not_made_of(written: Sequence[Mention], known: Sequence[Mention]) -> Iterator[Mention]:
    """The capitalised names that are more than listed names side by side, as "U.S. Congress" is not."""
    for mention in written:
        inside = [m for m in known if m.span in mention.span]
        letters = sum(len(m.span) for m in inside)
        if len(inside) < 2 or letters + len(inside) - 1 < len(mention.span):
            yield mention


def _in_any(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(mention.span in other.span for other in others)


def _bare(line: str) -> str:
    """A line of business without its general noun: "home insurance" for "home insurance business"."""
    return line.rsplit(" ", 1)[0]


def _speakers(transcript: Transcript) -> list[str]:
    return [s.name for s in (*transcript.participants, *(turn.speaker for turn in transcript.turns))]


def _written(
    passages: Sequence[Passage], metrics: MetricTable, figures: set[Span], apart: set[str]
) -> list[list[Mention]]:
    """The capitalised names of each passage."""
    docs = [passage.doc for passage in passages]
    writing = writing_of(docs)
    short = measure_initials(passages, lambda words: is_measure(words, metrics))
    blocked = [_blocked(p, metrics, figures, writing, short) for p in passages]
    large = [capitals(doc, writing, no) for doc, no in zip(docs, blocked, strict=True)]
    whole = joined(
        docs, [c.names for c in large], lambda name: name in apart or is_person(name), [c.halves for c in large]
    )
    return [
        [_mention(passage, *_with_head(passage.doc, run, apart)) for run in chosen]
        for passage, chosen in zip(passages, whole, strict=True)
    ]


def _blocked(
    passage: Passage, metrics: MetricTable, figures: set[Span], writing: Writing, short: frozenset[str]
) -> Callable[[Token], bool]:
    """Tokens of no name: measures abbreviated (as in `short`) or opening a sentence, figures with their currency."""
    offset = passage.paragraph.span.start
    inside = [s for s in figures if s in passage.paragraph.span]
    taken = {i for s in inside for i in range(s.start - offset, s.end - offset)}

    def blocked(token: Token) -> bool:
        if token.idx in taken or token.text.removesuffix("s") in short:
            return True
        initials = any(letter.isupper() for letter in token.text[1:])  # "CASM", "RevPAR"
        if not initials and not _opens_alone(token, writing):
            return False
        return metrics.get(words_of(token.text)) is not None

    return blocked


def _opens_alone(token: Token, writing: Writing) -> bool:
    """Whether a word may owe its capital to its place: it opens a sentence, and nowhere else stands large."""
    alone = token.i + 1 == len(token.doc) or not is_capital(token.nbor(1))
    return alone and opens(token) and not writing.large[token.text]


def _with_head(doc: Doc, run: Run, listed_names: set[str]) -> Run:
    """With the general noun behind an unlisted name: "Orchard app", "Foundry business"."""
    start, end = run
    if doc[start:end].text in listed_names:
        return run
    if end + 1 < len(doc) and doc[end].text in {"'s", "’s"} and doc[end + 1].text in {"disease", "syndrome"}:
        return start, end + 2
    if end < len(doc) and doc[end - 1].whitespace_ and doc[end].text in name_words().spoken_heads:
        unit = doc[end].text == "business" and end + 1 < len(doc) and doc[end + 1].text == "unit"
        return start, end + 1 + unit
    return run


def _mention(passage: Passage, start: int, end: int) -> Mention:
    span = passage.span(passage.doc[start:end])
    text = passage.doc[start:end].text
    stopped = re.fullmatch(r"[^.]{3,}\.|[A-Z]&[A-Z]\.", text) and text.lower() not in name_words().abbreviations
    if stopped:  # a full stop that the tokenizer left on an abbreviation
        span, text = Span(span.start, span.end - 1), text[:-1]
    kind = EntityType.PERSON if is_person(text) or text in first_names() else None
    return Mention(span, MentionKind.NAME, text, CAPITALS, type=kind)


def is_person(name: str) -> bool:
    """Whether a name begins with a given name and goes on like a family name.

    >>> is_person("Dana Whitlock"), is_person("Dana Cloud Services"), is_person("Orchard Pay")
    (True, False, False)
    """
    words = name.split()
    return (
        2 <= len(words) <= 3
        and words[0] in first_names()
        and all(w[0].isupper() and w.replace(".", "").replace("-", "").replace("'", "").isalpha() for w in words)
        and words[-1].lower() not in name_words().heads
    )


def _rank(mention: Mention) -> tuple[int, bool, bool, Span, str]:
    """The place of a mention among those that overlap; a name in small letters is what the rule says that told it."""
    untold = mention.type is None and mention.text.islower()
    return -len(mention.span), mention.entity is None, untold, mention.span, mention.rule


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without overlaps; of two that overlap the longer, of equals the listed or typed one, in order."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=_rank):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return sorted(kept)
