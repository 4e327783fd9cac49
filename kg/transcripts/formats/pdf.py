"""PDF to its text, page after page, as it is printed: running heads and page numbers are the readers' to leave out."""

from __future__ import annotations

import logging
from io import BytesIO

from kg.errors import UnreadableFile
from kg.transcripts.formats.format import Extracted, Format, library, missing
from kg.transcripts.original import Original

PAGE_END = "\n\f"


def extract(original: Original) -> Extracted:
    """The words of all pages, a form feed after each; raises `MissingPackage` without the extra `pdf`.

    Raises `UnreadableFile` for a file that is damaged, locked by a password, or made of pictures.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise missing(original.place, "PDF", "pdf") from error
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it mends is told to those who listen only
    try:
        reader = PdfReader(BytesIO(original.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(f"{original.place}: the PDF is locked by a password; save it without one")
        text = "".join(page.extract_text() + PAGE_END for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        # pypdf answers broken files with whatever its parser stumbles over
        raise UnreadableFile(
            f"{original.place}: is no PDF or is damaged ({error}); save it anew, or as .txt"
        ) from error
    if not text.strip():
        raise UnreadableFile(f"{original.place}: the PDF holds pictures of pages and no text; run OCR over it first")
    return Extracted(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))  # broken fonts: no half signs


def recognises(data: bytes) -> bool:
    """Whether bytes begin as a PDF does.

    >>> recognises(b"%PDF-1.7"), recognises(b"PDF of the call")
    (True, False)
    """
    return data.lstrip(b"\r\n \xef\xbb\xbf")[:5] == b"%PDF-"


PDF = Format((".pdf",), recognises, lambda: library("pypdf"), extract)
