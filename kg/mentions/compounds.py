"""Names made of several capitalised runs: "Wealth, Home and Garden", "Camp for Makers", "Farmer's Weekly".

A comma, "and", "for" or a possessive as often stands between two names as inside one. It is inside where the parts
are never named apart in the call, and either the whole comes back or its last word calls for the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from kg.mentions.words import name_words

Run = tuple[int, int]
LINKS = {"for", "via", "at"}
_ACRONYM = re.compile(r"(?<!\w)[A-Z]{3,}(?!\w)")


def joined(
    docs: Sequence[Doc],
    found: Sequence[Sequence[Run]],
    alone: Callable[[str], bool],
    halves: Sequence[Sequence[Run]] | None = None,
) -> list[list[Run]]:
    """The runs of each document, those that make one name joined; what is known to be `alone` (a person) never is.

    `halves` are runs that may be part of a name and are none themselves.
    """
    halves = halves or [()] * len(docs)
    every = [sorted({*runs, *extra}) for runs, extra in zip(found, halves, strict=True)]
    chains = [list(_chains(doc, runs, alone)) for doc, runs in zip(docs, every, strict=True)]
    seen = _seen(docs, every, chains)
    out = []
    for doc, runs, links in zip(docs, found, chains, strict=True):
        names: list[Sequence[Run]] = []
        for chain in links:
            for part in _stretches(chain):
                if not any(run in name for name in names for run in part) and _is_one(doc, part, seen, chain):
                    names.append(part)
        covered = {run for chain in names for run in chain}
        merged = [(chain[0][0], chain[-1][1]) for chain in names]
        out.append(sorted([*merged, *(run for run in runs if run not in covered)]))
    return out


@dataclass(frozen=True, slots=True)
class _Seen:
    """How often each text is a run, a run inside a chain, a whole chain, and a stretch of one."""

    parts: Counter[str]
    inside: Counter[str]
    chains: Counter[str]
    stretches: Counter[str]
    words: str
    """All that is said, in small letters."""
    acronyms: frozenset[str]


def _seen(docs: Sequence[Doc], every: Sequence[Sequence[Run]], chains: Sequence[Sequence[Sequence[Run]]]) -> _Seen:
    parts = Counter(doc[a:b].text for doc, runs in zip(docs, every, strict=True) for a, b in runs)
    said = "\n".join(doc.text for doc in docs)
    linked = [(doc, chain) for doc, links in zip(docs, chains, strict=True) for chain in links]
    return _Seen(
        parts,
        Counter(doc[a:b].text for doc, chain in linked for a, b in chain),
        Counter(_text(doc, chain) for doc, chain in linked),
        Counter(_text(doc, part) for doc, chain in linked for part in _stretches(chain)),
        said.lower(),
        frozenset(_ACRONYM.findall(said)),
    )


def _stretches(chain: Sequence[Run]) -> list[Sequence[Run]]:
    """The runs of a chain that follow one another, two or more, the longest first."""
    sizes = range(len(chain), 1, -1)
    return [chain[start : start + size] for size in sizes for start in range(len(chain) - size + 1)]


def _text(doc: Doc, chain: Sequence[Run]) -> str:
    return doc[chain[0][0] : chain[-1][1]].text


def _chains(doc: Doc, runs: Sequence[Run], alone: Callable[[str], bool]) -> Iterable[list[Run]]:
    """Runs of one sentence with nothing but a link between them, at least two."""
    chain: list[Run] = []
    for run in runs:
        if alone(doc[run[0] : run[1]].text):
            continue
        if chain and _linked(doc, chain[-1], run):
            chain.append(run)
            continue
        if len(chain) > 1:
            yield chain
        chain = [run]
    if len(chain) > 1:
        yield chain


def _linked(doc: Doc, left: Run, right: Run) -> bool:
    between = [t.lower_ for t in doc[left[1] : right[0]]]
    if doc[left[0]].sent != doc[right[0]].sent or not between:
        return False
    return between in ([","], ["and"], [",", "and"], ["'s"], ["'"], ["’s"]) or (
        len(between) == 1 and between[0] in LINKS
    )


def _is_one(doc: Doc, part: Sequence[Run], seen: _Seen, chain: Sequence[Run]) -> bool:
    """Whether a stretch of a chain is one name; a part of the chain only where it stands elsewhere as a whole chain."""
    texts = [doc[a:b].text for a, b in part]
    whole = _text(doc, part)
    between = {t.lower_ for left, right in pairwise(part) for t in doc[left[1] : right[0]]}
    if between <= {"'", "'s", "’s"}:  # the owner may well be named apart
        texts = texts[1:]
    if _is_called_segment(doc, part, between) or (between == {"and"} and _initials(texts) in seen.acronyms):
        return True
    if len(part) > 3 or (between & {",", "and"} and len(part) < len(chain) and not seen.chains[whole]):
        return False
    small = seen.words.count(whole.lower()) - seen.stretches[whole] if "and" in between else 0
    alone = {t: seen.parts[t] - (small if t == texts[-1] else 0) for t in texts}
    if any(n > min(seen.inside[t], seen.stretches[whole]) for t, n in alone.items()):
        return False
    if not between & {",", "and"}:
        return len(part) == 2
    if len({text.split()[0] for text in texts}) < len(texts):
        return False
    return "and" in between and (seen.stretches[whole] > 1 or _calls_for_rest(doc, part) or _is_turned_to(doc, part))


def _is_turned_to(doc: Doc, part: Sequence[Run]) -> bool:
    """Whether a sentence opens by turning to the whole: "*At Lamps and Shades,* revenue increased 6%"."""
    start, end = part[0][0], part[-1][1]
    turned = start > 0 and bool(doc[start - 1].is_sent_start) and doc[start - 1].lower_ == "at"
    return turned and len(part) == 2 and doc[end : end + 1].text == ","


def _initials(texts: Sequence[str]) -> str:
    """The letters by which a call shortens a name of several runs: "KLS" for "Kilns" and "Light Stones"."""
    return "".join(word[0] for text in texts for word in text.split()).upper()


def _is_called_segment(doc: Doc, part: Sequence[Run], between: set[str]) -> bool:
    """Whether one noun speaks of the whole: "our Bedding, Bath and Towels segment"."""
    start, end = part[0][0], part[-1][1]
    led = start == doc[start].sent.start or doc[start - 1].lower_ in {"our", "the", "to", "in"}
    after = [t.lower_ for t in doc[end : end + 2]]
    called = after[:1] in (["segment"], ["division"]) or after == ["business", "unit"]
    return led and "and" in between and between <= {",", "and"} and called


def _calls_for_rest(doc: Doc, chain: Sequence[Run]) -> bool:
    """Whether the last word, or the next, is one that heads the whole: "Tools and Garden Group", "… segment"."""
    end = chain[-1][1]
    after = doc[end].lower_ if end < len(doc) else ""
    return len(chain) == 2 and (doc[end - 1].lower_ in name_words().whole_heads or after in {"segment", "division"})
