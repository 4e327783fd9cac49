"""Topics on which analysts asked in both calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.diff.model import AskedAgain
from kg.diff.side import Side


def asked_again(then: Side, now: Side) -> tuple[AskedAgain, ...]:
    """One row a topic, in the order in which the later call comes to them; the company itself is no topic."""
    before, after = _askers(then), _askers(now)
    return tuple(AskedAgain(after[key][0], before[key][1], after[key][1]) for key in after if key in before)


def _askers(side: Side) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Who asked about what: by topic in lower case its name, and analysts with their firms."""
    names: dict[str, str] = {}
    askers: dict[str, dict[str, None]] = defaultdict(dict)
    for question in side.content.questions:
        analyst = side.content.things.get(question.analyst)
        who = (analyst.name if analyst else "somebody") + (f" ({question.firm})" if question.firm else "")
        for topic in question.topics:
            if topic.iri != side.company:
                names.setdefault(topic.name.casefold(), topic.name)
                askers[topic.name.casefold()][who] = None
    return {key: (names[key], tuple(askers[key])) for key in names}
