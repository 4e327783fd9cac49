"""Text as XML writes it. A module of our own: the standard library's escapes load an HTTP client."""

from __future__ import annotations

from kg.export.write.columns import clean

_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _CONTENT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def content(text: str) -> str:
    """Text between tags.

    >>> content("a < b & c")
    'a &lt; b &amp; c'
    """
    return clean(text).translate(_CONTENT)


def attribute(text: str) -> str:
    """A quoted value; line breaks as references, since a parser would turn them into blanks.

    >>> print(attribute('say "a"\\nb'))
    "say &quot;a&quot;&#10;b"
    """
    return f'"{clean(text).translate(_ATTRIBUTE)}"'
