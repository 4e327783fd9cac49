"""What a question is about: the metrics and things that it names, then the noun phrases that nothing known covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from spacy.tokens import Span as DocSpan

from kg.facts.context import Context
from kg.facts.exchanges.speech import Speech
from kg.model import EntityType, Link, Role, Span, within

_MOST = 14
_PERIOD = re.compile(r"(?:fiscal |fy )?(?:q[1-4]|[1-4]q|fy|h[12])? ?['’]?(?:\d\d|20\d\d)?\.?")
_LEADING = frozenset({"DET", "PRON", "NUM", "ADP", "CCONJ", "SCONJ", "PART", "ADV", "PUNCT", "INTJ", "SYM", "AUX"})


def topics(speech: Speech, span: Span, context: Context) -> tuple[str, ...]:
    """Names of entities and noun phrases within a span, in text order, each once; people and their firms are none."""
    found: dict[str, None] = {}
    links = sorted(_links(speech, span, context), key=lambda link: link.mention)
    named = [(link.mention.span, context.entities[link.entity].name) for link in links]
    taken = [link.mention.span for link in (*context.names_in(span), *context.metrics_in(span))]
    phrases = [(w, text) for w, text in _phrases(speech, span) if not any(w.overlaps(other) for other in taken)]
    for _, text in sorted([*named, *phrases[: max(_MOST - len(named), 4)]]):
        found.setdefault(text)
    return tuple(found)


def named_topics(speech: Speech, span: Span, context: Context) -> tuple[str, ...]:
    """The names among the topics of a span: those of entities and metrics, each once."""
    links = sorted(_links(speech, span, context), key=lambda link: link.mention)
    return tuple(dict.fromkeys(context.entities[link.entity].name for link in links))


def _links(speech: Speech, span: Span, context: Context) -> Iterator[Link]:
    firms = {t.organization for t in context.turns if t.role is Role.ANALYST}
    firms |= {speech.asker.firm} if speech.asker is not None else set()
    for link in (*context.names_in(span), *context.metrics_in(span)):
        entity = context.entities[link.entity]
        other = entity.type is EntityType.PERSON or link.entity in firms or link.entity == context.company
        said = link.mention.text.lower()
        if not other and not is_vague(said) and not _empty(said) and not _PERIOD.fullmatch(said):
            yield link


def _phrases(speech: Speech, span: Span) -> Iterator[tuple[Span, str]]:
    """Noun phrases without articles and pronouns, if their head says anything."""
    for sentence in within(speech.sentences, span, lambda sentence: sentence.span):
        text = sentence.words.text
        offset = sentence.span.start - sentence.words.start_char - (len(text) - len(text.lstrip()))
        for chunk in sentence.words.noun_chunks:
            words = _content(chunk)
            if words is not None:
                start = words.start_char + offset
                yield Span(start, start + len(words.text)), " ".join(words.text.split())


def _content(chunk: DocSpan) -> DocSpan | None:
    """The phrase from its first word of content on.

    Determiners, possessives, numbers and quantity words before it are left out.
    """
    tokens = list(chunk)
    while tokens and (tokens[0].pos_ in _LEADING or _empty(tokens[0].lower_)):
        tokens.pop(0)
    text = "".join(t.text for t in tokens)
    if (
        len(text) < 3
        or _PERIOD.fullmatch(" ".join(t.lower_ for t in tokens))
        or not text[0].isalnum()
        or not any(c.isalpha() for c in text)
    ):
        return None
    if not tokens or chunk.root.pos_ not in {"NOUN", "PROPN"} or _empty(chunk.root.lemma_.lower()):
        return None
    if (
        chunk.root.i < tokens[0].i
        or len(tokens) > 6
        or (len(tokens) == 1 and (is_vague(tokens[0].lower_) or is_vague(tokens[0].lemma_.lower())))
    ):
        return None
    return chunk.doc[tokens[0].i : tokens[-1].i + 1]


def _empty(word: str) -> bool:
    return word in _listed("empty_words")


def is_vague(word: str) -> bool:
    """Whether a noun says too little by itself to be what a question is about.

    >>> is_vague("trajectory"), is_vague("headcount")
    (True, False)
    """
    return word.lower() in _listed("vague_words")


@cache
def _listed(name: str) -> frozenset[str]:
    text = files("kg.facts").joinpath(f"exchanges/{name}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line and not line.startswith("#"))
