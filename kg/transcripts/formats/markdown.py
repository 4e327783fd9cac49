"""Markdown to the text that it shows: line by line, without the signs that make headings, bold type and links."""

from __future__ import annotations

import html
import re

from kg.transcripts.decoding import decode
from kg.transcripts.formats.blocks import Block, plain_text
from kg.transcripts.formats.format import Extracted, Format
from kg.transcripts.original import Original

_RULE = re.compile(r"\s{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_START = re.compile(
    r"\s{0,3}(?:>\s?)*"  # quoted
    r"(?:#{1,6}\s+|[-*+]\s+(?=\*\*|__))?"  # a heading, an item of a list that begins with a bold label
)
_HEADING_END = re.compile(r"\s+#+$")
_BOLD = re.compile(r"(?P<sign>\*\*|__)(?=\S)(?P<words>.+?)(?<=\S)(?P=sign)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),  # a picture
    (re.compile(r"\[([^\]]+)\]\([^)\s]+(?:\s+\"[^\"]*\")?\)"), r"\1"),  # a link
    (re.compile(r"</?(?:a|b|br|div|em|i|p|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]+?)(?<=[^\s*])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_]+?)(?<=[^\s_])\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PROTECTED = 0xE000  # an escaped sign waits in the private use area until the other signs are gone


def extract(original: Original) -> Extracted:
    """The words of the page, one line for each of its lines.

    >>> data = b"# Acme (ACM) Q1 2024\\n\\n**Ann Lee** (CFO): Sales were *up* [7%](x.html).\\n"
    >>> print(extract(Original("a.md", "a", ".md", data)).text, end="")
    Acme (ACM) Q1 2024
    <BLANKLINE>
    Ann Lee (CFO): Sales were up 7%.
    """
    text = _COMMENT.sub("", decode(original.data, original.place))
    lines = text.splitlines()
    if lines[:1] == ["---"]:  # fields follow, as in `company: Acme`, and another rule
        del lines[0]
    return Extracted(plain_text([_block(line) for line in lines]))


def _block(line: str) -> Block:
    if _RULE.fullmatch(line):
        return Block("-" * len("".join(line.split())))
    words = _HEADING_END.sub("", _START.sub("", line, count=1).rstrip())
    words = _ESCAPE.sub(lambda m: chr(_PROTECTED + ord(m[1])), words)
    label = _BOLD.match(words)
    return Block(_shown(words), len(_shown(label["words"])) if label else 0)


def _shown(words: str) -> str:
    words = _BOLD.sub(r"\g<words>", words)
    for pattern, shown in _INLINE:
        words = pattern.sub(shown, words)
    back = re.sub(f"[{chr(_PROTECTED)}-{chr(_PROTECTED + 127)}]", lambda m: chr(ord(m[0]) - _PROTECTED), words)
    return html.unescape(back)


def recognises(data: bytes) -> bool:
    """Whether bytes without a name look like Markdown: they begin with a heading.

    >>> recognises(b"# Acme, first quarter"), recognises(b"Acme #1")
    (True, False)
    """
    return re.match(rb"\s*#{1,6} \S", data) is not None


MARKDOWN = Format((".md", ".markdown"), recognises, lambda: "markdown", extract)
