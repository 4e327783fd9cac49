"""Word documents to their text: a line for each paragraph and each row of a table."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from kg.errors import UnreadableFile
from kg.transcripts.formats.blocks import Block, plain_text
from kg.transcripts.formats.format import Extracted, Format, library, missing
from kg.transcripts.original import Original

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def extract(original: Original) -> Extracted:
    """The words of the body; raises `MissingPackage` without the extra `docx`, `UnreadableFile` for a damaged file."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise missing(original.place, "Word", "docx") from error
    try:
        document = docx.Document(BytesIO(original.data))
    except (OpcError, BadZipFile, zlib.error, SyntaxError, LookupError, ValueError) as error:  # as zip and XML break
        raise UnreadableFile(
            f"{original.place}: is no Word document or is damaged ({error}); save it anew as .docx or .txt"
        ) from error
    blocks = list(_blocks(document))
    if not any(block.text for block in blocks):
        raise UnreadableFile(f"{original.place}: the document holds no text; expected the text of a transcript")
    return Extracted(plain_text(_spaced(blocks)))


def _blocks(document: Document) -> Iterator[Block]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)  # a merged cell comes several times
                yield Block(" ".join(text for text in cells if text))
        else:
            yield from _lines(item)


def _lines(paragraph: Paragraph) -> Iterator[Block]:
    """The lines of a paragraph, the first with the bold words that it begins with."""
    bold = 0
    for run in paragraph.runs:
        if run.text.strip() and not run.bold:
            break
        bold += len(run.text)
    first, *others = paragraph.text.split("\n")
    shown = first.rstrip()
    yield Block(shown, min(bold, len(shown)))
    yield from (Block(line.rstrip()) for line in others)


def _spaced(blocks: list[Block]) -> list[Block]:
    """The blocks with blank lines between them, unless the document has blank paragraphs of its own."""
    if any(not block.text for block in blocks):
        return blocks
    return [spaced for block in blocks for spaced in (block, Block())]


def recognises(data: bytes) -> bool:
    """Whether bytes are an archive with a Word document in it.

    >>> recognises(b"PK\\x03\\x04 and no more")
    False
    """
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with ZipFile(BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except BadZipFile:
        return False


DOCX = Format((".docx",), recognises, lambda: library("python-docx"), extract)
