"""`kg brief [CALL]`: the morning-after page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.store import reading


@click.command()
@click.argument("call", required=False)
@options.store
def command(call: str | None, store_folder: Path) -> None:
    """Print the morning-after page of a call, as Markdown.

    Scorecard by segment, causes, guidance, questions, what was refused, and names put right that deserve a look.

    \b
    Example:
      kg brief
      kg brief kelanor-group_2025-03-31 > brief.md
    """
    from kg.brief import brief
    from kg.export.choose.source import content_of

    with reading(store_folder) as store:
        entries = store.entries_of(options.one_call(store, call))
        content = content_of(store.statements(entries[0].call), call=entries[0].call)
        click.echo(brief(store, content, frozenset(entry.document for entry in entries)), nl=False)
