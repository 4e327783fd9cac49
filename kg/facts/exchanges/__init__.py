"""Questions and who answers them: each question of an analyst with its topics, its parts and how they were met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.facts.context import Context
from kg.facts.exchanges.answers import answerers, ends_call, is_answer, stands_alone
from kg.facts.exchanges.cues import says
from kg.facts.exchanges.parts import parts
from kg.facts.exchanges.questions import Question, question
from kg.facts.exchanges.read_out import parted
from kg.facts.exchanges.speech import Asker, Speech, speeches
from kg.facts.exchanges.topics import named_topics, topics
from kg.model import Evidence, Exchange, Role, Section, Skipped

__all__ = ["exchanges"]

RULE = "question-and-answer"
_BRIEF = 15  # words up to which a question that names nothing goes on about what was asked before


@dataclass(slots=True)
class _Open:
    """A question that waits for answers; `thanked` once the analyst said no more than thanks."""

    speech: Speech
    question: Question
    answers: list[Speech] = field(default_factory=list)
    thanked: bool = False
    before: tuple[str, ...] = ()
    """The names that the question before asked about, where the same analyst goes on."""

    @property
    def late(self) -> bool:
        return self.thanked or bool(self.answers)


def exchanges(context: Context) -> Iterator[Exchange | Skipped]:
    """One exchange for each turn that asks something, in text order; a question that nobody takes is skipped."""
    current: _Open | None = None
    last: _Open | None = None
    for speech in parted(tuple(speeches(context)), context):
        if speech.turn.section is not Section.QA:
            continue
        asked = _asked(speech)
        if asked is not None:
            yield from _closed(current, context)
            goes_on = last is not None and last.speech.turn.speaker == speech.turn.speaker
            last = current = _Open(speech, asked, before=_asked_about(last, context) if last and goes_on else ())
        elif speech.turn.role is Role.OPERATOR and says("moves_on", speech.text):
            yield from _closed(current, context)
            current = None
        elif current is None:
            continue
        elif speech.turn.role is Role.ANALYST:
            current.thanked = current.thanked or not stands_alone(speech)
        elif speech.turn.role is not Role.OPERATOR and is_answer(speech, late=current.late):
            current.answers.append(speech)
        elif current.answers and ends_call(speech):
            yield from _closed(current, context)
            current = None
    yield from _closed(current, context)


def _asked(speech: Speech) -> Question | None:
    """The question of an analyst's turn, or one that a moderator reads out."""
    if speech.turn.role is Role.ANALYST or speech.asker is not None:
        return question(speech)
    if speech.turn.role is Role.UNKNOWN and says("reads_out", speech.text):
        return question(speech, after="reads_out")
    return None


def _asked_about(question: _Open, context: Context) -> tuple[str, ...]:
    return named_topics(question.speech, question.question.span, context) or question.before


def _taken_up(done: _Open, context: Context) -> tuple[str, ...]:
    """What a short question goes on about that names nothing itself: "And for the full year?"."""
    words = context.transcript.quote(done.question.span).split()
    brief = len(words) <= _BRIEF and not named_topics(done.speech, done.question.span, context)
    return done.before if brief else ()


def _closed(done: _Open | None, context: Context) -> Iterator[Exchange | Skipped]:
    if done is None:
        return
    if not done.answers:
        yield Skipped(RULE, done.question.span, "nobody answers this question")
        return
    turn, asker = done.speech.turn, done.speech.asker
    analyst = asker or Asker(turn.speaker, turn.organization if turn.role is Role.ANALYST else None)
    found = tuple(dict.fromkeys((*topics(done.speech, done.question.span, context), *_taken_up(done, context))))
    yield Exchange(
        evidence=Evidence(done.question.evidence, done.speech.turn.number, RULE),
        analyst=analyst.analyst,
        firm=analyst.firm,
        question=done.question.span,
        topics=found,
        answered_by=answerers(done.answers, context),
        answer_turns=tuple(a.turn.number for a in done.answers),
        parts=tuple(parts(done.speech, done.question.span, done.answers, context)),
    )
