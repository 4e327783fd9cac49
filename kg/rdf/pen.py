"""Collects the statements of one document: literals are typed, spans written once, words beside their Chinese."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from kg.model import EntityId, Evidence, Period, Reading, Role, Span, SpokenTurn, Turn
from kg.rdf import codes, iris
from kg.rdf.english import English, first_words
from kg.rdf.literals import literal
from kg.rdf.vocab import EC, RDF

Term = ox.NamedNode | ox.Literal
Value = Term | str | bool | int | Decimal | date | None


@dataclass(slots=True)
class Pen:
    """Writes into the graph of one document, and what documents share into the graphs for that."""

    reading: Reading
    graph: ox.NamedNode = field(init=False)
    document: ox.NamedNode = field(init=False)
    call: ox.NamedNode = field(init=False)
    quads: dict[ox.Quad, None] = field(default_factory=dict)
    claims: list[tuple[ox.NamedNode, Span]] = field(default_factory=list)
    _english: English = field(init=False)
    _turns: dict[int, SpokenTurn] = field(init=False)
    _chinese: list[tuple[Span, Span]] = field(init=False)
    _spans: dict[Span, ox.NamedNode] = field(default_factory=dict)
    _numbers: dict[tuple[str, Span], int] = field(default_factory=dict)
    _spoken: dict[int, Turn] = field(init=False)
    _names: dict[EntityId, str] = field(init=False)

    def __post_init__(self) -> None:
        transcript = self.reading.transcript
        self.graph = iris.document_graph(transcript.sha256)
        self.document = iris.document(transcript.sha256)
        self.call = iris.call(self.reading.company, transcript.call, transcript.sha256)
        self._english = English(transcript)
        self._turns = {turn.number: turn for turn in self.reading.turns}
        self._spoken = {turn.number: turn for turn in transcript.turns}
        self._names = {entity.id: entity.name for entity in self.reading.entities}
        paragraphs = (p for turn in transcript.turns for p in turn.paragraphs)
        self._chinese = sorted((p.span, p.chinese) for p in paragraphs if p.chinese is not None)

    def write(self, subject: ox.NamedNode, predicate: ox.NamedNode, *values: Value) -> None:
        """State something in the document's graph; `None` says nothing."""
        self._state(self.graph, subject, predicate, values)

    def share(self, subject: ox.NamedNode, predicate: ox.NamedNode, *values: Value) -> None:
        """Describe in the registry something that other documents may know too."""
        self._state(iris.REGISTRY_GRAPH, subject, predicate, values)

    def derive(self, subject: ox.NamedNode, predicate: ox.NamedNode, *values: Value) -> None:
        """State what follows from the document's claims, so that short queries find it."""
        self._state(iris.DERIVED_GRAPH, subject, predicate, values)

    def _state(
        self, graph: ox.NamedNode, subject: ox.NamedNode, predicate: ox.NamedNode, values: tuple[Value, ...]
    ) -> None:
        for value in values:
            if value is not None:
                term = value if isinstance(value, ox.NamedNode | ox.Literal) else literal(value)
                self.quads[ox.Quad(subject, predicate, term, graph)] = None

    def node(self, name: str) -> ox.NamedNode:
        """A node of this document by its local name."""
        return iris.local(self.reading.transcript.sha256, name)

    def turn(self, number: int) -> ox.NamedNode:
        """The node of a turn."""
        return self.node(f"turn-{number}")

    def claim(self, kind: str, span: Span) -> ox.NamedNode:
        """A new node for a claim; call it in the order in which `ordered` gives the claims."""
        number = self._numbers[(kind, span)] = self._numbers.get((kind, span), 0) + 1
        return self.node(iris.claim_name(kind, span, number))

    def span(self, span: Span) -> ox.NamedNode:
        """The node of a stretch of English, with its words and the Chinese paragraphs beside it."""
        if span in self._spans:
            return self._spans[span]
        node = self._spans[span] = self._stretch(span, "en")
        self.write(node, EC.occurrence, self.occurrence(span))
        for chinese in self._beside(span):
            beside = self._spans.get(chinese)
            if beside is None:
                beside = self._spans[chinese] = self._stretch(chinese, self.reading.transcript.chinese or "zh")
            self.write(beside, EC.translates, node)
        return node

    def _stretch(self, span: Span, language: str) -> ox.NamedNode:
        node = self.node(f"span-{span.start}-{span.end}")
        self.write(node, RDF.type, EC.TextSpan)
        self.place(node, span, language)
        return node

    def place(self, node: ox.NamedNode, span: Span, language: str = "en") -> None:
        """Where a stretch of text stands, and what it says."""
        self.write(node, EC.inTranscript, self.document)
        self.write(node, EC.begin, span.start)
        self.write(node, EC.end, span.end)
        self.write(node, EC.text, ox.Literal(self.reading.transcript.quote(span), language=language))

    def occurrence(self, span: Span) -> int | None:
        """Which of several equal wordings of the English text a span is; None where there is no other."""
        return self._english.occurrence(span)

    def _beside(self, span: Span) -> list[Span]:
        first = max(0, bisect_right(self._chinese, (span, span)) - 1)
        found = []
        for english, chinese in self._chinese[first:]:
            if english.start >= span.end:
                break
            if english.overlaps(span):
                found.append(chinese)
        return found

    def period(self, period: Period | None) -> ox.NamedNode | None:
        """The node of a period, described in the registry."""
        if period is None:
            return None
        node = iris.period(period)
        self.share(node, RDF.type, EC.FiscalPeriod)
        self.share(node, EC.startDate, period.start)
        self.share(node, EC.endDate, period.end)
        self.share(node, EC.name, str(period))
        return node

    def said(self, node: ox.NamedNode, evidence: Evidence, confidence: Decimal | None) -> None:
        """What every claim carries: who said it, on which side, in which call and turn, in which words, how surely."""
        turn = self._turns[evidence.turn]
        self.claims.append((node, evidence.span))
        self.write(node, RDF.type, EC.Statement)
        self.write(node, EC.statedIn, self.turn(turn.number))
        self.write(node, EC.statedBy, iris.entity(turn.speaker))
        self.write(node, EC.call, self.call)
        self.write(node, EC.side, codes.SIDE[turn.role])
        self.write(node, EC.evidence, self.span(evidence.span))
        self.write(node, EC.rule, evidence.rule)
        self.write(node, EC.confidence, confidence)

    def role(self, turn: int) -> Role:
        """On which side the speaker of a turn is."""
        return self._turns[turn].role

    def speaker(self, turn: int) -> EntityId | None:
        """Who speaks in a turn; None for a turn that this reading does not know."""
        return self._turns[turn].speaker if turn in self._turns else None

    def opening(self, number: int) -> Span:
        """The first ten words that are spoken in a turn, as far as nothing unspoken stands between them."""
        transcript = self.reading.transcript
        for paragraph in self._spoken[number].paragraphs if number in self._spoken else ():
            words = transcript.words(paragraph)
            begin = len(words) - len(words.lstrip())
            if begin == len(words) or _aside(words):
                continue
            start = paragraph.span.start + begin
            ends = [gap.start for gap in paragraph.gaps if gap.start > start]
            return first_words(transcript.text, Span(start, min([*ends, paragraph.span.end])))
        return first_words(transcript.text, self._turns[number].span)

    def entity_name(self, id: EntityId) -> str:
        """The canonical name of an entity of this reading."""
        return self._names[id]


def _aside(words: str) -> bool:
    """A paragraph that is one note of the transcriber's, such as `(foreign language)`."""
    return words.strip().startswith("(") and words.strip().endswith(")") and words.count("(") == 1
