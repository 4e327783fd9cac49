"""An observation in the making: figures in their roles, and the metric that they speak of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.facts.observations.metric.choice import Choice
from kg.facts.observations.roles.figure_role import FigureRole, Role
from kg.facts.observations.scene import Placed
from kg.model import Link, Mention


@dataclass(slots=True)
class Part:
    """A figure in its role, with the metric of the sentence that suits it best."""

    figure: Placed[Mention]
    role: Role
    choice: Choice | None


@dataclass(slots=True)
class Draft:
    """An observation in the making."""

    metric: Placed[Link] | None
    weight: float = 0.0
    value: Part | None = None
    change: Part | None = None
    prior: Part | None = None
    parts: list[Part] = field(default_factory=list)

    def add(self, part: Part) -> None:
        self.parts.append(part)
        if part.role.role is FigureRole.VALUE:
            self.value = part
        elif part.role.role is FigureRole.CHANGE:
            self.change = part
        else:
            self.prior = part

    def recast(self, role: Role) -> None:
        """Gives the only figure of the draft another part to play."""
        if len(self.parts) == 1:
            part = replace(self.parts[0], role=role)
            self.parts, self.value, self.change, self.prior = [], None, None, None
            self.add(part)

    def has(self, wanted: FigureRole) -> bool:
        return {FigureRole.VALUE: self.value, FigureRole.CHANGE: self.change, FigureRole.PRIOR: self.prior}[
            wanted
        ] is not None

    @property
    def end(self) -> int:
        return max(p.figure.end for p in self.parts)
