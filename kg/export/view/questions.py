"""The questions in three columns: who answered, who asked, what about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.export.choose.content import Content, Iri, Question
from kg.export.choose.drawing import quarters, title
from kg.export.choose.labels import wrap
from kg.export.view.graph import Anchor, Edge, Node, PropertyGraph
from kg.export.view.palette import EDGE_COLORS, NODE_COLORS

MOST = 8
"""Topics of an analyst, but for named things, of which all are shown."""

_ROW = 24.0
_ANALYST_ROW = 58.0
_COLUMNS = (0.0, 420.0, 900.0)


def questions_view(content: Content) -> PropertyGraph:
    """Executives, analysts and topics, each column in an order that keeps the edges from crossing."""
    content = _with_room(content)
    analysts = list(dict.fromkeys(q.analyst for q in content.questions))
    topics = _topic_order(content, analysts)
    people = _answerer_order(content, analysts)
    height = max(len(topics) * _ROW, len(analysts) * _ANALYST_ROW)
    nodes = [
        *_executives(content, _spread(people, height)),
        *_analysts(content, _spread(analysts, height)),
        *_topics(content, _spread(topics, height)),
    ]
    return PropertyGraph.of(f"{title(content)}: who answered, who asked, what about", nodes, list(_edges(content)))


def _with_room(content: Content) -> Content:
    """The questions without those of an analyst's mere words for which there is no room, single words first."""
    asked = Counter(key for q in content.questions for key in {topic_key(q, n) for n in range(len(q.topics))})
    left = dict.fromkeys((q.analyst for q in content.questions), MOST)
    kept = []
    for question in content.questions:
        ranked = sorted(
            range(len(question.topics)),
            key=lambda n: (
                question.topics[n].iri is None,
                -asked[topic_key(question, n)],
                " " not in question.topics[n].name,
                n,
            ),
        )
        named = sum(topic.iri is not None for topic in question.topics)
        room = max(named, min(len(ranked), left[question.analyst]))
        left[question.analyst] = max(0, left[question.analyst] - room)
        kept.append(replace(question, topics=tuple(question.topics[n] for n in sorted(ranked[:room]))))
    return replace(content, questions=tuple(kept))


def topic_key(question: Question, number: int) -> Iri:
    """The node of a topic: the thing asked about, or for mere words a place within the question.

    >>> from kg.export.choose.content import Said, Topic
    >>> topic_key(Question("q", "a", None, Said("c", 0), (Topic("trade-in"),)), 0)
    'topic:trade-in'
    """
    topic = question.topics[number]
    return topic.iri or f"topic:{topic.name.casefold()}"


def _topic_order(content: Content, analysts: Sequence[Iri]) -> list[Iri]:
    """Topics by the mean place of those who ask about them."""
    places: dict[Iri, list[int]] = {}
    for question in content.questions:
        for number in range(len(question.topics)):
            places.setdefault(topic_key(question, number), []).append(analysts.index(question.analyst))
    return sorted(places, key=lambda t: (sum(places[t]) / len(places[t]), -len(places[t]), t))


def _answerer_order(content: Content, analysts: Sequence[Iri]) -> list[Iri]:
    places: dict[Iri, list[int]] = {}
    for question in content.questions:
        for person in question.answered_by:
            places.setdefault(person, []).append(analysts.index(question.analyst))
    return sorted(places, key=lambda p: (sum(places[p]) / len(places[p]), p))


def _spread(column: Sequence[Iri], height: float) -> Mapping[Iri, float]:
    """Even heights, from the top down."""
    step = height / max(1, len(column))
    return {iri: round(height / 2 - (number + 0.5) * step, 2) for number, iri in enumerate(column)}


def _executives(content: Content, heights: Mapping[Iri, float]) -> Iterator[Node]:
    answers = Counter(person for q in content.questions for person in q.answered_by)
    for iri, y in heights.items():
        yield _node(content, iri, "Executive", _name(content, iri), 0, y, "end", answers[iri], 16.0)


def _analysts(content: Content, heights: Mapping[Iri, float]) -> Iterator[Node]:
    asked = Counter(q.analyst for q in content.questions)
    firms = {q.analyst: q.firm for q in reversed(content.questions)}
    for iri, y in heights.items():
        label = f"{_name(content, iri)}\n{firms[iri] or 'firm not named'}"
        yield _node(content, iri, "Analyst", label, 1, y, "middle", asked[iri], 14.0)


def _topics(content: Content, heights: Mapping[Iri, float]) -> Iterator[Node]:
    counts: Counter[Iri] = Counter()
    names: dict[Iri, str] = {}
    for question in content.questions:
        for number, topic in enumerate(question.topics):
            counts[topic_key(question, number)] += 1
            names[topic_key(question, number)] = topic.name
    for iri, y in heights.items():
        thing = content.things.get(iri)
        type_ = thing.type if thing else "Topic" if iri.startswith("topic:") else "Metric"
        yield _node(content, iri, type_, wrap(names[iri], 48, 1), 2, y, "start", counts[iri], 8.0)


def _node(
    content: Content, iri: Iri, type_: str, label: str, column: int, y: float, anchor: Anchor, count: int, size: float
) -> Node:
    return Node(
        iri,
        label,
        type_,
        level=column,
        questions=count,
        url=None if iri.startswith("topic:") else iri,
        quarters=quarters(content, (q.said for q in content.questions if _is_in(q, iri))),
        color=NODE_COLORS.get(type_, NODE_COLORS["Topic"]),
        size=size + 2.0 * (count - 1),
        x=_COLUMNS[column],
        y=y,
        anchor=anchor,
    )


def _is_in(question: Question, iri: Iri) -> bool:
    """Whether somebody asks or answers a question, or it is about something."""
    topics = (topic_key(question, number) for number in range(len(question.topics)))
    return iri in (question.analyst, *question.answered_by, *topics)


def _edges(content: Content) -> Iterator[Edge]:
    for question in content.questions:
        said = question.said
        for person in question.answered_by:
            yield _edge(content, question, person, question.analyst, "answered", _name(content, person))
        for number in range(len(question.topics)):
            yield _edge(content, question, question.analyst, topic_key(question, number), "about", said.speaker)


def _edge(content: Content, question: Question, source: Iri, target: Iri, kind: str, speaker: str | None) -> Edge:
    return Edge(
        source,
        target,
        kind,
        speaker=speaker,
        side="Management" if kind == "answered" else question.said.side,
        modality=question.said.modality,
        confidence=question.said.confidence,
        quote=question.said.quote,
        url=question.iri,
        quarters=quarters(content, [question.said]),
        color=EDGE_COLORS[kind],
    )


def _name(content: Content, iri: Iri) -> str:
    return content.things[iri].short if iri in content.things else iri.rsplit("/", 1)[-1]
