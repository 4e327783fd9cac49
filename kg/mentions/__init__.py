"""Finders: which words of a call name a thing, name a measure, state a figure or a period."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language import Passage
from kg.lexicon import Lexicon
from kg.lexicon.own_metrics import metrics_of_call
from kg.mentions.found import Found
from kg.mentions.metrics import metrics
from kg.mentions.names import names
from kg.mentions.periods import periods
from kg.mentions.quantities import currency_of_call, quantities
from kg.mentions.thresholds import THRESHOLD
from kg.model import Mention, Transcript, within
from kg.values.fiscal import calendar_of

__all__ = ["Found", "find"]


def find(transcript: Transcript, passages: Sequence[Passage], lexicon: Lexicon) -> Found:
    """Everything that the finders find in one call."""
    table = metrics_of_call(lexicon.of_call(transcript.call), transcript.text)
    currency = currency_of_call(transcript)
    figures = tuple(
        m for passage in passages for m in quantities(passage, default_currency=currency, transcript=transcript)
    )
    named = tuple(names(transcript, passages, lexicon, metrics=table, figures=figures))
    measured = [m for passage in passages for m in metrics(passage, _inside(passage, named), table)]
    calendar = calendar_of(transcript, known=lexicon.fiscal_calendar(transcript.call))
    dated = tuple(m for passage in passages for m in periods(passage, transcript, calendar))
    whole = [m for m in measured if m.rule == THRESHOLD]
    return Found(named, tuple(measured), _apart(figures, [*named, *whole]), _apart(dated, whole))


def _inside(passage: Passage, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions of one paragraph, from those of the call in text order."""
    return within(mentions, passage.paragraph.span, lambda m: m.span)


def _apart(found: Sequence[Mention], names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The figures or times that are no part of a name: not the 5 of "iMeter 5"."""
    taken = {i for m in names for i in range(m.span.start, m.span.end)}
    return tuple(m for m in found if m.span.start not in taken)
