"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.errors import UnknownName

if TYPE_CHECKING:
    from kg.store import Store

store = click.option(
    "--store",
    "store_folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="KG_STORE",
    default=Path(".kg"),
    show_default="$KG_STORE or ./.kg",
    help="Folder of the store.",
)

call = click.option("--call", "call", metavar="CALL", help="Only this call; kg calls lists them.")


def one_call(store: Store, call: str | None) -> str:
    """The call that is meant: the one named, or the only one there is; raises `UnknownName` where there are several."""
    calls = store.calls()
    if call is not None:
        return call
    if len(calls) != 1:
        there = f"the store holds {len(calls)}: {', '.join(calls[:5])}{' …' if len(calls) > 5 else ''}"
        raise UnknownName(f"say which call; {there if calls else 'the store holds none, build one first'}")
    return calls[0]
