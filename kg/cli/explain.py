"""`kg explain`: the fact, who said it, and why the program believes it."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.store import reading


@click.command()
@click.argument("what", metavar='IRI|"words"')
@click.option("--all", "everything", is_flag=True, help="Explain everything that matches, not only the best.")
@options.store
def command(what: str, everything: bool, store_folder: Path) -> None:
    """Say why a fact is in the graph: who said it, where, in which words, with the reason of each link and repair.

    An IRI may be given whole or by its end; words are looked up in names, then in what was said.

    \b
    Example:
      kg explain "take rate"
      kg explain obs-1203-1290-1
    """
    from kg.explain import MOST, page
    from kg.explain.explanation import explanation
    from kg.explain.find import find

    if not what.strip():
        raise click.UsageError("found no words; expected an IRI, or words of a name or of what was said.")
    with reading(store_folder) as store:
        nodes = find(store, what)
        shown = nodes if everything else nodes[:MOST]
        click.echo("\n\n".join(page(explanation(node)) for node in shown))
    if len(shown) < len(nodes):
        click.echo(f"\n… and {len(nodes) - len(shown)} more; see them with --all", err=True)
