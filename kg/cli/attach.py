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
    dates or by a call's quarter, a unit as in USD, USD million or percent. Columns called segment, quarter, estimate,
    consensus or actual are known too. Lines that no figure of a call stands beside are named. kg drop takes the table
    out again.

    \b
    Example:
      kg attach consensus.csv --as estimates --map Line=metric
      kg query beat-and-miss
    """
    from kg.attach import attach, read_table
    from kg.store import writing

    pairs = [column.partition("=") for column in columns]
    table = read_table(figures, {column: field for column, _, field in pairs})
    with writing(store_folder) as store:
        done = attach(store, table, kind=kind, company=company)
    asked = "beat-and-miss" if kind == "estimates" else "reconciled"
    figures_attached = "1 figure" if done.rows == 1 else f"{done.rows} figures"
    stated = done.rows - len(done.unmatched)
    click.echo(f"{figures_attached} attached as {done.entry.call}, {stated} stated on a call too; kg query {asked}")
    for line in done.unmatched:
        click.echo(f"  {line}")
