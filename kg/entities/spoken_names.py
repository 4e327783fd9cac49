"""Names of persons in what is said: full ones, those behind "Mr.", and given names where one person can be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from kg.entities.cast import Person
from kg.entities.same_person import short_forms
from kg.model import Role, Span, Turn
from kg.word_lists import word_list

_NEAR = 3
_WORDS_AROUND = frozenset(
    {"I", "Thanks", "Thank", "Hi", "Hey", "Hello", "Yes", "Yeah", "And", "So", "But", "OK", "Okay", "Good"}
)


def _common() -> frozenset[str]:
    """Given names that are words as well."""
    return word_list("kg.entities", "nicknames.toml", "words")


def _dates() -> frozenset[str]:
    """Those of them that are months."""
    return word_list("kg.entities", "nicknames.toml", "months")


@dataclass(frozen=True, slots=True)
class Forms:
    """Every form that may name a person of the call, with those whom it may name; the longest full names first."""

    full: tuple[tuple[str, tuple[Person, ...]], ...]
    given: Mapping[str, tuple[Person, ...]]
    other: Mapping[str, tuple[Person, ...]]

    @classmethod
    def of(cls, persons: Sequence[Person]) -> Forms:
        """The forms of the names of these persons."""
        ranked = sorted(_by_form(persons, _full_forms).items(), key=lambda item: (-len(item[0]), item[0]))
        return cls(tuple(ranked), _by_form(persons, _givens), _by_form(persons, _other_givens))


def _by_form(persons: Sequence[Person], forms: Callable[[Person], Iterable[str]]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for person in persons:
        for form in dict.fromkeys(forms(person)):
            found.setdefault(form, []).append(person)
    return {form: tuple(people) for form, people in sorted(found.items())}


def in_speech(text: str, turn: Turn, forms: Forms) -> Iterator[tuple[Span, Person, str]]:
    """Full names first, longest first; then given names, where one person alone can be meant."""
    taken: list[Span] = []
    for found, reason in (
        (_full_names(text, turn, forms), "the full name"),
        (_given_names(text, turn, forms), "the only one of that name near by"),
    ):
        for span, person in found:
            if not any(span.overlaps(t) for t in taken):
                taken.append(span)
                yield span.shifted(turn.span.start), person, reason


def _full_names(text: str, turn: Turn, forms: Forms) -> Iterator[tuple[Span, Person]]:
    for form, candidates in forms.full:
        if form.split()[-1] not in text:
            continue
        for match in re.finditer(rf"(?<![\w\-]){_pattern(form)}(?![\w\-])", text):
            if meant := _meant(candidates, turn):
                yield Span(*match.span()), meant


def _given_names(text: str, turn: Turn, forms: Forms) -> Iterator[tuple[Span, Person]]:
    """Given names as the call writes them, and short forms of them close to where their bearer speaks."""
    for given in sorted({*forms.given, *forms.other}):
        if given not in text:
            continue
        for match in re.finditer(rf"(?<![\w\-.]){re.escape(given)}(?![\w\-])(?!['’]\w{{2}})", text):
            span = Span(*match.span())
            if not _stands_alone(text, span, given):
                continue
            known = forms.given.get(given)
            meant = _meant(known, turn) if known else _near(forms.other[given], turn)
            if meant:
                yield span, meant


def _pattern(form: str) -> str:
    return r"\s+".join(re.escape(part) for part in form.split())


def _full_forms(person: Person) -> Iterator[str]:
    """Full names, two-part names in the other order too, the surname after a short form or a title of courtesy.

    A given name of two words is called in both: "Ki Bin" for "Ki Bin Kim".
    """
    for name in person.names:
        tokens = name.split()
        if len(tokens) > 1:
            yield name
        if len(tokens) == 3 and all(len(t.strip(".")) > 1 for t in tokens) and tokens[1][0].isupper():
            yield f"{tokens[0]} {tokens[1]}"
        if len(tokens) == 2:
            yield f"{tokens[1]} {tokens[0]}"
        if len(tokens) > 1:
            yield from (f"{title} {tokens[-1]}" for title in ("Mr.", "Ms.", "Mrs.", "Dr."))
            yield f"{tokens[0]} {tokens[-1]}"
            yield from (f"{short.capitalize()} {tokens[-1]}" for short in sorted(short_forms(tokens[0])))


def _givens(person: Person) -> frozenset[str]:
    return frozenset(n.split()[0] for n in person.names if len(n.split()) > 1 and len(n.split()[0].strip(".")) > 1)


def _other_givens(person: Person) -> frozenset[str]:
    """What the given names of a person are short for or shortened to."""
    return frozenset(short.capitalize() for name in _givens(person) for short in short_forms(name))


def _stands_alone(text: str, span: Span, given: str) -> bool:
    """Whether a given name is not part of a longer name or a word of the language."""
    before, after = text[: span.start].rstrip(), text[span.end :]
    previous = re.search(r"([\w.'’\-]+)$", before)
    following = re.match(r"\s+([A-Z][\w]+)", after)
    if following and not _is_small_word(following[1]):
        return False
    if previous and previous[1][0].isupper() and previous[1][-1] not in ".?!" and not _is_small_word(previous[1]):
        return False
    if given.casefold() in _common():
        told = bool(re.match(r"\s*(?:[,.?!:;]|$)", after)) or before.endswith(",")
        return told or (given.casefold() not in _dates() and _amid_sentence(before))
    return True


def _is_small_word(word: str) -> bool:
    """Whether a word beside a given name belongs to no name: "As Ann said", "Thanks, Ann. I think".

    >>> [_is_small_word(w) for w in ("As", "Thanks", "Whitlock")]
    [True, True, False]
    """
    return word.strip(".") in _WORDS_AROUND or word.casefold().strip(".") in STOP_WORDS


def _amid_sentence(before: str) -> bool:
    """Whether a capital is no sentence's first and follows no article: a word of the language would not have it.

    >>> _amid_sentence("I will hand over to"), _amid_sentence("Costs fell."), _amid_sentence("since the")
    (True, False, False)
    """
    word = re.search(r"[a-z][\w'’\-]*,?$", before)
    return word is not None and word[0] not in {"the", "a", "an", "this", "that", "of", "in", "by", "since", "until"}


def _meant(candidates: Sequence[Person], turn: Turn) -> Person | None:
    """The one person of a name, or who spoke last or speaks next, or the one of them who answers for the company."""
    others = [p for p in candidates if turn not in p.turns] or list(candidates)
    if len(others) == 1:
        return others[0]
    near = _near(others, turn)
    if near is not None:
        return near
    managers = [p for p in others if p.role is Role.EXECUTIVE and p.turns]
    return managers[0] if len(managers) == 1 else None


def _near(candidates: Sequence[Person], turn: Turn) -> Person | None:
    """The one person of several who speaks closest to a turn, up to three turns away."""
    for distance in range(1, _NEAR + 1):
        numbers = {turn.number - distance, turn.number + distance}
        near = [p for p in candidates if any(t.number in numbers for t in p.turns)]
        if near:
            return near[0] if len(near) == 1 else None
    return None
