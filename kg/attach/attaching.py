"""From a table to the store: each line an observation with its own provenance, filed under the fact that it states."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.attach.names import Names
from kg.attach.problems import refuse
from kg.attach.table import FigureRow, Table
from kg.errors import UnknownName
from kg.fingerprint import program_version
from kg.rdf import codes, iris
from kg.rdf.literals import literal
from kg.rdf.vocab import CODE, EC, RDF
from kg.store import Document, Entry, Store
from kg.values.unit import in_words

KINDS = {"estimates": (CODE.Estimate, CODE.Analyst), "release": (CODE.Actual, CODE.Management)}
"""How figures of each kind are meant, and on whose side they stand."""


@dataclass(frozen=True, slots=True)
class Attached:
    """What was put beside the calls: how many figures, and for each that none of theirs stands beside, why not."""

    entry: Entry
    rows: int
    unmatched: tuple[str, ...]


def attach(store: Store, table: Table, *, kind: str, company: str | None = None) -> Attached:
    """Put a table into the store, in place of one of the same name and kind; it can be dropped by the entry's call.

    `kind` is `estimates` or `release`. Raises `FiguresError` with the line of each name that no call knows.
    """
    entries = _entries(store, company)
    names = Names(store, entries)
    quads: set[ox.Quad] = set()
    unmatched, problems = [], []
    for row in table.rows:
        try:
            said = _statements(store, names, table, row, kind)
        except UnknownName as error:
            problems.append(f"{table.name}:{row.line}: {error}")
            continue
        if (why := _why_alone(store, said)) is not None:
            name = f"{row.entity or entries[0].company}, {row.metric}, {row.period}"
            unmatched.append(f"{table.name}:{row.line}: {name}: {why}")
        quads |= said
    refuse(problems)
    entry = _entry(table, kind, entries[0].company)
    quads |= _file(table, kind)
    store.replace(Document(entry, frozenset({entry.graph}), frozenset(quads)))
    return Attached(entry, len(table.rows), tuple(unmatched))


def _why_alone(store: Store, said: Iterable[ox.Quad]) -> str | None:
    """Why no figure of a call can be held against that of a line; None where one can."""
    told = {quad.predicate: quad.object for quad in said}
    fact, unit = told.get(EC.fact), told.get(EC.unit)
    if not isinstance(fact, ox.NamedNode):
        return "no call states it"
    nodes = (quad.subject for quad in store.match(None, EC.fact, fact))
    stating = [n for n in nodes if isinstance(n, ox.NamedNode) and any(True for _ in store.match(n, EC.call))]
    units = {quad.object for node in stating for quad in store.match(node, EC.unit)}
    if not units:
        return "the calls tell only how it changed"
    if unit in units:
        return None
    given = " and ".join(sorted(codes.unit_name(u, "a number") for u in units if isinstance(u, ox.NamedNode)))
    return f"the calls give it in {given}" + ("" if unit is not None else "; the line has no unit")


def _entries(store: Store, company: str | None) -> tuple[Entry, ...]:
    """The calls of the company that is meant."""
    calls = store.entries_of(None)
    companies = sorted({entry.company for entry in calls})
    if company is None and len(companies) != 1:
        raise UnknownName(
            f"say whose figures these are with --company; the store has calls of {', '.join(companies) or 'none'}"
        )
    found = tuple(entry for entry in calls if company is None or entry.company.casefold() == company.casefold())
    if not found:
        raise UnknownName(f"no calls of {company!r} in this store; it has calls of {', '.join(companies)}")
    return found


def _entry(table: Table, kind: str, company: str) -> Entry:
    identity = _identity(table, kind)
    return Entry(
        document=iris.document(identity).value,
        graph=iris.document_graph(identity).value,
        call=f"{kind}/{Path(table.name).stem}",
        source=kind,
        company=company,
        period="",
        name=table.name,
        fingerprint=f"{kind} {table.sha256}",
        version=program_version(),
        facts=len(table.rows),
        kind=kind,
    )


def _identity(table: Table, kind: str) -> str:
    """What stands for the bytes of a table where IRIs are made: of one file, estimates and a release are two things."""
    return hashlib.sha256(f"{kind} {table.sha256}".encode()).hexdigest()


def _file(table: Table, kind: str) -> set[ox.Quad]:
    identity = _identity(table, kind)
    document, graph = iris.document(identity), iris.document_graph(identity)
    said = (
        (RDF.type, EC.FiguresFile),
        (EC.name, ox.Literal(table.name)),
        (EC.fileName, ox.Literal(table.name)),
        (EC.sha256, ox.Literal(table.sha256)),
        (EC.source, ox.Literal(kind)),
    )
    return {ox.Quad(document, predicate, object, graph) for predicate, object in said}


def _statements(store: Store, names: Names, table: Table, row: FigureRow, kind: str) -> set[ox.Quad]:
    """One line: what it states, and the span that it stands in."""
    sha = _identity(table, kind)
    graph = iris.document_graph(sha)
    node = iris.local(sha, iris.claim_name("obs", row.span, 1))
    span = iris.local(sha, f"span-{row.span.start}-{row.span.end}")
    metric, period = names.metric(row.metric), names.period(row.period)
    things = names.thing(row.entity) if row.entity else [names.company()]
    thing, fact = _subject(store, things, metric, period)
    modality, side = KINDS[kind]
    unit, counted = codes.unit_of(row.unit) if row.unit else (None, None)
    said: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal | None]] = [
        (node, RDF.type, EC.MetricObservation),
        (
            node,
            EC.name,
            ox.Literal(f"{row.entity or names.entries[0].company}: {row.metric} {in_words(row.value, row.unit)}"),
        ),
        (node, EC.about, thing),
        (node, EC.metric, metric),
        (node, EC.period, period),
        (node, EC.value, literal(row.value)),
        (node, EC.decimals, literal(row.decimals)),
        (node, EC.unit, unit),
        (node, EC.countedThing, ox.Literal(counted) if counted else None),
        (node, EC.modality, modality),
        (node, EC.side, side),
        (node, EC.evidence, span),
        (node, EC.rule, ox.Literal("table")),
        (node, EC.fact, fact),
        (span, RDF.type, EC.TextSpan),
        (span, EC.inTranscript, iris.document(sha)),
        (span, EC.begin, literal(row.span.start)),
        (span, EC.end, literal(row.span.end)),
        (span, EC.text, ox.Literal(row.words, language="en")),
    ]
    return {ox.Quad(s, p, o, graph) for s, p, o in said if o is not None}


def _subject(
    store: Store, things: list[ox.NamedNode], metric: ox.NamedNode, period: ox.NamedNode
) -> tuple[ox.NamedNode, ox.NamedNode | None]:
    """Of the things that a name may mean the one that a call gives this metric of, with the fact."""
    for thing in things:
        for quad in sorted(store.match(None, EC.about, thing), key=str):
            fact = quad.subject
            if (
                isinstance(fact, ox.NamedNode)
                and _has(store, fact, RDF.type, EC.Fact)
                and _has(store, fact, EC.metric, metric)
            ):
                if _has(store, fact, EC.period, period) and not any(True for _ in store.match(fact, EC.qualifier)):
                    return thing, fact
    return things[0], None


def _has(store: Store, subject: ox.NamedNode, predicate: ox.NamedNode, object: ox.NamedNode) -> bool:
    return any(True for _ in store.match(subject, predicate, object))
