"""JSON and JSON Lines to a text with a header, and each turn under a line with its speaker: `Name -- Title`."""

from __future__ import annotations

import json
import re
from typing import cast

from kg.errors import UnreadableFile
from kg.transcripts.decoding import decode
from kg.transcripts.formats.format import Extracted, Format
from kg.transcripts.formats.json_shape import Json, Shape
from kg.transcripts.formats.rows import written
from kg.transcripts.original import Original

_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""How JSON writes half of a sign outside the first 65,536; two make one."""


def extract(original: Original) -> Extracted:
    """The call in a JSON value; raises `UnreadableFile` where there is none, or more than one.

    >>> data = b'{"symbol": "ACM", "transcript": [{"name": "Ann Lee", "title": "CFO", "speech": ["Sales rose."]}]}'
    >>> found = extract(Original("a.json", "a", ".json", data))
    >>> print(found.text, end="")
    Ticker: ACM
    <BLANKLINE>
    Ann Lee -- CFO
    <BLANKLINE>
    Sales rose.
    """
    return _extracted(_parsed(decode(original.data, original.place), original.place), original)


def extract_lines(original: Original) -> Extracted:
    """The call in JSON Lines, one turn a line, perhaps under a line with the header.

    >>> data = b'{"speaker": "Ann Lee", "text": "Sales rose."}\\n{"speaker": "Operator", "text": "Bye."}\\n'
    >>> found = extract_lines(Original("a.jsonl", "a", ".jsonl", data))
    >>> [said.speaker.name for said in found.draft.said]
    ['Ann Lee', 'Operator']
    """
    text = decode(original.data, original.place)
    rows = [
        _parsed(line, f"{original.place}:{number}") for number, line in enumerate(text.splitlines(), 1) if line.strip()
    ]
    return _extracted(rows, original)


def _parsed(text: str, place: str) -> Json:
    try:
        return _whole(cast(Json, json.loads(text)), text)
    except (ValueError, RecursionError) as error:  # a number of too many digits is no JSONDecodeError
        raise UnreadableFile(f"{place}: is no JSON ({error}); is the file whole?") from error


def _whole(found: Json, text: str) -> Json:
    """What was found, with a sign in place of each half of one: a cut-off `\\ud83d` cannot be written anywhere."""
    if not _HALF.search(text):
        return found
    written = json.dumps(found, ensure_ascii=False)
    return cast(Json, json.loads(written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")))


def _extracted(data: Json, original: Original) -> Extracted:
    calls = Shape(original.fields).calls(data)
    if not calls:
        raise UnreadableFile(
            f"{original.place}: found no turns in the JSON; expected objects with a speaker and a text, "
            "or name their fields: --field speaker=NAME --field text=NAME"
        )
    if len(calls) > 1:
        raise UnreadableFile(f"{original.place}: the JSON holds {len(calls)} calls; give each one a file of its own")
    return written(calls[0])


def recognises(data: bytes) -> bool:
    """Whether bytes are one JSON object or list.

    >>> recognises(b' [{"speaker": "Ann"}]'), recognises(b"[Operator] Hello."), recognises(b'{"a": 1}\\n{"a": 2}')
    (True, False, False)
    """
    if not re.match(rb"(?:\xef\xbb\xbf)?\s*[\[{]", data):
        return False
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def recognises_lines(data: bytes) -> bool:
    """Whether the first line of bytes is a JSON object."""
    return recognises(data.lstrip().partition(b"\n")[0])


JSON = Format((".json",), recognises, lambda: "json", extract)
JSON_LINES = Format((".jsonl", ".ndjson"), recognises_lines, lambda: "jsonl", extract_lines)
