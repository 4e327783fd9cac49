"""How alike two names sound, as a number: the ground on which a mis-heard name may be read as another."""

from __future__ import annotations

import re
from functools import lru_cache

import jellyfish

from kg.model import RepairKind


def letters(name: str) -> str:
    """The letters and digits of a name, small, without blanks.

    >>> letters("Orchard-Pay 2")
    'orchardpay2'
    """
    return re.sub(r"[\W_]+", "", name.lower())


@lru_cache(1 << 14)
def sound(name: str) -> str:
    """The consonants of a name as they are heard, blanks ignored.

    >>> sound("Nimbara") == sound("Nymbara")
    True
    """
    return jellyfish.metaphone(letters(name)).replace(" ", "")


@lru_cache(1 << 14)
def likeness(heard: str, meant: str) -> float:
    """From 0 to 1: the mean of how alike two names are in letters and in sound.

    >>> likeness("Nymbara", "Nimbara") > 0.9 > likeness("Orchard", "Nimbara")
    True
    """
    by_letters = jellyfish.jaro_winkler_similarity(letters(heard), letters(meant))
    a, b = sound(heard), sound(meant)
    return (by_letters + (jellyfish.jaro_winkler_similarity(a, b) if a and b else 0.0)) / 2


def letters_apart(heard: str, meant: str) -> int:
    """How many letters must be put in, left out, exchanged or replaced to make one name of the other.

    >>> letters_apart("Erica", "Erika"), letters_apart("Michelle", "Michael")
    (1, 3)
    """
    return jellyfish.damerau_levenshtein_distance(letters(heard), letters(meant))


def one_letter_off(heard: str, meant: str) -> bool:
    """Whether two acronyms of one length differ in one letter, or have two neighbours exchanged.

    >>> one_letter_off("PCD", "PCG"), one_letter_off("PCD", "PCDA")
    (True, False)
    """
    return len(heard) == len(meant) >= 3 and jellyfish.damerau_levenshtein_distance(heard, meant) == 1


def kind_of_error(heard: str, form: str) -> RepairKind:
    """What went wrong between what was said and what was written.

    >>> kind_of_error("Orchard pay", "OrchardPay").value
    'Spacing'
    """
    if letters(heard) == letters(form):
        return RepairKind.SPACING
    if heard.isupper() and form.isupper() and len(heard) <= 5:
        return RepairKind.NEAR_ACRONYM
    if likeness(heard, form) >= 0.6:
        return RepairKind.HOMOPHONE
    return RepairKind.WRONG_TERM
