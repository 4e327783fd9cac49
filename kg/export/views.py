"""The views of a property graph: what is in it, connected, coloured and laid out."""

from __future__ import annotations

from kg.export.choose.content import Content
from kg.export.choose.drawing import Limits, choose, title
from kg.export.layout.radial import radial
from kg.export.layout.untangle import untangle
from kg.export.view.edges import asked, moves, reports, structure
from kg.export.view.graph import PropertyGraph
from kg.export.view.nodes import analyst_nodes, cause_nodes, series_nodes, thing_nodes
from kg.export.view.questions import questions_view


def default_view(content: Content) -> PropertyGraph:
    """Company, units and products with their figures, the causes that moved them, and who asked."""
    drawing = choose(content, Limits())
    nodes = [*thing_nodes(drawing), *series_nodes(drawing), *cause_nodes(drawing), *analyst_nodes(drawing)]
    edges = [*structure(drawing), *reports(drawing), *moves(drawing), *asked(drawing)]
    return untangle(radial(PropertyGraph.of(title(content), nodes, edges)))


VIEWS = {"call": default_view, "questions": questions_view}
"""The views by the name that a user gives."""
