"""What one machine carries: `python tests/bench/growth.py 100 1000` builds so many invented calls and asks of each.

One column a size, and how many times as much the last is as the first. Every command is a process of its own, measured
by the processor time and the memory that the system reports of it, which a busy machine disturbs less than a clock.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox
from invented import write_calls

from kg.cli.tables import Column, plain
from kg.queries import named
from kg.store import Store, reading


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the clock, seconds of the processor, memory at its peak in megabytes."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        place = options.scratch or Path(scratch)
        columns = [dict(_measured(place / str(size), size)) for size in options.sizes]
    names = [f"{size} calls" for size in options.sizes]
    head = (Column("what"), *(Column(name, numeric=True) for name in names), Column("growth", numeric=True))
    print(plain(head, [(what, *(f"{c[what]:.3g}" for c in columns), _growth(columns, what)) for what in columns[0]]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int, metavar="CALLS", help="how many calls, small to large")
    parser.add_argument("--scratch", type=Path, help="a folder to keep the stores in: those there are not built anew")
    return parser.parse_args()


def _growth(columns: Sequence[dict[str, float]], what: str) -> str:
    first, last = columns[0][what], columns[-1][what]
    return f"{last / first:.3g}" if first else ""


def _measured(place: Path, size: int) -> Iterator[tuple[str, float]]:
    """Every measure of a store of one size, by its name."""
    store, first = place / "store", place / "calls" / "00000.txt"
    cost = _built(place, size)
    yield "build: seconds", cost.wall
    yield "build: cpu s", cost.cpu
    yield "build: cpu ms a call", cost.cpu / size * 1000
    yield "build: peak memory, MB", cost.memory
    with reading(store) as opened:
        calls, quads = opened.calls(), sum(1 for _ in opened.quads())
    yield "quads", float(quads)
    yield "disk, MB", sum(path.stat().st_size for path in store.rglob("*") if path.is_file()) / 1e6
    yield from _load(store, place)
    yield "kg --help: cpu s", _run("--help").cpu
    yield "kg calls: cpu s", _run("calls", "--store", str(store)).cpu
    yield from _questions(store, calls[len(calls) // 2])
    _run("build", str(first), "--store", str(store))
    yield "build one file again, unchanged: cpu s", _run("build", str(first), "--store", str(store)).cpu
    yield "drop a call: cpu s", _run("drop", calls[0], "--store", str(store)).cpu
    yield "build it anew: cpu s", _run("build", str(first), "--store", str(store)).cpu


def _built(place: Path, size: int) -> Cost:
    """What building took, or had taken when it was done before."""
    known = place / "build.json"
    if not known.is_file():
        write_calls(place / "calls", size)
        cost = _run("build", str(place / "calls"), "--store", str(place / "store"))
        known.write_text(json.dumps(asdict(cost)), encoding="utf-8")
    return Cost(**json.loads(known.read_text(encoding="utf-8")))


def _load(store: Path, place: Path) -> Iterator[tuple[str, float]]:
    """All that the store says as N-Quads, loaded into an empty database at once."""
    path = place / "all.nq"
    with reading(store) as opened:
        ox.serialize(opened.quads(), str(path), format=ox.RdfFormat.N_QUADS)
    shutil.rmtree(place / "loaded", ignore_errors=True)
    begin = time.process_time()
    ox.Store(str(place / "loaded")).bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    yield "bulk load of its N-Quads: cpu s", time.process_time() - begin


def _questions(store: Path, call: str) -> Iterator[tuple[str, float]]:
    """Each named question of all calls, and bound to each of its parameters that names a company, call or person."""
    with reading(store) as opened:
        entry = opened.entries_of(call)[0]
        asker = _name(opened, f"?q <{_TERM}asker> ?x")
        segment = _name(opened, f"?x a <{_TERM}Segment>")
    values = {
        "call": call,
        "company": entry.company,
        "subject": entry.company,
        "segment": segment,
        "analyst": asker,
    }
    for query in named():
        yield f"{query.name}: cpu s", _run("query", query.name, "--format", "csv", "--store", str(store)).cpu
        for parameter in query.parameters:
            if parameter.name in values:
                bound = f"{parameter.name}={values[parameter.name]}"
                cost = _run("query", query.name, "--set", bound, "--format", "csv", "--store", str(store))
                yield f"{query.name}, one {parameter.name}: cpu s", cost.cpu


_TERM = "https://w3id.org/earnings-call/def/"


def _name(opened: Store, pattern: str) -> str:
    """The name of some ?x that a store knows."""
    row = next(iter(opened.query(f"SELECT ?n {{ {pattern} . ?x <{_TERM}name> ?n }} LIMIT 1")))  # type: ignore[arg-type]
    return str(row["n"].value)  # type: ignore[index]


def _run(*arguments: str) -> Cost:
    """What `kg` with these arguments takes."""
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "kg", *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"kg {' '.join(arguments)} ended with {process.returncode}")
    return Cost(time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)


if __name__ == "__main__":
    main()
