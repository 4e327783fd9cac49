"""Why figures moved, in the speakers' words: what raised and what lowered each."""

from __future__ import annotations

from collections import defaultdict

from kg.brief.markdown import items
from kg.brief.scorecard import change, value
from kg.export.choose.content import Cause, Content, Figure

MARKS = {"raises": "+", "lowers": "−"}
MOST_CAUSES = 4


def reasons(content: Content) -> str:
    """One line a figure, with its causes, management's only."""
    causes: dict[str, list[Cause]] = defaultdict(list)
    for cause in content.causes:
        if cause.said.side == "Management":
            causes[cause.figure].append(cause)
    return items(_line(content, figure, causes[figure.iri]) for figure in content.figures if figure.iri in causes)


def _line(content: Content, figure: Figure, causes: list[Cause]) -> str:
    subject = content.things.get(figure.subject)
    moved = " ".join(part for part in (value(figure), change(figure)) if part)
    said = "; ".join(f"{MARKS.get(c.polarity, '±')} {_words(c.text)}" for c in causes[:MOST_CAUSES])
    return f"{subject.name if subject else ''}, {figure.metric} {moved}: {said}"


def _words(text: str) -> str:
    return " ".join(text.split()).strip(" ,.;")
