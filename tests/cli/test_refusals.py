"""Whatever is wrong with the input: one sentence on standard error, exit code 1 or 2, the store as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg import sample


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"\x00\x01\x02\x7fELF" * 50, "binary"),
        (b"%PDF-1.7\n\xff\xfe\xfa", "no PDF or is damaged"),
        (b"Shopping list: eggs, milk, bread. " * 30, "found no speakers"),
        ("Prix élevés".encode("utf-16-le")[:-1] + b"\xd8", ""),
    ],
    ids=["empty", "binary", "pdf", "no speakers", "half a character"],
)
def test_a_file_that_is_no_transcript(kg, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(content)
    ran = kg("build", path)
    assert ran.code == 1
    assert ran.err.startswith(f"kg: {path}") and said in ran.err and ran.err.count("\n") == 1
    assert "a fault of the program" not in ran.err


def test_a_transcript_that_is_half_cut_off_is_read_as_far_as_it_goes_or_refused(kg, tmp_path: Path) -> None:
    whole = sample.call_path().read_bytes()
    path = tmp_path / "call.txt"
    path.write_bytes(whole[: len(whole) // 2])
    ran = kg("build", path)
    assert ran.code in (0, 1) and "unexpected" not in ran.err and ran.err.count("\n") <= 1


CASES = [
    (("build", "nowhere.txt"), 1, "kg: nowhere.txt: there is no such file; give the path of a transcript\n"),
    (("calls",), 1, "kg: .kg: there is no store here; make one with: kg build FILE --store .kg\n"),
    (("buidl",), 2, "kg: no command 'buidl'; did you mean 'build'? See: kg --help\n"),
    (
        ("explain", " "),
        2,
        "kg: found no words; expected an IRI, or words of a name or of what was said. See: kg explain --help\n",
    ),
    (("drop",), 2, "kg: Missing argument 'CALL'. See: kg drop --help\n"),
    (
        ("attach", "table.csv"),
        2,
        "kg: Missing option '--as'. Choose from: estimates, release. See: kg attach --help\n",
    ),
    (
        ("review", "--accept", "Clout", "--reject", "clout"),
        2,
        "kg: 'clout' is given with --accept and with --reject; decide for one. See: kg review --help\n",
    ),
    (
        ("build", "--lexicom", "x.ttl"),
        2,
        "kg: No such option '--lexicom'. Did you mean '--lexicon'? See: kg build --help\n",
    ),
]


@pytest.mark.parametrize(("arguments", "code", "said"), CASES, ids=[" ".join(case[0]) for case in CASES])
def test_a_command_that_cannot_be_done(kg, arguments: tuple[str, ...], code: int, said: str) -> None:
    ran = kg(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err == said


def test_a_folder_with_nothing_in_it(kg) -> None:
    Path("empty").mkdir()
    ran = kg("build", "empty")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("kg: empty: the folder holds no transcript; expected files ending in .txt,")


UNKNOWN = [
    (("drop", "kelanor-group_2025-03-30"), "did you mean 'kelanor-group_2025-03-31'? See: kg calls"),
    (("export", "gefx"), "did you mean 'gexf'? See: kg export --help"),
    (("export", "facts", "--call", "kelanor"), "did you mean 'kelanor-group_2025-03-31'? See: kg calls"),
    (("query", "segment-figure"), "did you mean 'segment-figures'? See: kg queries"),
    (("query", "cq03", "--format", "tabel"), "did you mean 'table'? See: kg query --help"),
    (("explain", "Kelanor Gruop"), "did you mean 'Kelanor Group'"),
    (
        ("query", "guidance", "--set", "call=nope"),
        "no call 'nope' in this store; there is 'kelanor-group_2025-03-31'. See: kg calls",
    ),
    (
        ("query", "guidance", "--set", "subject=kelanor"),
        "no subject 'kelanor' in this store; did you mean 'Kelanor Group' or 'Kelanor Cloud'? See: kg query lookup",
    ),
    (("query", "series", "--set", "metric=reveneu"), "no metric 'reveneu' in this store; did you mean 'revenue'"),
    (("query", "silent-now", "--set", "company=Kelanor"), "did you mean 'Kelanor Group'? See: kg calls"),
    (("query", "refusals", "--set", "analyst=Yichen Lo"), "did you mean 'Yichen Lu'"),
    (("query", "as-known-on", "--set", "date=yesterday"), "no date 'yesterday'; expected a day such as 2024-12-31"),
    (("export", "html"), "did you mean 'svg'? The page of a call as a picture"),
    (("export", "page"), "did you mean 'svg'? The page of a call as a picture"),
    (("export", "jsonl"), "did you mean 'facts'? See: kg export --help"),
]


@pytest.mark.parametrize(("arguments", "said"), UNKNOWN, ids=[" ".join(case[0]) for case in UNKNOWN])
def test_an_unknown_name_is_answered_with_the_nearest(kg, sample_store: Path, arguments, said: str) -> None:
    ran = kg(*arguments, "--store", sample_store)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["export nq", "check --no-shapes", "query segment-figures", "brief"])
def test_a_pipe_that_closes_is_no_error(sample_store: Path, command: str) -> None:
    shell = f"{sys.executable} -m kg {command} --store {sample_store} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_findings_are_an_error_only_where_that_was_asked_for(kg, sample_store: Path) -> None:
    assert kg("check", "--store", sample_store).code == 0
    assert kg("check", "--strict", "--store", sample_store).code == 1
