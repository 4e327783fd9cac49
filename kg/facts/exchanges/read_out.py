"""Parts the turns of whoever reads out the questions that others sent in: each question, and what they answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.entities.askers import askers
from kg.facts.context import Context
from kg.facts.exchanges.cues import says
from kg.facts.exchanges.questions import is_preamble
from kg.facts.exchanges.speech import Asker, Sentence, Speech
from kg.model import EntityId, EntityType, Role, Section, Span

_READS = 2
"""Questions that somebody must announce to be the one who reads them out."""
_GAP = 1
"""Sentences between two that ask, of one question."""
_WORDS = 3
"""Words below which a sentence that asks only calls somebody up: "Teo?"."""
_ENOUGH = 25
"""Words of a reader that answer a question."""


@dataclass(frozen=True, slots=True)
class _Announced:
    """The sentence that announces a question, and whose it is; `alone` where the question begins with the next."""

    at: int
    asker: Asker
    alone: bool = False


def parted(speeches: Sequence[Speech], context: Context) -> Iterator[Speech]:
    """The same speeches; those of a reader of questions in parts, where no analyst speaks on the call."""
    if any(s.turn.role is Role.ANALYST for s in speeches):
        yield from speeches
        return
    reader = _reader(speeches, context)
    last: Asker | None = None
    firms: dict[EntityId, EntityId | None] = {}
    for speech in speeches:
        if speech.turn.speaker != reader or speech.turn.section is not Section.QA:
            yield speech
            continue
        for part in _parts(speech, last, context):
            if part.asker is None:
                yield part
                continue
            last = Asker(part.asker.analyst, part.asker.firm or firms.get(part.asker.analyst))
            firms[last.analyst] = last.firm
            yield replace(part, asker=last)


def _reader(speeches: Sequence[Speech], context: Context) -> EntityId | None:
    """Whoever announces most of the questions."""
    counts: dict[EntityId, int] = {}
    for speech in speeches:
        if speech.turn.section is Section.QA:
            counts[speech.turn.speaker] = counts.get(speech.turn.speaker, 0) + len(_announced(speech, context))
    best = max(sorted(counts), key=lambda speaker: counts[speaker], default=None)
    return best if best is not None and counts[best] >= _READS else None


def _announced(speech: Speech, context: Context) -> list[_Announced]:
    """The sentences of a speech that say from whom the next words are."""
    found: list[_Announced] = []
    for number, sentence in enumerate(speech.sentences):
        before = speech.sentences[number - 1].text[-1:] if number else ""
        for asker in askers(f"{before} {sentence.text}"):
            analyst = _entity(asker.name, sentence.span, EntityType.PERSON, context)
            if analyst is not None:
                firm = _entity(asker.firm, sentence.span, EntityType.ORGANIZATION, context) if asker.firm else None
                behind = f"{before} {sentence.text}"[asker.evidence.end :].split()
                alone = len(behind) < _WORDS and number + 1 < len(speech.sentences)
                found.append(_Announced(number, Asker(analyst, firm), alone))
    return found


def _entity(name: str, within: Span, type: EntityType, context: Context) -> EntityId | None:
    """What a name in a sentence was linked to."""
    own = {t.speaker for t in context.turns}
    for link in context.names:
        told = " ".join(link.mention.text.split())
        fits = link.mention.span.overlaps(within) and (told in name or name in told)
        if fits and context.entities[link.entity].type is type and link.entity not in own:
            return link.entity
    return None


def _parts(speech: Speech, last: Asker | None, context: Context) -> Iterator[Speech]:
    """What is said before the first question, and each question with what its reader answers at once."""
    announced = _announced(speech, context)
    if not announced and last is not None and any(_asks(s) for s in speech.sentences):
        announced = [_Announced(0, last)]
    starts = [a.at for a in announced] + [len(speech.sentences)]
    yield from _answer(speech, speech.sentences[: starts[0]])
    for one, end in zip(announced, starts[1:], strict=True):
        said = speech.sentences[one.at + one.alone : end]
        asked = _question(said)
        if asked:
            yield replace(speech, sentences=_without_calls(said[:asked]), asker=one.asker)
            yield from _answer(speech, said[asked:])


def _question(said: Sequence[Sentence]) -> int:
    """How many of the sentences after an announcement are the question: to the last that asks, before an answer."""
    end = quiet = 0
    for number, sentence in enumerate(said):
        if _asks(sentence):
            end, quiet = number + 1, 0
        elif end:
            quiet += 1
        if quiet > _GAP:
            break
    return end or len(said)


def _without_calls(said: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """A question without the words around it that only call up who is to answer: "Teo, this is yours. ... Teo?"."""
    inner = [s for s in said if s.text.endswith("?") or not (says("hands_over", s.text) or is_preamble(s.text))]
    full = [s for s in inner if len(s.text.split()) >= _WORDS] or list(said)
    first, last = said.index(full[0]), said.index(full[-1])
    return tuple(said[first : last + 1])


def _asks(sentence: Sentence) -> bool:
    return sentence.text.endswith("?") and len(sentence.text.split()) >= _WORDS


def _answer(speech: Speech, said: Iterable[Sentence]) -> Iterator[Speech]:
    """The reader's own words, where they are more than courtesy and handing over."""
    full = tuple(s for s in said if not is_preamble(s.text) and not says("hands_over", s.text))
    if sum(len(s.text.split()) for s in full) >= _ENOUGH:
        yield replace(speech, sentences=full)
