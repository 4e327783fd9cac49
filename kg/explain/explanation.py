"""What stands behind one node: who said it and where, the words in both languages, links, repairs, causes."""

from __future__ import annotations

from dataclasses import dataclass

from kg.explain.headline import headline
from kg.explain.node import Node
from kg.rdf.vocab import CODE, EC


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a transcript; `begin` and `end` count Unicode characters of the file."""

    text: str
    begin: int
    end: int
    file: str
    chinese: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Who said it, as what, for whom, in which turn of which part."""

    speaker: str
    post: str
    turn: int
    section: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why words are read as a name."""

    text: str
    means: str
    why: str
    confidence: str
    status: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Taken:
    """A field of the header of a call, as read from a file, and why."""

    file: str
    field: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node as a person would want it."""

    iri: str
    headline: str
    said: Said | None
    words: Words | None
    links: tuple[Reason, ...]
    repairs: tuple[Reason, ...]
    whose: str | None
    causes: tuple[str, ...]
    confidence: str | None
    rule: str | None
    header: tuple[Taken, ...] = ()


def explanation(node: Node) -> Explanation:
    """What stands behind a claim, a name or a correction."""
    words = _words(node)
    inside = sorted((m for m in _mentions(node, words) if m.is_a(EC.Mention) or m.is_a(EC.Rendering)), key=_begin)
    return Explanation(
        iri=node.iri.value,
        headline=headline(node),
        said=_said(node),
        words=words,
        links=tuple(dict.fromkeys(_link(m) for m in inside)),
        repairs=tuple(dict.fromkeys(_repair(c) for c in sorted(_corrections(node, words), key=_begin))),
        whose=_whose(node),
        causes=tuple(headline(cause) for cause in node.pointing(EC.explains)),
        confidence=node.text(EC.confidence),
        rule=node.text(EC.rule),
        header=tuple(sorted(_taken(field) for field in node.pointing(EC.call) if field.is_a(EC.HeaderField))),
    )


def _taken(field: Node) -> Taken:
    document = field.node(EC.inTranscript)
    file = (document.text(EC.fileName) if document else None) or ""
    name, value, why = (field.text(predicate) or "" for predicate in (EC.field, EC.fieldValue, EC.reason))
    return Taken(file, name, value, why)


def _whose(node: Node) -> str | None:
    """What an observation is about, and why."""
    about, why = node.node(EC.about), node.text(EC.reason)
    return f"{about.name}: {why}" if about is not None and why is not None else None


def _said(node: Node) -> Said | None:
    turn, speaker = node.node(EC.statedIn), node.node(EC.statedBy)
    if turn is None or speaker is None:
        return None
    organization = turn.node(EC.organization)
    post = ", ".join(part for part in (turn.text(EC.title), organization.name if organization else None) if part)
    section = turn.node(EC.section)
    prepared = section is not None and section.iri == CODE.PreparedRemarks
    return Said(
        speaker.name, post, turn.number(EC.turnNumber) or 0, "prepared remarks" if prepared else "questions and answers"
    )


def _words(node: Node) -> Words | None:
    span = node.node(EC.evidence) or (node if node.text(EC.begin) is not None else None)
    if span is None:
        return None
    document = span.node(EC.inTranscript)
    chinese = sorted(span.pointing(EC.translates), key=lambda beside: beside.number(EC.begin) or 0)
    return Words(
        text=span.text(EC.text) or "",
        begin=span.number(EC.begin) or 0,
        end=span.number(EC.end) or 0,
        file=(document.text(EC.fileName) if document else None) or "",
        chinese=tuple(text for beside in chinese if (text := beside.text(EC.text))),
    )


def _mentions(node: Node, words: Words | None) -> list[Node]:
    """Why the things that a claim is about are named so: the first mention of each that the document keeps."""
    if node.text(EC.name) is not None and not node.is_a(EC.Statement):
        return list(node.pointing(EC.refersTo))
    document = _document(node)
    things = {thing.iri for predicate in ABOUT for thing in node.nodes(predicate)}
    mentions = [m for iri in sorted(things, key=str) for m in Node(node.store, iri).pointing(EC.refersTo)]
    return [
        m for m in mentions if _document(m) == document and (m.text(EC.text) or "") in (words.text if words else "")
    ]


def _corrections(node: Node, words: Words | None) -> list[Node]:
    """The corrections inside the words, and for a thing all of those that lead to it."""
    if node.is_a(EC.Correction):
        return [node]
    if words is None or not node.is_a(EC.Statement):
        return [c for c in node.pointing(EC.refersTo) if c.is_a(EC.Correction)]
    things = {thing.iri for predicate in ABOUT for thing in node.nodes(predicate)}
    found = [c for iri in sorted(things, key=str) for c in Node(node.store, iri).pointing(EC.refersTo)]
    document = _document(node)
    return [c for c in found if c.is_a(EC.Correction) and _document(c) == document and _inside(c, words)]


ABOUT = (EC.about, EC.metric, EC.subject, EC.object, EC.topic, EC.cause, EC.driver, EC.asker, EC.statedBy)
"""Properties that lead from a claim to what it names."""


def _document(node: Node) -> str | None:
    span = node if node.node(EC.inTranscript) else node.node(EC.evidence)
    document = span.node(EC.inTranscript) if span else None
    return document.iri.value if document else None


def _inside(node: Node, words: Words) -> bool:
    begin, end = node.number(EC.begin), node.number(EC.end)
    return begin is not None and end is not None and words.begin <= begin and end <= words.end


def _begin(node: Node) -> int:
    return node.number(EC.begin) or 0


def _link(mention: Node) -> Reason:
    means = mention.node(EC.refersTo)
    return Reason(
        mention.text(EC.text) or "",
        means.name if means else "",
        mention.text(EC.reason) or "named by the call",
        mention.text(EC.confidence) or "",
    )


def _repair(correction: Node) -> Reason:
    means, status = correction.node(EC.refersTo), correction.node(EC.reviewStatus)
    return Reason(
        correction.text(EC.text) or "",
        means.name if means else correction.text(EC.correctedForm) or "",
        correction.text(EC.support) or "",
        correction.text(EC.confidence) or "",
        status.local.lower() if status else "",
    )
