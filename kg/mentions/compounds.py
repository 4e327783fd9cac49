"""Names made of several capitalised runs: "Wealth, Home and Garden", "Camp for Makers", "Farmer's Weekly".

A comma, "and", "for" or a possessive as often stands between two names as inside one. It is inside where the parts
are never named apart in the call, and either the whole comes back or its last word calls for the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from kg.mentions.words import name_words

Run = tuple[int, int]
LINKS = {"for", "via", "at"}


def joined(docs: Sequence[Doc], found: Sequence[Sequence[Run]], alone: Callable[[str], bool]) -> list[list[Run]]:
    """The runs of each document, those that make one name joined; what is known to be `alone` (a person) never is."""
    chains = [list(_chains(doc, runs, alone)) for doc, runs in zip(docs, found, strict=True)]
    parts = Counter(doc[a:b].text for doc, runs in zip(docs, found, strict=True) for a, b in runs)
    wholes: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for doc, links in zip(docs, chains, strict=True):
        for chain in links:
            wholes[_text(doc, chain)] += 1
            inside.update(doc[a:b].text for a, b in chain)
    out = []
    for doc, runs, links in zip(docs, found, chains, strict=True):
        names = [chain for chain in links if _is_one(doc, chain, wholes, parts, inside)]
        covered = {run for chain in names for run in chain}
        merged = [(chain[0][0], chain[-1][1]) for chain in names]
        out.append(sorted([*merged, *(run for run in runs if run not in covered)]))
    return out


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


def _is_one(doc: Doc, chain: Sequence[Run], wholes: Counter[str], parts: Counter[str], inside: Counter[str]) -> bool:
    texts = [doc[a:b].text for a, b in chain]
    whole = _text(doc, chain)
    between = {t.lower_ for left, right in pairwise(chain) for t in doc[left[1] : right[0]]}
    if between <= {"'", "'s", "’s"}:  # the owner may well be named apart
        texts = texts[1:]
    if len(chain) > 3 or any(parts[t] != inside[t] or parts[t] > wholes[whole] for t in texts):
        return False
    between = {t.lower_ for left, right in pairwise(chain) for t in doc[left[1] : right[0]]}
    if not between & {",", "and"}:
        return len(chain) == 2
    if len({text.split()[0] for text in texts}) < len(texts):
        return False
    return "and" in between and (wholes[whole] > 1 or _calls_for_rest(doc, chain))


def _calls_for_rest(doc: Doc, chain: Sequence[Run]) -> bool:
    """Whether the last word, or the next, is one that heads the whole: "Tools and Garden Group", "… segment"."""
    end = chain[-1][1]
    after = doc[end].lower_ if end < len(doc) else ""
    return len(chain) == 2 and (doc[end - 1].lower_ in name_words().whole_heads or after in {"segment", "division"})
