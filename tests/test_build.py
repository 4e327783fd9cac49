"""Many files into one store: the same whatever the number of processes, nothing twice, on from where it stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import kg as program
from kg import fingerprint
from kg.build import MANY, Failed, Outcome, build_calls
from kg.store import Entry, reading, writing

CALL = """Oakfield Tools (OAK) Q{quarter} 2024 Earnings Call
{date}, 2024

Operator: Welcome to the {name} quarter 2024 earnings call of Oakfield Tools.
Ann Birch: Thank you. Revenue grew {growth}% to $12{quarter} million because we opened new shops.
Teo Quill: What will the gross margin be?
Ann Birch: We expect a gross margin of about 4{quarter}%.
Operator: Goodbye.
"""
QUARTERS = [(1, "first", "May 2"), (2, "second", "Aug. 6"), (3, "third", "Nov. 5")]


def text(quarter: int, growth: int = 7) -> str:
    _, name, day = QUARTERS[quarter - 1]
    return CALL.format(quarter=quarter, name=name, date=day, growth=growth)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three calls, a copy of the first, a corrected text of the second, and two files that are none."""
    calls = tmp_path / "calls"
    calls.mkdir()
    for quarter in (1, 2, 3):
        (calls / f"{quarter}.txt").write_text(text(quarter), encoding="utf-8")
    (calls / "4-copy.txt").write_text(text(1), encoding="utf-8")
    (calls / "5-corrected.txt").write_text(text(2, growth=9), encoding="utf-8")
    (calls / "2-empty.txt").write_bytes(b"")
    (calls / "6-prose.txt").write_text("Oars are long. " * 20, encoding="utf-8")
    return calls


def build(folder: Path, store: Path, *, jobs: int = 1, lexicons: Sequence[Path] = ()) -> list[tuple[str, str]]:
    with writing(store) as opened:
        outcomes = build_calls(sorted(folder.glob("*.txt")), opened, jobs=jobs, lexicons=lexicons)
        return [(outcome.path.name, told(outcome)) for outcome in outcomes]


def told(outcome: Outcome) -> str:
    return str(outcome.error).partition(": ")[2][:20] if isinstance(outcome, Failed) else type(outcome).__name__


def contents(store: Path) -> tuple[frozenset[str], tuple[Entry, ...]]:
    with reading(store) as opened:
        return frozenset(str(quad) for quad in opened.quads()), opened.entries()


FIRST = [
    ("1.txt", "Built"),
    ("2-empty.txt", "the file is empty; e"),
    ("2.txt", "Built"),
    ("3.txt", "Built"),
    ("4-copy.txt", "Unchanged"),
    ("5-corrected.txt", "Built"),
    ("6-prose.txt", "found no speakers in"),
]


def test_more_processes_come_to_the_same_store(folder: Path, tmp_path: Path) -> None:
    assert build(folder, tmp_path / "one") == FIRST
    assert build(folder, tmp_path / "three", jobs=3) == FIRST
    assert contents(tmp_path / "one") == contents(tmp_path / "three")


def test_many_files_loaded_together_come_to_the_store_of_one_after_the_other(folder: Path, tmp_path: Path) -> None:
    for number in range(7, 7 + MANY):
        (folder / f"{number:02}-more.txt").write_text(text(1, growth=number), encoding="utf-8")
    files = sorted(folder.glob("*.txt"))
    assert len(files) > MANY
    build(folder, tmp_path / "three", jobs=3)
    for path in files:
        with writing(tmp_path / "single") as store:
            list(build_calls([path], store))
    assert contents(tmp_path / "three") == contents(tmp_path / "single")


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path) -> None:
    (folder / "2.txt").unlink()
    build(folder, tmp_path / "store")
    before = contents(tmp_path / "store")
    (folder / "3.txt").write_text(text(3, growth=8), encoding="utf-8")
    again = build(folder, tmp_path / "store")
    assert [name for name, what in again if what == "Built"] == ["3.txt"]
    assert contents(tmp_path / "store") != before
    (folder / "3.txt").write_text(text(3), encoding="utf-8")
    build(folder, tmp_path / "store")
    assert contents(tmp_path / "store") == before


def test_another_version_of_the_program_reads_everything_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder, tmp_path / "store")
    monkeypatch.setattr(program, "__version__", "99.0")
    fingerprint.program.cache_clear()
    try:
        again = build(folder, tmp_path / "store")
        assert [name for name, what in again if what == "Unchanged"] == ["4-copy.txt"]
        assert {entry.version.split(",")[0] for entry in contents(tmp_path / "store")[1]} == {"kg 99.0"}
    finally:
        fingerprint.program.cache_clear()


def test_another_lexicon_reads_everything_again(folder: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "oak.ttl"
    lexicon.write_text("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n", encoding="utf-8")
    build(folder, tmp_path / "store")
    assert build(folder, tmp_path / "store", lexicons=[lexicon]) == FIRST


def run(folder: Path, store: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kg", "build", str(folder), "--store", str(store), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_is_killed_goes_on_where_it_stopped(folder: Path, tmp_path: Path, jobs: str) -> None:
    killed = run(folder, tmp_path / "killed", "--jobs", jobs)
    assert killed.stdout is not None
    first = killed.stdout.readline()
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert first.startswith("1.txt: Oakfield Tools")
    assert build(folder, tmp_path / "killed")[0] == ("1.txt", "Unchanged")
    build(folder, tmp_path / "whole")
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")
