"""Words that open a call above the first label: a page copied without its head loses the moderator's first label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Paragraph, Role, Speaker
from kg.transcripts.draft import Said
from kg.transcripts.lines import lines

_GREETS = re.compile(
    r"(?:good (?:day|morning|afternoon|evening)|ladies and gentlemen|greetings|hello|welcome|thank you for)\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"listen[- ]only|\b(?:turn|hand)\b[^.?!]{0,60}\bover\b|you may begin|please (?:go ahead|proceed)|being recorded",
    re.IGNORECASE,
)
_LEAST_WORDS = 12


def with_opening(text: str, said: Sequence[Said]) -> tuple[Said, ...]:
    """The same speech, before it what a moderator says above the first label.

    >>> from kg.model import Span
    >>> text = "Good day, and welcome to Acme's call for the third quarter. You may begin.\\n\\nAnn Lee\\n\\nHi."
    >>> ann = Said(Speaker("Ann Lee"), Span(76, 83), (Paragraph(Span(85, 88)),))
    >>> [(s.speaker.name, len(s.paragraphs)) for s in with_opening(text, (ann,))]
    [('Operator', 1), ('Ann Lee', 1)]
    """
    first = said[0]
    end = first.label.start if first.label else first.paragraphs[0].span.start
    above = list(lines(text[:end]))
    start = next((i for i, line in enumerate(above) if _is_greeting(line.text)), None)
    if start is None or not _SERVES.search(" ".join(line.text for line in above[start:])):
        return tuple(said)
    spoken = tuple(Paragraph(line.span) for line in above[start:])
    return (Said(Speaker("Operator", role=Role.OPERATOR), None, spoken), *said)


def _is_greeting(text: str) -> bool:
    return _GREETS.match(text) is not None and len(text.split()) >= _LEAST_WORDS and text.rstrip()[-1] in ".?!])"
