"""The only place where an IRI is made or taken apart; everything is decided by content, nothing by order or clock."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg.model import CallInfo, EntityId, Period, Span

BASE = "https://w3id.org/earnings-call/"
"""The one constant to change for another home of the data."""

DEF = BASE + "def/"
CODE = BASE + "code/"
METRIC = BASE + "metric/"
ID = BASE + "id/"
GRAPH = BASE + "graph/"

ONTOLOGY_GRAPH = ox.NamedNode(GRAPH + "ontology")
CODES_GRAPH = ox.NamedNode(GRAPH + "codes")
REGISTRY_GRAPH = ox.NamedNode(GRAPH + "registry")
DERIVED_GRAPH = ox.NamedNode(GRAPH + "derived")
CATALOG_GRAPH = ox.NamedNode(GRAPH + "catalog")


def digest(sha256: str) -> str:
    """The sixteen hexadecimal digits that name a document.

    >>> digest("00112233445566778899aabbccddeeff" * 2)
    '0011223344556677'
    """
    return sha256[:16]


def document(sha256: str) -> ox.NamedNode:
    """The document with these bytes."""
    return ox.NamedNode(f"{ID}doc/{digest(sha256)}")


def document_graph(sha256: str) -> ox.NamedNode:
    """The named graph that holds everything one document yields."""
    return ox.NamedNode(f"{GRAPH}doc/{digest(sha256)}")


def quality_graph(sha256: str) -> ox.NamedNode:
    """The named graph of the findings about one document."""
    return ox.NamedNode(f"{GRAPH}quality/{digest(sha256)}")


def local(sha256: str, name: str) -> ox.NamedNode:
    """A node of one document: `local(sha, "turn-5")`."""
    return ox.NamedNode(f"{ID}doc/{digest(sha256)}/{name}")


def claim_name(kind: str, span: Span, number: int) -> str:
    """Kind, evidence and a running number among claims of that kind with the same evidence.

    >>> claim_name("obs", Span(100, 160), 1)
    'obs-100-160-1'
    """
    return f"{kind}-{span.start}-{span.end}-{number}"


def entity(id: EntityId) -> ox.NamedNode:
    """The IRI of an entity.

    >>> entity(EntityId("metric/revenue")).value, entity(EntityId("product/moon rover")).value[-28:]
    ('https://w3id.org/earnings-call/metric/revenue', 'call/id/product/moon%20rover')
    """
    kind, _, slug = id.partition("/")
    safe = quote(slug, safe="-_.~")
    return ox.NamedNode(METRIC + safe if kind == "metric" else f"{ID}{quote(kind, safe='-')}/{safe}")


def entity_id(iri: str) -> EntityId:
    """The inverse of `entity`.

    >>> entity_id("https://w3id.org/earnings-call/id/product/moon%20rover")
    'product/moon rover'
    """
    path = "metric/" + iri.removeprefix(METRIC) if iri.startswith(METRIC) else iri.removeprefix(ID)
    kind, _, slug = path.partition("/")
    return EntityId(f"{unquote(kind)}/{unquote(slug)}")


def slug(id: EntityId) -> str:
    """The part of an entity's id after its kind.

    >>> slug(EntityId("company/acme-widgets"))
    'acme-widgets'
    """
    return id.partition("/")[2]


def period(period: Period) -> ox.NamedNode:
    """A period is named by its dates, since fiscal names differ from company to company.

    >>> period(Period(date(2024, 7, 1), date(2024, 9, 30))).value
    'https://w3id.org/earnings-call/id/period/2024-07-01_2024-09-30'
    """
    return ox.NamedNode(f"{ID}period/{str(period).replace('/', '_')}")


def period_of(iri: str, name: str | None = None) -> Period:
    """The inverse of `period`.

    >>> str(period_of("https://w3id.org/earnings-call/id/period/2024-09-30"))
    '2024-09-30'
    """
    dates = [date.fromisoformat(d) for d in iri.removeprefix(ID + "period/").split("_")]
    return Period(dates[0], dates[-1], name)


def call(company: EntityId, info: CallInfo, sha256: str) -> ox.NamedNode:
    """Company and period end name a call; where no period is known its date, its fiscal quarter or its text does.

    >>> call(EntityId("company/acme"), CallInfo("Acme", held_on=date(2024, 11, 1)), "0" * 64).value
    'https://w3id.org/earnings-call/id/call/acme_on-2024-11-01'
    """
    if info.period is not None:
        when = info.period.end.isoformat()
    elif info.held_on is not None:
        when = f"on-{info.held_on.isoformat()}"
    elif info.fiscal_year is not None:
        when = f"fy{info.fiscal_year}" + (f"q{info.fiscal_quarter}" if info.fiscal_quarter else "")
    else:
        when = digest(sha256)
    return ox.NamedNode(f"{ID}call/{quote(slug(company), safe='-_.~')}_{when}")


def call_slug(iri: str) -> str:
    """How a person names a call: `acme_2024-09-30`.

    >>> call_slug("https://w3id.org/earnings-call/id/call/acme_2024-09-30")
    'acme_2024-09-30'
    """
    return unquote(iri.removeprefix(ID + "call/"))


def series(subject: EntityId, metric: EntityId, qualifiers: Iterable[str]) -> ox.NamedNode:
    """Subject, metric and scope, without period: what an analyst follows from call to call.

    >>> series(EntityId("segment/tools"), EntityId("metric/revenue"), ()).value
    'https://w3id.org/earnings-call/id/series/segment.tools_revenue'
    """
    name = f"{subject.replace('/', '.', 1)}_{slug(metric)}"
    scope = sorted(q.casefold() for q in qualifiers)
    suffix = f"_{_hash(scope)}" if scope else ""
    return ox.NamedNode(f"{ID}series/{quote(name, safe='-_.~')}{suffix}")


def fact(series: ox.NamedNode, period: Period, basis: str) -> ox.NamedNode:
    """The slot that observations of one series, period and basis fill, whatever their units."""
    return ox.NamedNode(f"{ID}fact/{_hash([series.value, str(period), basis])}")


def listing(exchange: str, ticker: str) -> ox.NamedNode:
    """A ticker on an exchange."""
    return ox.NamedNode(f"{ID}listing/{quote(exchange, safe='')}-{quote(ticker, safe='')}")


def currency(code: str) -> ox.NamedNode:
    """The QUDT unit of an ISO 4217 currency.

    >>> currency("CNY").value
    'http://qudt.org/vocab/unit/CCY_CNY'
    """
    if not re.fullmatch("[A-Z]{3}", code):
        raise ValueError(f"a currency must be three capital letters, got {code!r}")
    return ox.NamedNode(f"http://qudt.org/vocab/unit/CCY_{code}")


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
