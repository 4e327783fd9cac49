"""`kg export FORMAT`: a graph, a drawing or the facts file."""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from kg.cli import options
from kg.errors import ExportError, UnknownName
from kg.store import Store, reading

FACTS = "facts"


class ListsFormats(click.Command):
    """Shows what each format is for below its options."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from kg.export import FORMATS

        with formatter.section("Formats"):
            facts = (FACTS, "The facts file: JSON Lines, what the words establish on each line.")
            formatter.write_dl([*((each.name, each.sentence) for each in FORMATS), facts])


@click.command(cls=ListsFormats)
@click.argument("format")
@click.option(
    "-o",
    "output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="File to write, for csv a folder; standard output if left out.",
)
@options.call
@click.option("--view", metavar="VIEW", default="call", show_default=True, help="What is drawn: call or questions.")
@click.option("--without-quotes", is_flag=True, help="Leave out every run of the transcript's text.")
@options.store
def command(
    format: str, output: Path | None, call: str | None, view: str, without_quotes: bool, store_folder: Path
) -> None:
    """Write a graph, a drawing or the facts file.

    \b
    Example:
      kg export gexf -o call.gexf
      kg export ttl --call kelanor-group_2025-03-31
    """
    with reading(store_folder) as store:
        written = _written(store, format, call, view, without_quotes)
    if isinstance(written, bytes):
        _write_file(written, output)
    else:
        _write_folder(written, output)
    if output is not None and str(output) != "-":
        click.echo(f"{output} is written; open it with {_opened_with(format)}", err=True)


def _opened_with(format: str) -> str:
    from kg.export import FORMATS

    return next((each.opens for each in FORMATS if each.name == format), "any program that reads JSON Lines")


def _written(
    store: Store, format: str, call: str | None, view: str, without_quotes: bool
) -> bytes | Mapping[str, bytes]:
    return _facts(store, call, without_quotes) if format == FACTS else _graph(store, format, call, view, without_quotes)


def _facts(store: Store, call: str | None, without_quotes: bool) -> bytes:
    from kg.stored_facts import facts_lines

    if without_quotes:
        raise ExportError("facts are made of quotes; leave out --without-quotes, or export a graph such as ttl")
    return "".join(f"{line}\n" for line in facts_lines(store, call)).encode()


def _graph(store: Store, format: str, call: str | None, view: str, without_quotes: bool) -> bytes | Mapping[str, bytes]:
    from kg.export import FORMATS, export, unknown

    names = [*(each.name for each in FORMATS), FACTS]
    if format not in names:
        raise UnknownName(unknown(format, names))
    drawn = store.entries_of(call)[0].call if call else None
    return export(store.statements(call), format, call=drawn, view=view, without_quotes=without_quotes)


def _write_file(content: bytes, output: Path | None) -> None:
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise ExportError(f"{output}: cannot be written ({error.strerror}); {_remedy(error)}") from error


def _remedy(error: OSError) -> str:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return "make room, or name a file on another disk" if full else "name a file in a folder that exists"


def _write_folder(files: Mapping[str, bytes], output: Path | None) -> None:
    if output is None:
        raise ExportError(f"this format writes {len(files)} files: name a folder for them with -o")
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (output / name).write_bytes(content)
    except OSError as error:
        raise ExportError(f"{output}: cannot be written ({error.strerror}); name a folder") from error
