"""The sample call that ships with the program: an invented call, its lexicon, and what must be read from it."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def call_path() -> Path:
    """The transcript: bilingual bullets, the March quarter 2025 of the invented Kelanor Group.

    >>> call_path().name
    'kelanor_2025-03.txt'
    """
    return _FOLDER / "kelanor_2025-03.txt"


def lexicon_path() -> Path:
    """The names of Kelanor Group in SKOS, to be given to `kg build --lexicon`.

    >>> lexicon_path().name
    'kelanor.ttl'
    """
    return _FOLDER / "kelanor.ttl"


def gold_path() -> Path:
    """The facts that a careful person reads from the call, as JSON Lines.

    >>> gold_path().name
    'kelanor_2025-03.jsonl'
    """
    return _FOLDER / "kelanor_2025-03.jsonl"
