"""What calls have to do with each other: figures that corroborate, contradict or restate, and which call follows which.

Asked unbound over many calls this would compare every statement with every other, so it is stated once, on storing:
`across` for a document that comes, `verdicts` for one that goes, `chain` for the calls of a company.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from kg.rdf import iris
from kg.rdf.agreements import agreements_of
from kg.rdf.restatements import MONTHS, months, restatements
from kg.rdf.stated import Stated, stated
from kg.rdf.succession import CallHeld, calls_held
from kg.rdf.vocab import EC

VERDICTS = (EC.corroborates, EC.contradicts, EC.restates, EC.restatesAsPrior)


def claims(statements: Iterable[ox.Quad]) -> frozenset[ox.NamedNode]:
    """The statements of facts among the statements of documents.

    >>> o, f, g = ox.NamedNode("urn:o"), ox.NamedNode("urn:f"), ox.NamedNode("urn:g")
    >>> claims([ox.Quad(o, EC.fact, f, g), ox.Quad(f, EC.series, o, g)]) == {o}
    True
    """
    found = (quad.subject for quad in statements if quad.predicate == EC.fact)
    return frozenset(subject for subject in found if isinstance(subject, ox.NamedNode))


def verdicts(database: ox.Store, of: frozenset[ox.NamedNode]) -> set[ox.Quad]:
    """What is stated of these claims and any others, in either direction."""
    found: set[ox.Quad] = set()
    for claim in of:
        for verdict in VERDICTS:
            found |= set(database.quads_for_pattern(claim, verdict, None, iris.DERIVED_GRAPH))
            found |= set(database.quads_for_pattern(None, verdict, claim, iris.DERIVED_GRAPH))
    return found


def across(database: ox.Store, new: Iterable[ox.Quad], *, gone: frozenset[ox.NamedNode]) -> set[ox.Quad]:
    """How the figures of a new document stand to those of the documents that stay; `gone` are claims that do not.

    Figures of two companies are not compared: what both say of a place or of a product means each one's own.
    """
    coming = tuple(new)
    mine = stated(coming)
    own = {said.claim for said in mine}
    others = tuple(_others(database, mine, but=own | {claim.value for claim in gone}))
    if not others:
        return set()
    held = {call.call: call for call in calls_held(coming)}
    held |= {call.call: call for call in _calls(database, {said.call for said in others} - held.keys())}
    companies = {said.claim: held[said.call].company for said in (*mine, *others) if said.call in held}
    ends = {call: found.end for call, found in held.items()}
    found = (*agreements_of((*mine, *others)), *restatements((*mine, *others), ends))
    return {quad for quad in found if _between(quad, own) and _of_one_company(quad, companies)}


def chain(database: ox.Store, company: ox.NamedNode) -> tuple[frozenset[CallHeld], frozenset[ox.Quad]]:
    """The calls of a company that the database describes, and how it says that they follow each other."""
    calls = {q.subject for q in database.quads_for_pattern(None, EC.company, company, iris.REGISTRY_GRAPH)}
    named = [call for call in calls if isinstance(call, ox.NamedNode)]
    links = (q for call in named for q in database.quads_for_pattern(call, EC.previousCall, None, iris.DERIVED_GRAPH))
    return frozenset(_calls(database, {call.value for call in named})), frozenset(links)


def _calls(database: ox.Store, calls: Iterable[str]) -> Iterator[CallHeld]:
    for call in calls:
        if call:
            yield from calls_held(database.quads_for_pattern(ox.NamedNode(call), None, None, iris.REGISTRY_GRAPH))


def _others(database: ox.Store, mine: Iterable[Stated], *, but: Collection[str]) -> Iterator[Stated]:
    """What the store says of every claim, but these, about a fact that the new claims bear on."""
    facts = {said.fact for said in mine} | _neighbours(database, mine)
    stating = {quad.subject for fact in facts for quad in database.quads_for_pattern(None, EC.fact, ox.NamedNode(fact))}
    for claim in stating:
        if isinstance(claim, ox.NamedNode) and claim.value not in but:
            yield from stated(database.quads_for_pattern(claim, None, None))


def _neighbours(database: ox.Store, mine: Iterable[Stated]) -> set[str]:
    """Facts of the same series a quarter or a year before a value that is given as the one before, or after any."""
    periods: dict[str, set[tuple[int, int]]] = {}
    for said in mine:
        when = months(said.period)
        if when is not None and said.is_result and said.value:
            wanted = periods.setdefault(said.series, set())
            wanted.update((when[0] + far, when[1] + far) for far in MONTHS.values())
            if said.prior and said.comparison in MONTHS:
                far = MONTHS[said.comparison]
                wanted.add((when[0] - far, when[1] - far))
    return {
        quad.subject.value
        for series, wanted in periods.items()
        if series
        for quad in database.quads_for_pattern(None, EC.series, ox.NamedNode(series), iris.DERIVED_GRAPH)
        if isinstance(quad.subject, ox.NamedNode) and _period(database, quad.subject) in wanted
    }


def _period(database: ox.Store, fact: ox.NamedNode) -> tuple[int, int] | None:
    found = database.quads_for_pattern(fact, EC.period, None, iris.DERIVED_GRAPH)
    return next((months(q.object.value) for q in found if isinstance(q.object, ox.NamedNode)), None)


def _between(verdict: ox.Quad, own: set[str]) -> bool:
    return (_iri(verdict.subject) in own) != (_iri(verdict.object) in own)


def _of_one_company(verdict: ox.Quad, companies: dict[str, str]) -> bool:
    """Whether both claims are made on calls of one company; a claim without a call, of a table, stands beside any."""
    one, other = companies.get(_iri(verdict.subject)), companies.get(_iri(verdict.object))
    return one is None or other is None or one == other


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""
