"""`kg export FORMAT`: a graph, a drawing or the facts file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.errors import UnknownName
from kg.nearest import nearest
from kg.store import reading


@click.command()
@click.argument("format")
@click.option(
    "-o", "output", type=click.Path(path_type=Path), help="File to write; a folder for csv. [default: standard output]"
)
@options.call
@click.option("--without-quotes", is_flag=True, help="Leave out every run of the transcript's text.")
@options.store
def command(format: str, output: Path | None, call: str | None, without_quotes: bool, store_folder: Path) -> None:
    """Write a graph, a drawing or the facts file.

    \b
    Example:
      kg export gexf -o call.gexf
    """
    with reading(store_folder) as store:
        if format == "facts":
            from kg.stored_facts import facts_lines

            text = "".join(line + "\n" for line in facts_lines(store, call))
        else:
            raise UnknownName(f"no format {format!r}; {nearest(format, ('facts',), 'kg export --help')}")
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
