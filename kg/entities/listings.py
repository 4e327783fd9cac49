"""Where the company is listed, as the head of the page says: "(NYSE: ACW)", "Exchange: NYSE", a letter's address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.model import Entity, Evidence, Link, Mention, MentionKind, Predicate, Relation, Span, Transcript

_SURE = Decimal("0.95")
_RULE = "header/listing"


def listings(transcript: Transcript, company: Entity, known: Iterable[Entity]) -> tuple[tuple[Link, Relation], ...]:
    """Each exchange on which the head lists the company, once: the words that name it, and what they say."""
    exchanges = {label.text: e for e in known if _is_exchange(e) for label in e.labels if label.language == "en"}
    if not exchanges or not transcript.turns:
        return ()
    found: dict[str, tuple[Link, Relation]] = {}
    for words, name in _named(transcript, sorted(exchanges, key=lambda text: (-len(text), text))):
        exchange = exchanges[transcript.quote(name)]
        link = Link(Mention(name, MentionKind.NAME, transcript.quote(name), "name.header"), exchange.id, _SURE, _RULE)
        told = Evidence(words, transcript.turns[0].number, _RULE)
        fact = Relation(told, company.id, Predicate.LISTED_ON, exchange.id, confidence=_SURE)
        found.setdefault(exchange.id, (link, fact))
    return tuple(found.values())


def _is_exchange(entity: Entity) -> bool:
    return any(kind == "mic" for kind, _ in entity.identifiers)


def _named(transcript: Transcript, names: Iterable[str]) -> Iterator[tuple[Span, Span]]:
    """The words that list the company, and the exchange's name in them, above the first words of the call."""
    end = min((t.label or t.span).start for t in transcript.turns)
    name = rf"(?P<name>{'|'.join(map(re.escape, names))})"
    shapes = [rf"\b{name}\s?:\s?[A-Z0-9][A-Z0-9.\-]*\b", rf"(?m)^Exchange:[ \t]*{name}[ \t]*$"]
    if transcript.reader == "exchange-filing":  # the letter above such a call is addressed to the exchanges
        shapes.append(rf"(?m)(?:^|\s{{3}})\s*(?P<words>(?:The )?{name}(?: Ltd\.?| Limited)?)(?=\s{{3}}|\s*$)")
    for shape in shapes:
        for match in re.compile(shape).finditer(transcript.text, 0, end):
            words = "words" if "words" in match.groupdict() else 0
            yield Span(*match.span(words)), Span(*match.span("name"))
