"""Blocks of a formatted document to plain text: what bold type told a reader about speakers, punctuation must tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.persons import is_name, is_operator, is_post

_AFTER_NAME = re.compile(r"\s+[-–—]+\s+|\s*[(,]\s*")
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text, of which the first `bold` characters are set in bold; the empty one is a blank line."""

    text: str = ""
    bold: int = 0


def plain_text(blocks: Sequence[Block]) -> str:
    """The lines of the blocks. A bold speaker before the words on one line gets the colon that plain text needs.

    >>> plain_text([Block("Ann Lee Thank you.", 7), Block("Operator Next.", 8), Block("Ann Lee Yes.", 7)])
    'Ann Lee: Thank you.\\nOperator: Next.\\nAnn Lee: Yes.\\n'
    """
    often = Counter(label for block in blocks if (label := _label(block)))
    above = ["", *(block.text for block in blocks if block.text)]
    numbers = accumulate((bool(block.text) for block in blocks), initial=0)
    lines = [_line(block, often, above[number]) for block, number in zip(blocks, numbers, strict=False)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _line(block: Block, often: Counter[str], above: str) -> str:
    """A line; a name set in bold once only is a speaker's where the words above announce it."""
    label = _label(block)
    announced = label is not None and label.split()[-1] in above
    if label is None or not (often[label] >= _OFTEN or is_operator(label) or _names_post(label) or announced):
        return block.text
    return f"{label}: {block.text[block.bold :].lstrip()}"


def _label(block: Block) -> str | None:
    """The bold words at the start of a line if they can name a speaker and a sentence follows them."""
    label, rest = block.text[: block.bold].rstrip(), block.text[block.bold :].lstrip()
    if not label or label[-1] in ":：" or not rest or not (rest[0].isupper() or rest[0] in "\"'“‘$[("):
        return None
    name = _AFTER_NAME.split(label)[0]
    return label if is_name(name) and (len(name.split()) > 1 or is_operator(name)) else None


def _names_post(label: str) -> bool:
    return any(is_post(part) for part in _AFTER_NAME.split(label)[1:])
