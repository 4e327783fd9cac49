"""Which nodes a person means who gives an IRI, the end of one, a name, or words of the call."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from kg.errors import UnknownName
from kg.explain.node import Node, subjects
from kg.nearest import nearest
from kg.rdf import iris
from kg.rdf.vocab import EC
from kg.store import Store

MOST = 5
"""More than this nobody reads; the caller says how many were left out."""

_BY_WORDS = """
PREFIX ec: <https://w3id.org/earnings-call/def/>
SELECT DISTINCT ?node ?begin WHERE {
  ?node a ec:Statement ; ec:evidence ?span .
  ?span ec:text ?text ; ec:begin ?begin .
  OPTIONAL { ?node ec:name ?label }
  FILTER (CONTAINS(LCASE(STR(?text)), %(words)s) || CONTAINS(LCASE(COALESCE(?label, "")), %(words)s))
} ORDER BY STRLEN(?text) ?begin ?node
"""


_OF = (EC.about, EC.metric, EC.holder, EC.subject, EC.object)
"""By which properties a claim says something about a thing."""


def find(store: Store, what: str) -> tuple[Node, ...]:
    """The nodes meant, the best first, a name's before the claims about it; raises `UnknownName` with the nearest."""
    named = _by_iri(store, what) or _by_name(store, what)
    found = [*named, *_claims(named)] or _by_words(store, what)
    if not found:
        raise UnknownName(
            f"nothing in the store is called or says {what!r}; {nearest(what, _names(store), 'kg queries')}"
        )
    return tuple(found)


def _by_iri(store: Store, what: str) -> list[Node]:
    """A whole IRI, or the end of one: `obs-120-180-1`, `segment/cloud`, `acme_2024-09-30`."""
    iri = what.strip("<>")
    if "://" in iri:
        try:
            node = Node(store, ox.NamedNode(iri))
        except ValueError as error:
            raise UnknownName(f"{what!r} is no IRI: {error}") from error
        return [node] if node.exists() else []
    if " " in iri or not iri:
        return []
    whole = [
        iris.ID + iri,
        f"{iris.ID}call/{iri}",
        iris.METRIC + iri,
        *(f"{entry.document}/{iri}" for entry in store.entries()),
    ]
    nodes = (Node(store, ox.NamedNode(candidate)) for candidate in whole if _is_iri(candidate))
    return [node for node in nodes if node.exists()]


def _is_iri(text: str) -> bool:
    return not any(c in text for c in '<>"{}|^`\\') and text.isprintable()


def _by_name(store: Store, what: str) -> list[Node]:
    """Things and people by any of their names, their mis-heard ones included."""
    wanted = what.casefold()
    return [node for node in subjects(store, EC.knownFrom) if wanted in _labels(node)]


def _labels(node: Node) -> set[str]:
    surfaces = (mention.text(EC.text) for mention in node.pointing(EC.refersTo))
    return {label.casefold() for label in (node.name, *surfaces) if label}


def _claims(things: Sequence[Node]) -> list[Node]:
    """What the calls say about things, in text order."""
    claims = {node.iri: node for thing in things for of in _OF for node in thing.pointing(of) if node.node(EC.evidence)}
    return sorted(claims.values(), key=lambda node: (node.iri.value.rsplit("/", 1)[0], _begin(node), node.iri.value))


def _begin(claim: Node) -> int:
    evidence = claim.node(EC.evidence)
    return (evidence.number(EC.begin) if evidence else None) or 0


def _by_words(store: Store, what: str) -> list[Node]:
    literal = str(ox.Literal(" ".join(what.split()).lower()))
    answer = store.query(_BY_WORDS % {"words": literal}, name="explain")
    assert isinstance(answer, ox.QuerySolutions)
    rows = (row["node"] for row in answer)
    return [Node(store, node) for node in rows if isinstance(node, ox.NamedNode)]


def _names(store: Store) -> Sequence[str]:
    return sorted({thing.name for thing in subjects(store, EC.knownFrom)})
