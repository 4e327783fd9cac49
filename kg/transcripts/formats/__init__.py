"""From the bytes of a file to the one text that all its offsets count in: one file a format.

The ending of a file's name decides; where it says nothing, or only "text", the first of `FORMATS` that recognises the
bytes does.
"""

from __future__ import annotations

from kg.transcripts.formats.docx import DOCX
from kg.transcripts.formats.format import Extracted, Format
from kg.transcripts.formats.html import HTML
from kg.transcripts.formats.json import JSON, JSON_LINES
from kg.transcripts.formats.markdown import MARKDOWN
from kg.transcripts.formats.pdf import PDF
from kg.transcripts.formats.plain import PLAIN
from kg.transcripts.formats.subtitles import SUBTITLES
from kg.transcripts.formats.table import TABLE
from kg.transcripts.original import Original

__all__ = ["FORMATS", "SUFFIXES", "Extracted", "Format", "format_of"]

FORMATS: tuple[Format, ...] = (PDF, DOCX, HTML, JSON, JSON_LINES, SUBTITLES, TABLE, MARKDOWN, PLAIN)

SUFFIXES = tuple(suffix for format in reversed(FORMATS) if format is not TABLE for suffix in format.suffixes)
"""The endings by which files in a folder are taken for transcripts; most tables are none, so one is given by name."""


def format_of(original: Original) -> Format:
    """The format of a file.

    >>> format_of(Original("call.htm", "call", ".htm", b"Ann Lee: Hello.")).extractor()
    'html'
    >>> format_of(Original("standard input", "x", "", b"<!doctype html><p>Ann Lee: Hello.")).extractor()
    'html'
    >>> format_of(Original("call.txt", "call", ".txt", b'[{"speaker": "Ann Lee", "text": "Hello."}]')).extractor()
    'json'
    """
    named = next((format for format in FORMATS if original.suffix in format.suffixes), None)
    if named is None or named is PLAIN:
        structured = (format for format in FORMATS if format is not MARKDOWN or named is None)
        return next(format for format in structured if format.recognises(original.data))
    return named
