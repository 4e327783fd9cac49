"""Fills the fields of a row class from one line, each by the reader for its type: the one place that does so.

The program's own rows and the scorer's differ in what they hold and how strictly they are read, not in this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar, get_type_hints

R = TypeVar("R")
Reader = Callable[[str], object]
"""What takes a field of a line by its name."""


def filled(row: Callable[..., R], readers: Mapping[object, Reader], own: Mapping[str, Reader]) -> R:
    """A row of a class: every field by its `own` reader, or failing that by the one for its type.

    >>> from kg.facts_file.rows import EntityRow
    >>> line = {"id": "e1", "name": "Acme", "type": "Organization"}
    >>> filled(EntityRow, {str: line.get}, dict.fromkeys(["surfaces", "garbled", "evidence", "nth"], lambda _: ())).name
    'Acme'
    """
    types = _types(row)
    return row(**{name: (own[name] if name in own else readers[types[name]])(name) for name in types})


@cache
def _types(row: Callable[..., object]) -> Mapping[str, object]:
    return get_type_hints(row)
