"""The legal form behind a company's name: "Inc.", "N.V.", "Co. Ltd."; the name is the same without it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from kg.word_lists import word_list


def without_form(name: str) -> str:
    """A company's name without its legal form; a name that is nothing else is left alone.

    >>> without_form("Harbour & Sons Co., Ltd."), without_form("Lund Bank N.V."), without_form("Co-op")
    ('Harbour & Sons', 'Lund Bank', 'Co-op')
    """
    return _behind().sub("", name)


def as_compared(name: str) -> str:
    """A company's name as the names of one call are compared: in lower case, without article, legal form or "Group".

    >>> as_compared("The Acme  Widgets Holding Co., Ltd."), as_compared("Lund & Company"), as_compared("Group")
    ('acme widgets', 'lund', 'group')
    """
    return _bare(name, _behind_any("company_words", "group_words"))


def identifying(name: str) -> str:
    """What of a company's name tells it from all others: a group is kept apart from what it may hold.

    >>> identifying("The Acme Company"), identifying("Acme Group, Inc.")
    ('acme', 'acme group')
    """
    return _bare(name, _behind_any("company_words"))


@lru_cache(1 << 12)
def _bare(name: str, behind: re.Pattern[str]) -> str:
    lower = " ".join(name.lower().replace("’", "'").split())
    named = behind.sub("", lower.removeprefix("the "))
    return re.sub(r" (?:&|and)$", "", named or lower).strip(" .,")


def is_form(word: str) -> bool:
    """Whether a word is a legal form, with or without its full stop.

    >>> is_form("Inc."), is_form("S.A."), is_form("Bank")
    (True, True, False)
    """
    return word.rstrip(".") in _forms()


def _forms() -> frozenset[str]:
    return word_list("kg", "legal_forms.toml", "behind_names")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?<=[^\s&])(?:,? +(?:{_any_of(_forms())})\b\.?)+,?$")


@cache
def _behind_any(*lists: str) -> re.Pattern[str]:
    words = _forms().union(*(word_list("kg", "legal_forms.toml", name) for name in lists))
    return re.compile(rf"(?:,? +(?:{_any_of({word.lower() for word in words})})\b\.?)+$")


def _any_of(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
