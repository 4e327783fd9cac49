"""The README's commands run, and print what it shows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

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
