"""What a file format is to the program: how it is known, and how its text is taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from kg.errors import MissingPackage
from kg.transcripts.draft import Draft
from kg.transcripts.original import Original


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text in which all offsets of a call count, and who says what in it where the format itself tells."""

    text: str
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A format: endings of its files, whether bytes look like it, its extractor's name, and the extractor.

    The name says everything on which the text depends, so that offsets are never looked up in another text.
    """

    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    extractor: Callable[[], str]
    extract: Callable[[Original], Extracted]


def library(distribution: str) -> str:
    """A library's name and version, as the name of an extractor; "missing" where it is not installed.

    >>> library("no-such-library")
    'no-such-library missing'
    """
    try:
        return f"{distribution} {version(distribution)}"
    except ModuleNotFoundError:  # PackageNotFoundError is one
        return f"{distribution} missing"


def missing(place: str, kind: str, extra: str) -> MissingPackage:
    """The error for a file whose extra is not installed.

    >>> print(missing("call.pdf", "PDF", "pdf"))
    call.pdf: PDF files need a package that is not installed; run: pip install 'earnings-kg[pdf]'
    """
    return MissingPackage(
        f"{place}: {kind} files need a package that is not installed; run: pip install 'earnings-kg[{extra}]'"
    )
