"""Plain text: the characters of the file, whatever its encoding and line breaks."""

from __future__ import annotations

from kg.transcripts.decoding import decode, with_plain_breaks
from kg.transcripts.formats.format import Extracted, Format
from kg.transcripts.original import Original


def extract(original: Original) -> Extracted:
    """The text as decoded, place by place, with plain line breaks; raises `UnreadableFile` for what is none.

    >>> extract(Original("a.txt", "a", ".txt", "Zoë Lee: Hello.".encode())).text
    'Zoë Lee: Hello.'
    """
    return Extracted(with_plain_breaks(decode(original.data, original.place)))


PLAIN = Format((".txt", ".text"), lambda data: True, lambda: "plain", extract)
