"""Every command explains itself, quickly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg import __version__
from kg.cli import COMMANDS, cli


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name: str, kg) -> None:
    ran = kg(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"kg {name}" in ran.out.split("Example:")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_sentence_in_the_list_is_the_first_of_the_command(name: str) -> None:
    command = cli.commands.get(name) or cli.get_command(None, name)
    assert command is not None and command.help is not None
    assert COMMANDS[name].rstrip(".").split(",")[0].split(" or ")[0] in " ".join(command.help.split())


def test_the_version_is_printed(kg) -> None:
    assert kg("--version").out == f"kg, version {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'rich'}"
    script = f"import sys; from kg.cli import run; run(['--help']); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
