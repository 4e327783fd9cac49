"""Who really answers a question: not who greets, thanks, hands the floor over, interprets or closes the call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.context import Context
from kg.facts.exchanges.cues import cue, says
from kg.facts.exchanges.questions import is_preamble
from kg.facts.exchanges.speech import Speech
from kg.model import EntityId, EntityType, Role, Span

_SHORT, _HOSTED = 45, 90
"""Words up to which a turn that hands the floor over answers nothing itself: anybody's, investor relations'."""


def is_answer(speech: Speech, *, late: bool = False) -> bool:
    """Whether a turn after a question answers it; `late`: it has been answered, or the analyst has given thanks.

    A turn without words is one in a foreign language: it answers, the interpreter follows.
    """
    text = speech.text
    if not text:
        return True
    if late and ends_call(speech):
        return False
    if says("brief", text) and len(text.split()) <= 8 and not says("hands_over", text):
        return True
    if says("courtesy", text) or _breaks_off(text):
        return False
    long = len(text.split()) > (_HOSTED if _is_host(speech) else _SHORT)
    return long or says("takes", text) or not says("hands_over", text)


def _is_host(speech: Speech) -> bool:
    return speech.turn.title is not None and says("hosts", speech.turn.title)


def ends_call(speech: Speech) -> bool:
    """Whether management thanks everybody for joining: what follows answers nothing.

    Only somebody who says little, begins so, or leads through the call ends it.
    """
    opening = " ".join(s.text for s in speech.sentences[:3])
    short = _is_host(speech) or len(speech.text.split()) <= 2 * _SHORT
    return says("closes", speech.text if short else opening)


def _breaks_off(text: str) -> bool:
    """Whether somebody is interrupted before anything is said.

    >>> _breaks_off("Thanks, Ann. So --"), _breaks_off("We sold 20% more lamps.")
    (True, False)
    """
    return text.endswith(("--", "–", "—", "…", "-")) and len(text.split()) <= 8


def stands_alone(speech: Speech) -> bool:
    """Whether an analyst's turn says more than thanks."""
    return not all(is_preamble(s.text) for s in speech.sentences)


def answerers(answers: Sequence[Speech], context: Context) -> tuple[EntityId, ...]:
    """Everybody known who answers, in order of speech."""
    people: dict[EntityId, None] = {}
    voices = principals(answers)
    for speech in answers:
        if speech.turn.role is not Role.UNKNOWN:
            people.setdefault(voices[speech.turn.number])
        for person in _promised(speech, context):
            people.setdefault(person)
    return tuple(people)


def principals(answers: Sequence[Speech]) -> dict[int, EntityId]:
    """Who speaks in each turn: its speaker, or the one whose foreign words before it an interpreter renders."""
    voices: dict[int, EntityId] = {}
    foreign: EntityId | None = None
    for speech in answers:
        turn = speech.turn
        if not _words(speech):
            foreign = foreign if foreign is not None and _is_host(speech) else turn.speaker
            voices[turn.number] = foreign
        else:
            voices[turn.number] = foreign or turn.speaker
            foreign = None
    return voices


def _words(speech: Speech) -> bool:
    """Whether anything but a mark such as "[Foreign language]" stands in a turn."""
    return any(c.isalnum() for c in speech.text) and not speech.text.startswith("[")


def _promised(speech: Speech, context: Context) -> Iterator[EntityId]:
    """Those to whom a speaker leaves a part of the answer: "… and then hand over to Ann for the second"."""
    for sentence in speech.sentences:
        for match in cue("promises").finditer(sentence.text):
            name = next((v for v in match.groups() if v), None)
            place = sentence.words.text.find(name) if name else -1
            if place < 0 or name is None:
                continue
            start = sentence.span.start + place
            yield from _person_at(Span(start, start + len(name)), context)


def _person_at(span: Span, context: Context) -> Iterator[EntityId]:
    askers = {t.speaker for t in context.turns if t.role is Role.ANALYST}
    for link in context.names:
        person = context.entities[link.entity].type is EntityType.PERSON
        if person and link.entity not in askers and link.mention.span.overlaps(span):
            yield link.entity
