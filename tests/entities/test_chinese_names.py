"""The Chinese writing of a name is learned where both stand in the same paragraphs, and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import read_call
from kg.model import Reading

SPEECH = [
    ("Operator", "Operator"),
    ("Welcome to the Orvane third quarter 2024 call.", "歡迎參加第三季電話會議。"),
    ("Mara Quill - Chief Financial Officer", "Mara Quill - Chief Financial Officer"),
    ("Thank you all.", "謝謝大家。"),
]


def _call(*pairs: tuple[str, str]) -> str:
    items = [f"  • {english}\n\n    {chinese}\n" for english, chinese in (*SPEECH, *pairs)]
    return "\n".join(["Orvane (ORVN) 2024 Q3 法說會逐字稿\n", *items])


def _read(folder: Path, *pairs: tuple[str, str]) -> Reading:
    path = folder / "call.txt"
    path.write_text(_call(*pairs), encoding="utf-8")
    return read_call(path)


def _learned(reading: Reading) -> dict[str, str]:
    return {reading.entity(r.entity).name: r.text for r in reading.renderings}


BRIGHTFIN = (
    ("Brightfin grew its revenue by 7%.", "亮鰭營收成長7%。"),
    ("We opened four shops for Brightfin.", "我們為亮鰭開了四家店。"),
    ("Orders at Brightfin rose.", "亮鰭的訂單增加。"),
)


def test_a_name_gets_the_writing_that_always_stands_beside_it(tmp_path: Path) -> None:
    reading = _read(tmp_path, *BRIGHTFIN, ("Our costs fell.", "我們的成本下降。"))
    assert _learned(reading) == {"Brightfin": "亮鰭"}
    rendering = reading.renderings[0]
    assert reading.transcript.quote(rendering.span) == "亮鰭"
    assert (rendering.occurrences, str(rendering.confidence)) == (3, "1.00")


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param(BRIGHTFIN[:2], id="said-too-seldom"),
        pytest.param(
            (*BRIGHTFIN, ("Sales fell.", "亮鰭的銷售下降。"), ("Costs fell.", "亮鰭的成本下降。")), id="elsewhere-too"
        ),
        pytest.param(
            (*BRIGHTFIN[:2], ("Orders at Brightfin rose.", "Brightfin 的訂單增加。")), id="kept-in-latin-letters"
        ),
    ],
)
def test_nothing_is_learned_from_chance(tmp_path: Path, pairs: tuple[tuple[str, str], ...]) -> None:
    assert "Brightfin" not in _learned(_read(tmp_path, *pairs))


def test_two_names_that_always_stand_together_are_not_told_apart(tmp_path: Path) -> None:
    pairs = [(f"Brightfin and Kelmora {verb}.", f"亮鰭與科摩{said}。") for verb, said in
             (("grew", "成長"), ("shrank", "縮減"), ("moved", "搬遷"))]  # fmt: skip
    assert _learned(_read(tmp_path, *pairs)) == {}
