"""A web page to its text: a line for each block, without scripts, menus and forms."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files

from kg.transcripts.decoding import decode
from kg.transcripts.formats.blocks import Block, plain_text
from kg.transcripts.formats.format import Extracted, Format
from kg.transcripts.original import Original

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w\-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_SHARE = 0.5


@cache
def _tags(kind: str) -> frozenset[str]:
    table: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("html_tags.toml").read_text("utf-8"))
    return frozenset(table[kind])


def extract(original: Original) -> Extracted:
    """The words of the page. Where most of them stand in an article, those around it are left out.

    >>> data = b"<title>x</title><h1>Acme Q1 2024</h1><p><b>Ann Lee:</b> Sales were<br>up&nbsp;7%.</p>"
    >>> print(extract(Original("a.html", "a", ".html", data)).text, end="")
    Acme Q1 2024
    <BLANKLINE>
    Ann Lee: Sales were
    up 7%.
    """
    page = _Page()
    page.feed(decode(_as_utf8(original.data), original.place))
    page.close()
    page.end_block()
    return Extracted(plain_text(page.blocks()))


def _as_utf8(data: bytes) -> bytes:
    """The bytes in UTF-8 where the page declares another encoding that fits them."""
    declared = _DECLARED.search(data[:2048])
    if declared is None:
        return data
    try:
        return data.decode(declared[1].decode("ascii")).encode()
    except (LookupError, UnicodeDecodeError):  # a wrong declaration: the encoding is detected instead
        return data


class _Page(HTMLParser):
    """Collects lines; each knows whether it stands in the article or is a title."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._kept: list[tuple[Block, bool]] = []
        self._line = ""
        self._bold_until = 0
        self._open: list[str] = []

    def blocks(self) -> list[Block]:
        """The lines of the article if it is most of the page, or all."""
        inside = sum(len(block.text) for block, main in self._kept if main)
        whole = sum(len(block.text) for block, _ in self._kept)
        return [block for block, main in self._kept if main or inside < _SHARE * whole]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _tags("block"):
            self.end_block()
        elif tag == "br":
            if not self._end_line():  # two of them part paragraphs
                self._kept.append((Block(), self._in_article()))
        elif tag in _tags("cell") and self._line:
            self._line += " "
        if tag not in _tags("void"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _tags("block"):
            self.end_block()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not _tags("unseen").isdisjoint(self._open):
            return
        if "pre" in self._open:
            self._as_it_stands(data)
            return
        shown = _BLANKS.sub(" ", data)
        if not self._line or self._line.endswith(" "):
            shown = shown.lstrip(" ")
        bold = not _tags("bold").isdisjoint(self._open) and self._bold_until == len(self._line.rstrip())
        self._line += shown
        if bold:
            self._bold_until = len(self._line.rstrip())

    def _as_it_stands(self, data: str) -> None:
        """Text in which line breaks and indents are the author's."""
        first, *others = data.split("\n")
        self._line += first
        for line in others:
            self._kept.append((Block(self._line.rstrip()), self._in_article()))
            self._line = line

    def end_block(self) -> None:
        """End the line, and put a blank one after it."""
        if self._end_line():
            self._kept.append((Block(), self._in_article()))

    def _end_line(self) -> bool:
        text = self._line.strip()
        if text:
            self._kept.append((Block(text, min(self._bold_until, len(text))), self._in_article()))
        self._line, self._bold_until = "", 0
        return bool(text)

    def _in_article(self) -> bool:
        return not _tags("article").isdisjoint(self._open)


def recognises(data: bytes) -> bool:
    """Whether bytes begin as a web page does.

    >>> recognises(b"<!DOCTYPE html><p>"), recognises(b"<Ann Lee> Hello.")
    (True, False)
    """
    return (
        re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|!--|div|p)\b", data, re.IGNORECASE) is not None
    )


HTML = Format((".html", ".htm", ".xhtml"), recognises, lambda: "html", extract)
