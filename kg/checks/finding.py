"""What a check found: which rule, in one sentence, about which claims, with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.checks.blame import CALL, READING, Stated, blame
from kg.queries.named import prefixes

Ask = Callable[[str], ox.QuerySolutions]
"""Answers a SELECT over the union of all graphs."""

_PLACES = """SELECT ?this ?call ?begin ?words ?turn ?confidence WHERE {
  VALUES ?this { %s }
  ?this ec:evidence ?e . ?e ec:begin ?begin .
  OPTIONAL { ?this ec:call/ec:name ?call } OPTIONAL { ?e ec:text ?words }
  OPTIONAL { ?this ec:statedIn ?turn } OPTIONAL { ?this ec:confidence ?confidence }
} ORDER BY ?this ?begin"""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something odd in what was read: a fault of the call, of the transcript, or of the reading.

    `kind` names the check, `claims` are IRIs, `words` the evidence of the first of them, `call` where it was said
    and `begin` where in its text. `cause` says whose fault it likely is: of the call, or of the reading.
    """

    call: str
    begin: int
    kind: str
    sentence: str
    claims: tuple[str, ...]
    words: str
    cause: str = CALL


@dataclass(frozen=True, slots=True)
class Odd:
    """A finding before its place is known; `stated` are the figures that ought to agree."""

    kind: str
    sentence: str
    claims: tuple[str, ...]
    stated: Stated | None = None
    misread: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim's first evidence stands."""

    call: str = ""
    begin: int = 0
    words: str = ""
    turn: str = ""
    confidence: float = 1.0


def placed(ask: Ask, found: Iterable[Odd]) -> Iterator[Finding]:
    """Findings with the place and words of their first claim, and with whose fault they likely are."""
    rows = list(found)
    places = places_of(ask, sorted({claim for odd in rows for claim in odd.claims}))
    for odd in rows:
        own = [places.get(claim, Place()) for claim in odd.claims]
        sure, turns = [place.confidence for place in own], len({place.turn for place in own})
        cause = blame(odd.kind, odd.stated, sure, turns=turns)
        sentence = odd.misread if odd.misread and cause == READING else odd.sentence
        yield Finding(own[0].call, own[0].begin, odd.kind, sentence, odd.claims, own[0].words, cause)


def places_of(ask: Ask, claims: list[str]) -> Mapping[str, Place]:
    """Where each claim's first evidence stands; claims without evidence are left out."""
    if not claims:
        return {}
    found: dict[str, Place] = {}
    for row in ask(f"{prefixes()} {_PLACES % ' '.join(f'<{claim}>' for claim in claims)}"):
        this = text(row["this"])
        sure = float(text(row["confidence"]) or 1)
        place = Place(text(row["call"]), int(text(row["begin"])), text(row["words"]), text(row["turn"]), sure)
        found.setdefault(this, place)
    return found


def text(term: object) -> str:
    """The words of an answer's term; nothing for an unbound one."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def readable(value: str) -> str:
    """A figure as a person writes it; other words as they are.

    >>> readable("-2900000000"), readable("9.5E1"), readable("revenue")
    ('-2.9 billion', '95', 'revenue')
    """
    try:
        number = float(value)
    except ValueError:
        return value
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if abs(number) >= size:
            return f"{number / size:.10g}{word}"
    return f"{number:.10g}"
