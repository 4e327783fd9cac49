"""One sentence that says what a node of the graph is: a figure, a relation, a cause, a question, a name."""

from __future__ import annotations

import re
from decimal import Decimal

import pyoxigraph as ox

from kg.explain.node import Node
from kg.export.choose.amounts import Stretch, amount, written
from kg.export.choose.quotes import shown
from kg.rdf import codes
from kg.rdf.vocab import EC, SKOS

AGAINST = {"YearOverYear": "year over year", "QuarterOverQuarter": "quarter over quarter"}


def headline(node: Node) -> str:
    """What the node says, in one line; for a thing its name and type."""
    for kind, write in HEADLINES:
        if node.is_a(kind):
            return write(node)
    return _thing(node)


def observation(node: Node) -> str:
    """`Cloud: revenue CNY 29.6bn, up 7% year over year, 2024-07-01/2024-09-30`."""
    parts = [
        part
        for part in (
            _value(node),
            _change(node),
            _prior(node),
            "; ".join(node.texts(EC.qualifier)),
            _name(node, EC.period),
            _unless(_code(node, EC.modality), "actual"),
            node.text(EC.hedge) and f"hedged: “{node.text(EC.hedge)}”",
            node.text(EC.condition) and f"condition: “{node.text(EC.condition)}”",
        )
        if part
    ]
    return f"{_name(node, EC.about)}: {_name(node, EC.metric)} " + ", ".join(parts)


def _value(node: Node) -> str:
    value = node.text(EC.value)
    if value is None:
        return ""
    unit, high = _unit(node, EC.unit, EC.countedThing), node.text(EC.valueHigh)
    is_bound = node.text(EC.valueIsBound) == "true"
    said = Stretch(Decimal(value), Decimal(high) if high else None, unit, is_bound, node.text(EC.valueLimit))
    thing = node.text(EC.countedThing)
    return written(said) + (f" {thing}" if thing else "")


def _change(node: Node) -> str:
    direction = _code(node, EC.direction)
    change = node.text(EC.change)
    against = AGAINST.get(_local(node, EC.comparison), "")
    size = _size(node, Decimal(change)) if change else ""
    sign = ("up" if Decimal(change) > 0 else "down" if Decimal(change) < 0 else "flat") if change else ""
    word = {"increase": "up", "decrease": "down"}.get(direction, direction)
    return " ".join(part for part in (sign or word, size, against) if part)


def _size(node: Node, change: Decimal) -> str:
    """A change without its sign; with both signs where it runs from a fall to a rise."""
    high = Decimal(node.text(EC.changeHigh) or change)
    unit, is_bound = _unit(node, EC.changeUnit, EC.changedThing), node.text(EC.changeIsBound) == "true"
    crosses = change * high < 0
    low, high = (change, high) if crosses else (abs(change), abs(high))
    return written(
        Stretch(low, None if low == high else high, unit, is_bound, node.text(EC.changeLimit)), signed=crosses
    )


def _prior(node: Node) -> str:
    prior = node.text(EC.priorValue)
    return f"from {amount(Decimal(prior), _unit(node, EC.unit, EC.countedThing))}" if prior else ""


def _relation(node: Node) -> str:
    verb = _spaced(_local(node, EC.predicate))
    title = node.text(EC.title)
    ending = "".join((f" as {title}" if title else "", _bracket(_unless(_code(node, EC.modality), "actual"))))
    return f"{_name(node, EC.subject)} {verb} {_name(node, EC.object)}{ending}"


def _cause(node: Node) -> str:
    effect = node.node(EC.explains)
    verb = _code(node, EC.polarity) or "moves"
    words = shown(node.text(EC.causeText) or "a cause")
    return f"“{words}” {verb} {observation(effect) if effect else 'a metric'}"


def _question(node: Node) -> str:
    topics = [topic.name for topic in node.nodes(EC.topic)] + list(node.texts(EC.topicText))
    firm = _name(node, EC.organization)
    answers = sorted({answer.name for answer in _answerers(node)})
    about = f" about {', '.join(topics)}" if topics else ""
    by = f"; answered by {', '.join(answers)}" if answers else ""
    return f"{_name(node, EC.statedBy)}{_bracket(firm)} asks{about}{by}"


def _answerers(node: Node) -> list[Node]:
    return [by for answer in node.pointing(EC.answers) for by in answer.nodes(EC.statedBy)]


def _correction(node: Node) -> str:
    return f"“{node.text(EC.text)}” was said for {_name(node, EC.refersTo)} (“{node.text(EC.correctedForm)}”)"


def _mention(node: Node) -> str:
    return f"“{node.text(EC.text)}” names {_name(node, EC.refersTo)}"


def _call(node: Node) -> str:
    held = node.text(EC.heldOn)
    parts = (_name(node, EC.company), node.text(EC.periodName), _name(node, EC.period), held and f"held on {held}")
    return "the call of " + ", ".join(part for part in parts if part)


def _thing(node: Node) -> str:
    names = [text for text in node.texts(SKOS.altLabel) if text != node.name]
    also = f", also {', '.join(names)}" if names else ""
    parents = ", ".join(parent.name for parent in node.nodes(EC.partOf))
    return f"{node.name}{also}" + (f"; part of {parents}" if parents else "")


def _name(node: Node, predicate: ox.NamedNode) -> str:
    found = node.node(predicate)
    return found.name if found else ""


def _local(node: Node, predicate: ox.NamedNode) -> str:
    found = node.node(predicate)
    return found.local if found else ""


def _code(node: Node, predicate: ox.NamedNode) -> str:
    return _spaced(_local(node, predicate))


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _unless(word: str, usual: str) -> str:
    return "" if word == usual else word


def _bracket(word: str) -> str:
    return f" ({word})" if word else ""


def _unit(node: Node, unit: ox.NamedNode, thing: ox.NamedNode) -> str | None:
    found = node.node(unit)
    return codes.unit_name(found.iri, node.text(thing)) if found else None


HEADLINES = (
    (EC.EarningsCall, _call),
    (EC.MetricObservation, observation),
    (EC.Guidance, observation),
    (EC.RelationClaim, _relation),
    (EC.DriverClaim, _cause),
    (EC.Question, _question),
    (EC.Correction, _correction),
    (EC.Mention, _mention),
    (EC.Rendering, _mention),
)
"""The first type that a node has decides."""
