"""Parts a stretch under one machine label into the people who speak in it: moderator, analyst, those who answer.

Machine transcripts lump voices together. Only what the words themselves tell is used: who is announced, who says that
they take a question. A person whom the words do not name stays unidentified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Paragraph, Role, Span, Speaker
from kg.persons import is_name
from kg.transcripts.announcing import announces
from kg.transcripts.draft import Said

NOBODY = Speaker("Unidentified speaker")
_MODERATOR = Speaker("Operator", role=Role.OPERATOR)
_ANALYST = Speaker("Unidentified analyst", role=Role.ANALYST)
_SENTENCE = re.compile(r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)(?<=[.?!])\s+(?=[A-Z\"“])")
_GO_AHEAD = re.compile(r"(?:please,? )?go ahead|your line is|will (?:make|ask) the .*question|^please", re.IGNORECASE)
_TAKES = re.compile(
    r"^(?:(?:Yes|Yeah|Okay|OK|So|Now|Well|Sure|Right|Thank you|And)[,.]? )*(?:first,? |firstly,? )?"
    r"(?:let me (?:first )?(?:take|answer|address|start|respond)"
    r"|(?:I|we)(?:['’]ll| will) (?:first )?(?:take|answer|address|start)"
    r"|here(?:['’]s| is) the answer|this is [A-Z][\w\-]+(?: [A-Z][\w\-]+)?[.,] I)",
    re.IGNORECASE,
)
_NAMES_ASKER = re.compile(r"\bquestions?\b[^.?!]{0,40}\b(?:by|from|with)\b (?:the line of )?(?:M[rs]s?\. )?[A-Z]")
_HOSTS = re.compile(
    r"^(?:thank you[^.]{0,12}\. )?(?:thank you for your answer|finally, we will|(?:that|this) (?:concludes|completes)"
    r"|i would like to thank (?:every|all)|next question|we will (?:now )?answer (?:one|the) (?:more|last))",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(r"\btake (?:one more|one last|our (?:next|last|final)) question", re.IGNORECASE)
_WILL_ANSWER = re.compile(
    r"(?P<name>[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){1,3})(?:,[^,.]{3,60},)? will (?:now )?(?:answer|take|respond)"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Voice:
    """One voice going on; two voices may be of nobody known. `hosting`: leads through the call without answering."""

    speaker: Speaker
    hosting: bool = False


_ANNOUNCER = _Voice(_MODERATOR)
_ASKER = _Voice(_ANALYST)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Sentences by one voice."""

    span: Span
    speaker: Speaker


def unmixed(text: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """The same speech, machine labels parted; an announced person with a label of their own keeps it."""
    parted: list[Said] = []
    for item in said:
        if item.speaker != NOBODY:
            parted.append(item)
            continue
        announced = bool(parted) and parted[-1].speaker == _MODERATOR and announces(_words(text, parted[-1]))
        for stretch in _stretches(text, item, announced=announced):
            label = item.label if not parted or parted[-1].label != item.label else None
            parted.append(Said(stretch.speaker, label, (Paragraph(stretch.span),)))
    return tuple(_announced_labels(text, parted))


def carried_over(text: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """Where a label stands in mid-sentence, the sentence's beginning goes to the speaker of that label."""
    moved = list(said)
    for index in range(1, len(moved)):
        above, below = moved[index - 1], moved[index]
        last, first = above.paragraphs[-1], below.paragraphs[0]
        ends = list(re.finditer(r"[.?!]\s+", text[last.span.start : last.span.end]))
        if not text[first.span.start].islower() or text[last.span.end - 1] in ".?!" or not ends:
            continue
        border = last.span.start + ends[-1].end()
        kept = Paragraph(Span(last.span.start, last.span.start + ends[-1].start() + 1))
        moved[index - 1] = replace(above, paragraphs=(*above.paragraphs[:-1], kept))
        moved[index] = replace(below, paragraphs=(Paragraph(Span(border, last.span.end)), *below.paragraphs))
    return tuple(moved)


def _announced_labels(text: str, parted: Sequence[Said]) -> Iterator[Said]:
    """Somebody named without a post right after an announcement asks the question."""
    for index, item in enumerate(parted):
        before = parted[index - 1] if index else None
        follows = before is not None and before.speaker == _MODERATOR and announces(_words(text, before))
        if follows and not item.speaker.title and item.speaker.role is Role.UNKNOWN and item.speaker != NOBODY:
            item = replace(item, speaker=replace(item.speaker, role=Role.ANALYST))
        yield item


def _words(text: str, said: Said) -> str:
    return " ".join(text[p.span.start : p.span.end] for p in said.paragraphs)


def _stretches(text: str, said: Said, *, announced: bool) -> Iterator[_Stretch]:
    """Consecutive sentences of one voice, in text order."""
    current: _Stretch | None = None
    voice = _ASKER if announced else _Voice(NOBODY)
    heard = ""
    for paragraph in said.paragraphs:
        for span in _sentences(text, paragraph.span):
            sentence = text[span.start : span.end]
            after = _voice(sentence, voice, heard)
            if current is not None and after is voice:
                current = _Stretch(Span(current.span.start, span.end), current.speaker)
            else:
                if current is not None:
                    yield current
                current = _Stretch(span, after.speaker)
            voice, heard = after, sentence
    if current is not None:
        yield current


def _voice(sentence: str, voice: _Voice, before: str) -> _Voice:
    """Who says a sentence, given who spoke before it: the same object as long as the voice goes on."""
    if _NAMES_ASKER.search(sentence) or _ONE_MORE.search(sentence):
        return voice if voice is _ANNOUNCER else _ANNOUNCER
    if voice is _ANNOUNCER:
        return voice if _GO_AHEAD.search(sentence) else _Voice(_ANALYST)
    if _HOSTS.match(sentence):
        return voice if voice.hosting else _Voice(NOBODY, hosting=True)
    if not _TAKES.match(sentence):
        return voice
    named = _WILL_ANSWER.search(before)
    name = re.sub(r"^(?:EVP|SVP|VP|CEO|CFO|COO|MD) ", "", named["name"]) if named else ""
    return _Voice(Speaker(name, role=Role.EXECUTIVE) if is_name(name) else NOBODY)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    """Sentences; thanks at the start of a stretch, or before a host goes on, belong to the sentence after them."""
    start = span.start
    for gap in _SENTENCE.finditer(text, span.start, span.end):
        thanks = text[start : gap.start()]
        opening = start == span.start and thanks in {"Thank you.", "Okay.", "Yes.", "Thanks."}
        if opening or (thanks == "Thank you very much." and _HOSTS.match(text[gap.end() : span.end])):
            continue
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, span.end)
