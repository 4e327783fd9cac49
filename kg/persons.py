"""What a person's name and a post look like on a line of their own, whoever the person is."""

from __future__ import annotations

import re
import unicodedata

from kg.word_lists import word_list

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
"""Letters that begin names in Latin script, for a class in a regular expression; some of them are small ones."""

_TOKEN = rf"(?:[{CAPITAL}][\w'’.\-]*|(?:d|l)['’][A-Z]\w+)"
_PARTICLE = r"(?:de|van|von|der|den|la|le|di|da|dos|del|bin|al|el|ten|ter|y|e)"
_NAME = re.compile(rf"{_TOKEN}(?:,? (?:{_TOKEN}|{_PARTICLE}|\"[A-Z]\w+\"|\([A-Z]\w+\))){{0,5}}")
_HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\.? +", re.IGNORECASE)
_GENERIC = re.compile(r"(?:spk|speaker|unidentified|unknown|participant(?!s\b))[ _\-]?\w*(?: \w+)?", re.IGNORECASE)


def words(kind: str) -> frozenset[str]:
    """A list of `persons.toml`: `operators`, `posts`, `post_starts`, `heads`, `no_names`, `surnames`, `starters`,
    `departments`, `units`, `tasks`, `trades`.
    """
    return word_list("kg", "persons.toml", kind)


def is_operator(name: str) -> bool:
    """Whether a label names the moderator of the line and not a person.

    >>> is_operator("Conference Operator"), is_operator("Olga Prato")
    (True, False)
    """
    return name.casefold().strip("[]") in words("operators")


def is_generic(name: str) -> bool:
    """Whether a label leaves the person open.

    >>> is_generic("spk04"), is_generic("Speaker 1"), is_generic("Unidentified Analyst"), is_generic("Ann Speaker")
    (True, True, True, False)
    """
    return _GENERIC.fullmatch(name) is not None


def is_unidentified(name: str) -> bool:
    """Whether a label says only that nobody knows who speaks; one with a number is at least one person's.

    >>> is_unidentified("Unknown Analyst"), is_unidentified("Speaker 3"), is_unidentified("Unidentified_2")
    (True, False, False)
    """
    return is_generic(name) and name.casefold().startswith(("un", "participant")) and not name[-1].isdigit()


def is_name(text: str) -> bool:
    """Whether a short text can be a person's name or stand for one.

    >>> [is_name(t) for t in ("Maria de la Cruz", "Łucja O'Neill", "Nils Page", "Prepared Remarks", "Next Page")]
    [True, True, True, False, False]
    """
    text = " ".join(text.strip("[]").split())
    if is_operator(text) or is_generic(text):
        return True
    if not 2 <= len(text) <= 50 or not _NAME.fullmatch(text):
        return False
    first, *others = text.split()
    if others and others[-1].casefold() in words("surnames"):
        others.pop()
    others = [t for t in others if not re.fullmatch(r"[A-Z]\.?", t)]
    tokens = [t.casefold().strip(".,") for t in (first, *others) if not re.fullmatch(r"[A-Z]\.", t)]
    return not any(token in words("no_names") or token.endswith(("'s", "’s", "'m", "’m")) for token in tokens)


def like_person(name: str) -> bool:
    """Whether words that look like a name can be a person's and not a department's, a unit's or a firm's.

    >>> [like_person(n) for n in ("Dana Lund", "Medical Devices", "Capital Markets", "Business Development")]
    [True, False, False, False]
    """
    return not any(t.casefold().strip(".,") in words("departments") | words("units") for t in name.split())


def plain(name: str) -> str:
    """A name without honorific and brackets.

    >>> plain("[Mr. Teo Lund]")
    'Teo Lund'
    """
    return " ".join(_HONORIFIC.sub("", name.strip("[] ")).split())


def is_post(text: str) -> bool:
    """Whether a text names a post: it holds a word such as officer, head or analyst.

    >>> is_post("Vice President, Investor Relations"), is_post("Harbour Bank")
    (True, False)
    """
    return any(token.casefold() in words("posts") for token in re.findall(r"[\w\-]+", text))


def post_and_firm(parts: list[str]) -> tuple[str | None, str | None]:
    """The post and the firm out of what a label says after the name, in either order.

    >>> post_and_firm(["Harbour Bank", "Analyst"]), post_and_firm(["Chief Executive Officer"])
    (('Analyst', 'Harbour Bank'), ('Chief Executive Officer', None))
    """
    parts = [part.strip(" ,") for part in parts if part.strip(" ,")]
    if not parts:
        return None, None
    if len(parts) == 1:
        return (parts[0], None) if is_post(parts[0]) else (None, parts[0])
    if is_post(parts[0]) and not is_post(parts[-1]):
        return parts[0], parts[-1]
    return parts[-1], " - ".join(parts[:-1])


def folded(name: str) -> str:
    """A name without accents and capitals, to compare spellings.

    >>> folded("Zoë MÜLLER")
    'zoe muller'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def shortens(short: str, full: str) -> bool:
    """Whether one label writes a name of a list, perhaps with its last parts cut to initials.

    >>> shortens("Ravi K.", "Ravi Kumaran"), shortens("Ravi K", "Ravi Sen"), shortens("R. Sen", "Ravi Sen")
    (True, False, True)
    """
    parts = [p.strip(".") for p in folded(short).split()]
    whole = folded(full).split()
    return len(parts) == len(whole) > 1 and all(w.startswith(p) for p, w in zip(parts, whole, strict=True))
