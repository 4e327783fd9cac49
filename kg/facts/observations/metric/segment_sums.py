"""What the segments make together: "segment operating income" of a company is not the company's operating income."""

from __future__ import annotations

from dataclasses import replace

from kg.facts.observations.metric.measure import Measure
from kg.mentions.metric_names import canonical_name, metric_id


def of_all_segments(measure: Measure) -> Measure:
    """A measure told of the whole company under the name by which the call tells that it is that of its segments."""
    said = measure.placed.item.mention.text if measure.placed is not None else ""
    if not said.lower().startswith("segment "):
        return measure
    name = canonical_name(said)
    return replace(measure, id=metric_id(name), name=name)
