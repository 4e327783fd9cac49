"""Grammar predicates over documents annotated by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.facts.sentence import (
    clause,
    clause_head,
    conjuncts,
    is_negated,
    is_question,
    objects,
    phrase,
    subject,
    trimmed,
)

ENGLISH = spacy.blank("en").vocab


def doc(*rows: tuple[str, int, str, str]) -> Doc:
    """A document of (word, head, dependency, part of speech)."""
    words, heads, deps, pos = (list(column) for column in zip(*rows, strict=True))
    return Doc(ENGLISH, words=words, heads=heads, deps=deps, pos=pos, lemmas=words)


WHICH = doc(
    ("wages", 5, "nsubj", "NOUN"),
    (",", 0, "punct", "PUNCT"),
    ("which", 3, "nsubj", "PRON"),
    ("rose", 0, "relcl", "VERB"),
    (",", 0, "punct", "PUNCT"),
    ("hurt", 5, "ROOT", "VERB"),
    ("profit", 5, "dobj", "NOUN"),
)
DENIED = doc(
    ("we", 3, "nsubj", "PRON"),
    ("do", 3, "aux", "AUX"),
    ("not", 3, "neg", "PART"),
    ("expect", 3, "ROOT", "VERB"),
    ("growth", 3, "dobj", "NOUN"),
    ("or", 4, "cc", "CCONJ"),
    ("gains", 4, "conj", "NOUN"),
)
ASKED = doc(("Did", 2, "aux", "AUX"), ("profit", 2, "nsubj", "NOUN"), ("grow", 2, "ROOT", "VERB"))
TOLD = doc(("Profit", 1, "nsubj", "NOUN"), ("grew", 1, "ROOT", "VERB"))


def test_a_relative_pronoun_stands_for_the_noun_before_it() -> None:
    assert subject(WHICH[3]) == WHICH[0]


def test_a_clause_leaves_out_the_clauses_inside_it() -> None:
    assert [t.text for t in clause(WHICH[6])] == ["wages", ",", ",", "hurt", "profit"]
    assert [t.text for t in clause(WHICH[2])] == ["which", "rose"]


def test_a_denial_reaches_the_object_of_its_verb() -> None:
    assert (is_negated(DENIED[3]), is_negated(DENIED[4]), is_negated(WHICH[6])) == (True, True, False)


@pytest.mark.parametrize(("sentence", "expected"), [(ASKED, True), (TOLD, False)])
def test_an_auxiliary_before_its_subject_asks(sentence: Doc, expected: bool) -> None:
    assert is_question(sentence[:]) is expected


def test_objects_come_with_what_is_coordinated_to_them() -> None:
    assert [t.text for t in objects(DENIED[3])] == ["growth", "gains"]
    assert conjuncts(DENIED[6]) == (DENIED[4], DENIED[6])


def test_the_head_of_the_innermost_clause() -> None:
    assert (clause_head(WHICH[2]), clause_head(WHICH[6])) == (WHICH[3], WHICH[5])


def test_a_phrase_runs_from_its_first_to_its_last_word() -> None:
    assert phrase(WHICH[0]).text == "wages , which rose ,"


def test_trimming_takes_off_marks_and_linking_words() -> None:
    trimmed_span = trimmed(WHICH[1:5])
    assert trimmed_span is not None and trimmed_span.text == "which rose"
    assert trimmed(WHICH[1:2]) is None
