"""Subtitles, SRT or WebVTT, to a text: cues joined to what each speaker says, without their numbers and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.persons import is_name
from kg.transcripts.decoding import decode, with_plain_breaks
from kg.transcripts.formats.format import Extracted, Format
from kg.transcripts.original import Original

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{1,3}"
_TIMES = re.compile(rf"{_CLOCK}\s*-->\s*{_CLOCK}.*")
_VOICE = re.compile(r"<v(?:\.\S+)?\s+(?P<name>[^>]+)>")
_LABEL = re.compile(r"(?:>>\s*|-\s+)?(?P<name>[^\W\d_][^:<>]{1,60}?)\s*:\s+(?=\S)")
_TAG = re.compile(r"</?[a-z][^>]*>|\{\\\\an\d\}")


def extract(original: Original) -> Extracted:
    """What is said, a line for each change of speaker.

    >>> data = b"1\\n00:00:01,000 --> 00:00:03,000\\nAnn Lee: Sales\\n\\n2\\n00:00:03,000 --> 00:00:04,000\\nrose.\\n"
    >>> extract(Original("a.srt", "a", ".srt", data)).text
    'Ann Lee: Sales rose.\\n'
    """
    lines: list[str] = []
    speaker = ""
    for cue in _cues(with_plain_breaks(decode(original.data, original.place))):
        name, words = _spoken(cue)
        if name and name != speaker:
            lines.append(f"{name}: {words}")
        elif lines:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
        speaker = name or speaker
    return Extracted("\n\n".join(lines) + "\n")


def _cues(text: str) -> Iterator[str]:
    """The words of each cue, on one line."""
    words: list[str] | None = None
    for line in [*text.split("\n"), ""]:
        if _TIMES.fullmatch(line.strip()):
            words = []
        elif words is not None and line.strip():
            words.append(line.strip())
        elif words:
            yield " ".join(words)
            words = None


def _spoken(cue: str) -> tuple[str, str]:
    """The speaker that a cue names, if any, and its words."""
    voice = _VOICE.match(cue)
    label = voice or _LABEL.match(cue)
    if label is None or not is_name(label["name"].strip()):
        return "", " ".join(_TAG.sub("", cue).removeprefix(">>").split())
    return label["name"].strip(), " ".join(_TAG.sub("", cue[label.end() :]).split())


def recognises(data: bytes) -> bool:
    """Whether bytes begin as subtitles do.

    >>> recognises(b"WEBVTT\\n\\n"), recognises(b"1\\r\\n00:00:01,000 --> 00:00:03,000\\r\\n"), recognises(b"1. Ann")
    (True, True, False)
    """
    start = data[:200].decode("utf-8", "replace").lstrip("\ufeff\r\n ")
    return start.startswith("WEBVTT") or re.match(rf"\d+\s*\n{_CLOCK}\s*-->", start.replace("\r", "")) is not None


SUBTITLES = Format((".srt", ".vtt"), recognises, lambda: "subtitles", extract)
