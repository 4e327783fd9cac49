"""Places in a sentence that only a firm fills: who is dealt with, who acts for itself, who is said to be a firm."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.entities.context_words import context_words
from kg.mentions.words import first_names


def is_firm(words: DocSpan) -> bool:
    """Whether a sentence speaks of a name as of a firm.

    >>> from spacy.tokens import Doc; from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), ["Torvex", "chose", "us"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"],
    ...           pos=["PROPN", "VERB", "PRON"], lemmas=["Torvex", "choose", "us"])
    >>> is_firm(doc[0:1]), is_firm(doc[2:3])
    (True, False)
    """
    root = words.root
    dealt = _is_example(root) or _is_dealt_with(root) or _is_bought(words)
    return dealt or _acts(root) or _is_called_firm(words) or _calls(words)


def _is_example(token: Token) -> bool:
    """ "customers such as Acme", "companies like Acme and Bolt": the name is in a list below such a noun."""
    nouns = context_words("organizations")
    for ancestor in _up(token):
        if ancestor.lower_ in {"like", "as", "including", "include"} and any(
            a.lemma_.lower() in nouns for a in (ancestor.head, ancestor.head.head)
        ):
            return True
    return False


def _is_dealt_with(token: Token) -> bool:
    """ "partnered with Acme", "our partnership with Acme", "the acquisition of Acme"."""
    for ancestor in _up(token):
        if ancestor.dep_ == "prep":
            return ancestor.lower_ in {"with", "of", "by"} and ancestor.head.lemma_.lower() in context_words("dealings")
    return False


def _is_bought(words: DocSpan) -> bool:
    """ "we acquired Acme", "the Acme acquisition", "our Acme joint venture"."""
    root = words.root
    if root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_.lower() == "acquire":
        return True
    behind = words.doc[words.end : words.end + 2].text.lower()
    return any(behind == deal or behind.startswith(f"{deal} ") for deal in context_words("deals"))


def _acts(root: Token) -> bool:
    """ "Acme chose us", "Acme has signed a lease": what only somebody with a will of his own does."""
    verb = root.head
    if root.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.lemma_.lower() not in context_words("firm_verbs"):
        return False
    return any(c.dep_ in {"dobj", "prep", "xcomp"} and c.i > verb.i for c in verb.children)


def _is_called_firm(words: DocSpan) -> bool:
    """ "our partner Acme", "Acme, a maker of lamps", "Acme's CEO"."""
    doc, nouns = words.doc, context_words("organizations") | context_words("firm_nouns")
    before = doc[words.start - 1] if words.start else None
    if before is not None and before.text in context_words("before_firms"):
        return True
    if any(c.dep_ == "appos" and c.i > words.end and c.lemma_.lower() in nouns for c in words.root.children):
        return True
    behind = [t.lower_ for t in doc[words.end : words.end + 2]]
    return len(behind) == 2 and behind[0] in {"'s", "’s"} and behind[1] in context_words("officers")


def _calls(words: DocSpan) -> bool:
    """ "It's Orla from Acme.": the firm of whoever calls."""
    doc, start = words.doc, words.start
    led = start > 1 and doc[start - 1].lower_ in {"from", "with"} and doc[start - 2].text in first_names()
    return led and (words.end == len(doc) or doc[words.end].is_punct)


def _up(token: Token) -> Sequence[Token]:
    """The tokens above through lists and appositions, nearest first, up to the first preposition."""
    out = []
    current = token
    while current.dep_ in {"conj", "appos", "compound", "nmod", "pobj", "poss"} and current.head is not current:
        current = current.head
        out.append(current)
        if current.dep_ == "prep":
            break
    return out
