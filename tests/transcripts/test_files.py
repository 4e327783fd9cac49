"""Files as they come: encodings that must work, and refusals that say what to do."""

# ruff: noqa: E501 - the rows of a table and the lines of a transcript stay whole
from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UnknownLayout, UnreadableFile
from kg.transcripts import read

CALL = (
    "Operator: Welcome to the Zürich Lamps second quarter 2024 call, “live” from the lake.\n"
    "Béa Müller: Thank you. We sold lamps for €9 million – more than ever before in the company’s history.\n"
    "Operator: Our first question comes from Ada Moll with Harbour Bank.\n"
    "Ada Moll: What about margins?\n"
)
CHINESE = "  • Operator\n\n    Operator\n\n" + "".join(
    f"  • Mira Chen - Head of Investor Relations\n\n    Mira Chen - Head of Investor Relations\n\n  • {en}\n\n    {zh}\n\n"
    for en, zh in (
        ("Revenue grew 7% in the quarter.", "本季度收入增长百分之七,我们感到满意。"),
        ("Costs fell for the third time.", "成本第三次下降,这是好消息。"),
        ("Margins rose again this year.", "今年利润率再次上升,请看我们的报告。"),
    )
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_western_encodings_are_detected(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(CALL.encode(encoding))
    call = read(path)
    assert call.text == CALL
    assert call.turns[1].speaker.name == "Béa Müller"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
def test_chinese_encodings_are_detected(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(CHINESE.encode(encoding))
    assert read(path).text == CHINESE


def refusals(folder: Path) -> list[tuple[str, bytes | None, type[Exception], tuple[str, ...]]]:
    return [
        ("missing", None, UnreadableFile, ("missing.txt", "no such file")),
        ("empty", b"", UnreadableFile, ("empty.txt", "empty", "expected")),
        ("blank", b" \n\n ", UnreadableFile, ("blank.txt", "empty")),
        ("binary", bytes(range(256)) * 40, UnreadableFile, ("binary.txt",)),
        (
            "pdf",
            b"%PDF-1.7\n\x93\x8c\x8b\x9e" + bytes(range(128, 256)),
            UnreadableFile,
            ("pdf.txt", "no PDF or is damaged", "save it anew"),
        ),
        (
            "prose",
            b"Lamps are bright. They are sold in shops.\n" * 20,
            UnknownLayout,
            ("prose.txt", "no speakers", "expected"),
        ),
        ("list", b"Name: lamp\nPrice: 9\nColour: red\n", UnknownLayout, ("list.txt", "Name: lamp")),
    ]


@pytest.mark.parametrize("index", range(7))
def test_what_is_no_call_is_refused_with_place_and_remedy(tmp_path: Path, index: int) -> None:
    name, data, error, words = refusals(tmp_path)[index]
    path = tmp_path / f"{name}.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(error) as refused:
        read(path)
    assert "\n" not in str(refused.value)
    for word in words:
        assert word in str(refused.value)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read(tmp_path)


def test_the_digest_is_that_of_the_bytes_and_the_source_that_which_is_given(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_bytes(CALL.encode("utf-16"))
    wide = read(path, source="a-vendor")
    path.write_bytes(CALL.encode())
    narrow = read(path)
    assert (wide.source, narrow.source, wide.name) == ("a-vendor", "unknown", "call")
    assert wide.sha256 != narrow.sha256
    assert wide.turns == narrow.turns
