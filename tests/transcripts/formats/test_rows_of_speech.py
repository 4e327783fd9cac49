"""Machine transcripts and interfaces: tables, subtitles, and shapes of JSON in which speech comes a row at a time."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.errors import UnreadableFile
from kg.model import Transcript
from kg.transcripts import transcribe
from kg.transcripts.original import Original

ROWS = [
    ("Operator", "", "Good day, and welcome to the Birchwood Oars"),
    ("Operator", "", "second quarter 2024 earnings call."),
    ("Ann Birch", "Chief Financial Officer", "Thank you. Revenue grew 7%."),
    ("Teo Quill", "Analyst", "What will the margin be?"),
]
SAID = [
    ("Operator", ["Good day, and welcome to the Birchwood Oars second quarter 2024 earnings call."]),
    ("Ann Birch", ["Thank you. Revenue grew 7%."]),
    ("Teo Quill", ["What will the margin be?"]),
]


def said(name: str, data: bytes) -> list[tuple[str, list[str]]]:
    call = read(name, data)
    return [(t.speaker.name, [" ".join(call.words(p).split()) for p in t.paragraphs]) for t in call.turns]


def read(name: str, data: bytes) -> Transcript:
    stem, _, suffix = name.partition(".")
    return transcribe(Original(name, stem, f".{suffix}" if suffix else "", data))


def table(separator: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(["Start", "Speaker", "Title", "Text"])
    writer.writerows([number, *row] for number, row in enumerate(ROWS))
    return text.getvalue().encode()


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a", ",")])
def test_a_table_is_a_row_for_each_utterance(name: str, separator: str) -> None:
    assert said(name, table(separator)) == SAID


def test_a_table_of_figures_is_refused_with_its_columns() -> None:
    with pytest.raises(UnreadableFile, match="whose columns are quarter, revenue"):
        read("figures.csv", b"quarter,revenue\nQ1,9\n")


SRT = "".join(
    f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{words}\n\n"
    for number, words in enumerate([f"{ROWS[0][0]}: {ROWS[0][2]}", ROWS[1][2], *(f"{w}: {t}" for w, _, t in ROWS[2:])])
)
VTT = "WEBVTT\n\n" + "".join(f"00:0{n}.000 --> 00:0{n}.900\n<v {who}>{t}</v>\n\n" for n, (who, _, t) in enumerate(ROWS))


@pytest.mark.parametrize(("name", "text"), [("a.srt", SRT), ("a.vtt", VTT), ("a.txt", SRT), ("a", VTT)])
def test_subtitles_lose_numbers_and_times(name: str, text: str) -> None:
    assert said(name, text.encode()) == SAID


NUMBERED = {"Operator": 0, "Ann Birch": 1, "Teo Quill": 2}
SHAPES = {
    "segments": {"segments": [{"start": 0, "speaker": who, "text": f" {words}"} for who, _, words in ROWS]},
    "a table of names": {
        "speakers": [{"speaker": f"spk{NUMBERED[who]}", "text": words} for who, _, words in ROWS],
        "speaker_name_map": {f"spk{n}": {"name": who, "title": None} for who, n in NUMBERED.items()},
    },
    "who speaks in an object of its own": [
        {"speaker": f"spk{NUMBERED[who]}", "text": words, "speaker_info": {"name": who}} for who, _, words in ROWS
    ],
    "the call under a key of its own": {
        "8841": {"transcript": [{"name": who, "text": words} for who, _, words in ROWS]}
    },
    "lines of text": {
        "transcript": [f"{who}: {words}" for who, _, words in [("Operator", "", SAID[0][1][0]), *ROWS[2:]]]
    },
    "sections of text": {
        "content": {
            "prepared_remarks": f"Operator: {SAID[0][1][0]}\nAnn Birch: {ROWS[2][2]}",
            "qa_session": f"Teo Quill: {ROWS[3][2]}",
        }
    },
    "questions": [
        *({"speaker": who, "text": words} for who, _, words in ROWS[:2]),
        {
            "question": {"speaker": "Ann Birch", "text": ROWS[2][2]},
            "answers": [{"speaker": "Teo Quill", "text": ROWS[3][2]}],
        },
    ],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_json_gives_the_same_turns(shape: str) -> None:
    assert said("a.json", json.dumps(SHAPES[shape]).encode()) == SAID


def test_speakers_that_a_machine_numbers_are_numbered() -> None:
    rows = [{"speaker": NUMBERED[who], "sentences": [{"text": words, "start": 0}]} for who, _, words in ROWS]
    data = {
        "results": {"channels": [{"alternatives": [{"paragraphs": {"paragraphs": rows}, "transcript": "all of it"}]}]}
    }
    assert [who for who, _ in said("a.json", json.dumps(data).encode())] == ["Speaker 0", "Speaker 1", "Speaker 2"]


def test_a_section_under_two_spellings_of_one_name_is_read_once() -> None:
    rows = [{"speaker": who, "text": words} for who, _, words in ROWS]
    assert said("a.json", json.dumps({"prepared_remarks": rows[:3], "qa": rows[3:]}).encode()) == SAID
