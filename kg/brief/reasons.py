"""Why figures moved, in the speakers' words: what raised and what lowered each."""

from __future__ import annotations

from collections import defaultdict

from kg.brief.guidance import AHEAD
from kg.brief.markdown import items
from kg.export.choose.content import Cause, Content, Figure
from kg.export.choose.doubt import is_spurious, marked
from kg.export.choose.labels import metric_label, moved_label
from kg.export.choose.quotes import shown

MARKS = {"raises": "+", "lowers": "−"}
MOST_CAUSES = 4


def reasons(content: Content) -> str:
    """One line a figure, with its causes, management's only; readings too unsure to be shown are left out."""
    causes: dict[str, list[Cause]] = defaultdict(list)
    for cause in content.causes:
        if cause.said.side == "Management" and not is_spurious(cause.said):
            causes[cause.figure].append(cause)
    moved = (figure for figure in content.figures if figure.iri in causes and not is_spurious(figure.said))
    return items(_line(content, figure, causes[figure.iri]) for figure in moved)


def _line(content: Content, figure: Figure, causes: list[Cause]) -> str:
    subject = content.things.get(figure.subject)
    expected = " (expected)" if figure.said.modality in AHEAD else ""
    moved = marked(f"{metric_label(figure)} {moved_label(figure)}{expected}", figure.said)
    said = "; ".join(marked(f"{MARKS.get(c.polarity, '±')} {_words(c.text)}", c.said) for c in causes[:MOST_CAUSES])
    return f"{subject.name if subject else ''}, {moved}: {said}"


def _words(text: str) -> str:
    return shown(text).strip(" ,.;")
