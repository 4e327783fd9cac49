"""`kg drop CALL`: take a call out of the store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.store import writing


@click.command()
@click.argument("call")
@options.store
def command(call: str, store_folder: Path) -> None:
    """Take a call out of the store, with every text of it.

    Entities that no other call knows go with it.

    \b
    Example:
      kg drop kelanor-group_2025-03-31
    """
    with writing(store_folder) as store:
        gone = store.drop(call)
    for entry in gone:
        click.echo(f"dropped {entry.call} ({entry.source}, {entry.facts} facts)")
