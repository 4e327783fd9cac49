"""Prints the table of scores at the end of a run that has scored calls."""

from __future__ import annotations

import pytest
from scored import golds, scored


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print F1 with precision and recall, per kind and call, of the calls that this run has scored."""
    if not scored.cache_info().currsize:
        return
    columns = [(gold.name, scored(gold).measures) for gold in golds()]
    terminalreporter.section("quality: F1 (precision/recall)")
    names = "".join(f"{name.split('_')[0][:15]:>19}" for name, _ in columns)
    terminalreporter.write_line(f"{'':26}{names}")
    for kind in columns[0][1]:
        cells = "".join(
            f"{m[kind].f1:8.3f} ({m[kind].precision:.2f}/{m[kind].recall:.2f})".rjust(19) for _, m in columns
        )
        terminalreporter.write_line(f"{kind:26}{cells}")
