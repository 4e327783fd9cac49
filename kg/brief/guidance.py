"""What management expects: figures and directions of periods to come, with how firmly it was said."""

from __future__ import annotations

from kg.brief.markdown import items
from kg.export.choose.content import Content, Figure
from kg.export.choose.doubt import is_spurious, marked
from kg.export.choose.labels import metric_label, moved_label

AHEAD = ("guidance", "target")


def guidance(content: Content) -> str:
    """One line a statement, in the order of the call; readings too unsure to be shown are left out."""
    said = (f for f in content.figures if f.said.side == "Management" and f.said.modality in AHEAD)
    return items(dict.fromkeys(_line(content, figure) for figure in said if not is_spurious(figure.said)))


def _line(content: Content, figure: Figure) -> str:
    subject = content.things.get(figure.subject)
    when = f" for {figure.period}" if figure.period else ""
    who = f" ({figure.said.speaker})" if figure.said.speaker else ""
    target = " [target]" if figure.said.modality == "target" else ""
    what = marked(f"{metric_label(figure)}: {moved_label(figure)}{when}{target}", figure.said)
    return f"{subject.name if subject else ''}, {what}{who}"
