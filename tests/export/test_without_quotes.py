"""What `--without-quotes` leaves out, and what it leaves in."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg.export import FORMATS, export
from kg.export.without_quotes import LONGEST_NAME, without_quotes
from kg.rdf.vocab import EC

RUN = LONGEST_NAME + 1


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words that is no list of names: at least half of them in small letters."""
    words = re.findall(r"[^\W\d_]+", text)
    found = (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return {run for run in found if sum(word.islower() for word in run) > RUN / 2}


@pytest.mark.parametrize("name", [f.name for f in FORMATS if f.name != "png"])
def test_no_run_of_the_transcript_s_words_is_left(statements: tuple[ox.Quad, ...], transcript: str, name: str) -> None:
    written = export(statements, name, without_quotes=True)
    text = written.decode() if isinstance(written, bytes) else "\n".join(c.decode() for c in written.values())
    assert runs(text) & runs(transcript) == set()


def test_no_chinese_sentence_is_left(statements: tuple[ox.Quad, ...]) -> None:
    written = export(statements, "nq", without_quotes=True)
    assert isinstance(written, bytes)
    assert re.findall(r"[\u4e00-\u9fff]{13,}", written.decode()) == []


def test_offsets_figures_hashes_and_names_stay(statements: tuple[ox.Quad, ...]) -> None:
    def kept(quads: tuple[ox.Quad, ...], *predicates: ox.NamedNode) -> set[ox.Quad]:
        return {quad for quad in quads if quad.predicate in predicates}

    facts = (EC.begin, EC.end, EC.value, EC.change, EC.sha256, EC.statedBy, EC.about, EC.confidence, EC.explains)
    assert kept(without_quotes(statements), *facts) == kept(statements, *facts)


def test_only_causes_with_a_name_are_drawn_without_words(statements: tuple[ox.Quad, ...]) -> None:
    def causes(*, quotes: bool) -> int:
        written = export(statements, "graphml", without_quotes=not quotes)
        assert isinstance(written, bytes)
        return written.decode().count(">Cause<")

    assert 0 < causes(quotes=False) < causes(quotes=True)
