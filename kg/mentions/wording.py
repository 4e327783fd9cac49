"""Expressions that need not be searched for in a text which lacks the words that all their matches hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """An expression, and the words, in lower case, one of which stands in whatever it matches."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text, from left to right.

        >>> [m.group() for m in Wording(re.compile("low[ -]teens", re.I), ("teens",)).finditer("Low teens.")]
        ['Low teens']
        """
        lower = text.lower()
        return self.pattern.finditer(text) if any(word in lower for word in self.words) else iter(())
