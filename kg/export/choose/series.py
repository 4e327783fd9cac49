"""Series of figures, the headline figure of each, and which of them a drawing shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.export.choose.content import Content, Figure, Iri
from kg.export.choose.doubt import is_doubtful, is_spurious

MANAGEMENT = "Management"

TOP_LINES = ("revenue", "net revenue", "total net revenue", "sales", "net sales")
"""What stands first in a table, however little is told of it."""


@dataclass(frozen=True, slots=True)
class Series:
    """All that management says of one metric of one subject; `headline` is the figure that stands for it.

    `by_call` has the headline of each call, `causes` counts the reasons given for its movement, `variants` are the
    series that it stands for: itself, and the same metric under restrictions. `beside` is the headline's change
    against another time, told with it: "up 17% sequentially and up 94% from a year ago".
    """

    iri: Iri
    subject: Iri
    metric: str
    headline: Figure
    by_call: Mapping[Iri, Figure]
    statements: int
    causes: int
    variants: tuple[Iri, ...]
    beside: Figure | None = None

    @property
    def weight(self) -> tuple[int, int, str]:
        """Sorts what is said about most, with most reasons and in full, first; then what was said first."""
        figure = self.headline
        full = 2 if figure.value is not None and figure.change is not None else 0
        return -(self.statements + 2 * self.causes + full), figure.said.begin, self.iri


def drawn_series(content: Content, *, per_subject: int, at_most: int) -> tuple[Series, ...]:
    """Series with a figure by management, those told of most, in the order in which they are first told.

    The company and each of its units keep their first one or two, whatever is told of others.
    """
    groups: dict[Iri, list[Series]] = defaultdict(list)
    for series in all_series(content):
        groups[series.subject].append(series)
    ranked = (
        (place >= _assured(content, subject), series.weight, series)
        for subject, group in groups.items()
        for place, series in enumerate(sorted(group, key=lambda s: s.weight)[:per_subject])
    )
    kept = (series for _, _, series in sorted(ranked, key=lambda each: each[:2])[:at_most])
    return tuple(sorted(kept, key=lambda s: (s.headline.said.begin, s.iri)))


def _assured(content: Content, subject: Iri) -> int:
    if any(call.company == subject for call in content.calls):
        return 2
    thing = content.things.get(subject)
    return 1 if thing is not None and thing.type == "BusinessUnit" else 0


def all_series(content: Content) -> Iterable[Series]:
    """Every metric of a subject with at least one figure by management; others' suppositions make none."""
    figures: dict[tuple[Iri, str], dict[Iri, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in content.figures:
        if figure.said.side == MANAGEMENT and figure.said.modality != "hypothetical":
            figures[figure.subject, figure.metric][figure.series].append(figure)
    reasons = Counter(cause.figure for cause in content.causes if cause.said.side == MANAGEMENT)
    for (subject, metric), variants in sorted(figures.items()):
        headlines = {iri: _headlines(content, group) for iri, group in variants.items()}
        told = [(iri, by_call, _latest(content, by_call)) for iri, by_call in headlines.items() if by_call]
        if told:
            iri, by_call, headline = min(told, key=lambda each: (_breadth(each[2]), each[0]))
            statements = sum(len(group) for group in variants.values())
            causes = sum(reasons[figure.iri] for group in variants.values() for figure in group)
            beside = _beside(headline, variants[iri])
            yield Series(iri, subject, metric, headline, by_call, statements, causes, tuple(sorted(variants)), beside)


def _beside(headline: Figure, figures: Iterable[Figure]) -> Figure | None:
    """The change that the words of the headline go on to tell, against another time."""
    said = headline.said
    told = (f for f in figures if (f.said.call, f.said.begin, f.period) == (said.call, said.begin, headline.period))
    further = (f for f in told if f.value is None and f.change is not None and f.change_unit == headline.change_unit)
    return next((f for f in further if headline.change is not None and _is_against_other(f, headline)), None)


def _is_against_other(one: Figure, other: Figure) -> bool:
    return {one.comparison, other.comparison} == {"qoq", "yoy"}


def _latest(content: Content, by_call: Mapping[Iri, Figure]) -> Figure:
    return max(by_call.values(), key=lambda figure: (content.end_of(figure.said.call), figure.iri))


def _breadth(figure: Figure) -> tuple[bool, int, int]:
    """A value before a mere change, then the fewest restrictions: "revenue" before "revenue excluding stores"."""
    return figure.value is None, len(figure.qualifiers), figure.said.begin


def _headlines(content: Content, figures: Iterable[Figure]) -> dict[Iri, Figure]:
    best: dict[Iri, Figure] = {}
    for figure in figures:
        call = figure.said.call
        if not figure.has_figure or is_spurious(figure.said):
            continue
        if call not in best or _rank(content, figure) < _rank(content, best[call]):
            best[call] = figure
    return best


def _rank(content: Content, figure: Figure) -> tuple[bool, bool, bool, int, Decimal, int, str]:
    """Reported before expected, this quarter before others, sure before doubtful, value with change before either."""
    quarter = content.quarters.get(figure.said.call)
    this_quarter = quarter is not None and figure.period in (str(quarter), quarter.end.isoformat())
    told = (figure.value is not None) + (figure.change is not None)
    surely = -(figure.said.confidence or Decimal(0))
    expected, doubtful = figure.said.modality != "actual", is_doubtful(figure.said)
    return expected, not this_quarter, doubtful, -told, surely, figure.said.begin, figure.iri
