"""The questions in three columns."""

from __future__ import annotations

from kg.export.choose.content import Content
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
