"""Which files a person means who names a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import UnreadableFile
from kg.transcripts.formats import SUFFIXES
from kg.transcripts.original import PACKED


def transcripts_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Files as they are named, folders as the texts inside them, sorted, each once.

    Raises `UnreadableFile` for a folder without a text.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _files(path)))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    files = sorted(
        file for file in path.rglob("*") if file.is_file() and _is_transcript(file) and not _hidden(file, path)
    )
    if not files:
        raise UnreadableFile(f"{path}: the folder holds no transcript; expected files ending in {', '.join(SUFFIXES)}")
    yield from files


def _is_transcript(file: Path) -> bool:
    plain = file.with_suffix("") if file.suffix.lower() == PACKED else file
    return plain.suffix.lower() in SUFFIXES


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
