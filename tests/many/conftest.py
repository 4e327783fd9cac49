"""The invented company of `tests/cases/two_quarters`, read once, and a store with its three calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kg.build import Built, build_calls, read_call
from kg.model import Reading
from kg.store import Store, reading, writing

CALLS = tuple(sorted((Path(__file__).parents[1] / "cases" / "two_quarters").glob("*.txt")))


@pytest.fixture(scope="session")
def quarters() -> Mapping[str, Reading]:
    """What each call says, by the name of its quarter."""
    return {path.stem: read_call(path) for path in CALLS}


@pytest.fixture(scope="session")
def quillon_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the three calls. Read it; do not write into it."""
    folder = tmp_path_factory.mktemp("quillon") / "store"
    with writing(folder) as store:
        assert all(isinstance(outcome, Built) for outcome in build_calls(CALLS, store))
    return folder


@pytest.fixture
def quillon(quillon_folder: Path) -> Iterator[Store]:
    with reading(quillon_folder) as store:
        yield store
