"""Where the name of a measure begins and ends in a sentence, and how far a run of nouns goes that may be one."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from kg.language.neighbours import word_at
from kg.lexicon.metrics import MetricTable, words_of
from kg.mentions.metric_words import (
    counting_nouns,
    dropped_modifiers,
    head_endings,
    is_period_word,
    measures_of,
    measures_on,
)

LEFT_POS = frozenset({"NOUN", "PROPN", "ADJ"})
"""What may stand before the head of a measure's name."""
JOINERS = frozenset({"-", "–", "/", "&"})
LONGEST, LONGEST_LIST = 10, 15
"""So many words the name of a measure can have, and one that is a list with commas."""


def with_base(doc: Doc, end: int) -> int:
    """The end of a metric with the noun that only carries it: "active user *base*", "inventory *level*"."""
    return end + 1 if end < len(doc) and doc[end].lower_ in ("base", "level", "levels") else end


def measure_of(doc: Doc, position: int) -> int | None:
    """The end of a phrase that says how much of a thing there is: "number of stores", "return on paid-in capital"."""
    if position + 2 >= len(doc) or not _measures(doc[position]):
        return None
    if position and doc[position - 1].like_num:  # "40 percent of sales" is a figure
        return None
    if position and doc[position].lower_ == "number" and doc[position - 1].lower_ == "a":  # no more than "several"
        return None
    end = position + 2
    while (
        end < len(doc)
        and end < position + 8
        and (doc[end].pos_ in ("DET", "PRON") or doc[end].lower_ in dropped_modifiers())
    ):
        end += 1
    if end + 1 < len(doc) and doc[end].pos_ == "PROPN" and doc[end + 1].tag_ == "POS":
        end += 2
    start = end
    while end < len(doc) and end < start + 6 and (_describes(doc[end]) or "-" in (doc[end].text, doc[end - 1].text)):
        end += 1
    return end if end > start and doc[end - 1].pos_ in ("NOUN", "PROPN") else None


def _describes(token: Token) -> bool:
    """Whether a token is a noun, an adjective, or a participle before a noun: "*invested* capital"."""
    return token.pos_ in LEFT_POS or (token.tag_ == "VBN" and token.dep_ == "amod")


def _measures(token: Token) -> bool:
    """Whether a noun measures what stands behind its "of" or "on"."""
    lead = word_at(token.doc, token.i + 1)
    if lead == "on":
        return token.lower_ in measures_on()
    return lead == "of" and token.lower_ in measures_of()


_FIRST_POS = LEFT_POS | {"VERB", "ADV"}
_FIRST_WORDS = frozenset({"non", "pre", "gross", "net", "adjusted", "operating", "earnings"})
"""What the name of a measure may begin with: words of these kinds, and these words."""


def is_acronym(token: Token) -> bool:
    """Whether a word is a noun by its capitals, be it taken for a verb: "ASPs"."""
    return len(token.text) > 2 and token.text.removesuffix("s").isupper()


def is_dropped(token: Token) -> bool:
    """Whether a word before a measure says only how much or when; "real" of "real estate", "third" of "third party"
    tell which.
    """
    return token.lower_ in dropped_modifiers() and not _tells_which(token)


def _tells_which(token: Token) -> bool:
    behind = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3] if t.text != "-"]
    return behind[:1] == [_PAIRS.get(token.lower_)]


_PAIRS = {"real": "estate", "third": "party", "first": "party"}


def may_begin(token: Token) -> bool:
    counts = (token.like_num or is_period_word(token.text)) and not _tells_which(token)
    if token.is_punct or token.is_space or counts:
        return False
    lower = token.lower_
    if token.pos_ not in _FIRST_POS and lower not in _FIRST_WORDS:
        return False
    if token.i > 0 and token.nbor(-1).text in JOINERS and not token.nbor(-1).whitespace_:
        return False
    hyphened = word_at(token.doc, token.i + 1) == "-"
    if hyphened and lower + token.doc[token.i + 1 : token.i + 3].text.lower() in dropped_modifiers():
        return False
    if lower == "new" and any(t.lemma_.lower() == "record" for t in token.doc[token.i + 2 : token.i + 3]):
        return False  # "a new revenue record"
    if lower in ("point", "points"):  # a unit: "margin by 3 points and kiln output by 4"
        return False
    if lower in _FIRST_WORDS:
        return True
    if lower in ("share", "shares") and token.i > 0 and token.nbor(-1).lower_ == "per":
        return False
    if (
        token.pos_ == "VERB"
        and not is_acronym(token)
        and token.dep_ not in ("amod", "compound", "nmod", "nsubj", "pobj", "dobj")
    ):
        return False
    return token.tag_ != "JJR" and not is_dropped(token)


def may_end(token: Token, table: MetricTable) -> bool:
    """Whether the name of a measure, listed or known by its head, may end in a word: a quick look before the others.

    What the word before touches ("cost/income") may be one word with it, and a sign ends what stands before it.
    """
    if not is_nominal(token):
        return False
    words = words_of(token.text)
    joined = token.i > 0 and not token.nbor(-1).whitespace_
    return joined or not words or words[-1] in head_endings() or words[-1] in table.endings


_ON, _ON_ONLY, _COMMA, _STOP = "wocx"
"""What a token is to a phrase: part of it, a word on which it cannot end, a comma of a list, what no phrase holds."""
_NUMBERED = frozenset({"tier", "level", "stage"})
"""Words whose number is part of a name: "*Tier 1* capital ratio"."""
_INSIDE = frozenset({"of", "per", "to", "on", "and", "from"})
_PHRASE = re.compile(rf".[wo]{{0,{LONGEST - 1}}}")
_LIST = re.compile(rf".[woc]{{0,{LONGEST_LIST - 1}}}")


def course(doc: Doc, taken: frozenset[int]) -> str:
    """One letter for each token of a document, which tells whether a nominal phrase can run over it."""
    words = [token.text for token in doc]
    closed = (False, *map(_ends_sentence, words))
    before = ("", *words)
    return "".join(
        _STOP if ends or token.i in taken else _step(token, word, former)
        for token, word, former, ends in zip(doc, words, before, closed, strict=False)
    )


def _step(token: Token, word: str, before: str) -> str:
    if word in JOINERS:
        return _ON_ONLY
    if word.isdigit() and before.lower() in _NUMBERED:
        return _ON
    pos = token.pos_
    if word.lower() not in _INSIDE:
        if word == ",":
            return _COMMA
        if token.is_punct or token.tag_ == "POS" or pos in ("DET", "PRON", "AUX", "SYM") or token.like_num:
            return _STOP
    return _ON_ONLY if pos in ("ADP", "CCONJ", "PART") else _ON


def _ends_sentence(word: str) -> bool:
    """Whether a full stop hangs on a word that is no initials: "P&L." but "U.S."."""
    return len(word) > 2 and word[-1] == "." and re.fullmatch(r"(?:[A-Za-z]\.)+", word) is None


def phrase_end(course: str, start: int, sentence_end: int, *, commas: bool = False) -> int:
    """How far a nominal phrase that begins at `start` can run, over the commas of a list where `commas`.

    >>> phrase_end("wowx", 0, 4), phrase_end("wox", 0, 3), phrase_end("wcw", 0, 3, commas=True)
    (3, 1, 3)
    """
    run = (_LIST if commas else _PHRASE).match(course, start, sentence_end)
    return start + 1 + len(run.group()[1:].rstrip(_ON_ONLY)) if run else start + 1


def only_modifies(token: Token) -> bool:
    """Whether a noun tells which thing another is, not how many there are: "*branch* staff", but "branch growth"."""
    if token.dep_ not in ("compound", "nmod", "amod") or token.i + 1 >= len(token.doc) or token.tag_ in ("NNS", "NNPS"):
        return False
    after = token.nbor()
    return after.pos_ in ("NOUN", "PROPN") and after.lower_ not in counting_nouns() and not after.text.isupper()


def is_nominal(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "X", "NUM"} and token.pos_ != "AUX"
