"""What a person's name looks like amid a sentence, as parts of regular expressions."""

from __future__ import annotations

from kg.persons import CAPITAL

TOKEN = rf"(?:St\.|[{CAPITAL}][\w'’\-]*\w|[A-Z]\.(?:[A-Z]\.)*|[A-Z]{{1,3}})"
_PARTICLE = r"(?:de|van|von|der|den|la|le|di|da|del|bin|al|el)"
BARE = rf"{TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{TOKEN}){{1,4}}"
"""A name of two parts or more."""
HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?"
