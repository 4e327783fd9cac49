"""The expressions of `cues.toml`, compiled once: what people say around questions and answers."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files("kg.facts").joinpath("exchanges/cues.toml").read_text(encoding="utf-8"))


@cache
def cue(kind: str) -> re.Pattern[str]:
    """The alternatives of one kind of cue; raises `KeyError` for an unknown kind."""
    return re.compile("|".join(_full(pattern) for pattern in _table()[kind]), re.IGNORECASE)


def _full(pattern: str) -> str:
    return pattern.replace("<Name>", r"(?-i:[A-Z][\w.\-]*\w)").replace("<q>", "[’']")


def says(kind: str, text: str) -> bool:
    """Whether a text holds a cue of a kind.

    >>> says("declined", "We don't break that out."), says("declined", "Margins rose.")
    (True, False)
    """
    return cue(kind).search(text) is not None
