"""`kg query NAME|FILE|-`: answer a question."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli import options, results
from kg.cli.asked import as_known
from kg.queries import bind, complete, find, prefix_table
from kg.store import reading
from kg.text_file import text_of


@click.command()
@click.argument("question", metavar="NAME|FILE|-|SPARQL")
@click.option("--format", "format", default="table", show_default=True, help=f"One of {', '.join(results.FORMATS)}.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Give a parameter a value; repeatable.")
@options.store
def command(question: str, format: str, settings: tuple[str, ...], store_folder: Path) -> None:
    """Answer a named question, or SPARQL from a file or standard input.

    The prefixes of the ontology need not be declared. Questions go over all calls in the store at once.

    \b
    Example:
      kg query executives
      kg query segment-figures --set call=kelanor-group_2025-03-31 --format csv
      kg query 'SELECT ?name { ?x a ec:Company ; ec:name ?name }'
    """
    results.check_format(format)
    values = _values(settings)
    text = _text(question, values)  # a question that there is not is refused before the store is opened
    with reading(store_folder) as store:
        if not _is_own(question):
            text = _text(question, as_known(store, values))
        answer = store.query(text, name=_named(question), prefixes=prefix_table())
        results.write(answer, format, lambda said: click.echo(said, nl=False))


def _named(question: str) -> str:
    """How a message about the question begins."""
    return {"-": "standard input"}.get(question, "query" if "{" in question else question)


def _values(settings: tuple[str, ...]) -> dict[str, str]:
    pairs = [setting.partition("=") for setting in settings]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise click.UsageError(f"--set {wrong[0]}: expected NAME=VALUE.")
    return {name.removeprefix("?"): value for name, _, value in pairs}


def _is_own(question: str) -> bool:
    """Whether a question is the user's own SPARQL and no named one."""
    return question == "-" or "{" in question or _is_file(question)


def _is_file(question: str) -> bool:
    path = Path(question)
    return path.suffix == ".rq" or path.is_file()


def _text(question: str, values: dict[str, str]) -> str:
    if question == "-":
        return complete(sys.stdin.read(), values, name=_named(question))
    if "{" in question:
        return complete(question, values, name=_named(question))
    if _is_file(question):
        return complete(text_of(Path(question), expected="SPARQL"), values, name=question)
    return bind(find(question), values)
