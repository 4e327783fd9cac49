"""A call in Chinese alone is refused in so many words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UnknownLayout
from kg.transcripts import read


def test_a_call_in_chinese_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_text("管理层讨论\n\n张三：本季度收入增长了百分之十。\n", encoding="utf-8")
    with pytest.raises(UnknownLayout, match=r"call\.txt: found Chinese without English, .*give its English transcript"):
        read(path)
