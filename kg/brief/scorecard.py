"""The scorecard: what management reported for the quarter, the company first, then each segment and what is in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.brief.markdown import table
from kg.export.choose.content import Content, Figure, Iri
from kg.export.choose.doubt import is_doubtful, marked
from kg.export.choose.labels import changes_label, metric_label, prior_label, value_label
from kg.export.choose.series import MANAGEMENT, TOP_LINES, Series, all_series
from kg.export.view.palette import SIGNS, judgement

MOST_A_UNIT = 12


def scorecard(content: Content) -> str:
    """One table, and how much is not in it; ✓ and ✗ say whether the movement is good, not whether it is up."""
    groups = _by_unit(content, (s for s in all_series(content) if _reported(s.headline)))
    rows, shown = [], set()
    for unit, series in groups.items():
        for number, one in enumerate(_most_telling(series)):
            rows.append(("" if number else _name(content, unit), *_cells(content, unit, one)))
            shown.add((one.subject, one.metric))
    shown_rows = table(("Unit", "Metric", "Value", "Change", "Before", ""), rows)
    return "\n\n".join(part for part in (shown_rows, _left_out(content, shown)) if part)


def _left_out(content: Content, shown: set[tuple[Iri, str]]) -> str:
    """How many metrics with a reported figure the table leaves out, so that its silence is not taken for the call's."""
    told = {
        (f.subject, f.metric) for f in content.figures if f.said.side == MANAGEMENT and _reported(f) and f.has_figure
    }
    left = len(told - shown)
    if not left:
        return ""
    metrics = "1 metric is" if left == 1 else f"{left} metrics are"
    return f"{metrics} left out, too doubtful or for want of room: `kg query figures` lists every one."


def _reported(figure: Figure) -> bool:
    return figure.said.modality == "actual"


def _by_unit(content: Content, found: Iterable[Series]) -> Mapping[Iri, list[Series]]:
    """Series by reporting unit, the company first, then in the order in which the call comes to them."""
    company = {call.company for call in content.calls}
    groups: dict[Iri, list[Series]] = defaultdict(list)
    for series in sorted(found, key=lambda s: s.headline.said.begin):
        groups[_unit(content, series.subject, company)].append(series)
    return dict(sorted(groups.items(), key=lambda item: (item[0] not in company, item[1][0].headline.said.begin)))


def _most_telling(series: list[Series]) -> list[Series]:
    """As many as there is room for: rather sure ones, of known metrics, that moved; the top line leads them."""
    telling = sorted(
        series,
        key=lambda s: (is_doubtful(s.headline.said), not s.headline.listed, not _moved(s.headline) and not s.causes),
    )
    kept = {id(each) for each in telling[:MOST_A_UNIT]}
    return sorted((each for each in series if id(each) in kept), key=lambda s: s.metric not in TOP_LINES)


def _moved(figure: Figure) -> bool:
    return figure.change is not None or figure.prior is not None or figure.direction is not None


def _unit(content: Content, subject: Iri, companies: set[Iri]) -> Iri:
    """The part right below the company that a thing belongs to; the company itself for what is no part of it."""
    seen = [subject]
    while (parent := content.parent(seen[-1])) is not None and parent not in seen:
        if parent in companies:
            return seen[-1]
        seen.append(parent)
    return seen[-1]


def _cells(content: Content, unit: Iri, series: Series) -> tuple[str, ...]:
    figure = series.headline
    inside = "" if series.subject == unit else f"{_name(content, series.subject)}: "
    moved = changes_label(figure, series.beside) or figure.direction or ""
    metric = marked(inside + metric_label(figure), figure.said)
    return (metric, value_label(figure), moved, prior_label(figure), _sign(figure))


def _sign(figure: Figure) -> str:
    return SIGNS[judgement(figure.favourable)]


def _name(content: Content, iri: Iri) -> str:
    thing = content.things.get(iri)
    return thing.name if thing else iri.rsplit("/", 1)[-1]
