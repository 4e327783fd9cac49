"""`kg calls`: what is in the store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.tables import Column, show
from kg.store import reading


@click.command()
@options.store
def command(store_folder: Path) -> None:
    """List the calls in the store, one line for each text.

    \b
    Example:
      kg calls
    """
    with reading(store_folder) as store:
        entries = store.entries()
    columns = (
        Column("call"),
        Column("company"),
        Column("period"),
        Column("source"),
        Column("facts", numeric=True),
        Column("file"),
    )
    rows = [(e.call, e.company, e.period, e.source, str(e.facts), e.name) for e in entries]
    show(columns, rows)
