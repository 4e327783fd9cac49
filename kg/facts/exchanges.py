"""Questions and who answers them: an analyst's turn and the turns of management after it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context
from kg.model import Evidence, Exchange, Role, Section, Skipped, SpokenTurn


def exchanges(context: Context) -> Iterator[Exchange | Skipped]:
    """One exchange for each turn of an analyst that management answers."""
    turns = [t for t in context.turns if t.section is Section.QA]
    for index, turn in enumerate(turns):
        if turn.role is Role.ANALYST:
            answers = list(_answers(turns[index + 1 :]))
            if answers:
                people = tuple(dict.fromkeys(a.speaker for a in answers))
                yield Exchange(
                    Evidence(turn.span, turn.number, "question"), turn.speaker, turn.organization, turn.span,
                    answered_by=people, answer_turns=tuple(a.number for a in answers),
                )  # fmt: skip


def _answers(turns: list[SpokenTurn]) -> Iterator[SpokenTurn]:
    for turn in turns:
        if turn.role is not Role.EXECUTIVE:
            return
        yield turn
