"""The legal form behind a company's name: "Inc.", "N.V.", "Co. Ltd."; the name is the same without it."""

from __future__ import annotations

import re
from functools import cache

from kg.word_lists import word_list


def without_form(name: str) -> str:
    """A company's name without its legal form; a name that is nothing else is left alone.

    >>> without_form("Harbour & Sons Co., Ltd."), without_form("Lund Bank N.V."), without_form("Co-op")
    ('Harbour & Sons', 'Lund Bank', 'Co-op')
    """
    return _behind().sub("", name)


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
    forms = "|".join(re.escape(form) for form in sorted(_forms(), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<=[^\s&])(?:,? +(?:{forms})\b\.?)+,?$")
