"""Words of a bilingual transcript as they are shown: English alone, without the marks of its layout.

A stretch of English that runs over several paragraphs takes in the Chinese between them; its span stays as it is.
"""

from __future__ import annotations

import re

_MARK = r"(?:\[\s*\d+\s*\]\s*)?"
_ENGLISH = rf"{_MARK}\[(?:EN|English|英|英文)\]\s*"
_CHINESE = re.compile(rf"{_MARK}\[(?:中|中文|ZH|CN|zh-\w+)\].*?(?={_ENGLISH}|\Z)", re.IGNORECASE | re.DOTALL)
_LEFT = re.compile(_ENGLISH, re.IGNORECASE)
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_MOSTLY = 0.3


def shown(text: str) -> str:
    """The English of a quotation on one line.

    >>> shown("Two things.\\n[中] 兩件事。\\n\\n[ 12] [EN] First, how was Aster?")
    'Two things. First, how was Aster?'
    >>> shown("We call it 雲 here.")
    'We call it 雲 here.'
    """
    if not _IDEOGRAPH.search(text) and "[" not in text:
        return " ".join(text.split())
    english = _LEFT.sub("", _CHINESE.sub(" ", text))
    return " ".join(" ".join(line for line in english.splitlines() if not _is_chinese(line)).split())


def beginning(text: str, longest: int) -> str:
    """A quotation on one line, cut between words where it has more characters than there is room for.

    >>> beginning("How was Aster, and how was the loom?", 20)
    'How was Aster, and …'
    """
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(" ,;.") + " …"


def _is_chinese(line: str) -> bool:
    """Whether a line is mostly Chinese, and not English with a Chinese name in it."""
    letters = sum(not character.isspace() for character in line)
    return letters > 0 and len(_IDEOGRAPH.findall(line)) / letters >= _MOSTLY
