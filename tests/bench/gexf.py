"""How long a large graph takes as GEXF: `python tests/bench/gexf.py`, of 20,000 nodes and 80,000 edges."""

from __future__ import annotations

import resource
import time
from datetime import date
from decimal import Decimal

from kg.export.view.graph import Edge, Node, PropertyGraph
from kg.export.write.gexf import write_gexf
from kg.model import Period

NODES, EDGES = 20_000, 80_000
QUARTERS = tuple(
    Period(date(year, month, 1), date(year, month + 2, 28)) for year in (2023, 2024) for month in (1, 4, 7)
)


def main() -> None:
    begin = time.process_time()
    graph = PropertyGraph.of("large", (_node(n) for n in range(NODES)), (_edge(n) for n in range(EDGES)))
    made = time.process_time()
    written = write_gexf(graph)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{len(graph.nodes)} nodes, {len(graph.edges)} edges: {made - begin:.1f} s to put together, ", end="")
    print(f"{done - made:.1f} s to write {len(written) / 1e6:.0f} MB, {peak:.0f} MB of memory at the peak")


def _node(number: int) -> Node:
    return Node(
        id=f"https://w3id.org/earnings-call/id/segment/unit-{number:05}",
        label=f"Unit {number}\n{number % 97} million",
        type="BusinessUnit",
        statements=number % 40,
        value=Decimal(number),
        unit="USD",
        confidence=Decimal("0.8"),
        quote=f"Revenue of unit {number} was {number % 97} million dollars, up {number % 13}% year over year.",
        quarters=QUARTERS[number % 6 :],
        x=number % 200 * 10.0,
        y=number / 200 * 10.0,
    )


def _edge(number: int) -> Edge:
    source, target = number % NODES, (number * 7 + number // NODES + 1) % NODES
    ends = (f"https://w3id.org/earnings-call/id/segment/unit-{end:05}" for end in (source, target))
    said = f"Unit {source} sold more because unit {target} did."
    return Edge(*ends, kind=("raises", "lowers", "partOf")[number % 3], quote=said, quarters=QUARTERS[number % 6 :])


if __name__ == "__main__":
    main()
