"""Finds the figures in a paragraph: amounts of money, percentages, points, counts, ranges, and figures in words.

A mention's span covers the figure itself with its sign, currency, scale and unit, and both ends of a range.
Words that make it a bound or an approximation ("over", "about") and the thing counted stay outside the span;
they are in the value. The rule id says what was read: `quantity.money`, `.percent`, `.points`, `.times`, `.count`,
`.small` (a small number in words that counts things: often idle talk), `.digits`, `.fraction`, `.multiple`, `.rank`,
`.vague` (an amount by words alone), `.none`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from kg.language import Passage
from kg.mentions.bare_numbers import is_small, says_enough
from kg.mentions.counted import (
    counted_noun,
    is_amount_of_money,
    is_idle,
    is_measure,
    is_without_plural,
    thing_of,
    topic_before,
)
from kg.mentions.currency_of_call import currency_of_call, in_currency_of_call
from kg.mentions.figure_context import is_approximate, limit
from kg.mentions.joined_counts import with_things
from kg.mentions.joined_figures import figures_in
from kg.mentions.single_figures import Found, is_year
from kg.mentions.worded import Worded
from kg.mentions.worded_figures import worded_figures
from kg.model import Amount, Count, Mention, MentionKind, Money, Percent, Points, Quantity, Range, Span, Transcript

__all__ = ["currency_of_call", "quantities"]

_OF_SHARES = re.compile(r"[\s-]+share\s+[a-z]", re.I)
_PAID = re.compile(
    r"\bfor\s+(?:(?:a|an)\s+(?:total|aggregate)\s+(?:of\s+)?|about\s+|approximately\s+|around\s+|roughly\s+)*$", re.I
)
"""What stands before the sum for which shares are bought: "bought 3 million shares back *for a total of* 7 million"."""
_INDIAN = re.compile("crore|lakh", re.I)
_SMALL = Decimal(100)
_MILLION = Decimal(1_000_000)


def quantities(
    passage: Passage, *, default_currency: str | None = None, transcript: Transcript | None = None
) -> Iterator[Mention]:
    """The figures of a paragraph, in text order, none overlapping another.

    `default_currency` is the ISO 4217 code in which the call gives amounts without one (see `currency_of_call`).
    With its `transcript`, a mention quotes the words as they stand there, line breaks and page furniture included.
    """
    text = passage.text
    worded = worded_figures(text)
    found = [
        w
        for f in figures_in(text)
        if _apart(f, worded) and not _is_name_part(passage.doc, f) and (w := _complete(passage, f, default_currency))
    ]
    for figure in sorted([*worded, *with_things(text, found)], key=lambda w: w.start):
        span = Span(figure.start, figure.end).shifted(passage.paragraph.span.start)
        words = transcript.quote(span) if transcript else text[figure.start : figure.end]
        yield Mention(span, MentionKind.QUANTITY, words, figure.rule, _with_context(text, figure))


def _apart(found: Found, worded: list[Worded]) -> bool:
    return all(found.end <= w.start or w.end <= found.start for w in worded)


def _is_name_part(doc: Doc, found: Found) -> bool:
    """Whether a bare number belongs to the capitalised name before it: "Widget 365", "Acme Phone 14"."""
    if not found.bare or not found.match["number"].isdigit() or found.low is not None:
        return False
    here = doc.char_span(found.start, found.start + 1, alignment_mode="expand")
    if here is None or here.start == 0:
        return False
    word = doc[here.start - 1]
    if word.idx + len(word) + 1 != found.start:
        return False
    return word.pos_ == "PROPN" or (
        word.text != word.lower_ and (not word.is_sent_start or word.pos_ in {"NOUN", "ADJ", "X"})
    )


def _complete(passage: Passage, found: Found, default_currency: str | None) -> Worded | None:
    """The figure with the thing it counts or the currency it leaves out; None for numbers that count nothing."""
    value, rule = found.value, _rule(found.figure.amount)
    if rule == "quantity.count":
        named = _named(passage, found, default_currency)
        if named is None:
            return None
        value, rule = named, _rule(named.high if isinstance(named, Range) else named)
        if rule == "quantity.count" and is_small(found):
            rule = "quantity.small"
    value = in_currency_of_call(value, found.match, default_currency)
    plus = found.figure.plus
    quantity = Quantity(value, bound=plus, decimals=found.figure.decimals, limit="at least" if plus else None)
    return Worded(found.start, found.end, quantity, rule)


def _named(passage: Passage, found: Found, default_currency: str | None) -> Amount | Range | None:
    """A count with its thing, or the money or percentage that the nouns around it make of it; None for idle numbers."""
    value, high = found.value, found.figure.amount
    if _INDIAN.search(found.match["scale"] or ""):
        default_currency = "INR"
    noun = counted_noun(passage.doc, found.end)
    if noun is not None and _is_plural(noun) and not (found.scaled and is_amount_of_money(noun)):
        if found.bare and (is_year(found) or (is_idle(noun) and high.amount < _SMALL)):
            return None
        return _changed(value, lambda amount: Count(amount.amount, thing_of(noun)))
    if not isinstance(value, Range) and _OF_SHARES.match(passage.text, found.end) and high.amount > _SMALL:
        return Count(high.amount, "shares")
    if found.bare and not says_enough(passage.text, found):
        return None
    if found.scaled and default_currency and noun is not None and is_amount_of_money(noun):
        return _changed(value, lambda amount: Money(amount.amount, default_currency))
    return _by_topic(passage, found, default_currency)


def _is_plural(noun: Token) -> bool:
    """Whether a noun names several things; acronyms do without an "s": "24 million ADS"."""
    return noun.tag_ in {"NNS", "NNPS"} or is_without_plural(noun) or is_measure(noun)


def _by_topic(passage: Passage, found: Found, default_currency: str | None) -> Amount | Range:
    """A number without a noun behind it, in the unit of the nearest telling noun before it."""
    topic = topic_before(passage.doc, found.start)
    if topic is not None and topic[0] == "things":
        thing = thing_of(topic[1])
        if default_currency and found.scaled and thing == "shares" and _PAID.search(passage.text, 0, found.start):
            return _changed(found.value, lambda amount: Money(amount.amount, default_currency))
        return _changed(found.value, lambda amount: Count(amount.amount, thing))
    if found.bare:
        rated = topic is not None and topic[0] == "rates" and "." in found.match["number"]
        return _changed(found.value, lambda amount: Percent(amount.amount)) if rated else found.value
    if default_currency is None or abs(found.figure.amount.amount) < _MILLION:
        return found.value
    return _changed(found.value, lambda amount: Money(amount.amount, default_currency))


def _with_context(text: str, figure: Worded) -> Quantity:
    quantity = figure.quantity
    beside = limit(text, figure.start, figure.end)
    return replace(
        quantity,
        bound=quantity.bound or beside is not None,
        limit=quantity.limit or beside,
        approximate=quantity.approximate or is_approximate(text, figure.start, figure.end),
    )


def _changed(value: Amount | Range, change: Callable[[Amount], Amount]) -> Amount | Range:
    return Range(change(value.low), change(value.high)) if isinstance(value, Range) else change(value)


def _rule(amount: Amount) -> str:
    match amount:
        case Money():
            return "quantity.money"
        case Percent():
            return "quantity.percent"
        case Points():
            return "quantity.points"
        case Count(thing="times"):
            return "quantity.times"
        case Count():
            return "quantity.count"
