"""A reading as a graph: claims are nodes with words and offsets, nothing is said twice, nothing depends on order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityId, Reading
from kg.rdf import iris, quads, vocabulary
from kg.rdf.dataset import dataset, from_dataset, to_dataset
from kg.rdf.vocab import CODE, EC, RDF, SKOS

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")

DOC = "https://w3id.org/earnings-call/id/doc/abababababababab/"
OBSERVATION = ox.NamedNode(DOC + "obs-9-49-1")


def about(statements: tuple[ox.Quad, ...], node: object) -> set[tuple[str, str]]:
    """Properties and values of a node, shortened."""
    return {
        (q.predicate.value.rpartition("/")[2], getattr(q.object, "value", "")) for q in statements if q.subject == node
    }


def test_the_document_names_the_extractor_of_its_text(reading: Reading) -> None:
    page = replace(reading, transcript=replace(reading.transcript, extractor="pypdf 7.1.0"))
    assert ("extractor", "pypdf 7.1.0") in about(quads(page), ox.NamedNode(DOC.rstrip("/")))


def test_an_observation_carries_every_dimension_on_one_node(reading: Reading) -> None:
    base = "https://w3id.org/earnings-call/"
    said = about(quads(reading), OBSERVATION)
    assert said == {
        ("22-rdf-syntax-ns#type", base + "def/MetricObservation"),
        ("22-rdf-syntax-ns#type", base + "def/Statement"),
        ("about", base + "id/segment/turbines"),
        ("metric", base + "metric/sales"),
        ("qualifier", "excluding services"),
        ("value", "2800000000"),
        ("unit", "http://qudt.org/vocab/unit/CCY_EUR"),
        ("decimals", "-8"),
        ("change", "12"),
        ("changeUnit", "http://qudt.org/vocab/unit/PERCENT"),
        ("direction", base + "code/Increase"),
        ("comparison", base + "code/YearOverYear"),
        ("modality", base + "code/Actual"),
        ("period", base + "id/period/2025-01-01_2025-03-31"),
        ("periodName", "Q1 FY2025"),
        ("series", next(value for key, value in said if key == "series")),
        ("fact", next(value for key, value in said if key == "fact")),
        ("statedIn", DOC + "turn-1"),
        ("statedBy", base + "id/person/ada-holm"),
        ("call", base + "id/call/windmark_2025-03-31"),
        ("side", base + "code/Management"),
        ("evidence", DOC + "span-9-49"),
        ("rule", "figures"),
        ("confidence", "0.95"),
        ("name", "Turbines: sales EUR 2.8 billion, +12%"),
    }


def test_evidence_has_its_words_its_offsets_and_the_chinese_beside_it(reading: Reading) -> None:
    found = quads(reading)
    beside = ox.NamedNode(DOC + "span-76-97")
    assert ("text", "Turbine sales rose 12% to EUR2.8 billion") in about(found, ox.NamedNode(DOC + "span-9-49"))
    assert ("translates", DOC + "span-9-49") in about(found, beside)
    chinese = next(q.object for q in found if q.subject == beside and q.predicate == EC.text)
    assert chinese == ox.Literal("風機銷售額成長 12% 至 28 億歐元。", language="zh-hant")


def test_a_relation_is_a_claim_and_a_direct_edge(reading: Reading) -> None:
    found = set(quads(reading))
    turbines, sea = iris.entity(EntityId("segment/turbines")), iris.entity(EntityId("place/north-sea"))
    assert ox.Quad(turbines, EC.operatesIn, sea, iris.DERIVED_GRAPH) in found
    claim = next(q.subject for q in found if q.object == EC.RelationClaim)
    assert ("statedDate", "2025-03") in about(tuple(found), claim)


def test_what_an_analyst_says_makes_no_direct_edge(reading: Reading) -> None:
    relation = replace(reading.relations[0], evidence=replace(reading.relations[0].evidence, turn=2))
    found = quads(replace(reading, relations=(relation,)))
    assert not [q for q in found if q.predicate == EC.operatesIn]


def test_a_cause_raises_the_series_that_it_is_said_to_raise(reading: Reading) -> None:
    found = quads(reading)
    edge = next(q for q in found if q.predicate == EC.raises)
    series = next(q.object for q in found if q.subject == OBSERVATION and q.predicate == EC.series)
    assert (edge.subject, edge.object) == (iris.entity(EntityId("place/north-sea")), series)
    driver = next(q.subject for q in found if q.object == EC.DriverClaim)
    assert ("effect", CODE.Drives.value) in about(found, driver)


def test_a_declined_part_names_the_metric_that_was_refused(reading: Reading) -> None:
    found = quads(reading)
    part = next(q.subject for q in found if q.object == EC.QuestionPart)
    said = about(found, part)
    assert ("responsiveness", CODE.Declined.value) in said
    assert ("refusedMetric", iris.entity(EntityId("metric/margin")).value) in said


def test_a_mis_heard_name_is_a_correction_and_a_hidden_label(reading: Reading) -> None:
    found = quads(reading)
    said = about(found, next(q.subject for q in found if q.object == EC.Correction))
    assert {("text", "turbans"), ("correctedForm", "turbines"), ("support", "sounds alike")} <= said
    turbines = iris.entity(EntityId("segment/turbines"))
    hidden = ox.Quad(turbines, SKOS.hiddenLabel, ox.Literal("turbans", language="en"), iris.REGISTRY_GRAPH)
    assert hidden in found


def test_no_statement_stands_in_two_graphs(sample_reading: Reading) -> None:
    statements = Counter((q.subject, q.predicate, q.object) for q in {*quads(sample_reading), *vocabulary()})
    assert [s for s, count in statements.items() if count > 1] == []


def test_there_are_no_blank_nodes(sample_reading: Reading) -> None:
    assert not [
        q for q in quads(sample_reading) if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)
    ]


def test_the_order_in_which_facts_were_found_does_not_matter(sample_reading: Reading) -> None:
    turned = replace(
        sample_reading,
        entities=sample_reading.entities[::-1],
        observations=sample_reading.observations[::-1],
        relations=sample_reading.relations[::-1],
        drivers=sample_reading.drivers[::-1],
        exchanges=sample_reading.exchanges[::-1],
    )
    assert quads(turned) == quads(sample_reading)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_graph_does_not_depend_on_hash_order(seed: str) -> None:
    script = (
        "import hashlib; from kg import sample, transcripts; from kg.facts_file import read_facts, reading_of;"
        "from kg.rdf import quads;"
        "rows = read_facts(sample.gold_path().read_text(encoding='utf-8').splitlines());"
        "reading = reading_of(rows, transcripts.read(sample.call_path()), company='Kelanor Group');"
        "print(hashlib.sha256(chr(10).join(sorted(map(str, quads(reading)))).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": number},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("0", seed)
    }
    assert len(runs) == 1


def test_rdflib_holds_the_same_statements(reading: Reading) -> None:
    found = to_dataset(reading)
    assert set(from_dataset(found)) == {*quads(reading), *vocabulary()}
    assert len(dataset(quads(reading))) == len(quads(reading))


def test_guidance_is_an_observation_typed_both_ways(sample_reading: Reading) -> None:
    found = quads(sample_reading)
    ahead = {q.subject for q in found if q.object == EC.Guidance and q.predicate == RDF.type}
    observed = {q.subject for q in found if q.object == EC.MetricObservation and q.predicate == RDF.type}
    assert ahead
    assert ahead < observed


@given(st.text(min_size=1).filter(lambda s: max(s) < "\ud800" or min(s) > "\udfff"))
def test_any_name_makes_an_iri_that_gives_the_name_back(name: str) -> None:
    id = EntityId(f"product/{name}")
    node = iris.entity(id)
    assert iris.entity_id(node.value) == id
    line = f"{node} <https://example.org/p> {node} ."
    assert len(list(ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES))) == 1
