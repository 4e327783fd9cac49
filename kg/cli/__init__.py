"""The command line: one file per command, loaded when it is called, so that `kg --help` answers at once."""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from kg import __version__
from kg.errors import KgError
from kg.nearest import nearest

COMMANDS: dict[str, str] = {
    "build": "Read calls, extract what they say, check it and store it.",
    "calls": "List the calls in the store.",
    "drop": "Take a call out of the store.",
    "attach": "Put the figures of a table beside those of the calls.",
    "brief": "Print the morning-after page of a call.",
    "diff": "Say what is new, gone and changed between two calls of one company.",
    "queries": "List the named questions.",
    "query": "Answer a named question, or SPARQL from a file or standard input.",
    "explain": "Say why a fact is in the graph, with the words.",
    "export": "Write a graph, a drawing or the facts file.",
    "check": "Print every broken shape and sum, with the words.",
    "review": "Accept or reject repairs of mis-heard names.",
    "evaluate": "Score facts against a gold file.",
}
"""Each command is `kg.cli.<name>.command`; the sentence stands in `kg --help`."""


class UnknownCommand(click.ClickException):
    """A command that is not there; the message names the nearest one that is."""

    exit_code = 2


class LazyCommands(click.Group):
    """Commands that are imported when they are called, not when they are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            raise UnknownCommand(f"no command {args[0]!r}; {nearest(args[0], tuple(COMMANDS), 'kg --help')}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Read earnings-call transcripts and write down what was said as an RDF graph.

    \b
    Example:
      kg build                  read the sample call that ships with the program
      kg build transcript.txt   read a call of your own
      kg brief                  see what it says
    """


def main() -> None:
    """Run a command; whatever goes wrong is one sentence on standard error and an exit code of 1 or 2."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of a command: 0 done, 1 refused or failed, 2 called wrongly."""
    try:
        code = cli.main(arguments, prog_name="kg", standalone_mode=False)  # what ctx.exit was given, else None
        sys.stdout.flush()
    except KgError as error:
        _trace()
        return _say(str(error), 1)
    except click.UsageError as error:
        return _say(f"{_sentence(error)} See: {_help(error)}", error.exit_code)
    except click.ClickException as error:
        return _say(error.format_message(), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return _say("interrupted; the store holds what was finished", 1)
    except (BrokenPipeError, SystemExit):
        # The reader of the pipe has gone, as `head` does, which click reports by leaving: nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _say(_unexpected(error), 1)
    return code if isinstance(code, int) else 0


def _help(error: click.UsageError) -> str:
    return f"{error.ctx.command_path if error.ctx else 'kg'} --help"


def _sentence(error: click.UsageError) -> str:
    """What click says, on one line and with a full stop; it lists choices on lines of their own."""
    said = " ".join(error.format_message().split())
    return said if said.endswith((".", "?", "!")) else f"{said}."


def _say(sentence: str, code: int) -> int:
    click.echo(f"kg: {sentence}", err=True)
    return code


def _trace() -> None:
    if os.environ.get("KG_TRACEBACK"):
        traceback.print_exc()


def _unexpected(error: Exception) -> str:
    _trace()
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    kind = type(error).__name__
    return f"unexpected {kind} at {place}: {error}; this is a fault of the program (KG_TRACEBACK=1 shows where)"
