"""`kg diff CALL CALL`: what is new, gone and changed."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options


@click.command()
@click.argument("one", metavar="CALL")
@click.argument("other", metavar="CALL")
@click.option(
    "--format",
    "format",
    type=click.Choice(("markdown", "json")),
    default="markdown",
    show_default=True,
    help="Markdown reads as plain text; JSON has every figure with its IRI.",
)
@options.store
def command(one: str, other: str, format: str, store_folder: Path) -> None:
    """Say what is new, gone and changed between two calls of one company.

    Figures then and now, guidance raised, cut, repeated, dropped or come due, what was reported then and is silent now,
    new and gone products and units, and topics that analysts asked about again. The earlier call comes first.

    \b
    Example:
      kg diff acme_2024-03-31 acme_2024-06-30
      kg diff acme_2024-03-31 acme_2024-06-30 --format json
    """
    from kg.diff import diff
    from kg.diff.as_json import as_json
    from kg.diff.page import page
    from kg.store import reading

    with reading(store_folder) as store:
        found = diff(store, one, other)
    click.echo(as_json(found) if format == "json" else page(found), nl=format == "json")
