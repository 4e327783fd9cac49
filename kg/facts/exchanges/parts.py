"""The things asked within one question, which answer takes which, and whether it was answered or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.context import Context
from kg.facts.exchanges.answers import principals
from kg.facts.exchanges.cues import cue, says
from kg.facts.exchanges.questions import is_preamble
from kg.facts.exchanges.speech import Sentence, Speech
from kg.facts.exchanges.topics import is_vague, topics
from kg.model import EntityId, QuestionPart, Responsiveness, Role, Span

_SUBSTANCE = 60
"""Words of an answer beside a refusal that make it partly an answer."""

_NEAR = 4
"""Words that may stand between the question for a number and the metric."""


def parts(speech: Speech, span: Span, answers: Sequence[Speech], context: Context) -> Iterator[QuestionPart]:
    """One part for each new thing asked; an answer takes the part that it says it takes, else the one in its place."""
    asked = list(_asked(speech, span))
    for index, sentences in enumerate(asked):
        where = Span(sentences[0].span.start, sentences[-1].span.end)
        taken = _taken(index, len(asked), answers)
        verdict, refusal = _responsiveness(taken)
        yield QuestionPart(
            span=where,
            topics=topics(speech, where, context),
            responsiveness=verdict,
            answer=Span(taken[0].span.start, taken[-1].span.end) if taken else None,
            answered_by=_speaker(taken, answers),
            refused=_refused(sentences, refusal, context) if verdict is not Responsiveness.ANSWERED else None,
        )


def _asked(speech: Speech, span: Span) -> Iterator[list[Sentence]]:
    """The sentences of a question by the thing that they ask; a part has at least one sentence that is no greeting."""
    group: list[Sentence] = []
    for sentence in speech.sentences:
        if sentence.span not in span:
            continue
        full = any(says("asks", s.text) and not is_preamble(s.text) for s in group)
        if group and full and says("new_part", sentence.text):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _taken(index: int, count: int, answers: Sequence[Speech]) -> list[Sentence]:
    """The sentences of the answers that take a part: from the one that says so to the one that takes the next."""
    stream = [s for a in answers for s in a.sentences]
    if count == 1 or not stream:
        return stream
    starts = [_start(number, stream) for number in range(count)]
    known = sorted({s for s in starts if s is not None} | {0})
    if starts[index] is None:
        own = _by_turn(index, count, answers)
        return own if own else stream
    begin = starts[index] if starts[index] is not None else 0
    assert begin is not None
    end = next((k for k in known if k > begin), len(stream))
    return stream[begin:end]


def _start(number: int, stream: Sequence[Sentence]) -> int | None:
    """Where an answer says that it takes the first, second or third part; the first begins with the answers."""
    if number == 0:
        return 0
    kind = ("takes_first", "takes_second", "takes_third")[number] if number < 3 else None
    return next((i for i, s in enumerate(stream) if kind and says(kind, s.text)), None)


def _by_turn(index: int, count: int, answers: Sequence[Speech]) -> list[Sentence]:
    """With as many turns of answer as parts, each takes the one in its place."""
    full = [a for a in answers if a.sentences]
    return list(full[index].sentences) if len(full) == count else []


def _speaker(taken: Sequence[Sentence], answers: Sequence[Speech]) -> EntityId | None:
    for answer in answers:
        if taken and taken[0] in answer.sentences and answer.turn.role is not Role.UNKNOWN:
            return principals(answers)[answer.turn.number]
    return None


def _responsiveness(taken: Sequence[Sentence]) -> tuple[Responsiveness, Sentence | None]:
    """How a part was met, and the sentence that refuses; a refusal beside much substance makes it partly answered."""
    refusal = next((s for s in taken if says("declined", s.text)), None)
    put_off = next((s for s in taken if says("deflected", s.text)), None)
    if refusal is None and put_off is None:
        return Responsiveness.ANSWERED, None
    rest = sum(len(s.text.split()) for s in taken if s is not refusal and s is not put_off and not is_preamble(s.text))
    if rest >= _SUBSTANCE:
        return (Responsiveness.PARTLY, refusal) if refusal else (Responsiveness.ANSWERED, None)
    return (Responsiveness.DECLINED, refusal) if refusal else (Responsiveness.DEFLECTED, put_off)


def _refused(sentences: Sequence[Sentence], refusal: Sentence | None, context: Context) -> EntityId | None:
    """The metric that was asked for and is not given: one that the refusal names too, else the only one whose number
    was asked for.
    """
    if refusal is None:
        return None
    asked = {link.entity for s in sentences for link in context.metrics_in(s.span) if not is_vague(link.mention.text)}
    named = [link.entity for link in context.metrics_in(refusal.span) if link.entity in asked]
    if named:
        return named[0]
    wanted = list(dict.fromkeys(metric for s in sentences for metric in _wanted(s, context)))
    return wanted[0] if len(wanted) == 1 else None


def _wanted(sentence: Sentence, context: Context) -> Iterator[EntityId]:
    """The metrics whose number a sentence asks for: those right behind "what was", "how much", "quantify"."""
    ends = [match.end() for match in cue("number").finditer(sentence.text)]
    for link in context.metrics_in(sentence.span):
        place = sentence.text.find(link.mention.text)
        between = [sentence.text[end:place] for end in ends if end <= place]
        if between and not is_vague(link.mention.text) and min(len(words.split()) for words in between) <= _NEAR:
            yield link.entity
