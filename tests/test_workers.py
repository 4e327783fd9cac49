"""Processes that compute ahead: results come as they are, errors are raised, a dead process is told of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg import transcripts
from kg.errors import KgError, UnreadableFile
from kg.workers import Workers


def test_one_process_begins_nothing_ahead() -> None:
    with Workers(1) as workers:
        assert (workers.begin(len, "abc"), workers.ahead) == (None, 0)


def test_results_come_from_other_processes() -> None:
    with Workers(2) as workers:
        begun = [workers.begin(pow, 2, n) for n in range(4)]
        own = workers.begin(os.getpid)
        assert [future.result() for future in begun if future] == [1, 2, 4, 8]
        assert own and own.result() != os.getpid()


def test_an_error_is_raised_where_the_result_is_asked_for(tmp_path: Path) -> None:
    with Workers(2) as workers:
        begun = workers.begin(transcripts.read, tmp_path / "a.txt")
        with pytest.raises(UnreadableFile, match=r"a\.txt"):
            assert begun and begun.result()


def test_a_process_that_dies_is_told_of_in_one_sentence() -> None:
    with pytest.raises(KgError, match="go on with fewer --jobs"), Workers(2) as workers:
        begun = workers.begin(os._exit, 1)
        assert begun and begun.result()
