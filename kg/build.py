"""The path of a call, from a transcript file to the store: the one place that knows every stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg import entities, facts, lexicon, mentions, transcripts
from kg.checks import Finding, run_checks
from kg.checks.record import record
from kg.decisions import NONE, Decisions
from kg.errors import KgError
from kg.fingerprint import fingerprint, program_version
from kg.language import annotate, load
from kg.lexicon import Lexicon
from kg.model import Correction, Reading, ReviewStatus, Transcript
from kg.rdf import iris, quads, vocabulary
from kg.store import Document, Entry, Store
from kg.transcripts.formats import format_of
from kg.transcripts.original import Original, original
from kg.values.fiscal import calendar_of, reported_period


@dataclass(frozen=True, slots=True)
class Built:
    """A call that was read, checked and stored."""

    path: Path
    entry: Entry
    reading: Reading
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A call that lies in the store already, made from the same bytes by the same program."""

    path: Path
    entry: Entry


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read, and why; the store is as it was."""

    path: Path
    error: KgError


Outcome = Built | Unchanged | Failed


def read_call(
    path: Path,
    *,
    lexicons: Sequence[Path] = (),
    source: str | None = None,
    repairs: bool = True,
) -> Reading:
    """Everything that the call in a file says; raises `TranscriptError` or `LexiconError`."""
    return _read(original(path), lexicon.load(lexicons), source, repairs, NONE)


def build_calls(
    paths: Iterable[Path],
    store: Store,
    *,
    lexicons: Sequence[Path] = (),
    source: str | None = None,
    repairs: bool = True,
    decisions: Decisions = NONE,
) -> Iterator[Outcome]:
    """Read each file and put what it says into the store, one transaction a file; an unchanged file is left alone.

    Raises `LexiconError` before anything is read; a transcript that cannot be read is an outcome, not an end.
    """
    words = lexicon.load(lexicons)
    store.keep_vocabulary(vocabulary(), graphs=(iris.ONTOLOGY_GRAPH.value, iris.CODES_GRAPH.value))
    for path in paths:
        try:
            file = original(path)
            mark = _mark(file, lexicons, (source or "", str(repairs), repr(decisions)))
            known = store.made_of(mark)
            if known is not None:
                yield Unchanged(path, known)
                continue
            reading = _reviewed(_read(file, words, source, repairs, decisions), decisions)
            document, findings = to_document(reading, fingerprint=mark)
            store.replace(document)
            yield Built(path, document.entry, reading, findings)
        except KgError as error:
            yield Failed(path, error)


def to_document(reading: Reading, *, fingerprint: str) -> tuple[Document, tuple[Finding, ...]]:
    """What the store takes in of a reading, and what its checks found."""
    transcript = reading.transcript
    call = iris.call(reading.company, transcript.call, transcript.sha256)
    said = quads(reading)
    findings = run_checks((*vocabulary(), *said), shapes=False)
    entry = _entry(reading, call, fingerprint)
    own = frozenset({entry.graph, iris.quality_graph(transcript.sha256).value})
    return Document(entry, own, frozenset((*said, *record(findings, sha256=transcript.sha256, call=call)))), findings


def _entry(reading: Reading, call: ox.NamedNode, fingerprint: str) -> Entry:
    transcript = reading.transcript
    found = (reading.observations, reading.relations, reading.drivers, reading.exchanges)
    return Entry(
        document=iris.document(transcript.sha256).value,
        graph=iris.document_graph(transcript.sha256).value,
        call=iris.call_slug(call.value),
        source=transcript.source,
        company=reading.entity(reading.company).name,
        period=str(transcript.call.period or ""),
        name=transcript.name,
        fingerprint=fingerprint,
        version=program_version(),
        facts=sum(len(kind) for kind in found),
        corrections=len(reading.corrections),
        skipped=len(reading.skipped),
    )


def _mark(file: Original, lexicons: Sequence[Path], options: tuple[str, ...]) -> str:
    """The fingerprint of what is made of a file: of its bytes, and of all that decides how they are read."""
    return fingerprint(file.data, lexicons=lexicons, options=(*options, format_of(file).extractor(), repr(file.fields)))


def _read(file: Original, words: Lexicon, source: str | None, repairs: bool, decisions: Decisions) -> Reading:
    transcript = _dated(transcripts.transcribe(file, source=source), words)
    passages = tuple(annotate(transcript, load()))
    found = mentions.find(transcript, passages, words)
    linked = entities.link(transcript, passages, found, words, repairs=repairs, rejected=decisions.rejected)
    return facts.extract(linked)


def _dated(transcript: Transcript, words: Lexicon) -> Transcript:
    """The transcript with the dates of the quarter that it reports, after the company's fiscal calendar."""
    call = transcript.call
    if call.period is not None:
        return transcript
    year_end = words.fiscal_year_end(call)
    calendar = calendar_of(transcript, year_end=(year_end.month, year_end.day) if year_end else None)
    reasons = {**call.reasons, "period": calendar.reason}
    return replace(transcript, call=replace(call, period=reported_period(calendar, call), reasons=reasons))


def _reviewed(reading: Reading, decisions: Decisions) -> Reading:
    """The reading with the repairs that a user accepted marked so."""
    return replace(reading, corrections=tuple(_marked(c, decisions) for c in reading.corrections))


def _marked(correction: Correction, decisions: Decisions) -> Correction:
    accepted = decisions.of(correction.heard, correction.meant)
    return replace(correction, status=ReviewStatus.ACCEPTED) if accepted else correction
