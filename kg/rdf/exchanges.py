"""Questions with their parts and answers."""

from __future__ import annotations

import pyoxigraph as ox

from kg.model import EntityId, Exchange, QuestionPart
from kg.rdf import codes, iris
from kg.rdf.order import ordered
from kg.rdf.pen import Pen
from kg.rdf.vocab import CODE, EC, RDF


def write_exchanges(pen: Pen) -> None:
    """Every exchange of the reading; a topic is an entity where one has its name, else a phrase."""
    topics = {entity.name: entity.id for entity in reversed(pen.reading.entities)}
    for exchange in ordered(pen.reading.exchanges):
        _write(pen, exchange, topics)


def _write(pen: Pen, exchange: Exchange, topics: dict[str, EntityId]) -> None:
    node = pen.claim("question", exchange.evidence.span)
    pen.write(node, RDF.type, EC.Question)
    pen.said(node, exchange.evidence, exchange.confidence)
    pen.write(node, EC.name, f"question by {pen.entity_name(exchange.analyst)}")
    pen.write(node, EC.modality, CODE.Hypothetical)
    pen.write(node, EC.asker, iris.entity(exchange.analyst))
    pen.write(node, EC.organization, iris.entity(exchange.firm) if exchange.firm else None)
    pen.write(node, EC.wording, pen.span(exchange.question))
    _write_topics(pen, node, exchange.topics, topics)
    for position, person in enumerate(exchange.answered_by, 1):
        _write_answer(pen, node, exchange, person, position)
    for position, part in enumerate(exchange.parts, 1):
        _write_part(pen, node, part, position, topics)


def _write_topics(pen: Pen, node: ox.NamedNode, names: tuple[str, ...], topics: dict[str, EntityId]) -> None:
    for name in names:
        known = topics.get(name)
        if known is None:
            pen.write(node, EC.topicText, name)
        else:
            pen.write(node, EC.topic, iris.entity(known))


def _write_answer(pen: Pen, question: ox.NamedNode, exchange: Exchange, person: EntityId, position: int) -> None:
    """An answer is in the turn of that person that the exchange lists, if it lists any."""
    turn = next((n for n in exchange.answer_turns if pen.speaker(n) == person), None)
    node = ox.NamedNode(f"{question.value}-answer-{position}")
    pen.write(node, RDF.type, EC.Answer, EC.Statement)
    pen.write(node, EC.answers, question)
    pen.write(node, EC.position, position)
    pen.write(node, EC.statedBy, iris.entity(person))
    pen.write(node, EC.call, pen.call)
    pen.write(node, EC.side, CODE.Management)
    pen.write(node, EC.modality, CODE.Actual)
    pen.write(node, EC.confidence, exchange.confidence)
    pen.write(node, EC.name, f"answer by {pen.entity_name(person)}")
    if turn is not None:
        pen.write(node, EC.statedIn, pen.turn(turn))
        pen.write(node, EC.evidence, pen.span(pen.opening(turn)))
    else:
        pen.write(node, EC.evidence, pen.span(exchange.evidence.span))


def _write_part(
    pen: Pen, question: ox.NamedNode, part: QuestionPart, position: int, topics: dict[str, EntityId]
) -> None:
    node = ox.NamedNode(f"{question.value}-part-{position}")
    pen.write(node, RDF.type, EC.QuestionPart)
    pen.write(node, EC.partOfQuestion, question)
    pen.write(node, EC.position, position)
    pen.write(node, EC.call, pen.call)
    pen.write(node, EC.evidence, pen.span(part.span))
    pen.write(node, EC.responsiveness, codes.RESPONSIVENESS[part.responsiveness])
    pen.write(node, EC.answerSpan, pen.span(part.answer) if part.answer else None)
    pen.write(node, EC.answeredBy, iris.entity(part.answered_by) if part.answered_by else None)
    pen.write(node, EC.refusedMetric, iris.entity(part.refused) if part.refused else None)
    pen.write(node, EC.name, f"part {position} of a question")
    _write_topics(pen, node, part.topics, topics)
