"""The ontology's files agree with each other and with the closed vocabulary of the program."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

from kg.model import Predicate
from kg.ontology_path import ontology_path
from kg.rdf import vocab, vocabulary
from kg.rdf.iris import CODE, DEF, METRIC

ROOT = ontology_path()
TURTLE = sorted(ROOT.rglob("*.ttl"))
SCHEMA = Graph().parse(ROOT / "ec.ttl")
CODES = Graph().parse(ROOT / "codes" / "codes.ttl")
METRICS = Graph().parse(ROOT / "codes" / "metrics.ttl")
TERM = re.compile(r"\bec:([A-Za-z]\w*)")


def terms(graph: Graph, base: str) -> set[str]:
    return {str(s).removeprefix(base) for s in graph.subjects() if str(s).startswith(base)}


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_is_valid_turtle(path: Path) -> None:
    assert len(Graph().parse(path)) > 0


@pytest.mark.parametrize("graph", [SCHEMA, CODES, METRICS], ids=["ec", "codes", "metrics"])
def test_no_blank_node_stands_in_what_is_stored(graph: Graph) -> None:
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]


def test_the_closed_vocabulary_is_exactly_the_ontology() -> None:
    assert terms(SCHEMA, DEF) == set(vocab.EC.terms())


def test_the_closed_codes_are_exactly_the_code_lists() -> None:
    assert {c for c in terms(CODES, CODE) if not c.endswith("List")} == set(vocab.CODE.terms())


def test_a_mistyped_term_is_refused() -> None:
    with pytest.raises(AttributeError, match="'Compnay'"):
        vocab.EC.Compnay  # type: ignore[attr-defined]  # noqa: B018


def test_every_term_has_an_english_and_a_chinese_label_and_one_definition() -> None:
    lacking = [
        term
        for term in SCHEMA.subjects(RDF.type)
        if (term, RDF.type, OWL.Ontology) not in SCHEMA
        and (
            sorted(str(label.language) for label in SCHEMA.objects(term, RDFS.label)) != ["en", "zh-hant"]
            or len(list(SCHEMA.objects(term, SKOS.definition))) != 1
        )
    ]
    assert lacking == []


def test_every_code_has_labels_in_both_languages_and_a_definition() -> None:
    lacking = [
        code
        for code in CODES.subjects(RDF.type, SKOS.Concept)
        if str(code).startswith(CODE)
        and (
            sorted(str(label.language) for label in CODES.objects(code, SKOS.prefLabel)) != ["en", "zh-hant"]
            or len(list(CODES.objects(code, SKOS.definition))) != 1
        )
    ]
    assert lacking == []


def test_every_term_is_used_by_the_program_a_query_a_shape_a_lexicon_or_a_metric() -> None:
    writers = [p for p in (Path(vocab.__file__).parent.parent).rglob("*.py") if p.name != "vocab.py"]
    used = set(re.findall(r"\bEC\.(\w+)", " ".join(p.read_text(encoding="utf-8") for p in writers)))
    used |= {predicate.value for predicate in Predicate}
    files = [*ROOT.glob("queries/*"), *ROOT.glob("checks/*"), *ROOT.glob("shapes/*"), *ROOT.glob("codes/*")]
    files += [*ROOT.glob("lexicon/*")]
    used |= set(TERM.findall(" ".join(p.read_text(encoding="utf-8") for p in files)))
    assert terms(SCHEMA, DEF) - used == set()


@pytest.mark.parametrize("path", [*ROOT.rglob("*.rq"), *ROOT.glob("shapes/*.ttl"), *ROOT.glob("lexicon/*.ttl")])
def test_files_use_only_declared_terms(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(TERM.findall(text)) - terms(SCHEMA, DEF) == set()
    assert set(re.findall(r"\bcode:([A-Z]\w*)", text)) - terms(CODES, CODE) == set()


def test_every_metric_says_what_it_is() -> None:
    lacking = [
        metric
        for metric in METRICS.subjects(RDF.type, URIRef(DEF + "Metric"))
        for field in ("unitKind", "basis", "favourable")
        if len(list(METRICS.objects(metric, URIRef(DEF + field)))) != 1
    ]
    assert lacking == []
    assert len(terms(METRICS, METRIC)) > 150


def test_every_metric_has_one_preferred_name_in_each_language() -> None:
    for metric in METRICS.subjects(RDF.type, URIRef(DEF + "Metric")):
        assert sorted(str(label.language) for label in METRICS.objects(metric, SKOS.prefLabel)) == ["en", "zh-hant"]


def test_two_metrics_share_an_english_name_only_where_the_trades_do() -> None:
    named = {
        (str(label).casefold(), metric)
        for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        for metric, label in METRICS.subject_objects(kind)
        if isinstance(label, Literal) and label.language == "en" and str(metric).startswith(METRIC)
    }
    shared = {name for name, count in Counter(name for name, _ in named).items() if count > 1}
    assert shared == {"comp", "nii"}  # of sales or of pay; of interest or of investments


def test_broader_metrics_numerators_and_denominators_are_metrics() -> None:
    known = set(METRICS.subjects(RDF.type, URIRef(DEF + "Metric")))
    for field in (SKOS.broader, URIRef(DEF + "numerator"), URIRef(DEF + "denominator")):
        assert set(METRICS.objects(None, field)) - known == set()


def test_alignments_speak_only_of_terms_that_are_there() -> None:
    known = terms(SCHEMA, DEF)
    for path in ROOT.glob("alignments/*.ttl"):
        assert set(TERM.findall(path.read_text(encoding="utf-8"))) - known == set()


def test_no_statement_stands_in_both_vocabulary_graphs() -> None:
    statements = Counter((q.subject, q.predicate, q.object) for q in vocabulary())
    assert [s for s, count in statements.items() if count > 1] == []


def test_every_code_and_metric_has_one_plain_name() -> None:
    names = Counter(q.subject for q in vocabulary() if q.predicate == vocab.EC.name)
    assert set(names.values()) == {1}
    assert ox.NamedNode(METRIC + "free-cash-flow") in names
