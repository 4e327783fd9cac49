"""Where a question begins in an analyst's turn, after greetings, thanks and praise, and whether there is one at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts.exchanges.cues import says
from kg.facts.exchanges.speech import Sentence, Speech
from kg.model import Span

_SOUND = 14
"""Words up to which somebody asks whether the line is good, and no more."""
_LONG = 25
"""Words beside greetings that make an analyst's turn a question even if its wording asks nothing."""
_PREAMBLE = 160
"""Characters of greeting before a question that its evidence may begin with."""
_EVIDENCE, _LONGEST = 25, 500
"""Words that evidence has at least, if the turn has them, and characters that it has at most."""


@dataclass(frozen=True, slots=True)
class Question:
    """`span` is the question within its turn, `evidence` its first words, with a short greeting before."""

    span: Span
    evidence: Span


def question(speech: Speech, *, after: str | None = None) -> Question | None:
    """The question in a turn, or None; `after` names a cue before which a moderator says other things.

    A turn asks when a sentence after the greetings asks; a word that keeps the talk going asks nothing.
    """
    sentences = speech.sentences
    if after is not None:
        first = next(i for i, s in enumerate(sentences) if says(after, s.text))
        sentences = sentences[first:]
    first = next((i for i, s in enumerate(sentences) if not is_preamble(s.text)), len(sentences))
    asked = sentences[first:]
    told = sum(len(s.text.split()) for s in asked if not is_preamble(s.text))
    if told < _LONG and not any(_asks(s.text) for s in asked):
        return None
    last = max(i for i, s in enumerate(asked) if not is_preamble(s.text))
    span = Span(asked[0].span.start, asked[last].span.end)
    end = _evidence_end(asked)
    return Question(span, Span(_evidence_start(sentences, first, end), end))


def is_preamble(text: str) -> bool:
    """Whether a sentence only greets, thanks, praises or counts questions.

    >>> [is_preamble(t) for t in ("Thanks, and good morning.", "Thanks. I had a question about lamps.", "Why?")]
    [True, False, False]
    >>> [is_preamble(t) for t in ("Hi, can you hear me now?", "Is that better?", "Are margins better?")]
    [True, True, False]
    """
    words = len(text.split())
    if words <= _SOUND and says("sound", text):
        return True
    return words <= 30 and says("preamble", text) and not says("about", text)


def _asks(text: str) -> bool:
    words = text.split()
    return (len(words) > 3 or ("?" in text and len(words) > 1)) and says("asks", text)


def _evidence_start(sentences: Sequence[Sentence], first: int, end: int) -> int:
    """The start of the turn if a short greeting precedes a question that is not too long itself."""
    turn, start = sentences[0].span.start, sentences[first].span.start
    return turn if start - turn <= _PREAMBLE and end - turn <= _LONGEST else start


def _evidence_end(asked: Sequence[Sentence]) -> int:
    """The end of the first sentence that asks, if enough is said by then to know the question again."""
    count, end = 0, asked[0].span.end
    for sentence in asked:
        if sentence.paragraph != asked[0].paragraph and sentence.bilingual:
            break
        if sentence.span.end - asked[0].span.start > _LONGEST and count:
            break
        count += len(sentence.text.split())
        end = sentence.span.end
        if count >= _EVIDENCE and _asks(sentence.text):
            break
    return end
