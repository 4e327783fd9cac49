"""Tells Chinese from other text, and the two ways of writing it apart."""

from __future__ import annotations

_TRADITIONAL = frozenset("們這來個時國對說經會後過業學為電還長開關點從問題進現發實數產據")
_SIMPLIFIED = frozenset("们这来个时国对说经会后过业学为电还长开关点从问题进现发实数产据") - _TRADITIONAL


def has_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character.

    >>> has_chinese("收入 7%"), has_chinese("revenue 7%")
    (True, False)
    """
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def script(text: str) -> str:
    """`zh-Hant` or `zh-Hans`, by which characters are more.

    >>> script("我們的業務"), script("我们的业务")
    ('zh-Hant', 'zh-Hans')
    """
    traditional = sum(c in _TRADITIONAL for c in text)
    return "zh-Hant" if traditional > sum(c in _SIMPLIFIED for c in text) else "zh-Hans"
