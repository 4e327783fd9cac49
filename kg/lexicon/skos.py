"""SKOS lexicons in Turtle, read into `Lexicon`: the only module that knows how a lexicon is written.

An entity is an IRI under `id/` with a class of the ontology and a `skos:prefLabel`; `skos:altLabel` are further names,
`skos:hiddenLabel` known mis-hearings; `ec:partOf` its parent, `ec:company` the company whose calls it belongs to. A
metric is an IRI under `metric/`; `ec:reportsIn` names the unit that reports it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import LexiconError
from kg.lexicon.fiscal_years import FiscalYears, fiscal_years
from kg.lexicon.model import CompanyLexicon, Lexicon
from kg.model import Entity, EntityId, EntityType, Label
from kg.ontology_path import ontology_path

EC = "https://w3id.org/earnings-call/def/"
ID = "https://w3id.org/earnings-call/id/"
METRIC = "https://w3id.org/earnings-call/metric/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
WIKIDATA = "http://www.wikidata.org/entity/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TICKER = EC + "ticker"

TYPES: Mapping[str, EntityType] = {
    EC + "Company": EntityType.ORGANIZATION,
    EC + "Segment": EntityType.BUSINESS_UNIT,
    EC + "Product": EntityType.PRODUCT,
    EC + "Person": EntityType.PERSON,
    EC + "CorporateEvent": EntityType.EVENT,
    EC + "Market": EntityType.PLACE,
    EC + "Metric": EntityType.METRIC,
}
LABELS: Mapping[str, str] = {SKOS + "prefLabel": "pref", SKOS + "altLabel": "alt", SKOS + "hiddenLabel": "hidden"}
IDENTIFIERS: Mapping[str, str] = {EC + "lei": "lei", EC + "cik": "cik", EC + "mic": "mic", EC + "iso4217": "iso4217"}

Node = dict[str, list[ox.NamedNode | ox.Literal]]


def load(paths: Sequence[Path] = ()) -> Lexicon:
    """The shipped lexicons and those of the given files; raises `LexiconError` with file and line.

    >>> "Goldman Sachs" in {entity.name for entity in load([]).general}
    True
    """
    shipped = sorted((ontology_path() / "lexicon").glob("*.ttl"))
    return _load((*shipped, *(Path(p) for p in paths)))


@cache
def _load(paths: tuple[Path, ...]) -> Lexicon:
    nodes: dict[str, Node] = {}
    metrics: dict[str, list[Entity]] = defaultdict(list)
    for path in paths:
        described = _nodes(path)
        for owner, metric in _metrics(described):
            metrics[owner].append(metric)
        for subject, node in described.items():
            mine = nodes.setdefault(subject, defaultdict(list))
            for predicate, values in node.items():
                mine[predicate].extend(values)
    return _lexicon(nodes, metrics)


def _metrics(nodes: Mapping[str, Node]) -> Iterator[tuple[str, Entity]]:
    """The metrics of a file with the company that uses their labels; a metric is everybody's, its labels are not."""
    for iri in sorted(nodes):
        owner, metric = _first(nodes[iri], EC + "company"), _entity(iri, nodes[iri], nodes)
        if owner is not None and metric is not None and metric.type is EntityType.METRIC:
            yield owner, metric


def _nodes(path: Path) -> Mapping[str, Node]:
    """The statements of one file by subject and predicate."""
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode) or not isinstance(quad.object, ox.NamedNode | ox.Literal):
                raise LexiconError(f"{path}: a blank node stands at {quad.predicate}; give it an IRI")
            nodes[quad.subject.value][quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        place = f"{path}:{error.lineno}" if error.lineno else str(path)
        raise LexiconError(f"{place}: not valid Turtle: {error.msg}; correct it or leave the lexicon out") from error
    except OSError as error:
        raise LexiconError(f"{path}: the lexicon cannot be read: {error.strerror}") from error
    for subject, node in nodes.items():
        if _type(node) and not node.get(SKOS + "prefLabel"):
            raise LexiconError(f"{path}: <{subject}> has no skos:prefLabel; expected one in English")
    return nodes


def _lexicon(nodes: Mapping[str, Node], metrics: Mapping[str, Sequence[Entity]]) -> Lexicon:
    general: list[Entity] = []
    members: dict[str, list[Entity]] = defaultdict(list)
    for iri in sorted(nodes):
        entity = _entity(iri, nodes[iri], nodes)
        if entity is None or entity.type is EntityType.METRIC:
            continue
        owner = _first(nodes[iri], EC + "company")
        if owner is None:
            general.append(entity)
        else:
            members[owner].append(entity)
    reporting = sorted(set(members) | set(metrics))
    companies = tuple(_company(iri, nodes, members[iri], metrics.get(iri, ())) for iri in reporting)
    own = {c.company.id for c in companies}
    years = tuple(_years(iri, node, nodes) for iri, node in sorted(nodes.items()) if node.get(EC + "fiscalYearEnd"))
    return Lexicon(tuple(e for e in general if e.id not in own), companies, years)


def _company(
    iri: str, nodes: Mapping[str, Node], members: Sequence[Entity], metrics: Sequence[Entity]
) -> CompanyLexicon:
    company = _entity(iri, nodes.get(iri, {}), nodes)
    if company is None:
        raise LexiconError(f"<{iri}> is named as a company but described nowhere; give it a type and a prefLabel")
    return CompanyLexicon(company, tuple(members), tuple(metrics), tuple(_reporting(metrics, nodes)))


def _reporting(metrics: Sequence[Entity], nodes: Mapping[str, Node]) -> Iterator[tuple[EntityId, EntityId]]:
    """Each metric that a unit reports, with that unit."""
    for metric in metrics:
        unit = _first(nodes[METRIC + metric.id.removeprefix("metric/")], EC + "reportsIn")
        if unit is not None:
            yield metric.id, entity_id(unit)


def _years(iri: str, node: Node, nodes: Mapping[str, Node]) -> FiscalYears:
    """How a company counts its years; one that has no class is told by `rdfs:label` and a ticker of its own."""
    listed = [t.value for place in node.get(EC + "listing", ()) for t in nodes.get(place.value, {}).get(TICKER, ())]
    return fiscal_years(
        iri,
        tickers=(*listed, *(t.value for t in node.get(TICKER, ()))),
        names=[name.value for p in (*LABELS, LABEL) for name in node.get(p, ())],
        end=_first(node, EC + "fiscalYearEnd") or "",
        ends_on=_first(node, EC + "fiscalYearEndsOn"),
        by_start=_first(node, EC + "fiscalYearNamedByStart") == "true",
        weeks=_first(node, EC + "fiscalQuarterWeeks"),
    )


def _entity(iri: str, node: Node, nodes: Mapping[str, Node]) -> Entity | None:
    """The entity that a node describes; None where the node is no typed thing with a name."""
    kind = _type(node)
    if kind is None:
        return None
    labels = tuple(
        sorted(
            {Label(o.value, _language(o), LABELS[p]) for p in LABELS for o in node.get(p, ())},
            key=lambda label: (["pref", "alt", "hidden"].index(label.kind), label.language, label.text),
        )
    )
    name = next((label.text for label in labels if label.kind == "pref" and label.language == "en"), labels[0].text)
    parent = _first(node, EC + "partOf")
    return Entity(
        entity_id(iri),
        kind,
        name,
        labels=labels,
        parent=entity_id(parent) if parent else None,
        identifiers=tuple(sorted(_identifiers(node, nodes))),
        listed=True,
    )


def entity_id(iri: str) -> EntityId:
    """The program's id of an IRI of a lexicon.

    >>> entity_id("https://w3id.org/earnings-call/id/product/moon-rover")
    'product/moon-rover'
    """
    if iri.startswith(METRIC):
        return EntityId("metric/" + iri.removeprefix(METRIC))
    if iri.startswith(ID):
        return EntityId(iri.removeprefix(ID))
    raise LexiconError(f"<{iri}>: expected an IRI that starts with {ID} or {METRIC}")


def _identifiers(node: Node, nodes: Mapping[str, Node]) -> list[tuple[str, str]]:
    found = [(key, o.value) for p, key in IDENTIFIERS.items() for o in node.get(p, ())]
    for match in node.get(SKOS + "exactMatch", ()):
        if match.value.startswith(WIKIDATA):
            found.append(("wikidata", match.value.removeprefix(WIKIDATA)))
    for listing in node.get(EC + "listing", ()):
        there = nodes.get(listing.value, {})
        found += [("ticker", f"{_first(there, EC + 'mic')}:{t.value}") for t in there.get(TICKER, ())]
    return found


def _type(node: Node) -> EntityType | None:
    return next((TYPES[o.value] for o in node.get(TYPE, ()) if o.value in TYPES), None)


def _language(literal: ox.NamedNode | ox.Literal) -> str:
    return (literal.language or "en") if isinstance(literal, ox.Literal) else "en"


def _first(node: Node, predicate: str) -> str | None:
    values = node.get(predicate)
    return values[0].value if values else None
