"""What the scorer counts, on the sample call's gold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg import evaluate, sample
from kg.errors import FactsFileError
from kg.evaluate.rows import ObservationRow, TurnRow

GOLD = evaluate.read(sample.gold_path())


def measures(system: evaluate.Rows) -> dict[str, tuple[int, int, int]]:
    outcomes = evaluate.score(GOLD, system)
    return {o.measure.kind: (o.measure.gold, o.measure.system, o.measure.found) for o in outcomes}


def test_a_gold_file_scores_full_marks_against_itself() -> None:
    outcomes = evaluate.score(GOLD, GOLD)
    assert {o.measure.kind: o.measure.f1 for o in outcomes} == dict.fromkeys((o.measure.kind for o in outcomes), 1.0)
    assert [share for o in outcomes for share in o.shares if share.accuracy < 1.0] == []
    assert [row for o in outcomes for row in (*o.missed, *o.spurious, *o.wrong)] == []


def test_a_lost_sign_is_a_figure_not_found() -> None:
    loss = next(row for row in GOLD.of(ObservationRow) if (row.value or 0) < 0)
    spoiled = replace(loss, value=-(loss.value or 0))
    system = replace(GOLD, facts=tuple(spoiled if row is loss else row for row in GOLD.facts))
    gold, given, found = measures(system)["observation, figures"]
    assert (given - gold, gold - found) == (0, 1)


def test_a_wrong_speaker_is_found_and_counted_wrong() -> None:
    turn = GOLD.of(TurnRow)[1]
    system = replace(GOLD, facts=tuple(replace(r, speaker="Nobody") if r is turn else r for r in GOLD.facts))
    outcome = evaluate.score(GOLD, system)[0]
    assert outcome.measure.f1 == 1.0
    assert [(wrong.fields, wrong.gold) for wrong in outcome.wrong] == [(("speaker",), turn)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "facts:1: not JSON"),
        ("[]", "facts:1: expected a JSON object, got list"),
        ('{"kind": "rumour"}', "facts:1: unknown kind 'rumour'"),
        ('{"kind": "driver", "id": "d1"}', "facts:1: a line of kind driver needs effect, cause"),
    ],
)
def test_a_broken_line_is_named(line: str, said: str) -> None:
    with pytest.raises(FactsFileError, match=said):
        evaluate.parse([line])
