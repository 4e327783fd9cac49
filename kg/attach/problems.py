"""What is wrong with the lines of a table, all at once, so that they can be mended in one go."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import FiguresError

MOST = 20


def refuse(problems: Sequence[str]) -> None:
    """Raise `FiguresError` that names each problem, the first twenty of many; nothing happens where there is none.

    >>> refuse(["t.csv:2: 'much' is no figure", "t.csv:5: no metric 'sails'"])
    Traceback (most recent call last):
    kg.errors.FiguresError: t.csv:2: 'much' is no figure
      t.csv:5: no metric 'sails'
      2 lines cannot be read; nothing was stored
    """
    if not problems:
        return
    if len(problems) == 1:
        raise FiguresError(f"{problems[0]}; nothing was stored")
    more = [f"… and {len(problems) - MOST} more"] if len(problems) > MOST else []
    said = [*problems[:MOST], *more, f"{len(problems)} lines cannot be read; nothing was stored"]
    raise FiguresError("\n  ".join(said))
