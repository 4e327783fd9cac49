"""The document, its call, and the turns in which people speak."""

from __future__ import annotations

from kg.model import EntityId, SpokenTurn
from kg.rdf import codes, iris
from kg.rdf.pen import Pen
from kg.rdf.vocab import EC, RDF


def write_document(pen: Pen) -> None:
    """The transcript as a text of a call, and how much of it was read."""
    reading = pen.reading
    transcript = reading.transcript
    pen.write(pen.document, RDF.type, EC.Transcript)
    pen.write(pen.document, EC.transcriptOf, pen.call)
    pen.write(pen.document, EC.sha256, transcript.sha256)
    pen.write(pen.document, EC.source, transcript.source)
    pen.write(pen.document, EC.fileName, transcript.name)
    pen.write(pen.document, EC.reader, transcript.reader)
    pen.write(pen.document, EC.extractor, transcript.extractor)
    pen.write(pen.document, EC.name, transcript.name)
    coverage = pen.node("coverage")
    pen.write(coverage, RDF.type, EC.Coverage)
    pen.write(coverage, EC.inTranscript, pen.document)
    pen.write(coverage, EC.call, pen.call)
    pen.write(coverage, EC.section, *sorted({codes.SECTION[t.section] for t in reading.turns}, key=str))
    pen.write(coverage, EC.turnCount, len(reading.turns))
    pen.write(coverage, EC.paragraphCount, sum(len(t.paragraphs) for t in transcript.turns))
    pen.write(coverage, EC.skippedCount, len(reading.skipped))


def write_call(pen: Pen) -> None:
    """The call in the registry: whose, when, about which period under which fiscal name."""
    info = pen.reading.transcript.call
    pen.share(pen.call, RDF.type, EC.EarningsCall)
    pen.share(pen.call, EC.company, iris.entity(pen.reading.company))
    pen.share(pen.call, EC.name, iris.call_slug(pen.call.value))
    pen.share(pen.call, EC.heldOn, info.held_on)
    pen.share(pen.call, EC.period, pen.period(info.period))
    pen.share(pen.call, EC.fiscalYear, info.fiscal_year)
    pen.share(pen.call, EC.fiscalQuarter, info.fiscal_quarter)
    if info.period is not None:
        pen.share(pen.call, EC.periodName, info.period.name)


def write_header(pen: Pen) -> None:
    """Which call the transcript was read to be of, each field with the reason: where it stands, or who stated it."""
    info = pen.reading.transcript.call
    for field, reason in info.reasons.items():
        value = getattr(info, field)
        if value is not None:
            node = pen.node(f"header-{field.replace('_', '-')}")
            pen.write(node, RDF.type, EC.HeaderField)
            pen.write(node, EC.inTranscript, pen.document)
            pen.write(node, EC.call, pen.call)
            pen.write(node, EC.field, field.replace("_", " "))
            pen.write(node, EC.fieldValue, str(value))
            pen.write(node, EC.reason, reason)


def write_turns(pen: Pen) -> None:
    """Each turn with its speaker, and each post that the turns show somebody in."""
    posts: dict[tuple[EntityId, EntityId | None, str | None], SpokenTurn] = {}
    for turn in pen.reading.turns:
        _write_turn(pen, turn)
        if turn.organization or turn.title:
            posts.setdefault((turn.speaker, turn.organization, turn.title), turn)
    for number, turn in enumerate(posts.values(), 1):
        _write_post(pen, turn, number)


def _write_turn(pen: Pen, turn: SpokenTurn) -> None:
    node = pen.turn(turn.number)
    pen.write(node, RDF.type, EC.Turn)
    pen.write(node, EC.inTranscript, pen.document)
    pen.write(node, EC.call, pen.call)
    pen.write(node, EC.turnNumber, turn.number)
    pen.write(node, EC.begin, turn.span.start)
    pen.write(node, EC.end, turn.span.end)
    pen.write(node, EC.speaker, iris.entity(turn.speaker))
    pen.write(node, EC.title, turn.title)
    pen.write(node, EC.organization, iris.entity(turn.organization) if turn.organization else None)
    pen.write(node, EC.side, codes.SIDE[turn.role])
    pen.write(node, EC.section, codes.SECTION[turn.section])
    pen.write(node, EC.interpreted, turn.interpreted)
    pen.write(node, EC.opening, pen.span(pen.opening(turn.number)))


def _write_post(pen: Pen, turn: SpokenTurn, number: int) -> None:
    node = pen.node(f"post-{number}")
    pen.write(node, RDF.type, EC.Appointment)
    pen.write(node, EC.holder, iris.entity(turn.speaker))
    pen.write(node, EC.organization, iris.entity(turn.organization) if turn.organization else None)
    pen.write(node, EC.title, turn.title)
    pen.write(node, EC.side, codes.SIDE[turn.role])
    pen.write(node, EC.observedOn, pen.call)
    pen.write(node, EC.evidence, pen.span(turn.label or pen.opening(turn.number)))
