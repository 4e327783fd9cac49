"""Calls into the store: which files need reading, by how many processes, and what became of each."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from kg import lexicon
from kg.checks import Finding
from kg.decisions import NONE, Decisions
from kg.errors import Fault, KgError, TranscriptError
from kg.make import Made, Recipe, make, read, to_document
from kg.model import Reading
from kg.rdf import iris, vocabulary
from kg.store import Entry, Store
from kg.transcripts.original import Original, original
from kg.workers import Workers

__all__ = ["Built", "Failed", "Outcome", "Unchanged", "build_calls", "read_call", "to_document"]


NOTHING: Mapping[str, str] = MappingProxyType({})

MANY = 8
"""So many files are stored a few calls at a time, by bulk load, at a third of what an update for each costs."""


@dataclass(frozen=True, slots=True)
class Built:
    """A call that was read, checked and stored."""

    path: Path
    sha256: str
    entry: Entry
    reading: Reading
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A call that lies in the store already, made from the same bytes by the same program."""

    path: Path
    sha256: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read, and why; the store is as it was."""

    path: Path
    error: KgError


Outcome = Built | Unchanged | Failed


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file whose turn to be stored has not come; `made` where a process is reading it."""

    path: Path
    file: Original | KgError
    recipe: Recipe
    mark: str = ""
    made: Future[Made] | None = None


def read_call(
    path: Path,
    *,
    lexicons: Sequence[Path] = (),
    source: str | None = None,
    repairs: bool = True,
) -> Reading:
    """Everything that the call in a file says; raises `TranscriptError` or `LexiconError`."""
    return read(original(path), Recipe(tuple(lexicons), source, repairs))


def build_calls(
    paths: Iterable[Path],
    store: Store,
    *,
    lexicons: Sequence[Path] = (),
    source: str | None = None,
    repairs: bool = True,
    decisions: Decisions = NONE,
    fields: Sequence[tuple[str, str]] = (),
    stated: Mapping[str, str] = NOTHING,
    jobs: int = 1,
) -> Generator[Outcome, None, None]:
    """Read each file and put what it says into the store, one transaction a file; an unchanged file is left alone.

    With several `jobs` that many processes read; this one stores, in the order of the files, so that the outcome is the
    same. What is `stated` of the calls, by field, holds besides what the decisions say of each. Raises `LexiconError`
    before anything is read; a transcript that cannot be read is an outcome, not an end.
    """
    recipe = Recipe(tuple(lexicons), source, repairs, decisions)
    lexicon.load(recipe.lexicons)
    store.keep_vocabulary(vocabulary(), graphs=(iris.ONTOLOGY_GRAPH.value, iris.CODES_GRAPH.value))
    waiting: deque[_Waiting] = deque()
    files = tuple(paths)
    with store.gathering() if len(files) >= MANY else nullcontext(), Workers(jobs) as workers:
        for path in files:
            waiting.append(_begun(path, tuple(fields), recipe, stated, store, workers))
            if len(waiting) > workers.ahead:
                yield _stored(waiting.popleft(), store)
        while waiting:
            yield _stored(waiting.popleft(), store)


def _begun(
    path: Path,
    fields: tuple[tuple[str, str], ...],
    recipe: Recipe,
    stated: Mapping[str, str],
    store: Store,
    workers: Workers,
) -> _Waiting:
    """A file that a process has begun to read, unless the store has it already."""
    try:
        file = original(path, fields=fields)
        recipe = replace(recipe, decisions=recipe.decisions.stating(file.sha256, stated))
        mark = recipe.mark(file)
    except KgError as error:
        return _Waiting(path, error, recipe)
    made = None if store.made_of(mark) else workers.begin(make, file, recipe, mark)
    return _Waiting(path, file, recipe, mark, made)


def _stored(waiting: _Waiting, store: Store) -> Outcome:
    """What becomes of a file; the store may have come to hold it, or ceased to, since the file was begun."""
    path, file = waiting.path, waiting.file
    if isinstance(file, KgError):
        return Failed(path, file)
    known = store.made_of(waiting.mark)
    if known is not None:
        return Unchanged(path, file.sha256, known)
    try:
        made = waiting.made.result() if waiting.made else make(file, waiting.recipe, waiting.mark)
    except (TranscriptError, Fault) as error:
        return Failed(path, error)
    store.replace(made.document)
    return Built(path, file.sha256, made.document.entry, made.reading, made.findings)
