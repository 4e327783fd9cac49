"""What management expects: figures and directions of periods to come, with how firmly it was said."""

from __future__ import annotations

from kg.brief.markdown import items
from kg.brief.scorecard import change, value
from kg.export.choose.content import Content, Figure

AHEAD = ("guidance", "target")


def guidance(content: Content) -> str:
    """One line a statement, in the order of the call."""
    said = (f for f in content.figures if f.said.side == "Management" and f.said.modality in AHEAD)
    return items(dict.fromkeys(_line(content, figure) for figure in said))


def _line(content: Content, figure: Figure) -> str:
    subject = content.things.get(figure.subject)
    what = " ".join(part for part in (value(figure), change(figure)) if part)
    when = f" for {figure.period}" if figure.period else ""
    who = f" ({figure.said.speaker})" if figure.said.speaker else ""
    target = " [target]" if figure.said.modality == "target" else ""
    return f"{subject.name if subject else ''}, {figure.metric}: {what}{when}{target}{who}"
