"""Whether a move is only supposed, wished for or possible: "*if demand picks up*", "potential *for more*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.sentence import clause_head

_SUPPOSING = frozenset({"if", "whether", "unless"})
_WISHING = frozenset({"wish", "need"})
_CHANCES = frozenset({"potential", "chance", "reason", "possibility"})
_LEVELS = 3
"""How many verbs up a wish may stand: "we *need* to see demand improve"."""
_NEAR = 12
"""How many words before a move the chance for it may stand."""


def is_supposed(word: Token) -> bool:
    """Whether the word of a move stands under "if", under a wish, or behind what is but a chance.

    >>> import spacy; from spacy.tokens import Doc
    >>> said = Doc(spacy.blank("en").vocab, ["if", "demand", "rises", "we", "hire"], heads=[2, 2, 4, 4, 4],
    ...            deps=["mark", "nsubj", "advcl", "nsubj", "ROOT"], tags=["IN", "NN", "VBZ", "PRP", "VBP"],
    ...            lemmas=["if", "demand", "rise", "we", "hire"], pos=["SCONJ", "NOUN", "VERB", "PRON", "VERB"])
    >>> is_supposed(said[2]), is_supposed(said[4])
    (True, False)
    """
    verb = clause_head(word)
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in _SUPPOSING), None)
    if mark is not None and not any(t.text == "," for t in word.doc[mark.i : word.i]):
        return True
    if any(above.lemma_.lower() in _WISHING for above in _above(verb)):
        return True
    return any(_is_chance(t) for t in (word, *word.ancestors) if t.i > word.i - _NEAR)


def _above(verb: Token) -> Iterator[Token]:
    for _ in range(_LEVELS):
        if verb.dep_ not in ("ccomp", "xcomp"):
            return
        verb = verb.head
        yield verb


def _is_chance(token: Token) -> bool:
    """Whether a phrase or an infinitive only says what is possible: "potential *for* growth", "a chance *to* grow"."""
    tied = (token.dep_ == "prep" and token.lower_ == "for") or (token.dep_ in ("acl", "relcl") and token.tag_ == "VB")
    return tied and token.head.pos_ == "NOUN" and token.head.lemma_.lower() in _CHANCES
