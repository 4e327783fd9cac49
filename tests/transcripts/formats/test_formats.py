"""One call in every format: the same people say the same words, and offsets count in the text that was taken out."""

# ruff: noqa: E501 - the lines of a transcript stay whole
from __future__ import annotations

import gzip
import html
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import sample
from kg.errors import MissingPackage, TranscriptError, UnreadableFile
from kg.model import Transcript
from kg.transcripts import read, transcribe
from kg.transcripts.formats import FORMATS, SUFFIXES
from kg.transcripts.original import Original

WELCOME = "Good day, and welcome to the Birchwood Oars second quarter 2024 earnings conference call."
REVENUE = "Thank you. Revenue grew 7% to $120 million, and we sold more oars & paddles than in any quarter before."
COSTS = "Costs fell by 2% because timber was cheaper than in the year before."
MARGIN = "What will the gross margin be in the third quarter of this year?"
ANSWER = "We expect a gross margin of about 41%."
BYE = "This concludes the call. Thank you, and goodbye."

SAID = [
    ("Operator", None, [WELCOME]),
    ("Ann Birch", "Chief Financial Officer", [REVENUE, COSTS]),
    ("Teo Quill", "Analyst", [MARGIN]),
    ("Ann Birch", "Chief Financial Officer", [ANSWER]),
    ("Operator", None, [BYE]),
]
LABELS = {
    "Ann Birch": "Ann Birch -- Chief Financial Officer",
    "Teo Quill": "Teo Quill -- Harbour Bank -- Analyst",
    "Operator": "Operator",
}
HEAD = ["Birchwood Oars (NYSE: OAR)", "Q2 2024 Earnings Call", "Aug. 6, 2024, 5:00 p.m. ET"]


def said(call: Transcript) -> list[tuple[str, str | None, list[str]]]:
    return [
        (t.speaker.name, t.speaker.title, [" ".join(call.words(p).split()) for p in t.paragraphs]) for t in call.turns
    ]


def plain() -> bytes:
    return "\n\n".join([*HEAD, *(line for who, _, words in SAID for line in (LABELS[who], *words))]).encode()


def markdown() -> bytes:
    lines = [f"# {HEAD[0]}", f"## {HEAD[1]}", f"*{HEAD[2]}*", "---"]
    for who, _, words in SAID:
        lines += [
            f"**{LABELS[who]}**",
            *(w.replace("Revenue", "**Revenue**").replace("7%", "[7%](a.html)") for w in words),
        ]
    return "\n\n".join(lines).encode()


def page() -> bytes:
    body = "".join(
        f"<p><strong>{LABELS[who]}</strong></p>"
        + "".join(f"<p>{w.replace('&', '&amp;').replace('Revenue', '<a href=x>Revenue</a>')}</p>" for w in words)
        for who, _, words in SAID
    )
    return (
        "<!DOCTYPE html><html><head><title>Oars</title><script>var a = '<p>Eve Lamp: no';</script></head><body>"
        "<nav><ul><li>Home</li><li>Markets</li></ul></nav><div>Sign up for news</div>"
        f"<article><h1>{HEAD[0]}</h1><h2>{HEAD[1]}</h2><p>{HEAD[2]}</p>{body}</article>"
        "<footer>About us</footer></body></html>"
    ).encode()


def word() -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in HEAD:
        document.add_heading(line)
    for who, _, words in SAID:
        document.add_paragraph().add_run(LABELS[who]).bold = True
        for paragraph in words:
            document.add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page in a standard font, written by hand."""
    pytest.importorskip("pypdf")
    shown = "".join(f"({line.translate({40: '[', 41: ']'})}) Tj T* " for line in lines)
    content = f"BT /F1 9 Tf 12 TL 40 800 Td {shown}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def printed() -> bytes:
    return pdf(plain().decode().split("\n"))


def vendor() -> bytes:
    turns = [{"name": w, "title": t or "", "speech": p} for w, t, p in SAID]
    header = {"company": "Birchwood Oars", "symbol": "OAR", "exchange": "NYSE", "quarter": 2, "year": 2024}
    return json.dumps({**header, "date": "2024-08-06 17:00:00", "transcript": turns}).encode()


def bare_list() -> bytes:
    return json.dumps([{"speaker": w, "title": t, "text": "\n".join(p)} for w, t, p in SAID]).encode()


def one_text() -> bytes:
    content = "\n".join(f"{who}: {' '.join(words)}" for who, _, words in SAID)
    return json.dumps(
        [{"symbol": "OAR", "quarter": 2, "year": 2024, "date": "2024-08-06", "content": content}]
    ).encode()


def json_lines() -> bytes:
    header = {
        "company": "Birchwood Oars",
        "ticker": "OAR",
        "exchange": "NYSE",
        "quarter": "Q2",
        "year": 2024,
        "date": "2024-08-06",
    }
    turns = [{"speaker": {"name": w, "title": t}, "content": "\n".join(p)} for w, t, p in SAID]
    return "\n".join(json.dumps(row) for row in [header, *turns]).encode()


WRITERS: list[tuple[str, str, Callable[[], bytes]]] = [
    (".txt", "plain", plain),
    (".md", "markdown", markdown),
    (".html", "html", page),
    (".docx", "python-docx", word),
    (".pdf", "pypdf", printed),
    (".json", "json", vendor),
    (".jsonl", "jsonl", json_lines),
]
IDS = [suffix for suffix, _, _ in WRITERS]


@pytest.mark.parametrize(("suffix", "extractor", "write"), WRITERS, ids=IDS)
def test_the_same_call_in_every_format(tmp_path: Path, suffix: str, extractor: str, write: Callable[[], bytes]) -> None:
    path = tmp_path / f"call{suffix}"
    path.write_bytes(write())
    call = read(path)
    assert said(call) == SAID
    assert call.extractor.split()[0] == extractor
    info = call.call
    assert (info.company, info.ticker, info.exchange) == ("Birchwood Oars", "OAR", "NYSE")
    assert (info.fiscal_year, info.fiscal_quarter, str(info.held_on)) == (2024, 2, "2024-08-06")


@pytest.mark.parametrize(("suffix", "extractor", "write"), WRITERS, ids=IDS)
def test_a_label_stands_where_the_text_names_the_speaker(
    tmp_path: Path, suffix: str, extractor: str, write: Callable[[], bytes]
) -> None:
    path = tmp_path / f"call{suffix}"
    path.write_bytes(write())
    call = read(path)
    assert all(t.label and call.quote(t.label).startswith(t.speaker.name) for t in call.turns)


@pytest.mark.parametrize(("suffix", "extractor", "write"), WRITERS, ids=IDS)
def test_packing_changes_nothing(tmp_path: Path, suffix: str, extractor: str, write: Callable[[], bytes]) -> None:
    data = write()
    (tmp_path / f"call{suffix}").write_bytes(data)
    (tmp_path / f"call{suffix}.gz").write_bytes(gzip.compress(data))
    assert read(tmp_path / f"call{suffix}.gz") == read(tmp_path / f"call{suffix}")


@pytest.mark.parametrize(("suffix", "extractor", "write"), WRITERS, ids=IDS)
def test_standard_input_is_known_by_what_it_holds(
    monkeypatch: pytest.MonkeyPatch, suffix: str, extractor: str, write: Callable[[], bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(write())))
    call = read(Path("-"))
    assert (call.name, call.extractor.split()[0], said(call)) == ("standard-input", extractor, SAID)


def test_a_list_of_turns_is_a_call(tmp_path: Path) -> None:
    (tmp_path / "call.json").write_bytes(bare_list())
    assert said(read(tmp_path / "call.json")) == SAID


def test_a_text_inside_json_is_read_by_its_layout(tmp_path: Path) -> None:
    (tmp_path / "call.json").write_bytes(one_text())
    call = read(tmp_path / "call.json")
    assert said(call) == [(who, None, [" ".join(words)]) for who, _, words in SAID]
    assert (call.reader, call.call.ticker, str(call.call.held_on)) == ("colon", "OAR", "2024-08-06")


def test_half_a_sign_in_json_is_shown_as_unknown(tmp_path: Path) -> None:
    data = bare_list().replace(b"oars & paddles", b"oars \\ud83d\\ude00 \\ud83d paddles")
    assert data != bare_list()
    (tmp_path / "call.json").write_bytes(data)
    assert "oars \U0001f600 \ufffd paddles" in read(tmp_path / "call.json").text


def test_remarks_and_questions_in_two_lists_are_one_call_with_its_participants(tmp_path: Path) -> None:
    turns = [{"speaker": who, "speech": "\n".join(words)} for who, _, words in SAID]
    people = [f"{who}--{title}" for who, title, _ in SAID if title] + ["Ada Moll--Harbour Bank -- Analyst"]
    parts = {"prepared_remarks": turns[:2], "q_and_a": turns[2:], "participants": people}
    (tmp_path / "call.txt").write_text(json.dumps(parts))
    call = read(tmp_path / "call.txt")
    assert said(call) == SAID
    assert [(p.name, p.title, p.organization) for p in call.participants][-1] == ("Ada Moll", "Analyst", "Harbour Bank")
    assert call.text.endswith("\nAda Moll -- Harbour Bank -- Analyst\n")


def test_paragraphs_in_two_languages_keep_them_side_by_side(tmp_path: Path) -> None:
    pairs = [
        {"en": "Ann Birch: Welcome to the call.", "zh": "安：欢迎。"},
        {"en": "Operator: The first question.", "zh": "第一个问题。"},
    ]
    about = {"company": "Birchwood Oars", "quarter": "Q2 2024"}
    (tmp_path / "call.json").write_text(json.dumps({"meta": about, "pairs": pairs * 2}))
    call = read(tmp_path / "call.json")
    assert (call.reader, call.call.company, call.call.fiscal_quarter) == ("interleaved", "Birchwood Oars", 2)
    assert [call.quote(p.chinese) for t in call.turns[:2] for p in t.paragraphs if p.chinese] == [
        "安：欢迎。",
        "第一个问题。",
    ]


MARKED = [
    (
        ".md",
        "**Operator:** Welcome to the call.\n\n**Ann Birch (CFO):** Sales *rose* by **7%**.\n\n**Operator:** Bye.\n",
    ),
    (
        ".md",
        "### Operator\n\nWelcome to the call.\n\n### Ann Birch — CFO\n\nSales rose by 7%.\n\n### Operator\n\nBye.\n",
    ),
    (
        ".md",
        "**Operator** Welcome to the call.\n\n**Ann Birch - CFO** Sales rose by 7%.\n\n**Operator** Bye.\n",
    ),
    (
        ".html",
        "<p><b>Operator</b> Welcome to the call.</p><p><b>Ann Birch, CFO</b>: Sales rose by 7%.</p><p><b>Operator</b> Bye.",
    ),
    (
        ".html",
        "<div>Operator:<br>Welcome to the call.</div><div>Ann Birch (CFO):<br>Sales rose by 7%.</div><div>Operator:<br>Bye.</div>",
    ),
    (
        ".html",
        "<table><tr><td><b>Operator:</b></td><td>Welcome to the call.</td></tr><tr><td><b>Ann Birch (CFO):</b></td><td>Sales rose by 7%.</td></tr><tr><td>Operator:</td><td>Bye.</td></tr></table>",
    ),
]


@pytest.mark.parametrize(("suffix", "text"), MARKED)
def test_speakers_are_known_by_bold_type_and_headings(tmp_path: Path, suffix: str, text: str) -> None:
    path = tmp_path / f"call{suffix}"
    path.write_text(text, encoding="utf-8")
    assert said(read(path)) == [
        ("Operator", None, ["Welcome to the call."]),
        ("Ann Birch", "CFO", ["Sales rose by 7%."]),
        ("Operator", None, ["Bye."]),
    ]


def test_a_page_in_a_declared_encoding(tmp_path: Path) -> None:
    text = "<meta charset=iso-8859-2><p>Operator: Welcome.<p>Łucja Żak: Sales rose.<p>Operator: Bye."
    (tmp_path / "call.html").write_bytes(text.encode("iso-8859-2"))
    assert said(read(tmp_path / "call.html"))[1] == ("Łucja Żak", None, ["Sales rose."])


SHIPPED = [sample.call_path(), *sorted((Path(__file__).parents[2] / "cases").glob("*/call.txt"))]


def in_paragraphs(text: str) -> bytes:
    return "".join(f"<p>{html.escape(line.strip())}</p>\n" for line in text.splitlines() if line.strip()).encode()


def as_it_stands(text: str) -> bytes:
    return f"<html><pre>{html.escape(text)}</pre></html>".encode()


def typed(text: str) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


TURNED = [(".html", in_paragraphs), (".html", as_it_stands), (".docx", typed), (".md", str.encode)]


@pytest.mark.parametrize(("suffix", "turn"), TURNED, ids=["p", "pre", "docx", "md"])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_a_layout_survives_every_format(path: Path, suffix: str, turn: Callable[[str], bytes]) -> None:
    call = read(path)
    turned = transcribe(Original("call", "call", suffix, turn(call.text)))
    assert said(turned) == said(call)
    assert (turned.call, turned.chinese, turned.reader) == (call.call, call.chinese, call.reader)


REFUSED = [
    ("cut.txt.gz", gzip.compress(plain())[:-20], "cut off"),
    ("cut.pdf", b"%PDF-1.7\nno more", "PDF"),
    ("cut.docx", b"PK\x03\x04no more", "Word document"),
    ("cut.json", b'{"transcript": [', "no JSON"),
    ("cut.jsonl", b'{"speaker": "Ann Birch", "text": "Hello."}\n{"spea', "cut.jsonl:2: is no JSON"),
    ("other.json", b'{"name": "lamp", "price": 9}', "found no turns"),
    ("two.json", json.dumps([{"transcript": json.loads(bare_list())}] * 2).encode(), "holds 2 calls"),
    ("empty.txt.gz", gzip.compress(b" \n"), "empty"),
    ("empty.html", b"<html><body></body></html>", "no words"),
    ("digits.json", b'{"year": ' + b"9" * 6000 + b"}", "digits.json: is no JSON"),
]


@pytest.mark.parametrize(("name", "data", "words"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_a_broken_file_is_refused_with_place_and_reason(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Exception, match=words) as refused:
        read(path)
    assert str(refused.value).startswith(str(path)) and "\n" not in str(refused.value)
    assert type(refused.value).__module__ == "kg.errors"


def test_a_pdf_without_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    with pytest.raises(UnreadableFile, match="OCR"):
        read(tmp_path / "scan.pdf")


@pytest.mark.parametrize(("suffix", "package", "extra"), [(".pdf", "pypdf", "pdf"), (".docx", "docx", "docx")])
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, package: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    path = tmp_path / f"call{suffix}"
    path.write_bytes(b"any bytes")
    with pytest.raises(MissingPackage) as refused:
        read(path)
    assert str(refused.value).endswith(f"is not installed; run: pip install 'earnings-kg[{extra}]'")


@pytest.mark.parametrize(("suffix", "write"), [(suffix, write) for suffix, _, write in WRITERS], ids=IDS)
def test_a_damaged_file_is_read_or_refused_in_one_sentence(
    suffix: str, write: Callable[[], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    """Bytes left out, as a broken download leaves them out, at many places."""
    whole = write()
    for start in range(0, len(whole), max(1, len(whole) // 25)):
        try:
            transcribe(Original("call", "call", suffix, whole[:start] + whole[start + 40 :]))
        except TranscriptError as refused:
            assert "\n" not in str(refused)
    assert capfd.readouterr().err == ""


def test_every_ending_has_one_format() -> None:
    every = [suffix for format in FORMATS for suffix in format.suffixes]
    assert len(set(every)) == len(every)
    assert set(every) - set(SUFFIXES) == {".csv", ".tsv"}
