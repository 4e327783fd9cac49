"""Words' forms from memory are those that the pipeline's own rules give."""

from __future__ import annotations

import spacy
from spacy.language import Language

from kg.language import DEFAULT_MODEL, load
from kg.sample import call_path
from kg.transcripts import read

SENTENCES = (
    "There are stores, there's growth, and let's not say we aren't gonna open more.",
    "I did what I had to do; so did they.",
    "Nothin' y'all would've wanted.",
    "Two  spaces\nand a line break.",
    "",
)


def _plain() -> Language:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    nlp.add_pipe("kg_abbreviations", first=True)
    return nlp


def _forms(nlp: Language, texts: list[str]) -> list[list[tuple[str, ...]]]:
    return [[(t.text, t.tag_, t.dep_, t.pos_, t.lemma_, str(t.morph)) for t in doc] for doc in nlp.pipe(texts)]


def test_forms_from_memory_are_those_of_the_rules() -> None:
    call = read(call_path())
    texts = [*SENTENCES, *(call.words(p) for turn in call.turns for p in turn.paragraphs)]
    told = _forms(_plain(), texts)
    assert _forms(load(), texts) == told
    assert _forms(load(), texts) == told  # once known, still the same
