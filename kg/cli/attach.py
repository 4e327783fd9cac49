"""`kg attach FIGURES.csv --as estimates|release`: figures of a table beside those of the calls."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options


@click.command()
@click.argument("figures", metavar="FIGURES.csv", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "kind",
    type=click.Choice(("estimates", "release")),
    required=True,
    help="Consensus estimates, or the company's own table.",
)
@click.option("--map", "columns", multiple=True, metavar="COLUMN=FIELD", help="Which field a column holds; repeatable.")
@click.option("--company", metavar="NAME", help="Whose figures these are, where the store has calls of several.")
@options.store
def command(figures: Path, kind: str, columns: tuple[str, ...], company: str | None, store_folder: Path) -> None:
    """Put the figures of a table beside those of the calls.

    Fields are metric, entity, period, value and unit; without an entity the company is meant. A period is given by its
    dates or by a call's quarter, a unit as in USD, USD million or percent. kg drop takes the table out again.

    \b
    Example:
      kg attach consensus.csv --as estimates --map Segment=entity
      kg query beat-and-miss
    """
    from kg.attach import attach, read_table
    from kg.store import writing

    pairs = [column.partition("=") for column in columns]
    table = read_table(figures, {column: field for column, _, field in pairs})
    with writing(store_folder) as store:
        done = attach(store, table, kind=kind, company=company)
    asked = "beat-and-miss" if kind == "estimates" else "reconciled"
    click.echo(
        f"{done.rows} figures attached as {done.entry.call}, {done.matched} of them stated on a call; kg query {asked}"
    )
