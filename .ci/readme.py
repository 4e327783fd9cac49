"""Runs the commands that README.md shows, and writes what they print below them.

`python .ci/readme.py` rewrites the README; the tests use `refreshed` to compare. Blocks marked `console` are run in
one empty folder, in the order in which they stand; a line that begins with `$ ` is a command.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def refreshed(text: str) -> str:
    """The README with the output of every command as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        return BLOCK.sub(lambda block: _run(block[0], Path(folder)), text)


def _run(block: str, folder: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{_output(command.removeprefix('$ '), folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "COLUMNS": "120"}
    environment.pop("KG_STORE", None)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"README: `{command}` ended with {done.returncode}: {done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
