"""What a call says as RDF: `quads` writes a reading, `vocabulary` the ontology's own files."""

from __future__ import annotations

from kg.rdf.reading import quads
from kg.rdf.vocabulary import vocabulary

__all__ = ["quads", "vocabulary"]
