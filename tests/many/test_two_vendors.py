"""One call as two vendors print it, in ../shared: the same people, and nearly the same figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import read_call
from kg.model import Observation, Reading, Role

CALLS = Path(__file__).resolve().parents[3] / "shared" / "calls"
TEXTS = ("amd_2020Jul_streetevents.txt", "amd_2020Q2_foolbody.txt")
FLOOR = 0.9

pytestmark = pytest.mark.skipif(
    not all((CALLS / name).is_file() for name in TEXTS), reason="needs the two texts of one call in ../shared/calls"
)


@pytest.fixture(scope="module")
def texts() -> tuple[Reading, Reading]:
    one, other = (read_call(CALLS / name) for name in TEXTS)
    return one, other


def people(reading: Reading, role: Role) -> set[tuple[str, str | None]]:
    """Who speaks in a role, and for which firm."""
    return {(turn.speaker, turn.organization) for turn in reading.turns if turn.role is role}


def figure(said: Observation) -> tuple[object, ...]:
    return said.value, said.value_max, said.unit, said.change, said.change_max, said.change_unit


def whole(said: Observation) -> tuple[object, ...]:
    """The figure, and what it is of, when, in which direction and how firmly."""
    return *figure(said), said.entity, said.metric, str(said.period), said.direction, said.modality


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.ANALYST])
def test_the_same_people_speak_for_the_same_firms(texts: tuple[Reading, Reading], role: Role) -> None:
    one, other = texts
    assert people(one, role) == people(other, role) != set()


@pytest.mark.parametrize("what", [figure, whole])
def test_observations_with_figures_agree(texts: tuple[Reading, Reading], what: Callable[[Observation], object]) -> None:
    one, other = (Counter(what(o) for o in text.observations if figure(o)[0] or figure(o)[3]) for text in texts)
    agreement = 2 * (one & other).total() / (one.total() + other.total())
    print(f"{getattr(what, '__name__', '')}: {one.total()} and {other.total()}, agreement {agreement:.3f}")  # noqa: T201
    assert agreement >= FLOOR
