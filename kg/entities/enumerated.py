"""Names told in one list, which are things of one kind: "Orbis, Vela and Acme Bank" are firms if Acme Bank is one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.model import EntityType, Mention, Transcript

_BETWEEN = re.compile(r"\s*(?:,|,?\s+(?:and|or|&))\s+")
_LIST = 3
"""So many names make a list; two names joined may be a firm and its product."""
_KINDS = frozenset({EntityType.ORGANIZATION, EntityType.PLACE})


def kinds_of_lists(
    transcript: Transcript, mentions: Sequence[Mention], kinds: Mapping[Mention, EntityType]
) -> Mapping[Mention, Counter[EntityType]]:
    """For each name in a list the kind of the others that a lexicon knows, where those are of one kind."""
    votes: dict[Mention, Counter[EntityType]] = defaultdict(Counter)
    for names in _lists(transcript, sorted(mentions)):
        kind = _common(Counter(kinds[name] for name in names if name in kinds))
        if kind in _KINDS:
            for name in names:
                if name not in kinds:
                    votes[name][kind] += 1
    return votes


def _common(known: Counter[EntityType]) -> EntityType | None:
    """The kind of most of the listed names: of all of them where they are few, of three in four where they are many."""
    kind, count = next(iter(known.most_common(1)), (None, 0))
    return kind if count == known.total() or (count > _LIST and 4 * count >= 3 * known.total()) else None


def _lists(transcript: Transcript, mentions: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    """Runs of names with nothing but commas and "and" between them."""
    run = list(mentions[:1])
    for mention in mentions[1:]:
        between = transcript.text[run[-1].span.end : mention.span.start]
        if not _BETWEEN.fullmatch(between):
            if len(run) >= _LIST:
                yield run
            run = []
        run.append(mention)
    if len(run) >= _LIST:
        yield run
