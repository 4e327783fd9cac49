"""What somebody who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches


def nearest(wrong: str, known: Sequence[str], listing: str) -> str:
    """The end of a message about an unknown name: the nearest right one, and the command that lists all.

    >>> nearest("gefx", ["gexf", "graphml"], "kg export --help")
    "did you mean 'gexf'? See: kg export --help"
    """
    lowered = {name.lower(): name for name in reversed(known)}
    close = get_close_matches(wrong.lower(), list(lowered), n=1, cutoff=0.4)
    containing = [name for name in known if wrong and wrong.lower() in name.lower()]
    if close or containing:
        guess = lowered[close[0]] if close else containing[0]
        return f"did you mean {guess!r}? See: {listing}"
    return f"see: {listing}"
