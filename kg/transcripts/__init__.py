"""A file in, a transcript out: who says what, as offsets into the text as it was decoded or extracted.

The format of the file comes first (`formats`), then the layout: one reader per layout, asked in the order of `READERS`,
the most particular first.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from kg.errors import UnknownLayout
from kg.model import Role, Speaker, Transcript
from kg.persons import folded, shortens
from kg.transcripts.chinese import has_chinese
from kg.transcripts.draft import Draft, Reader
from kg.transcripts.formats import format_of
from kg.transcripts.header import call_info
from kg.transcripts.opening import with_opening
from kg.transcripts.original import Original, original
from kg.transcripts.readers import (
    bullets,
    callstreet,
    colon,
    dashes,
    filing,
    interleaved,
    printed,
    run_in,
    streetevents,
)
from kg.transcripts.roles import with_roles
from kg.transcripts.turns import turns
from kg.transcripts.whole import check_whole

__all__ = ["READERS", "from_text", "read", "transcribe"]

READERS: tuple[Reader, ...] = (
    Reader("bilingual-bullets", bullets.read),
    Reader("interleaved", interleaved.read),
    Reader("streetevents", streetevents.read),
    Reader("streetevents-pdf", printed.read),
    Reader("callstreet", callstreet.read),
    Reader("exchange-filing", filing.read),
    Reader("dashes", dashes.read),
    Reader("colon", colon.read),
    Reader("run-in", run_in.read),
)


def read(path: Path, *, source: str | None = None) -> Transcript:
    """The call in a file, or on standard input for `-`; `source` says who published it, where the file does not.

    Raises `UnreadableFile` for what is no text, `UnknownLayout` for what is no call, `CutOff` for half a one.
    """
    return transcribe(original(path), source=source)


def transcribe(file: Original, *, source: str | None = None) -> Transcript:
    """The call in a file whose bytes are there; raises as `read` does.

    >>> page = b"<p>Ann Lee: Welcome to Acme's 2024 call.</p><p>Operator: Bye.</p><p>Ann Lee: Bye.</p>"
    >>> call = transcribe(Original("acme.html", "acme", ".html", page))
    >>> (call.extractor, call.quote(call.turns[1].span))
    ('html', 'Bye.')
    """
    format = format_of(file)
    found = format.extract(file)
    reader, draft = (format.extractor(), found.draft) if found.draft else _draft(found.text, file.place)
    transcript = _transcript(found.text, reader, draft, file.name, source)
    transcript = replace(transcript, sha256=file.sha256, extractor=format.extractor())
    check_whole(transcript, file.place)
    return transcript


def from_text(text: str, name: str, *, source: str | None = None, place: str = "") -> Transcript:
    """The call in a text; `place` is named when it is none.

    >>> call = from_text("Ann Lee: Welcome to Acme's 2024 call.\\nOperator: Bye.\\nAnn Lee: Bye.", "acme")
    >>> [(turn.speaker.name, call.quote(turn.span)) for turn in call.turns][1]
    ('Operator', 'Bye.')
    """
    reader, draft = _draft(text, place or name)
    return _transcript(text, reader, draft, name, source)


def _transcript(text: str, reader: str, draft: Draft, name: str, source: str | None) -> Transcript:
    said = with_roles(with_opening(text, draft.said), draft.listed, text)
    found = turns(text, said)
    head = text[: said[0].label.start if said[0].label else said[0].paragraphs[0].span.start]
    return Transcript(
        text=text,
        name=name,
        sha256=sha256(text.encode()).hexdigest(),
        reader=reader,
        call=call_info(head, text, found, name=name),
        turns=found,
        participants=_participants([turn.speaker for turn in found], draft.listed),
        source=source or _publisher(text) or "unknown",
        chinese=draft.chinese,
    )


def _draft(text: str, place: str) -> tuple[str, Draft]:
    for reader in READERS:
        draft = reader.read(text)
        if draft is not None and draft.said:
            return reader.name, draft
    shown = " ".join(text.split())[:60]
    if not shown:
        raise UnknownLayout(f"{place}: found no words in the file; expected the transcript of a call; give its text")
    if has_chinese(shown):
        raise UnknownLayout(
            f"{place}: found Chinese without English, beginning “{shown}”; expected a call in English, with or without "
            "Chinese beside it; give its English transcript"
        )
    raise UnknownLayout(
        f"{place}: found no speakers in the text, which begins “{shown}”; expected lines such as "
        '"Name -- Title", "Name: words" or "• Operator"; give the transcript of a call'
    )


def _participants(speakers: list[Speaker], listed: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Everybody once, in the order of the list and then of speech; operators left out."""
    people: dict[str, Speaker] = {}
    for entry in [*listed, *speakers]:
        speaker = next((s for s in speakers if folded(s.name) == folded(entry.name)), None)
        speaker = speaker or next((s for s in speakers if shortens(s.name, entry.name)), entry)
        if speaker.role is not Role.OPERATOR:
            people.setdefault(speaker.name, speaker)
    return tuple(people.values())


_PUBLISHERS = (
    ("motley fool", "motley-fool"),
    ("motley_fool", "motley-fool"),
    ("streetevents", "refinitiv"),
    ("earningscall.biz", "earningscall"),
    ("seeking alpha", "seeking-alpha"),
)


def _publisher(text: str) -> str | None:
    """Who published a text, by the names that publishers print in it."""
    lower = text.casefold()
    return next((name for sign, name in _PUBLISHERS if sign in lower), None)
