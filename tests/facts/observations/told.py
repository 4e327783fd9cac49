"""What an observation in figures tells, in a form that a table of cases can hold."""

from __future__ import annotations

from decimal import Decimal

from kg.model import Observation, Reading

TALK = """Orvane Corporation (ORVN)
Q3 2024 Earnings Call
Oct 24, 2024, 5:00 p.m. ET

Operator

Good day, and welcome to Orvane's call on the third quarter. Please go ahead.

Mara Quill -- Chief Financial Officer

Thank you all. We are ready for questions.

Operator

Our first question comes from Ivo Marsh with Larkfield Securities. Please go ahead.

Ivo Marsh -- Larkfield Securities -- Analyst

{question}

Mara Quill -- Chief Financial Officer

{answer}
"""
"""A call with one question and its answer."""

Told = tuple[str, Decimal | None, Decimal | None, Decimal | None, str | None]


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def figures(reading: Reading, o: Observation) -> Told:
    """The metric's name, the value, the change, the prior value and the direction."""
    return reading.entity(o.metric).name, o.value, o.change, o.prior_value, o.direction
