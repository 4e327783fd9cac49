"""What one call says, as the statements that the store keeps: the composer of the writers beside it."""

from __future__ import annotations

import pyoxigraph as ox

from kg.model import Reading
from kg.rdf.agreements import agreements
from kg.rdf.corrections import write_corrections
from kg.rdf.document import write_call, write_document, write_header, write_turns
from kg.rdf.drivers import write_drivers
from kg.rdf.entities import write_entities
from kg.rdf.exchanges import write_exchanges
from kg.rdf.observations import write_observations
from kg.rdf.pen import Pen
from kg.rdf.relations import write_relations
from kg.rdf.vocabulary import vocabulary_statements


def quads(reading: Reading) -> frozenset[ox.Quad]:
    """Every statement that a reading makes.

    They stand in its own graph, or are its share of the registry and derived graphs. Statements that the ontology's
    own files make are left out, so that none stands in two graphs.
    """
    pen = Pen(reading)
    write_document(pen)
    write_call(pen)
    write_header(pen)
    write_turns(pen)
    write_entities(pen)
    observations = write_observations(pen)
    write_relations(pen)
    write_drivers(pen, observations)
    write_exchanges(pen)
    write_corrections(pen)
    known = vocabulary_statements()
    said = (*pen.quads, *agreements(pen.quads))
    return frozenset(quad for quad in said if (quad.subject, quad.predicate, quad.object) not in known)
