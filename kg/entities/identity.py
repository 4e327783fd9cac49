"""When two names in a call are one: spelling apart, never meaning."""

from __future__ import annotations

import re

_ONE_PLACE = {"us": "united state", "u.s": "united state", "usa": "united state", "u.s.a": "united state"}
_ONE_PLACE |= {"uk": "united kingdom", "u.k": "united kingdom"}
"""Abbreviations of a country after which a unit may be called, by the key of its name."""


def key(name: str) -> str:
    """A name as it is compared within a call: case, hyphens, article, possessive and plural ending are nothing.

    >>> key("the Orchard-Phones'") == key("Orchard phone")
    True
    >>> key("U.S.") == key("United States")
    True
    """
    words = re.findall(r"[\w.+&]+(?:['’]\w+)*", name.lower().replace("-", " ").replace(" and ", " & "))
    words = [re.sub(r"['’]s?$", "", w).strip(".") or w for w in words]
    if len(words) > 1 and words[0] in {"the", "a", "an", "our"}:
        words = words[1:]
    if words:
        words[-1] = _singular(words[-1])
    whole = " ".join(words)
    return _ONE_PLACE.get(whole, whole)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("sses"):
        return word[:-2]
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 and word != "series" else word[:-1]
