"""The part of speech, form and lemma of each word, from memory.

The pipeline's rules for them are by far its dearest part beside the network, and what they say depends on little: on
the word's tag and its place in the sentence, and on the word itself only where a rule names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

Word = tuple[int, ...]
"""A word, its tag and its dependency, by the numbers that spaCy gives them."""
Forms = tuple[int, ...]
"""What the rules make of a word: its values of `_TOLD`."""
Pattern = list[dict[str, object]]

_GIVEN: list[int | str] = ["ORTH", "TAG", "DEP"]
_TOLD: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
_REMEMBERED = 50_000
"""Words that are kept, more than one call says: a thousand calls need no more memory than ten."""


class WordForms:
    """Stands in for the pipeline's `attribute_ruler` and `lemmatizer`: the same result at a fraction of the time."""

    def __init__(self, nlp: Language) -> None:
        ruler = nlp.get_pipe("attribute_ruler")
        assert isinstance(ruler, AttributeRuler)
        lemmatizer = nlp.get_pipe("lemmatizer")
        assert isinstance(lemmatizer, Lemmatizer)
        _hold_as_sets(lemmatizer)
        self._ruler, self._lemmatizer, self._vocab = ruler, lemmatizer, nlp.vocab
        self._unnamed = nlp.vocab.strings.add("unnamed")
        patterns = [p for rule in ruler.patterns for p in cast(list[Pattern], rule["patterns"])]
        self._named = _matcher(nlp.vocab, [named for p in patterns if len(p) == 1 and (named := _words_of(p))])
        self._joined = _matcher(nlp.vocab, [p for p in patterns if len(p) > 1])  # "let's", "there are"
        self._known: dict[Word, Forms] = {}
        self._ruled = lru_cache(10_000)(self._rule)

    def __call__(self, doc: Doc) -> Doc:
        """Complete a document that has tags and dependencies."""
        return next(self.pipe((doc,)))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Complete documents, so many at a time: the words that are new among them are learned at once."""
        coming = iter(stream)
        while docs := list(islice(coming, batch_size)):
            given = [_given(doc) for doc in docs]
            self._learn([word for words in given for word in words])
            yield from (self._completed(doc, words) for doc, words in zip(docs, given, strict=True))

    def _completed(self, doc: Doc, words: Sequence[Word]) -> Doc:
        if not words:
            return doc
        told = [self._known[word] for word in words]
        for _, start, end in self._joined(doc, allow_missing=True):
            told[start:end] = self._with_lemmas(words[start:end], self._ruled(*words[start:end]))
        _fill(doc, _TOLD, told)
        return doc

    def _learn(self, words: Sequence[Word]) -> None:
        """Find the forms of the words that are not known yet; to the rules, one that none of them names is any word."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
            self._lemmatizer.cache.clear()
        unknown = [word for word in dict.fromkeys(words) if word not in self._known]
        if not unknown:
            return
        named = {start for _, start, _ in self._named(self._doc(unknown))}
        asked = [word if at in named else (self._unnamed, *word[1:]) for at, word in enumerate(unknown)]
        told = self._with_lemmas(unknown, [self._ruled(word)[0] for word in asked])
        self._known.update(zip(unknown, told, strict=True))

    def _rule(self, *words: Word) -> tuple[Forms, ...]:
        """What the rules say of words side by side."""
        doc = self._ruler(_fill(self._doc(words), _GIVEN, words))
        return tuple(tuple(row) for row in doc.to_array(_TOLD).tolist())

    def _with_lemmas(self, words: Sequence[Word], forms: Sequence[Forms]) -> Iterator[Forms]:
        doc = self._lemmatizer(_fill(self._doc(words), _TOLD, forms))
        return (tuple(row) for row in doc.to_array(_TOLD).tolist())

    def _doc(self, words: Sequence[Word]) -> Doc:
        return Doc(self._vocab, words=[self._vocab.strings[word[0]] for word in words])


def _given(doc: Doc) -> list[Word]:
    return [tuple(row) for row in doc.to_array(_GIVEN).tolist()] if len(doc) else []


def _hold_as_sets(lemmatizer: Lemmatizer) -> None:
    """Have the words that the lemmatizer knows as sets: it asks whether one is among them, and has them in lists."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in list(index):
        index[part_of_speech] = frozenset(index[part_of_speech])


def _fill(doc: Doc, names: list[int | str], values: Sequence[tuple[int, ...]]) -> Doc:
    return doc.from_array(names, np.array(values, dtype=np.uint64))  # type: ignore[arg-type]  # spaCy wants these


def _matcher(vocab: Vocab, patterns: Sequence[Pattern]) -> Matcher:
    matcher = Matcher(vocab)
    matcher.add("rule", list(patterns))
    return matcher


def _words_of(pattern: Pattern) -> Pattern:
    """The words that a rule for one word names, to be or not to be, whatever their tag and place."""
    asked = {name: value for name, value in pattern[0].items() if name not in {"TAG", "DEP"} and value is not False}
    for name, value in asked.items():
        if isinstance(value, dict) and "NOT_IN" in value:
            asked[name] = {"IN": value["NOT_IN"]}
    return [asked] if asked else []
