"""The difference between two calls as Markdown that reads as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.brief.markdown import items, section, table
from kg.diff.model import AskedAgain, Change, Difference, Guided
from kg.export.choose.amounts import amount
from kg.export.choose.content import Figure
from kg.export.choose.doubt import MARK, MEANING, is_marked
from kg.export.choose.labels import figure_label, metric_label

VERDICTS = {
    "above": "came above",
    "within": "came within",
    "below": "came below",
    "due": "due, no figure given",
}


def page(found: Difference) -> str:
    """Every section that has something in it."""
    parts = (
        section("Changed", _changed(found.changed)),
        section("Guidance", _guidance(found.guidance)),
        section("Silent now", _one_sided(found.silent)),
        section("Now without a figure for the quarter", _one_sided(found.in_words)),
        section("New figures", _one_sided(found.new)),
        section("New products and units", _listed(found.new_things)),
        section("Products and units not named any more", _listed(found.gone_things)),
        section("Asked again", items(_again(row) for row in found.asked_again)),
    )
    unread = (
        ()
        if found.read
        else (f"The prepared remarks of {found.after} were not read: nobody can tell what is silent.\n",)
    )
    body = [part for part in parts if part] or ["Nothing that can be compared.\n"]
    note = (f"{MARK} {MEANING}: `kg explain` opens its words.\n",) if any(f" {MARK} " in part for part in parts) else ()
    return "\n".join([f"# {found.company}: {found.after} against {found.before}\n", *unread, *body, *note])


def _listed(names: Sequence[str]) -> str:
    """Names in one paragraph: there are dozens, of which a reader seeks one."""
    return f"{', '.join(names)}\n" if names else ""


def _changed(rows: Iterable[Change]) -> str:
    cells = [(r.unit, _metric(r), _label(r.then), _label(r.now), _since(r)) for r in _by_unit(rows)]
    return table(("Unit", "Metric", "Then", "Now", "Since then"), _once(cells))


def _by_unit(rows: Iterable[Change]) -> list[Change]:
    """Units in the order in which they first come, what is sure before what is not."""
    rows = list(rows)
    units = list(dict.fromkeys(row.unit for row in rows))
    return sorted(rows, key=lambda row: (units.index(row.unit), _is_unsure(row)))


def _once(cells: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The unit only in the first of its rows."""
    return [("" if number and cells[number - 1][0] == row[0] else row[0], *row[1:]) for number, row in enumerate(cells)]


def _metric(row: Change) -> str:
    """The metric with what restricts it; a question mark where the reading is unsure."""
    figure = row.now or row.then
    scope = metric_label(figure).removeprefix(figure.metric) if figure else ""
    return row.metric + scope + (f" {MARK}" if _is_unsure(row) else "")


def _is_unsure(row: Change) -> bool:
    return row.unsure or any(is_marked(figure.said) for figure in (row.then, row.now) if figure is not None)


def _label(figure: Figure | None) -> str:
    return figure_label(figure) if figure is not None else ""


def _since(row: Change) -> str:
    if row.since is None:
        return ""
    return ("+" if row.since > 0 else "") + (amount(row.since, row.since_unit) if row.since else "unchanged")


def _guidance(rows: Iterable[Guided]) -> str:
    cells = [(r.unit, _guided(r), r.period, VERDICTS.get(r.verdict, r.verdict), *_expected(r)) for r in rows]
    return table(("Unit", "Metric", "For", "Guidance", "Then", "Now"), list(dict.fromkeys(cells)))


def _guided(row: Guided) -> str:
    """The metric with what restricts it; a question mark where one of the figures is unsure or they do not fit."""
    figures = [figure for figure in (row.now, row.then, row.actual) if figure is not None]
    scope = metric_label(figures[0]).removeprefix(figures[0].metric)
    unsure = row.verdict == "unclear" or any(is_marked(figure.said) for figure in figures)
    return row.metric + scope + (f" {MARK}" if unsure else "")


def _expected(row: Guided) -> tuple[str, str]:
    other = "" if row.verdict == "told otherwise" else "actual "
    return _label(row.then), _label(row.now) or (f"{other}{_label(row.actual)}" if row.actual else "")


def _one_sided(rows: Iterable[Change]) -> str:
    cells = [(r.unit, _metric(r), _label(r.now or r.then)) for r in _by_unit(rows)]
    return table(("Unit", "Metric", "Figure"), _once(cells))


def _again(row: AskedAgain) -> str:
    return f"{row.topic}: {', '.join(row.now)}; then {', '.join(row.then)}"
