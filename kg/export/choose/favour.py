"""Whether a movement of a metric is good news: the code lists tell, for a metric unknown to them by its last words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.facts_file.nodes import Nodes
from kg.model import Direction
from kg.rdf.vocab import CODE, EC, SKOS

_OF = re.compile(r"\s+as\s+an?\s+(?:percentage|percent|share)\s+of\s+")
"""What a measure is set against does not make it good."""
_UP = frozenset({Direction.UP, Direction.NARROWED})
_DOWN = frozenset({Direction.DOWN, Direction.WIDENED})


@dataclass(frozen=True, slots=True)
class Favour:
    """For each metric, by IRI and by name, whether its growth is good; metrics of which neither holds are missing."""

    growth_is_good: Mapping[str, bool]

    @classmethod
    def of(cls, nodes: Nodes) -> Favour:
        """What the code lists say."""
        found: dict[str, bool] = {}
        for code, good in ((CODE.Decrease, False), (CODE.Increase, True)):
            for metric in nodes.subjects_of(EC.favourable, code.value):
                names = (*nodes.all(metric, EC.name), *nodes.all(metric, SKOS.altLabel))
                found.update({metric: good, **{name.casefold(): good for name in names}})
        return cls(found)

    def judge(self, metric: str, name: str, direction: Direction | None) -> bool | None:
        """Whether a movement is good; None where that cannot be told. A loss that narrows is good, whatever its name.

        >>> favour = Favour({"revenue": True, "headcount": False})
        >>> favour.judge("x", "widget revenue", Direction.UP), favour.judge("x", "headcount", Direction.UP)
        (True, False)
        >>> favour.judge("x", "headcount as a percentage of revenue", Direction.UP)
        False
        >>> favour.judge("x", "weather", Direction.UP) is None
        True
        """
        if direction in (Direction.NARROWED, Direction.WIDENED):
            return direction is Direction.NARROWED
        good = self.growth_is_good.get(metric)
        words = _OF.split(name.casefold())[0].split()
        while good is None and words:
            good, words = self.growth_is_good.get(" ".join(words)), words[1:]
        if good is None or direction not in _UP | _DOWN:
            return None
        return good == (direction in _UP)
