"""Documents go in and out of a store whole; what they share goes when the last of them goes."""

from __future__ import annotations

import pickle
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, StoreError, StoreInUse, UnknownName
from kg.rdf.iris import CATALOG_GRAPH
from kg.store import Document, Entry, Store, reading, writing

REGISTRY = "urn:graph:registry"


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"urn:{name}")


def document(
    name: str, *, call: str = "acme_2025", source: str = "vendor", knows: tuple[str, ...] = (), size: int = 3
) -> Document:
    """A document with `size` statements of its own, that describes some entities in the shared registry."""
    graph = f"urn:graph:{name}"
    own = {
        ox.Quad(node(f"{name}-{i}"), node("says"), ox.Literal(f"{name} {i}"), node(f"graph:{name}"))
        for i in range(size)
    }
    shared = {ox.Quad(node(e), node("name"), ox.Literal(e), ox.NamedNode(REGISTRY)) for e in knows}
    entry = Entry(
        f"urn:{name}",
        graph,
        call,
        source,
        "Acme",
        "2025-01-01/2025-03-31",
        f"{name}.txt",
        fingerprint=f"made of {name}",
    )
    return Document(entry, frozenset({graph}), frozenset(own | shared))


def contents(store: Store) -> frozenset[ox.Quad]:
    """Everything but the catalogue's references."""
    return frozenset(quad for quad in store.quads() if quad.graph_name != CATALOG_GRAPH)


def names(store: Store) -> set[str]:
    return {str(quad.subject.value) for quad in store.quads(REGISTRY) if isinstance(quad.subject, ox.NamedNode)}


def test_a_document_is_there_after_it_was_taken_in(tmp_path: Path) -> None:
    acme = document("a", knows=("acme", "bolt"))
    with writing(tmp_path) as store:
        store.replace(acme)
    with reading(tmp_path) as store:
        assert contents(store) == acme.quads
        assert store.entries() == (acme.entry,)
        assert store.made_of("made of a") == acme.entry


def test_taking_the_same_document_in_again_changes_nothing(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(document("a", knows=("acme",)))
        before = frozenset(store.quads())
        store.replace(document("a", knows=("acme",)))
        assert frozenset(store.quads()) == before


def test_a_corrected_text_of_the_same_call_and_source_replaces(tmp_path: Path) -> None:
    corrected = document("b", knows=("bolt",))
    with writing(tmp_path) as store:
        store.replace(document("a", knows=("acme", "bolt")))
        store.replace(corrected)
        assert contents(store) == corrected.quads
        assert store.entries() == (corrected.entry,)


def test_the_same_call_from_another_source_stands_beside(tmp_path: Path) -> None:
    one, two = document("a", source="one"), document("b", source="two")
    with writing(tmp_path) as store:
        store.replace(one)
        store.replace(two)
        assert contents(store) == one.quads | two.quads
        assert store.calls() == ("acme_2025",)


def test_an_entity_goes_with_the_last_document_that_knows_it(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(document("a", call="first", knows=("acme", "bolt")))
        store.replace(document("b", call="second", knows=("bolt",)))
        store.drop("first")
        assert names(store) == {"urn:bolt"}
        store.drop("second")
        assert list(store.quads()) == []


def test_dropping_an_unknown_call_names_the_nearest(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(document("a", call="acme_2025-03"))
        with pytest.raises(UnknownName, match="did you mean 'acme_2025-03'"):
            store.drop("acme_2025-3")


def test_a_reader_of_no_store_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build FILE --store"), reading(tmp_path / "nothing"):
        pass


def test_a_question_goes_over_all_documents(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(document("a", call="first", size=2))
        store.replace(document("b", call="second", size=3))
        answer = store.query("SELECT (COUNT(*) AS ?n) { ?s <urn:says> ?o }")
        assert isinstance(answer, ox.QuerySolutions)
        assert [str(row["n"].value) for row in answer] == ["5"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?s ?p }", "3:"),
        ("DROP ALL", "DROP would change the store"),
        ("PREFIX a: <urn:a#> INSERT DATA { a:b a:c 'd' }", "INSERT would change the store"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE would call another server"),
        ("SELECT * { serVice silent ?where { ?s ?p ?o } }", "SERVICE would call another server"),
    ],
)
def test_a_question_that_is_broken_or_has_side_effects_is_refused(tmp_path: Path, query: str, message: str) -> None:
    with writing(tmp_path) as store:
        store.replace(document("a"))
        before = frozenset(store.quads())
        with pytest.raises(QueryError, match=message.replace("3:", r"\d+:\d+")):
            store.query(query)
        assert frozenset(store.quads()) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?service ?delete 'DROP ALL; SERVICE' } # INSERT",
        "PREFIX drop: <urn:x#SERVICE> SELECT * { ?s drop:insert '''it's \" LOAD''' }",
    ],
)
def test_words_inside_strings_comments_and_names_are_no_side_effects(tmp_path: Path, query: str) -> None:
    with writing(tmp_path) as store:
        store.query(query)


def test_strange_characters_come_back_as_they_went_in(tmp_path: Path) -> None:
    strange = ['a"b', "back\\slash \\u0041", "line\nbreak\ttab\r", "中文 😀", "{} ; . <x>", "\x07\x7f", "'''", '"""']
    quads = {ox.Quad(node("s"), node("p"), ox.Literal(text), node("graph:a")) for text in strange}
    shared = {ox.Quad(node("s"), node("q"), ox.Literal(text), ox.NamedNode(REGISTRY)) for text in strange}
    plain = document("a", size=0)
    with writing(tmp_path) as store:
        store.replace(Document(plain.entry, plain.graphs, frozenset(quads | shared)))
        assert contents(store) == quads | shared
        store.drop("acme_2025")
        assert list(store.quads()) == []


def test_a_document_comes_whole_from_another_process() -> None:
    strange = ['a"b', "back\\slash", "line\nbreak\ttab\r", "中文 😀", "\x07\x7f", "1.10"]
    quads = {ox.Quad(node("s"), node("p"), ox.Literal(text), node("graph:a")) for text in strange}
    quads |= {ox.Quad(node("s"), node("p"), ox.Literal(text, language="zh-hant"), node("graph:a")) for text in strange}
    sent = Document(document("a").entry, frozenset({"urn:graph:a"}), frozenset(quads))
    assert pickle.loads(pickle.dumps(sent)) == sent


HOLD = """
    import sys, time
    from pathlib import Path
    from kg.store import reading, writing
    with {how}(Path(sys.argv[1])):
        print("open", flush=True)
        time.sleep(30)
"""


def other_process(how: str, folder: Path) -> subprocess.Popen[str]:
    script = textwrap.dedent(HOLD.format(how=how))
    process = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


@pytest.mark.parametrize(("theirs", "ours"), [("writing", writing), ("writing", reading), ("reading", writing)])
def test_a_second_process_is_told_that_the_store_is_in_use(tmp_path: Path, theirs: str, ours: type) -> None:
    with writing(tmp_path) as store:
        store.replace(document("a"))
    process = other_process(theirs, tmp_path)
    try:
        with pytest.raises(StoreInUse, match="the store is in use by"), ours(tmp_path, patience=0.1):
            pass
    finally:
        process.kill()
        process.wait()
    with ours(tmp_path, patience=1):
        pass


def test_readers_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        store.replace(document("a"))
    process = other_process("reading", tmp_path)
    try:
        with reading(tmp_path, patience=0.1) as store:
            assert len(contents(store)) == 3
    finally:
        process.kill()
        process.wait()


REPLACE_FOREVER = """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[2])
    from test_store import document
    from kg.store import writing
    one = document("a", knows=("acme", "bolt"), size=3000)
    two = document("b", knows=("bolt", "cog"), size=3000)
    with writing(Path(sys.argv[1])) as store:
        print("open", flush=True)
        while True:
            store.replace(one)
            store.replace(two)
"""


@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.35, 0.6, 0.9])
def test_a_killed_process_leaves_each_document_wholly_or_not_at_all(tmp_path: Path, seconds: float) -> None:
    one = document("a", knows=("acme", "bolt"), size=3000)
    two = document("b", knows=("bolt", "cog"), size=3000)
    script = textwrap.dedent(REPLACE_FOREVER)
    command = [sys.executable, "-c", script, str(tmp_path / "store"), str(Path(__file__).parent)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.wait()
    with reading(tmp_path / "store") as store:
        left = contents(store)
        entries = store.entries()
    assert (left, entries) in [(frozenset(), ()), (one.quads, (one.entry,)), (two.quads, (two.entry,))]
    with writing(tmp_path / "store") as store:
        store.replace(one)
        assert contents(store) == one.quads
        assert store.entries() == (one.entry,)


LOAD_MANY = """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[2])
    from test_store import many
    from kg.store import writing
    with writing(Path(sys.argv[1])) as store, store.gathering():
        print("open", flush=True)
        for one in many():
            store.replace(one)
"""


def many() -> Iterator[Document]:
    """Documents without end, each larger than what is gathered before it is loaded."""
    for number in count():
        yield document(f"d{number}", call=f"call-{number}", knows=("acme", f"thing-{number}"), size=60_000)


@pytest.mark.parametrize("seconds", [0.1, 0.7, 1.3, 1.9, 2.5])
def test_a_process_killed_while_gathering_leaves_whole_documents(tmp_path: Path, seconds: float) -> None:
    command = [sys.executable, "-c", textwrap.dedent(LOAD_MANY), str(tmp_path / "store"), str(Path(__file__).parent)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.wait()
    with reading(tmp_path / "store") as store:
        left = contents(store)
        finished = len(store.entries())
    assert left == frozenset(quad for one in islice(many(), finished) for quad in one.quads)


def test_a_database_that_is_opened_anew_between_loads_and_changes_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.database.AT_ONCE", 1)
    texts = [document(f"d{number}", call=f"acme-{number}", knows=("acme", f"thing-{number}")) for number in range(12)]
    with writing(tmp_path / "loaded") as store:
        with store.gathering():
            for text in texts:
                store.replace(text)
        loaded = contents(store)
    with writing(tmp_path / "one by one") as store:
        for text in texts:
            store.replace(text)
        assert contents(store) == loaded
        assert len(store.calls()) == 12


def test_a_folder_of_other_files_becomes_no_store(tmp_path: Path):
    (tmp_path / "holiday.txt").write_text("sun")
    with pytest.raises(StoreError, match=r"holds other files \(holiday\.txt\)"), writing(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.txt"]


def test_a_damaged_database_is_said_to_be_damaged(tmp_path: Path):
    with writing(tmp_path):
        pass
    (tmp_path / "graph" / "CURRENT").write_text("garbage")
    with pytest.raises(StoreError, match="damaged"), reading(tmp_path):
        pass
