"""Places in a sentence that only a person fills: who is greeted, and who is said to have said something."""

from __future__ import annotations

import re

from spacy.tokens import Span as DocSpan

from kg.entities.context_words import context_words

_GIVEN = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")


def is_person(words: DocSpan) -> bool:
    """Whether a sentence speaks of a single name as of a person: "Thank you, Orla.", "as Orla mentioned".

    >>> import spacy; from spacy.tokens import Doc
    >>> words, deps = ["Thanks", ",", "Orla", "."], ["ROOT", "punct", "npadvmod", "punct"]
    >>> doc = Doc(spacy.blank("en").vocab, words, heads=[0, 0, 0, 0], deps=deps)
    >>> is_person(doc[2:3]), is_person(doc[0:1])
    (True, False)
    """
    if len(words) > 1 or not _GIVEN.fullmatch(words.text):
        return False
    return _is_greeted(words) or _speaks(words)


def _is_greeted(words: DocSpan) -> bool:
    doc = words.doc
    before = [t.lower_ for t in doc[max(0, words.start - 3) : words.start] if t.text != ","]
    after = doc[words.end].text if words.end < len(doc) else "."
    return after in {",", ".", "!", "?"} and bool(before) and before[-1] in context_words("greetings")


def _speaks(words: DocSpan) -> bool:
    doc, root = words.doc, words.root
    led = words.start > 0 and doc[words.start - 1].lower_ in {"as", "like"}
    verb = root.head
    if led and root.dep_ == "nsubj" and verb.lemma_.lower() in context_words("speech_verbs"):
        return True
    return [t.lower_ for t in doc[words.end : words.end + 3]] in (["and", "his", "team"], ["and", "her", "team"])
