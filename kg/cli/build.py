"""`kg build`: read calls and put what they say into the store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.errors import KgError, UnknownName

if TYPE_CHECKING:
    from kg.build import Failed, Outcome


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE|DIR]...", type=click.Path(path_type=Path))
@options.store
@click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    metavar="TTL",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Names known beforehand, as SKOS in Turtle; may be given several times.",
)
@click.option("--source", metavar="NAME", help="Who published the text; the same call from two sources stands twice.")
@click.option("--repairs/--no-repairs", default=True, help="Whether mis-heard names are put right.", show_default=True)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    help="How many processes read calls; the result is the same.",
    show_default=True,
)
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="FIELD=NAME",
    help="What a JSON file calls one of: speaker, title, firm, text, turns, participants, heading, company, ticker, "
    "exchange, quarter, year, date; as in speaker=who. May be given several times.",
)
@click.option(
    "--set",
    "stated",
    multiple=True,
    metavar="FIELD=VALUE",
    help="What is true of the call, whatever the text says: company, ticker, exchange, year, quarter or date; as in "
    "quarter=3. May be given several times. Later builds of the file respect it; year= takes it back.",
)
@click.option("--strict", is_flag=True, help="Stop at the first file that cannot be read.")
def command(
    paths: tuple[Path, ...],
    store_folder: Path,
    lexicons: tuple[Path, ...],
    source: str | None,
    repairs: bool,
    jobs: int,
    fields: tuple[str, ...],
    stated: tuple[str, ...],
    strict: bool,
) -> None:
    """Read calls, extract what they say, check it and store it.

    Plain text, Markdown, HTML, JSON, JSON Lines, subtitles and tables of utterances (CSV) are read, each also packed
    as .gz; PDF and Word with pip install 'earnings-kg[pdf,docx]'. A folder stands for the files in it that end so,
    but for tables, and - for standard input. Without a file, the sample call that ships with the program is read.
    A file that was built before and has not changed is left alone, unless the program, a lexicon or an option has;
    so a run that was interrupted goes on where it stopped.

    \b
    Example:
      kg build
      kg build transcripts/ --store calls --lexicon acme.ttl --jobs 2
      curl https://example.org/call.html | kg build -
      kg build acme.txt --set year=2024 --set quarter=3
    """
    from kg.folders import transcripts_in
    from kg.workers import prepare

    if not paths:
        paths, lexicons = _sample(lexicons)
    files = transcripts_in(paths)
    if min(jobs, len(files)) > 1:
        prepare()  # while this process imports what follows

    from kg import decisions
    from kg.build import Built, Failed, build_calls
    from kg.cli.summary import line, next_steps, summary
    from kg.store import writing

    named = [_field(text) for text in fields]
    told = _stated(stated, len(files))
    built, last, failed = 0, None, []
    with writing(store_folder) as store:
        taken = decisions.read(store_folder)
        outcomes = build_calls(
            files,
            store,
            lexicons=lexicons,
            source=source,
            repairs=repairs,
            decisions=taken,
            fields=named,
            stated=told,
            jobs=min(jobs, len(files)),
        )
        with closing(outcomes):
            for outcome in _shown(outcomes, len(files)):
                if isinstance(outcome, Failed):
                    failed.append(outcome)
                    if strict:
                        break
                    continue
                built, last = built + 1, outcome.entry
                if told:
                    taken = taken.stating(outcome.sha256, told)
                    decisions.write(store_folder, taken)
                click.echo(summary(outcome) if isinstance(outcome, Built) and len(files) == 1 else line(outcome))
    if last:
        click.echo(next_steps(last, store_folder))
    _report(failed, len(files), built, strict=strict)


def _sample(lexicons: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    from kg import sample

    return (sample.call_path(),), (sample.lexicon_path(), *lexicons)


def _field(text: str) -> tuple[str, str]:
    """A field of a transcript and the name that a JSON file has for it."""
    from kg.nearest import nearest
    from kg.transcripts.formats.json_shape import FIELDS

    field, sign, name = text.partition("=")
    if not sign or not name:
        raise click.UsageError(f"--field {text}: expected FIELD=NAME, as in speaker=who.")
    if field not in FIELDS:
        raise UnknownName(f"no field {field!r}; {nearest(field, FIELDS, 'kg build --help')}")
    return field, name


def _stated(texts: tuple[str, ...], calls: int) -> dict[str, str]:
    """What a user states of the calls, by field; an empty value takes back what was stated before."""
    from kg.nearest import nearest
    from kg.transcripts.stated import FIELDS, check

    told = {}
    for text in texts:
        field, sign, value = (part.strip() for part in text.partition("="))
        if not sign:
            raise click.UsageError(f"--set {text}: expected FIELD=VALUE, as in quarter=3.")
        if field not in FIELDS:
            raise UnknownName(f"no field {field!r}; {nearest(field, tuple(FIELDS), 'kg build --help')}")
        if FIELDS[field].of_one_call and calls != 1:
            raise click.UsageError(f"--set {text}: holds for one call, and {calls} files were given; name one file.")
        if value:
            try:
                check(field, value)
            except ValueError as error:
                raise click.UsageError(f"--set {error}.") from error
        told[field] = value
    return told


def _shown(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """The outcomes as they come, with a bar on a terminal where there are several."""
    if total < 2 or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, total=total, description="reading", console=Console(stderr=True), transient=True)


def _report(failed: list[Failed], total: int, built: int, *, strict: bool) -> None:
    if not failed:
        return
    if total == 1:
        raise failed[0].error
    for failure in failed:
        click.echo(f"kg: {failure.error}", err=True)
    if strict:
        raise SomeFailed(f"stopped at the first file that could not be read; {built} of {total} files are in the store")
    others = "the others are in the store" if built else "nothing was stored"
    raise SomeFailed(f"{len(failed)} of {total} files could not be read; {others}")


class SomeFailed(KgError):
    """Some of several files could not be read."""
