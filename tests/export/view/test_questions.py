"""The questions in three columns."""

from __future__ import annotations

from dataclasses import replace

from kg.export.choose.content import Content, Topic
from kg.export.view.questions import questions_view


def test_who_answered_stands_left_who_asked_amid_topics_right(content: Content) -> None:
    graph = questions_view(content)
    columns: dict[float, list[str]] = {}
    for node in sorted(graph.nodes, key=lambda n: (n.x, -n.y)):
        columns.setdefault(node.x, []).append(node.label)
    assert list(columns.values()) == [
        ["Ida Quill"],
        ["Bo Tern\nHeron Brothers"],
        ["SilkLine", "tariffs", "Yarn Works"],
    ]
    assert [(e.source, e.kind, e.target) for e in graph.edges] == [
        ("bo", "about", "silk"),
        ("bo", "about", "topic:tariffs"),
        ("bo", "about", "yarn"),
        ("ida", "answered", "bo"),
    ]


def test_of_many_words_there_is_room_for_the_telling_and_for_every_name(content: Content) -> None:
    words = tuple(Topic(f"word{n}") for n in range(9)) + tuple(Topic(f"telling phrase {n}") for n in range(6))
    (question,) = content.questions
    graph = questions_view(replace(content, questions=(replace(question, topics=(*question.topics, *words)),)))
    assert sorted(node.label for node in graph.nodes if node.type == "Topic") == [
        f"telling phrase {n}" for n in range(6)
    ]
    assert {"silk", "yarn"} <= {node.id for node in graph.nodes}
