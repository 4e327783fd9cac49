"""The README's commands run, and print what it shows."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from kg import sample

ROOT = Path(__file__).parents[1]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", ROOT / ".ci" / "readme.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_readme_shows_what_its_commands_print() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text == script().refreshed(text), "run: python .ci/readme.py"


def test_the_python_of_the_readme_prints_figures_with_their_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(sample.call_path(), tmp_path / "call.txt")
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    exec(program, {})
    assert (
        "company/kelanor-group metric/revenue 4820000000 SGD Total revenue was SGD4.82 billion"
        in capsys.readouterr().out
    )
