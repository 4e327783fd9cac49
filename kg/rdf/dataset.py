"""The graph as an rdflib dataset, for those who work with rdflib; the program itself stays with Oxigraph's terms."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import Dataset

from kg.model import Reading
from kg.rdf.reading import quads
from kg.rdf.vocabulary import vocabulary


def to_dataset(reading: Reading) -> Dataset:
    """What a reading says beside the ontology's code lists, queried as one graph unless a graph is named."""
    return dataset((*quads(reading), *vocabulary()))


def dataset(statements: Iterable[ox.Quad]) -> Dataset:
    """Any statements as an rdflib dataset."""
    found = Dataset(default_union=True)
    found.parse(data=ox.serialize(statements, format=ox.RdfFormat.N_QUADS), format="nquads")
    return found


def from_dataset(found: Dataset) -> tuple[ox.Quad, ...]:
    """The statements of an rdflib dataset, sorted: the inverse of `dataset`."""
    text = found.serialize(format="nquads", encoding="utf-8")
    return tuple(sorted(ox.parse(text, format=ox.RdfFormat.N_QUADS), key=str))
