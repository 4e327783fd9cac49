"""One call, from the bytes of a file to what the store takes in: a pure function, which any process can run."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg import entities, facts, lexicon, mentions, transcripts
from kg.checks import Finding, run_checks
from kg.checks.record import record
from kg.decisions import NONE, Decisions
from kg.errors import Fault, KgError
from kg.fingerprint import fingerprint, program_version
from kg.language import annotate, load
from kg.lexicon import Lexicon
from kg.model import Correction, Reading, ReviewStatus, Transcript
from kg.rdf import iris, quads, vocabulary
from kg.store import Document, Entry
from kg.transcripts.formats import format_of
from kg.transcripts.original import Original
from kg.transcripts.stated import with_stated
from kg.values.fiscal import calendar_of, reported_period


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything besides the file that decides what is made of it."""

    lexicons: tuple[Path, ...] = ()
    source: str | None = None
    repairs: bool = True
    decisions: Decisions = NONE

    def mark(self, file: Original) -> str:
        """The fingerprint of what is made of a file: the same one means that making it again would change nothing."""
        stated = sorted(self.decisions.stated(file.sha256).items())
        own = (self.source or "", str(self.repairs), repr(self.decisions.taken), repr(stated))
        options = (*own, format_of(file).extractor(), repr(file.fields))
        return fingerprint(file.data, lexicons=self.lexicons, options=options)


@dataclass(frozen=True, slots=True)
class Made:
    """What a file says, what the store takes in of it, and what the checks found."""

    reading: Reading
    document: Document
    findings: tuple[Finding, ...]


def make(file: Original, recipe: Recipe, mark: str) -> Made:
    """Read a file and check what it says; `mark` is the recipe's for it. Raises `TranscriptError` or `LexiconError`.

    A fault of the program is raised as `Fault`, so that one file of many on which it trips does not stop the others.
    """
    try:
        reading = read(file, recipe)
        return Made(reading, *to_document(reading, fingerprint=mark))
    except KgError:
        raise
    except Exception as error:
        raise Fault(f"{file.place}: {_fault(error)}") from error


def _fault(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    kind = type(error).__name__
    return f"unexpected {kind} at {place}: {error}; this is a fault of the program, please report it"


def read(file: Original, recipe: Recipe) -> Reading:
    """Everything that the call in a file says; raises `TranscriptError` or `LexiconError`."""
    words = lexicon.load(recipe.lexicons)
    transcript = transcripts.transcribe(file, source=recipe.source)
    call = with_stated(transcript.call, recipe.decisions.stated(file.sha256))
    transcript = _dated(replace(transcript, call=call), words)
    passages = tuple(annotate(transcript, load()))
    found = mentions.find(transcript, passages, words)
    rejected = recipe.decisions.rejected
    linked = entities.link(transcript, passages, found, words, repairs=recipe.repairs, rejected=rejected)
    return _reviewed(facts.extract(linked), recipe.decisions)


def to_document(reading: Reading, *, fingerprint: str) -> tuple[Document, tuple[Finding, ...]]:
    """What the store takes in of a reading, and what its checks found."""
    transcript = reading.transcript
    call = iris.call(reading.company, transcript.call, transcript.sha256)
    said = quads(reading)
    findings = run_checks((*vocabulary(), *said), shapes=False)
    entry = _entry(reading, call, fingerprint)
    own = frozenset({entry.graph, iris.quality_graph(transcript.sha256).value})
    return Document(entry, own, said.union(record(findings, sha256=transcript.sha256, call=call))), findings


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


def _dated(transcript: Transcript, words: Lexicon) -> Transcript:
    """The transcript with the dates of the quarter that it reports, after the company's fiscal calendar."""
    call = transcript.call
    if call.period is not None:
        return transcript
    calendar = calendar_of(transcript, known=words.fiscal_calendar(call))
    reasons = {**call.reasons, "period": calendar.reason}
    return replace(transcript, call=replace(call, period=reported_period(calendar, call), reasons=reasons))


def _reviewed(reading: Reading, decisions: Decisions) -> Reading:
    """The reading with the repairs that a user accepted marked so."""
    return replace(reading, corrections=tuple(_marked(c, decisions) for c in reading.corrections))


def _marked(correction: Correction, decisions: Decisions) -> Correction:
    accepted = decisions.of(correction.heard, correction.meant)
    return replace(correction, status=ReviewStatus.ACCEPTED) if accepted else correction
