"""Whether two titles name one post: "Chief Executive Officer, Director" and "CEO"."""

from __future__ import annotations

import re

from kg.persons import words

_ABBREVIATIONS = {
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "evp": "executive vice president",
    "svp": "senior vice president",
    "vp": "vice president",
    "md": "managing director",
    "ir": "investor relations",
}


def same_post(one: str, other: str) -> bool:
    """Whether two titles name one post.

    >>> same_post("Chief Executive Officer, Director", "CEO"), same_post("Chief Financial Officer", "CEO")
    (True, False)
    """
    a, b = (_words_of(title) for title in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def _words_of(title: str) -> frozenset[str]:
    tokens = re.findall(r"[a-z\-]+", title.casefold())
    full = " ".join(_ABBREVIATIONS.get(token, token) for token in tokens).split()
    kept = (
        words("posts")
        | words("post_starts")
        | {"financial", "operating", "technology", "growth", "marketing", "accounting"}
    )
    return frozenset(full) & kept - {"director"} or frozenset(full)
