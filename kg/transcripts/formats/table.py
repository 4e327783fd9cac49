"""Tables of speech, a row for each utterance: columns for the speaker and the words, in CSV or with tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from kg.errors import UnreadableFile
from kg.transcripts.decoding import decode
from kg.transcripts.formats.format import Extracted, Format
from kg.transcripts.formats.json_shape import Json, Shape
from kg.transcripts.formats.rows import written
from kg.transcripts.original import Original

_SEPARATORS = "\t;,"


def extract(original: Original) -> Extracted:
    """The call in a table; raises `UnreadableFile` where no columns for speaker and words are found.

    >>> data = b"start,speaker,text\\n0.1,Ann Lee,Sales\\n0.9,Ann Lee,rose.\\n2.0,Operator,Bye.\\n"
    >>> found = extract(Original("a.csv", "a", ".csv", data))
    >>> [(said.speaker.name, len(said.paragraphs)) for said in found.draft.said]
    [('Ann Lee', 1), ('Operator', 1)]
    """
    text = decode(original.data, original.place)
    try:
        header, *rows = list(csv.reader(io.StringIO(text), delimiter=_separator(text)))
    except csv.Error as error:
        raise UnreadableFile(f"{original.place}: is no table ({error}); is the file whole?") from error
    calls = Shape(original.fields).calls([_row(header, row) for row in rows])
    if len(calls) != 1:
        raise UnreadableFile(
            f"{original.place}: found no speech in the table, whose columns are {', '.join(header)}; expected one with "
            "the speaker and one with the words, or name them: --field speaker=NAME --field text=NAME"
        )
    return written(calls[0])


def _row(header: Sequence[str], row: Sequence[str]) -> Json:
    return dict(zip(header, row, strict=False))


def _separator(text: str) -> str:
    """The sign that stands most often in the first line."""
    return max(_SEPARATORS, key=text.partition("\n")[0].count)


def recognises(data: bytes) -> bool:
    """Whether the first line of bytes names columns for speaker and words.

    >>> recognises(b"start,end,Speaker,Text\\n0,1,Ann,Hi"), recognises(b"Ann Lee, the speaker: text")
    (True, False)
    """
    first = data.partition(b"\n")[0].decode("utf-8", "replace").strip("\ufeff\r ")
    return Shape().names_speech(first.split(_separator(first)))


TABLE = Format((".csv", ".tsv"), recognises, lambda: "table", extract)
