"""Named questions about English grammar, asked of spaCy tokens: which clause, whose subject, denied or not.

Every extractor of facts asks them here, so that the labels of the parser are known in one place. The word lists
stand in `words/grammar.toml`; the labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from functools import cache

import spacy
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan
from spacy.vocab import Vocab

from kg.word_lists import word_list

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp"})
VERBS = frozenset({"VERB", "AUX"})
CLAUSE_OPENERS = frozenset({"as", "because", "since", "when", "although", "though", "while", "whereas"})


def heads_clause(token: Token) -> bool:
    """Whether a token is the verb (or the word in its place) around which a clause is built.

    >>> sales, rose, and_, fell = _said("Sales rose and fell", [1, 1, 1, 1], ["nsubj", "ROOT", "cc", "conj"], "NVCV")
    >>> [heads_clause(t) for t in (sales, rose, and_, fell)]
    [False, True, False, True]
    """
    if token.dep_ == "conj":
        return token.pos_ in VERBS and heads_clause(token.head)
    return token.dep_ in CLAUSES


def clause_head(token: Token) -> Token:
    """The word that heads the innermost clause around a token.

    >>> words = _said("We expect costs to fall", [1, 1, 4, 4, 1], ["nsubj", "ROOT", "nsubj", "aux", "ccomp"], "PVNAV")
    >>> clause_head(words[2])
    fall
    """
    while not heads_clause(token) and token.head.i != token.i:
        token = token.head
    return token


def clause(token: Token) -> tuple[Token, ...]:
    """The words of the innermost clause around a token, without those of clauses inside it.

    >>> words = _said("We expect costs to fall", [1, 1, 4, 4, 1], ["nsubj", "ROOT", "nsubj", "aux", "ccomp"], "PVNAV")
    >>> clause(words[1])
    (We, expect)
    """
    within = [clause_head(token)]
    for word in within:  # which grows as it is read
        within += (t for t in word.children if not heads_clause(t))
    return tuple(sorted(within, key=lambda t: t.i))


def subject(verb: Token) -> Token | None:
    """Who or what does it: the verb's own subject, or the one that it shares with the clause above.

    >>> words = _said("Sales rose and fell", [1, 1, 1, 1], ["nsubj", "ROOT", "cc", "conj"], "NVCV")
    >>> subject(words[3])
    Sales
    """
    own = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if own is not None:
        return own.head.head if _is_relative(own) and verb.dep_ == "relcl" else own
    if verb.dep_ == "conj" and (new := _taken_for_object(verb)) is not None:
        return new
    if verb.dep_ == "acl" and verb.tag_ == "VB":  # "we have the means to grow": we grow
        return subject(clause_head(verb.head))
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp"} and verb.head.i != verb.i:
        return subject(clause_head(verb.head))
    return None


def _taken_for_object(verb: Token) -> Token | None:
    """The subject that the parser joined to an object before it: "Sales were $4 million and *fees* were $2 million"."""
    left = (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ not in ("ADV", "AUX"))
    before = next(left, verb)
    phrase = [t for t in (before, *before.ancestors) if t.dep_ == "conj" and t.i < verb.i]
    last = phrase[0] if phrase else None
    if last is None or last.pos_ not in ("NOUN", "PROPN") or last.head.i < verb.head.i or last.right_edge.i != before.i:
        return None
    joined = verb.doc[last.left_edge.i - 1] if last.left_edge.i > 0 else None
    return last if joined is not None and joined.dep_ == "cc" else None


def _is_relative(token: Token) -> bool:
    return token.lower_ in _list("subordinators")


def objects(verb: Token) -> tuple[Token, ...]:
    """Direct objects and predicates of a verb, with what is coordinated to them.

    >>> words = _said("We sold beds and lamps", [1, 1, 1, 2, 2], ["nsubj", "ROOT", "dobj", "cc", "conj"], "PVNCN")
    >>> objects(words[1])
    (beds, lamps)
    """
    return tuple(t for child in verb.children if child.dep_ in OBJECTS for t in conjuncts(child))


def conjuncts(token: Token) -> tuple[Token, ...]:
    """A word and those coordinated to it, in text order.

    >>> words = _said("We sold beds and lamps", [1, 1, 1, 2, 2], ["nsubj", "ROOT", "dobj", "cc", "conj"], "PVNCN")
    >>> conjuncts(words[2])
    (beds, lamps)
    """
    return tuple(sorted({token, *token.conjuncts}, key=lambda t: t.i))


def first_of_list(noun: Token) -> Token:
    """The noun with which a list begins, and on whose place in the sentence the others depend.

    >>> words = _said("We sold beds and lamps", [1, 1, 1, 2, 2], ["nsubj", "ROOT", "dobj", "cc", "conj"], "PVNCN")
    >>> first_of_list(words[4])
    beds
    """
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        noun = noun.head
    return noun


def is_negated(token: Token) -> bool:
    """Whether a word is denied: by its own negation, or by that of its clause's verb; "not only" denies nothing.

    >>> words = _said("Costs did not fall", [3, 3, 3, 3], ["nsubj", "aux", "neg", "ROOT"], "NAPV")
    >>> is_negated(words[3]), is_negated(words[0])
    (True, True)
    """
    return any(
        _has(t, _list("negations"), {"neg", "det", "preconj"}) or _no_longer(t) for t in (token, clause_head(token))
    )


def _no_longer(token: Token) -> bool:
    return any(t.lower_ == "longer" and t.i > 0 and t.nbor(-1).lower_ == "no" for t in token.children)


def _has(token: Token, words: frozenset[str], deps: set[str]) -> bool:
    return any(t.lower_ in words and t.dep_ in deps and not is_not_alone(t) for t in token.children)


def is_not_alone(denial: Token) -> bool:
    """Whether a denial only says that there is more: "*not only* price", "*not just* because of it".

    >>> is_not_alone(_said("not only price", [2, 2, 2], ["neg", "advmod", "ROOT"], "AAN")[0])
    True
    """
    behind = denial.doc[denial.i + 1 : denial.i + 2].text.lower()
    return denial.lower_ == "not" and behind in _list("alone")


def is_question(sentence: DocSpan) -> bool:
    """Whether a sentence asks: it ends in a question mark, or opens with an auxiliary before its subject, or "what is".

    >>> is_question(_said("Did costs fall", [2, 2, 2], ["aux", "nsubj", "ROOT"], "ANV")[0].doc[:])
    True
    """
    if "?" in sentence[-2:].text:
        return True
    root = sentence.root
    opening = next((t for t in sentence if t.pos_ not in {"CCONJ", "INTJ", "PUNCT"}), sentence[0])
    asked = opening.tag_ in {"WP", "WRB"} and opening.i + 1 < sentence.end
    first = opening.nbor() if asked else sentence[0]
    if asked and first.pos_ == "AUX" and first.i == root.i:
        return True
    who = next((t for t in root.children if t.dep_ in SUBJECTS), None)
    return first.pos_ == "AUX" and first.head.i == root.i and who is not None and first.i < who.i


def phrase(token: Token) -> DocSpan:
    """Everything that hangs on a word, from its leftmost to its rightmost descendant.

    >>> words = _said("higher sales of beds", [1, 1, 1, 2], ["amod", "ROOT", "prep", "pobj"], "ANSN")
    >>> phrase(words[1])
    higher sales of beds
    """
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def trimmed(span: DocSpan) -> DocSpan | None:
    """A span without punctuation and linking words at its edges; None where nothing else is in it.

    >>> words = _said("and higher sales ,", [2, 2, 2, 2], ["cc", "amod", "ROOT", "punct"], "CAN.")
    >>> trimmed(words[0].doc[:])
    higher sales
    """
    edges = _list("edges")
    start, end = span.start, span.end
    while start < end and (_is_mark(span.doc[start]) or span.doc[start].lower_ in edges):
        start += 1
    while start < end and (_is_mark(span.doc[end - 1]) or span.doc[end - 1].lower_ in edges):
        end -= 1
    return span.doc[start:end] if start < end else None


def _is_mark(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in {"%", ")"})


def _list(name: str) -> frozenset[str]:
    return word_list("kg.facts", "words/grammar.toml", name)


_TAGS = {"N": "NOUN", "V": "VERB", "A": "AUX", "C": "CCONJ", "P": "PRON", "S": "SCONJ", ".": "PUNCT"}


def _said(text: str, heads: list[int], deps: list[str], tags: str) -> tuple[Token, ...]:
    """The tokens of a sentence annotated by hand, for the examples above: one letter of `tags` per word."""
    words = text.split()
    return tuple(Doc(_english(), words=words, heads=heads, deps=deps, pos=[_TAGS[t] for t in tags], lemmas=words))


@cache
def _english() -> Vocab:
    return spacy.blank("en").vocab
