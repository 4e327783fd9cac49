"""`kg queries`: the questions that have a name."""

from __future__ import annotations

import click

from kg.cli.tables import Column, show
from kg.queries import named


@click.command()
@click.option("--parameters", is_flag=True, help="Say what each parameter means.")
def command(parameters: bool) -> None:
    """List the named questions, each with its sentence and parameters.

    \b
    Example:
      kg queries
      kg queries --parameters
    """
    rows = [(q.name, q.question, " ".join(parameter.name for parameter in q.parameters)) for q in named()]
    show((Column("name"), Column("question"), Column("--set")), rows)
    if parameters:
        meanings = [(q.name, parameter.name, parameter.meaning) for q in named() for parameter in q.parameters]
        click.echo()
        show((Column("name"), Column("--set"), Column("meaning")), meanings)
