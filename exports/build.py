"""Builds what lies beside this file: calls in every format, and the README that shows them.

`python exports/build.py` writes anew; with `--check` it compares the sample call's files with those committed.
The real call is exported without quotes, and only where its transcript lies in ../shared.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kg.cli import run

HERE = Path(__file__).parent
REAL_CALL = HERE.parent.parent / "shared" / "calls" / "alibaba_2024-09.txt"

FILES = {
    "call.ttl": ("ttl", "RDF in Turtle"),
    "call.gexf": ("gexf", "for Gephi and Gephi Lite"),
    "call.graphml": ("graphml", "for yEd, Cytoscape, igraph, networkx"),
    "csv": ("csv", "nodes and edges for a spreadsheet or Gephi"),
    "call.dot": ("dot", "the page of the call for Graphviz"),
    "page.svg": ("svg", "the same page as a picture"),
    "map.svg": ("map", "the Gephi view as a picture"),
    "questions.svg": ("questions", "who answered, who asked, what about, as a picture"),
}


@dataclass(frozen=True)
class Shown:
    """A call that is exported, and how."""

    name: str
    title: str
    build: tuple[str, ...]
    shown_as: str
    options: tuple[str, ...] = ()


SAMPLE = Shown("kelanor-group_2025-03-31", "The sample call", (), "kg build")
REAL = Shown(
    "alibaba-group_2024-09-30",
    "A real call, without its words",
    (str(REAL_CALL),),
    "kg build alibaba_2024-09.txt",
    ("--without-quotes",),
)


def main() -> int:
    """Write everything, or with `--check` say which of the sample's files differ."""
    if "--check" in sys.argv[1:]:
        return check()
    for call in (SAMPLE, REAL):
        if call is SAMPLE or REAL_CALL.exists():
            write(call, HERE / call.name)
    (HERE / "README.md").write_text(readme(), encoding="utf-8")
    return 0


def check() -> int:
    """1 where a committed file is not what the program writes now."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / SAMPLE.name
        write(SAMPLE, fresh)
        differing = [*differences(fresh, HERE / SAMPLE.name)]
    if (HERE / "README.md").read_text(encoding="utf-8") != readme():
        differing.append("README.md")
    for name in differing:
        sys.stderr.write(f"exports/{name} is not what the program writes; run: python exports/build.py\n")
    return 1 if differing else 0


def differences(fresh: Path, committed: Path) -> list[str]:
    """Files that are in one folder only, or not equal."""
    names = {path.relative_to(folder) for folder in (fresh, committed) for path in folder.rglob("*") if path.is_file()}
    return [f"{committed.name}/{name}" for name in sorted(names) if content(fresh / name) != content(committed / name)]


def content(path: Path) -> bytes | None:
    """The bytes of a file, None where there is none."""
    return path.read_bytes() if path.is_file() else None


def write(call: Shown, folder: Path) -> None:
    """Build a call in a store of its own and export it into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = ("--store", f"{scratch}/store")
        summary = done("build", *call.build, *store).split("\nThe store is ")[0]
        (folder / "summary.txt").write_text(summary.rstrip() + "\n", encoding="utf-8")
        for name, (format, _) in FILES.items():
            done("export", format, "-o", str(folder / name), *call.options, *store)


def done(*arguments: str) -> str:
    """What a command prints; a command that fails ends the program."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = run(list(arguments))
    if code:
        sys.exit(f"kg {' '.join(arguments)}: exit {code}")
    return said.getvalue()


def readme() -> str:
    """The page that shows the pictures and names the command behind each file."""
    parts = ["# Exports\n", "Written by `python exports/build.py`; a check rebuilds the sample's and compares.\n"]
    return "\n".join([*parts, *(section(call) for call in (SAMPLE, REAL))])


def section(call: Shown) -> str:
    """One call: pictures, then a table of files."""
    rows = [row(call, name, *what) for name, what in FILES.items()]
    head = f"## {call.title}: `{call.name}`\n\n`{call.shown_as}` prints [summary.txt]({call.name}/summary.txt).\n"
    shown = (
        ("the page of the call", "page.svg"),
        ("the map of the call", "map.svg"),
        ("the questions", "questions.svg"),
    )
    pictures = "\n\n".join(f"![{what}]({call.name}/{name})" for what, name in shown) + "\n"
    table = "\n".join(["| file | for | command |", "|---|---|---|", *rows])
    return f"{head}\n{pictures}\n{table}\n"


def row(call: Shown, name: str, format: str, meaning: str) -> str:
    """One line of the table."""
    command = " ".join(["kg export", format, "-o", name, *call.options])
    return f"| [{name}]({call.name}/{name}) | {meaning} | `{command}` |"


if __name__ == "__main__":
    sys.exit(main())
