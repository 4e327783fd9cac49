"""Bytes to text: which encoding a file is in, and a clear word where it is none."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["cp1252", "gb18030", "big5", "utf_16_le", "utf_16_be", "shift_jis", "euc_kr"]

_BEYOND = re.compile(rb"[\x80-\xff]")
_LONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
_MOSTLY = 0.9

_BREAK = re.compile(r"\r(?!\n)|[\v\x85\u2028\u2029]")
_INVISIBLE = r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
_LOOSE = re.compile(rf"(?<!\w){_INVISIBLE}|{_INVISIBLE}(?!\w)")
"""Marks of direction and of no width that stand beside a word, not inside one."""


def decode(data: bytes, place: str) -> str:
    """The text of bytes, exactly; raises `UnreadableFile` naming `place` when they are no text.

    >>> decode("Zürich".encode("cp1252") + b" said more than that, and the rest is plain.", "x.txt")[:6]
    'Zürich'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, place)
    wide = data.count(b"\x00") > len(data) // 5
    if not wide:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data":
                raise UnreadableFile(
                    f"{place}: the file ends inside a character, so it seems cut off; get it whole, "
                    "or end it after a full sentence to have that much read"
                ) from error
            text = None
        if text is not None:
            return _text(text, place)
    if data.startswith((b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xd0\xcf\x11\xe0")):
        raise UnreadableFile(f"{place}: the file is binary; expected plain text: convert it to .txt first")
    if not wide and _western(data):
        return _strict(data, "cp1252", place)
    found = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if found is None:
        raise UnreadableFile(f"{place}: found bytes of no known encoding; expected UTF-8 text: convert it first")
    return _text(_strict(data, found.encoding, place), place)


def _western(data: bytes) -> bool:
    """Whether signs beyond ASCII stand alone among others, as accents and quotes do, and Chinese does not."""
    beyond = len(_BEYOND.findall(data))
    return beyond > 0 and len(_LONE.findall(data)) > _MOSTLY * beyond and not set(_UNDEFINED) & set(data)


def with_plain_breaks(text: str) -> str:
    """A text in which every line ends as lines do here and no invisible mark stands at a word; no place moves.

    >>> with_plain_breaks("Ann Lee:\\rHello.\\u2028\\u202bOperator\\u202c\\r\\n")
    'Ann Lee:\\nHello.\\n Operator \\r\\n'
    """
    return _LOOSE.sub(" ", _BREAK.sub("\n", text))


def _strict(data: bytes, encoding: str, place: str) -> str:
    try:
        return _text(data.decode(encoding), place)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{place}: byte {error.start} is no {encoding}, which the rest of the file is; save it as UTF-8"
        ) from error


def _text(text: str, place: str) -> str:
    odd = sum(1 for c in text if c < " " and c not in "\n\r\t\f\v")
    if odd > len(text) // 100:
        raise UnreadableFile(f"{place}: found binary data ({odd} control characters); expected plain text")
    return text
