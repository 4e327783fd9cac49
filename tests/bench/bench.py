"""How fast calls are read, stored and asked: `python tests/bench/bench.py FOLDER [--jobs 2] [--invented 100]`.

Every ratio is taken in one run on one machine. Nothing here is a test; the suite measures no time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from invented import write_calls

from kg import transcripts
from kg.build import build_calls
from kg.cli.tables import Column, plain
from kg.folders import transcripts_in
from kg.language import DEFAULT_MODEL, load
from kg.queries import named
from kg.store import reading, writing

REPEATS = 3
"""Of several runs of one command the fastest counts: the others waited for something else."""

Row = tuple[str, str, str]


def main() -> None:
    options = _options()
    files = transcripts_in([options.folder]) if options.folder else ()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        if options.invented:
            files = (*files, *write_calls(place / "calls", options.invented))
        rows = [*_builds(files, place, options.jobs), *_questions(place / "one"), *_commands(place / "one")]
    print(plain((Column("what"), Column("seconds", numeric=True), Column("beside")), rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="transcripts to read")
    parser.add_argument("--jobs", type=int, default=0, help="build once more with that many processes")
    parser.add_argument("--invented", type=int, default=0, metavar="N", help="add N invented calls")
    options = parser.parse_args()
    if options.folder is None and not options.invented:
        parser.error("give a folder of transcripts, or --invented N")
    return options


@contextmanager
def _timed(clock: Callable[[], float] = time.perf_counter) -> Iterator[Callable[[], float]]:
    begin = clock()
    end = 0.0
    yield lambda: (end or clock()) - begin
    end = clock()


def _builds(files: Sequence[Path], place: Path, jobs: int) -> Iterator[Row]:
    """Building against the bare pipeline on the same paragraphs, both with their models loaded."""
    import spacy  # behind kg, which decides before numpy is loaded how many threads it computes with

    calls = [transcripts.read(path) for path in files]
    words = [call.words(p) for call in calls for turn in call.turns for p in turn.paragraphs]
    bare = spacy.load(DEFAULT_MODEL)
    load()
    with _timed() as annotating, _timed(time.process_time) as computing:
        for _ in bare.pipe(words):
            pass
    alone, work = annotating(), computing()
    yield f"bare English pipeline, {len(files)} calls, {len(words)} paragraphs", f"{alone:.2f}", ""
    with _timed(time.process_time) as computing:
        one = _build(files, place / "one", 1)
    beside = f"{one / alone:.2f} times the bare pipeline, {computing() / work:.2f} times its processor time"
    yield "build, one process", f"{one:.2f}", beside
    again = _build(files, place / "one", 1)
    yield "build again, nothing changed", f"{again:.2f}", f"{again / len(files) * 1000:.1f} ms a call"
    if jobs > 1:
        command = ["build", *map(str, files), "--store"]
        single = _run(*command, str(place / "single"), repeats=1)
        several = _run(*command, str(place / "several"), "--jobs", str(jobs), repeats=1)
        same = "the same" if _content(place / "single") == _content(place / "several") else "NOT the same"
        yield "kg build", f"{single:.2f}", "whole process"
        yield f"kg build --jobs {jobs}", f"{several:.2f}", f"{single / several:.2f} times as fast, {same} statements"


def _build(files: Sequence[Path], folder: Path, jobs: int) -> float:
    with _timed() as building, writing(folder) as store:
        for _ in build_calls(files, store, jobs=jobs):
            pass
    return building()


def _content(folder: Path) -> frozenset[str]:
    with reading(folder) as store:
        return frozenset(map(str, store.quads()))


def _questions(folder: Path) -> Iterator[Row]:
    """Opening the store, and every named question asked of all calls, in this process."""
    with _timed() as opening, reading(folder) as store:
        calls, quads = len(store.calls()), sum(1 for _ in store.quads())
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    yield "open the store and count", f"{opening():.2f}", f"{calls} calls, {quads} quads, {size / 1e6:.0f} MB"
    for query in named():
        with reading(folder) as store, _timed() as asking:
            rows = sum(1 for _ in store.query(query.text, name=query.name))  # type: ignore[union-attr]
        yield f"unbound: {query.name}", f"{asking():.3f}", f"{rows} rows"


def _commands(folder: Path) -> Iterator[Row]:
    """Whole processes, as a user runs them."""
    with reading(folder) as store:
        entry = store.entries()[0]
    yield "kg --help", f"{_run('--help'):.3f}", "whole process"
    for query in named():
        parameters = {parameter.name for parameter in query.parameters}
        value = {"call": entry.call, "company": entry.company, "subject": entry.company, "segment": entry.company}
        bound = next((f"{name}={value[name]}" for name in value if name in parameters), None)
        if bound:
            seconds = _run("query", query.name, "--set", bound, "--store", str(folder))
            yield f"bound: {query.name} --set {bound}", f"{seconds:.3f}", "whole process"


def _run(*arguments: str, repeats: int = REPEATS) -> float:
    """The fastest of some runs of a command."""
    seconds = []
    for _ in range(repeats):
        with _timed() as running:
            subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, capture_output=True)
        seconds.append(running())
    return min(seconds)


if __name__ == "__main__":
    main()
