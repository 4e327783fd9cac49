"""The library that multiplies the matrices of the networks decides how long they take, not what they say."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import spacy
from spacy.language import Language
from thinc.api import Model, NumpyOps

from kg.language import DEFAULT_MODEL
from kg.language.products import by_numpy
from kg.sample import call_path
from kg.transcripts import read


def _plain() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


def _with_numpy(monkeypatch: pytest.MonkeyPatch, threads: str) -> Language:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
    nlp = _plain()
    by_numpy(nlp)
    return nlp


def _uses_blis(nlp: Language) -> bool:
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert isinstance(model, Model) and isinstance(model.ops, NumpyOps)
    return model.ops.use_blis


def test_the_sample_is_annotated_alike_with_either_library(monkeypatch: pytest.MonkeyPatch) -> None:
    call = read(call_path())
    texts = [call.words(p) for turn in call.turns for p in turn.paragraphs]
    said = [
        [[(t.text, t.tag_, t.dep_, t.head.i, t.is_sent_start) for t in doc] for doc in nlp.pipe(texts)]
        for nlp in (_plain(), _with_numpy(monkeypatch, "1"))
    ]
    assert said[0] == said[1]


def test_numpy_multiplies_only_where_it_keeps_to_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [_uses_blis(_with_numpy(monkeypatch, threads)) for threads in ("1", "4")] == [False, True]


def test_importing_the_package_asks_numpy_for_one_thread_unless_told_otherwise() -> None:
    code = "import kg, os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    plain = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = [
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout.strip()
        for env in (plain, {**plain, "OPENBLAS_NUM_THREADS": "3"})
    ]
    assert told == ["1", "3"]
