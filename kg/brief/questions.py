"""Who asked about what, who answered, and which number was asked for and not given."""

from __future__ import annotations

from kg.brief.markdown import items
from kg.explain.node import Node, subjects
from kg.export.choose.content import Content, Question
from kg.export.choose.quotes import beginning, shown
from kg.rdf.vocab import CODE, EC
from kg.store import Store

LONGEST_QUOTE = 300
"""Where an analyst talks on, the page shows so many characters; `kg query refusals` has all of them."""

MET = {CODE.Declined: "declined", CODE.Deflected: "deflected", CODE.Partly: "answered in part"}


def questions(content: Content) -> str:
    """One line a question."""
    return items(_line(content, question) for question in content.questions)


def _line(content: Content, question: Question) -> str:
    analyst = content.things.get(question.analyst)
    firm = f" ({question.firm})" if question.firm else ""
    topics = ", ".join(dict.fromkeys(topic.name for topic in question.topics)) or "no topic recognised"
    names = [content.things[iri].name for iri in question.answered_by if iri in content.things]
    answered = f"; answered by {', '.join(names)}" if names else "; not answered"
    return f"{analyst.name if analyst else 'Somebody'}{firm}: {topics}{answered}"


def refusals(store: Store, calls: frozenset[str]) -> str:
    """One line for each part of a question that was not fully answered, with what was asked for."""
    lines = []
    for kind, word in MET.items():
        for part in subjects(store, EC.responsiveness, kind):
            call = part.node(EC.call)
            if call is not None and call.iri.value in calls:
                lines.append(_refusal(part, word))
    return items(dict.fromkeys(lines))


def _refusal(part: Node, word: str) -> str:
    question, metric, span = part.node(EC.partOfQuestion), part.node(EC.refusedMetric), part.node(EC.evidence)
    asker = question.node(EC.asker) if question else None
    number = f", {metric.name} not given" if metric else ""
    words = beginning(shown(span.text(EC.text) or ""), LONGEST_QUOTE) if span else ""
    return f"{asker.name if asker else 'Somebody'}: {word}{number}: “{words}”"
