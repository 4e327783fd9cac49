"""One call on one page: reasons beside the figures that they moved, a table for each segment, questions beside those.

Decides what stands on the page; `dot` and `page` write it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import ExportError
from kg.export.choose.causes import shared_ids
from kg.export.choose.content import Content, Figure, Iri, Question, Said
from kg.export.choose.doubt import marked
from kg.export.choose.drawing import Drawing, Limits, asked_units, call_title, choose
from kg.export.choose.labels import figure_label, metric_label
from kg.export.choose.series import TOP_LINES, Series
from kg.export.view.palette import SIGNS, judgement

_LADDER = tuple(
    Limits(figures=figures, figures_a_unit=each, reasons=40, reasons_a_figure=(2, 1))
    for figures, each in ((44, 14), (44, 11), (44, 8), (38, 8), (32, 8), (26, 8), (20, 8))
)
_LINES = 48
ANALYSTS = 14
TABLES = 8
LONGEST_NAME = 36


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: `judgement` is favourable, unfavourable or neutral; `sign` tells it without colour."""

    id: Iri
    metric: str
    figure: str
    judgement: str
    sign: str
    tip: str


@dataclass(frozen=True, slots=True)
class Table:
    """A segment, or the company itself, with its figures; `head` is who leads it, as far as the call says."""

    id: Iri
    name: str
    head: str | None
    rows: tuple[Row, ...]
    tip: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause in its own words, and the figures that it `raises` or `lowers`."""

    id: Iri
    words: str
    tip: str
    moves: tuple[tuple[Iri, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """All that one analyst asked, and the tables it is about with the number of topics; `id` is the first question."""

    id: Iri
    analyst: str
    firm: str
    topics: str
    answered_by: str
    tip: str
    about: tuple[tuple[Iri, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page, in reading order; `note` says what found no room."""

    title: str
    note: str
    tables: tuple[Table, ...]
    reasons: tuple[Reason, ...]
    questions: tuple[Asked, ...]


def report(content: Content) -> Report:
    """The page of a call; raises `ExportError` where there is not exactly one."""
    if len(content.calls) != 1:
        raise ExportError(
            f"a page shows one call, this graph holds {len(content.calls)}; name one with --call (kg calls lists them)"
        )
    drawing, tables = _fitting(content)
    shown = {table.id for table in tables}
    asked: dict[Iri, list[Question]] = defaultdict(list)
    for question in content.questions:
        asked[question.analyst].append(question)
    questions = tuple(_asked(drawing, group, shown) for group in asked.values())[:ANALYSTS]
    note = _note(drawing, len(asked) - len(questions))
    return Report(call_title(content, content.calls[0]), note, tables, _reasons(drawing, tables), questions)


def _fitting(content: Content) -> tuple[Drawing, tuple[Table, ...]]:
    """As many figures as leave the letters large enough to read on paper."""
    for limits in _LADDER:
        drawing = choose(content, limits)
        tables = _tables(drawing)
        if sum(len(table.rows) + 2 for table in tables) <= _LINES:
            break
    return drawing, tables


def evidence(said: Said) -> str:
    """Who said it and where, with the words where the graph has them."""
    words = f": “{said.quote}”" if said.quote else ""
    return f"{said.speaker or 'unknown speaker'}, character {said.begin}{words}"


def _tables(drawing: Drawing) -> tuple[Table, ...]:
    """The company first, then its units by how much is told of them; a unit without figures or questions has none."""
    groups: dict[Iri, list[Series]] = defaultdict(list)
    for series in drawing.series:
        groups[drawing.tops[series.subject]].append(series)
    company = drawing.content.calls[0].company
    for top in [top for top in groups if top != company and not _has_table(drawing, groups, top)]:
        groups[company] += groups.pop(top)
    units = sorted(groups.keys() - {company}, key=lambda unit: (-len(groups[unit]), unit))
    return tuple(_table(drawing, unit, groups.get(unit, [])) for unit in (company, *units))


def _has_table(drawing: Drawing, groups: Mapping[Iri, list[Series]], top: Iri) -> bool:
    """Units have one; where there are many of them, those with a single figure share the company's."""
    crowded = len(groups) > TABLES
    return drawing.placed[top].thing.type == "BusinessUnit" and not (crowded and len(groups[top]) == 1)


def _table(drawing: Drawing, unit: Iri, group: list[Series]) -> Table:
    thing = drawing.placed[unit].thing
    own_first = sorted(group, key=lambda s: (s.subject != unit, s.subject, s.metric not in TOP_LINES, s.weight))
    rows = tuple(_row(drawing, unit, series) for series in own_first)
    heard = f"; heard as {', '.join(thing.heard)}" if thing.heard else ""
    name = thing.name if len(thing.name) <= LONGEST_NAME else thing.short
    return Table(unit, name, _head(drawing.content, unit), rows, thing.name + heard)


def _row(drawing: Drawing, unit: Iri, series: Series) -> Row:
    figure = series.headline
    word = judgement(figure.favourable)
    of = "" if series.subject == unit else drawing.placed[series.subject].thing.short + " "
    ahead = "" if figure.said.modality == "actual" else " (e)"
    tip = f"{evidence(figure.said)}{_heard(drawing, figure)}"
    label = metric_label(figure)
    metric = marked(label if label.casefold().startswith(of.casefold().strip() or " ") else of + label, figure.said)
    return Row(series.iri, metric, figure_label(figure, series.beside) + ahead, word, SIGNS[word], tip)


def _heard(drawing: Drawing, figure: Figure) -> str:
    thing = drawing.content.things.get(figure.subject)
    return f"; {thing.name} heard as {', '.join(thing.heard)}" if thing and thing.heard else ""


def _head(content: Content, unit: Iri) -> str | None:
    """The chief executive, or whoever else the call gives a post in the unit."""
    posts = [tie for tie in content.ties if tie.predicate == "holdsPosition" and tie.object == unit and tie.title]
    leaders = [tie for tie in posts if "chief executive" in (tie.title or "").lower() or "CEO" in (tie.title or "")]
    found = next(iter(leaders), None)
    if found is None or found.subject not in content.things:
        return None
    return f"{content.things[found.subject].name}, {found.title}"


def _reasons(drawing: Drawing, tables: tuple[Table, ...]) -> tuple[Reason, ...]:
    """Reasons in the order of the figures that they move first; the same words stand once."""
    order = {row.id: number for number, row in enumerate(row for table in tables for row in table.rows)}
    moves: dict[Iri, list[tuple[Iri, str]]] = defaultdict(list)
    shown = [push for push in drawing.pushes if push.series in order]
    same = shared_ids(shown)
    for push in shown:
        moves[same[push.id]].append((push.series, push.polarity))
    first = {push.id: push for push in shown if push.id in moves}
    ordered = sorted(first.values(), key=lambda p: (order[p.series], p.told[0].said.begin, p.id))
    words = {push.id: marked(push.label, push.told[0].said) for push in ordered}
    return tuple(Reason(p.id, words[p.id], evidence(p.told[0].said), tuple(moves[p.id])) for p in ordered)


def _asked(drawing: Drawing, questions: list[Question], shown: set[Iri]) -> Asked:
    content, names, first = drawing.content, _names(drawing.content), questions[0]
    about = Counter[Iri]()
    for question in questions:
        for unit, topics in asked_units(content, drawing.tops, question).items():
            about[unit if unit in shown else content.calls[0].company] += topics
    names_of_topics = dict.fromkeys(topic.name for question in questions for topic in question.topics)
    people = dict.fromkeys(person for question in questions for person in question.answered_by)
    return Asked(
        first.iri,
        names.get(first.analyst, first.analyst),
        first.firm or "firm not named",
        ", ".join(names_of_topics),
        ", ".join(names.get(person, person) for person in people),
        "\n".join(evidence(question.said) for question in questions),
        tuple(sorted(about.items())),
    )


def _names(content: Content) -> Mapping[Iri, str]:
    return {iri: thing.name for iri, thing in content.things.items()}


def _note(drawing: Drawing, analysts: int) -> str:
    """What the page leaves out, counted."""
    told = {f.series for f in drawing.content.figures if f.has_figure and f.said.side == "Management"}
    figures = len(told - {series.iri for series in drawing.series})
    causes = len(drawing.content.causes) - sum(len(push.told) for push in drawing.pushes)
    counts = ((figures, "figures"), (causes, "causes"), (analysts, "analysts"))
    left = [f"{count} {what}" for count, what in counts if count > 0]
    return f"not drawn: {', '.join(left)}" if left else ""
