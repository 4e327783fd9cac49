"""Reads a file that a user names, and says what was expected of it where it cannot be read."""

from __future__ import annotations

from pathlib import Path

from kg.errors import UnreadableFile


def text_of(path: Path, *, expected: str) -> str:
    """The text of a UTF-8 file; raises `UnreadableFile`.

    >>> text_of(Path("missing.rq"), expected="SPARQL")
    Traceback (most recent call last):
    kg.errors.UnreadableFile: missing.rq: No such file or directory; expected SPARQL in UTF-8
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror}; expected {expected} in UTF-8") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{path}: byte {error.start} is no UTF-8; expected {expected} in UTF-8") from error
