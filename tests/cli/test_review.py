"""What a user decides about a repair holds in the next build."""

from __future__ import annotations


def decisions(kg) -> dict[str, str]:
    rows = (line.split("  ") for line in kg("review").out.splitlines()[1:])
    cells = ([cell.strip() for cell in row if cell.strip()] for row in rows)
    return {row[0]: next(cell for cell in row if cell in ("open", "accepted", "rejected")) for row in cells}


def test_accepted_repairs_are_marked_and_rejected_ones_are_not_made(kg) -> None:
    kg("build")
    before = decisions(kg)
    assert {"Juan Plus": "open", "Mac and Lee": "open"}.items() <= before.items()
    ran = kg("review", "--accept", "juan plus", "--reject", "Mac and Lee")
    assert (ran.code, ran.out) == (0, "2 decisions in .kg/decisions.jsonl; kg build FILE reads a call again by them\n")
    kg("build")
    assert decisions(kg) == before | {"Juan Plus": "accepted", "Mac and Lee": "rejected"}
    assert "Mac and Lee" in kg("explain", "Mac and Lee").out
    assert "mis-heard" not in kg("explain", "Mac and Lee").out


def test_a_decision_can_be_taken_back(kg) -> None:
    kg("build")
    kg("review", "--reject", "Mac and Lee")
    kg("build")
    kg("review", "--undo", "Mac and Lee")
    kg("build")
    assert decisions(kg)["Mac and Lee"] == "open"


def test_a_repair_that_is_not_there_is_answered_with_the_nearest(kg) -> None:
    kg("build")
    assert "did you mean 'Juan Plus'? See: kg review" in kg("review", "--accept", "Juan Pluss").err


def test_without_repairs_nothing_is_put_right(kg) -> None:
    kg("build", "--no-repairs")
    assert decisions(kg) == {}
