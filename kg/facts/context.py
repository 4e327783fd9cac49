"""What every extractor of facts may look at: the annotated call, its names, metrics, figures and periods resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.language import Passage
from kg.lexicon.metrics import MetricTable, shipped_metrics
from kg.model import Entity, EntityId, Link, Mention, Span, SpokenTurn, Transcript, within


@dataclass(frozen=True, slots=True)
class Context:
    """One call, read and linked, before facts. All tuples are in text order.

    `names` links mentions of entities that are no metrics, `metrics` those of metrics; `quantities` and `periods`
    are mentions whose `value` is a `Quantity` or a `Period`. `entities` holds every entity that a link points to;
    `table` the metrics that the call may speak of, those of its company's lexicon among them.
    """

    transcript: Transcript
    passages: tuple[Passage, ...]
    company: EntityId
    entities: Mapping[EntityId, Entity]
    turns: tuple[SpokenTurn, ...]
    names: tuple[Link, ...]
    metrics: tuple[Link, ...]
    quantities: tuple[Mention, ...]
    periods: tuple[Mention, ...]
    table: MetricTable = field(default_factory=shipped_metrics)

    def names_in(self, span: Span) -> Sequence[Link]:
        """The links of names whose words lie in a span."""
        return within(self.names, span, _place)

    def metrics_in(self, span: Span) -> Sequence[Link]:
        """The links of metrics whose words lie in a span."""
        return within(self.metrics, span, _place)


def _place(link: Link) -> Span:
    return link.mention.span
