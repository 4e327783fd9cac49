"""A file as it came, before anything is read in it: its bytes, unpacked, and what its name tells."""

from __future__ import annotations

import gzip
import sys
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.errors import UnreadableFile

STANDARD_INPUT = Path("-")
"""The path that stands for standard input."""

PACKED = ".gz"
_GZIP = b"\x1f\x8b"
_NOTHING = b" \t\r\n\f\x00\xef\xbb\xbf\xff\xfe"


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a transcript; `suffix` is in lower case, `fields` are names of JSON fields that a user gave."""

    place: str
    name: str
    suffix: str
    data: bytes
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the unpacked bytes: a packed file and the same one unpacked are one document."""
        return sha256(self.data).hexdigest()


def original(path: Path, *, fields: tuple[tuple[str, str], ...] = ()) -> Original:
    """The file at a path, or standard input for `-`; raises `UnreadableFile` when there is none, or nothing in it.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "call.TXT.gz"
    >>> _ = path.write_bytes(gzip.compress(b"Ann Lee: Hello."))
    >>> found = original(path)
    >>> (found.name, found.suffix, found.data)
    ('call', '.txt', b'Ann Lee: Hello.')
    """
    if path == STANDARD_INPUT:
        place, name, suffix, data = "standard input", "standard-input", "", sys.stdin.buffer.read()
    else:
        plain = path.with_suffix("") if path.suffix.lower() == PACKED else path
        place, name, suffix, data = str(path), plain.stem, plain.suffix.lower(), _bytes(path)
    data = _unpacked(data, place)
    if not data.strip(_NOTHING):
        raise UnreadableFile(f"{place}: the file is empty; expected the text of a transcript")
    return Original(place, name, suffix, data, fields)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(f"{path}: there is no such file; give the path of a transcript") from error
    except OSError as error:
        raise UnreadableFile(f"{path}: cannot be read ({error.strerror}); expected a text file") from error


def _unpacked(data: bytes, place: str) -> bytes:
    if not data.startswith(_GZIP):
        return data
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(f"{place}: the gzip file is damaged or cut off ({error}); get it whole") from error
