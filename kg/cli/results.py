"""Answers of the store as a table, CSV, TSV, JSON, XML or Markdown; constructed graphs as Turtle."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click
import pyoxigraph as ox

from kg.cli.tables import Column, show
from kg.errors import UnknownName
from kg.nearest import nearest
from kg.rdf import iris
from kg.store import Answer

STANDARD: Mapping[str, ox.QueryResultsFormat] = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
FORMATS = ("table", *STANDARD, "markdown")

PREFIXES = {
    "ec:": iris.DEF,
    "code:": iris.CODE,
    "metric:": iris.METRIC,
    "": iris.ID,
    "unit:": "http://qudt.org/vocab/unit/",
}
NUMERIC = ("integer", "decimal", "double", "float")


def check_format(name: str) -> str:
    """The name of a format; raises `UnknownName` with the nearest."""
    if name not in FORMATS:
        raise UnknownName(f"no format {name!r}; {nearest(name, FORMATS, 'kg query --help')}")
    return name


def write(answer: Answer, format: str, echo: Callable[[str], None]) -> None:
    """Print an answer; a table goes to the terminal, everything else through `echo`."""
    if isinstance(answer, ox.QueryTriples):
        data = ox.serialize(sorted(answer, key=str), format=ox.RdfFormat.TURTLE, prefixes=_turtle_prefixes())
        echo((data or b"").decode())
    elif format in STANDARD:
        echo(_ended((answer.serialize(format=STANDARD[format]) or b"").decode()))
    elif isinstance(answer, ox.QueryBoolean):
        echo("yes\n" if answer else "no\n")
    else:
        _rows(answer, format, echo)


def _rows(answer: ox.QuerySolutions, format: str, echo: Callable[[str], None]) -> None:
    names = [variable.value for variable in answer.variables]
    solutions = [[solution[name] for name in names] for solution in answer]
    rows = [tuple(cell(term) for term in solution) for solution in solutions]
    if format == "markdown":
        from kg.brief.markdown import table

        echo((table(names, rows) or table(names, [("",) * len(names)])) + "\n")
        return
    if not rows:
        click.echo("nothing found", err=True)
    numeric = [any(_is_number(s[i]) for s in solutions) for i in range(len(names))]
    show([Column(name, numeric=n) for name, n in zip(names, numeric, strict=True)], rows)


def cell(term: object) -> str:
    """A term as a person reads it: literals by their characters, IRIs shortened.

    >>> cell(ox.NamedNode("https://w3id.org/earnings-call/metric/revenue"))
    'metric:revenue'
    """
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return " ".join(term.value.split())
    if isinstance(term, ox.NamedNode):
        for prefix, base in PREFIXES.items():
            if term.value.startswith(base):
                return prefix + term.value.removeprefix(base)
        return term.value
    return str(term)


def _is_number(term: object) -> bool:
    return isinstance(term, ox.Literal) and term.datatype.value.endswith(NUMERIC)


def _turtle_prefixes() -> dict[str, str]:
    return {prefix.removesuffix(":"): base for prefix, base in PREFIXES.items() if prefix}


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"
