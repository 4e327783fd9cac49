"""`kg queries`: the questions that have a name."""

from __future__ import annotations

import textwrap

import click

from kg.cli.tables import Column, show
from kg.queries import NamedQuery, named

WIDTH = 48
"""Letters of a question on a line, so that the table fits a terminal of 100 columns."""


@click.command()
@click.option("--parameters", is_flag=True, help="Say what each parameter means.")
def command(parameters: bool) -> None:
    """List the named questions, each with its sentence and parameters.

    \b
    Example:
      kg queries
      kg queries --parameters
    """
    rows: list[tuple[str, str, str]] = []
    for question in named():
        rows += _lines(question)
    show((Column("name"), Column("question"), Column("--set")), rows)
    if parameters:
        meanings = [(q.name, parameter.name, parameter.meaning) for q in named() for parameter in q.parameters]
        click.echo()
        show((Column("name"), Column("--set"), Column("meaning")), meanings)


def _lines(question: NamedQuery) -> list[tuple[str, str, str]]:
    """A row of the table, over as many lines as the sentence needs: name and parameters stand in the first."""
    first, *rest = textwrap.wrap(question.question, WIDTH)
    parameters = " ".join(parameter.name for parameter in question.parameters)
    return [(question.name, first, parameters), *(("", line, "") for line in rest)]
