"""Lines of business at the head of the sentences that report them: "Garden revenue grew 4%. Pet care revenue fell 2%."

One such sentence may speak of a kind of income; a call that reports one after the other so reports by lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.mentions.metric_words import dropped_modifiers
from kg.mentions.words import name_words

_RESULTS = frozenset({"revenue", "revenues", "sales"})
_LEADS = frozenset({"our", "the", "and", "finally", "lastly", ",", "while", "within", "in", "for"})
_JOINS = frozenset({"and", "&", "-", ","})
_INSIDE = {"NOUN", "PROPN", "ADJ"}
_OF_ANY_SALES = frozenset({"comparable", "identical", "system", "systemwide", "average", "weekly", "comp"})
"""What says which sales are counted, not whose: "*comparable* sales", "*system* sales"."""
_LONGEST = 8
_SERIES = 3
"""So many lines a call reports in this form before the form is taken for its habit."""


def reported_lines(docs: Sequence[Doc], is_measure: Callable[[str], bool]) -> frozenset[str]:
    """The lines, in small letters, with whose revenue sentences of the call begin, where there are several."""
    found = {line for doc in docs for sentence in doc.sents for line in _line(sentence)}
    lines = frozenset(line for line in found if _may_be_line(line) and not is_measure(line))
    return lines if len(lines) >= _SERIES else frozenset()


def _line(sentence: DocSpan) -> Iterator[str]:
    """The words between the beginning of a sentence and the revenue that grew by a percentage or is a sum."""
    doc, start = sentence.doc, sentence.start
    head = next((t for t in sentence[1:_LONGEST] if t.lower_ in _RESULTS), None)
    if head is None or head.dep_ not in ("nsubj", "nsubjpass") or not _moved(head.head):
        return
    end = head.i - (doc[head.i - 1].lower_ == "net")
    while start < end and doc[start].lower_ in _LEADS:
        start += 1
    words = doc[start:end]
    if len(words) and all(_may_stand(t) for t in words) and words[-1].pos_ in _INSIDE:
        yield words.text.lower()


def _moved(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and any(t.text in ("%", "$") or t.lower_ == "percent" for t in verb.subtree)


def _may_stand(token: Token) -> bool:
    small = token.text.islower() or token.is_sent_start or token.text in _JOINS
    return bool(small) and (token.pos_ in _INSIDE or token.lower_ in _JOINS or token.tag_ in ("VBN", "VBG"))


def _may_be_line(line: str) -> bool:
    """Whether the words name a line: "small business banking" does, "organic service" and "total" do not.

    >>> [_may_be_line(line) for line in ("garden", "small business lending", "new home", "total", "comparable")]
    [True, True, False, False, False]
    """
    lists = name_words()
    words = line.split()
    general = lists.general_modifiers | lists.general_topics | lists.line_heads | lists.of_many_lines | lists.ordinary
    last = words[-1] in (general | dropped_modifiers() | _OF_ANY_SALES) - {"markets"}
    led = len(words) > 1 and words[0] in (lists.general_modifiers | _OF_ANY_SALES) - {"small"}
    return not last and not led and ("," not in line or " and " in line)
