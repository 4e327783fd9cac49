"""What somebody who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

FEW = 5


def nearest(wrong: str, known: Sequence[str], listing: str, *, most: int = 1) -> str:
    """The end of a message about an unknown name: the nearest right ones, and the command that lists all.

    Where nothing is near, and there are few, all are named.

    >>> nearest("gefx", ["gexf", "graphml"], "kg export --help")
    "did you mean 'gexf'? See: kg export --help"
    >>> nearest("Acme", ["Acme Tools", "Acme Homes", "Birch"], "kg calls", most=2)
    "did you mean 'Acme Tools' or 'Acme Homes'? See: kg calls"
    """
    found = _near(wrong, known, most)
    if found:
        return f"did you mean {_either(found)}? See: {listing}"
    if most > 1 and 0 < len(known) <= FEW:
        return f"there is {_either(known, 'and')}. See: {listing}"
    return f"see: {listing}"


def _near(wrong: str, known: Sequence[str], most: int) -> list[str]:
    """Names that look like it, then names that hold it."""
    lowered = {name.lower(): name for name in reversed(known)}
    close = [lowered[name] for name in get_close_matches(wrong.lower(), list(lowered), n=most, cutoff=0.4)]
    containing = [name for name in known if wrong and wrong.lower() in name.lower()]
    return list(dict.fromkeys([*close, *containing]))[:most]


def _either(names: Sequence[str], word: str = "or") -> str:
    quoted = [repr(name) for name in names]
    return f" {word} ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
