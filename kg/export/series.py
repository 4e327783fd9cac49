"""Series of figures, the headline figure of each, and which of them a drawing shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.export.content import Content, Figure, Iri

MANAGEMENT = "Management"


@dataclass(frozen=True, slots=True)
class Series:
    """All that management says of one metric of one subject; `headline` is the figure that stands for it.

    `by_call` has the headline of each call, `causes` counts the reasons given for its movement.
    """

    iri: Iri
    subject: Iri
    metric: str
    headline: Figure
    by_call: Mapping[Iri, Figure]
    statements: int
    causes: int

    @property
    def weight(self) -> tuple[int, int, str]:
        """Sorts what is said about most, and with most reasons, first; then what was said first."""
        return -(self.statements + 2 * self.causes), self.headline.said.begin, self.iri


def drawn_series(content: Content, *, per_subject: int) -> tuple[Series, ...]:
    """Series with a figure by management, at most so many a subject, in the order in which they are first told."""
    groups: dict[Iri, list[Series]] = defaultdict(list)
    for series in _widest(all_series(content)):
        groups[series.subject].append(series)
    kept = (s for group in groups.values() for s in sorted(group, key=lambda s: s.weight)[:per_subject])
    return tuple(sorted(kept, key=lambda s: (s.headline.said.begin, s.iri)))


def all_series(content: Content) -> Iterable[Series]:
    """Every series that has at least one figure by management; wishes and others' suppositions make none."""
    figures: dict[Iri, list[Figure]] = defaultdict(list)
    for figure in content.figures:
        if figure.said.side == MANAGEMENT and figure.said.modality != "hypothetical":
            figures[figure.series].append(figure)
    reasons = Counter(cause.figure for cause in content.causes if cause.said.side == MANAGEMENT)
    for iri, group in sorted(figures.items()):
        by_call = _headlines(content, group)
        if by_call:
            latest = max(by_call.values(), key=lambda f: (content.end_of(f.said.call), f.iri))
            causes = sum(reasons[f.iri] for f in group)
            yield Series(iri, latest.subject, latest.metric, latest, by_call, len(group), causes)


def _widest(found: Iterable[Series]) -> Iterable[Series]:
    """Of each metric of a subject the series with the fewest restrictions: "revenue" before "excluding stores"."""
    best: dict[tuple[Iri, str], Series] = {}
    for series in found:
        key = (series.subject, series.metric)
        rank = (len(series.headline.qualifiers), series.weight)
        if key not in best or rank < (len(best[key].headline.qualifiers), best[key].weight):
            best[key] = series
    return best.values()


def _headlines(content: Content, figures: Iterable[Figure]) -> dict[Iri, Figure]:
    best: dict[Iri, Figure] = {}
    for figure in figures:
        call = figure.said.call
        if figure.has_figure and (call not in best or _rank(content, figure) < _rank(content, best[call])):
            best[call] = figure
    return best


def _rank(content: Content, figure: Figure) -> tuple[bool, bool, int, int, str]:
    """Reported before expected, this quarter before others, value with change before either, early before late."""
    quarter = content.quarters.get(figure.said.call)
    this_quarter = quarter is not None and figure.period in (str(quarter), quarter.end.isoformat())
    told = (figure.value is not None) + (figure.change is not None)
    return figure.said.modality != "actual", not this_quarter, -told, figure.said.begin, figure.iri
