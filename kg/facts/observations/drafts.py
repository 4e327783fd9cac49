"""Figures of one sentence that speak of the same metric, gathered into drafts of observations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.facts.observations.amounts import amount, same_kind
from kg.facts.observations.figure_role import FigureRole, Role
from kg.facts.observations.metric_choice import RATIO_WORDS, Choice, choose
from kg.facts.observations.percentages import as_percentage
from kg.facts.observations.roles import role
from kg.facts.observations.scene import Placed, Scene
from kg.facts.observations.share_amounts import is_per_share
from kg.lexicon.metrics import MetricTable
from kg.model import Count, Direction, Link, Mention, Percent, Points

PROFITS_IN_PERCENT = frozenset({"ebit", "ebita", "ebitda", "pbt", "pat"})
"""Profits that calls tell in percent of sales without saying so."""


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

    def has(self, wanted: FigureRole) -> bool:
        return {FigureRole.VALUE: self.value, FigureRole.CHANGE: self.change, FigureRole.PRIOR: self.prior}[
            wanted
        ] is not None

    @property
    def end(self) -> int:
        return max(p.figure.end for p in self.parts)


def drafts(scene: Scene, figures: Sequence[Placed[Mention]], table: MetricTable) -> list[Draft]:
    """The drafts that some figures of a sentence make, in the order of their first figures."""
    out: list[Draft] = []
    before: Placed[Mention] | None = None
    for figure in figures:
        part_role = role(scene, figure, before)
        part = Part(figure, part_role, choose(scene, figure, part_role, table))
        part.role = _as_growth(scene, part, table)
        part.role = _as_level(part, table)
        home = None if part_role.of_base or part_role.contribution else _home(scene, part, out)
        if home is None:
            home = Draft(part.choice.metric if part.choice else None, part.choice.weight if part.choice else 0.0)
            if part_role.of_base and out and out[-1].metric is not None:
                home.metric, home.weight = out[-1].metric, out[-1].weight
            out.append(home)
        home.add(part)
        if (
            home.metric is None
            and part.choice is not None
            and (part.choice.metric.start < home.parts[0].figure.start or part is home.value)
        ):
            home.metric, home.weight = part.choice.metric, part.choice.weight
        before = figure
    return _settle(scene, out)


def _as_growth(scene: Scene, part: Part, table: MetricTable) -> Role:
    """A percentage of a measure that is no ratio is a growth: "comparable sales were 4% in May"."""
    if part.role.role is not FigureRole.VALUE or part.choice is None or not isinstance(amount(part.figure), Percent):
        return part.role
    after = scene.doc[part.figure.end].lower_ if part.figure.end < len(scene.doc) else ""
    entry = table.closest(part.choice.metric.item.entity)
    ratio = RATIO_WORDS & set(part.choice.metric.item.entity.removeprefix("metric/").split("-"))
    ratio |= PROFITS_IN_PERCENT & {part.choice.metric.item.entity.rsplit("-", 1)[-1].removeprefix("metric/")}
    sum_like = entry is not None and entry.unit_kind in ("Money", "Count", "MoneyPerShare") and not ratio
    left = part.choice.metric.start < part.figure.start
    if as_percentage(scene) is not None:
        return part.role
    if not sum_like or not left or after in ("of", "to") or fronted_whole(scene, part.figure.start) is not None:
        return part.role
    if any(isinstance(amount(f), Percent) and f.start < part.figure.start for f in scene.figures[-3:]) and _is_to(
        scene, part
    ):
        return Role(FigureRole.CHANGE, Direction.UP, part.role.cue)
    if part.role.direction is not None:
        return part.role
    return Role(FigureRole.CHANGE, Direction.UP, None)


def _as_level(part: Part, table: MetricTable) -> Role:
    """A level in words of a measure that is itself a ratio is no growth: "double-digit margins"."""
    if part.role.role is not FigureRole.CHANGE or part.role.cue is not None or part.choice is None:
        return part.role
    entry = table.closest(part.choice.metric.item.entity)
    worded = "digit" in part.figure.item.text.lower()
    return Role(FigureRole.VALUE) if worded and entry is not None and entry.unit_kind == "Percentage" else part.role


def fronted_whole(scene: Scene, figure: int) -> tuple[int, int] | None:
    """The tokens of a whole of which a figure is a part: "Of total revenue, 38% came from Europe"."""
    doc, start = scene.doc, scene.sentence.start
    comma = next((i for i in range(figure - 1, start, -1) if doc[i].text == ","), None)
    if comma is None or doc[start].lower_ != "of" or figure - comma > 4:
        return None
    while start + 1 < comma and doc[start + 1].pos_ in ("DET", "PRON"):
        start += 1
    return start + 1, comma


def _is_to(scene: Scene, part: Part) -> bool:
    return part.figure.start > 0 and "to" in [
        t.lower_ for t in scene.doc[max(0, part.figure.start - 3) : part.figure.start]
    ]


def _home(scene: Scene, part: Part, out: list[Draft]) -> Draft | None:
    """The draft that a figure completes, if any."""
    near = out[-2:] if part.role.role is FigureRole.VALUE else out[-2:][::-1]  # the first change carries the value
    for draft in near:
        if part.role.role is FigureRole.CHANGE and _leaves_share(scene, part, draft, out[-1]):
            continue
        if draft.has(part.role.role) or not _same_metric(scene, part, draft):
            continue
        if part.role.role is FigureRole.PRIOR and not _has_like(scene, draft, part):
            continue
        if part.role.role is FigureRole.VALUE and not _completes(scene, part, draft):
            continue
        if part.role.role is FigureRole.CHANGE and _moves_another(scene, part, draft):
            continue
        return draft
    return None


def _moves_another(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a change is told of another thing: "repaid 3 billion of notes and *cut paper* by 1 billion"."""
    verb = scene.doc[part.role.cue] if part.role.cue is not None else None
    if verb is None or verb.pos_ != "VERB" or verb.i < draft.end:
        return False
    things = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and verb.i < c.i < part.figure.start]
    return any(not any(p.start <= c.i < p.end for p in scene.periods) for c in things)


def _leaves_share(scene: Scene, part: Part, draft: Draft, last: Draft) -> bool:
    """Whether a growth is that of a line, not of its share: "Paint was 57% of revenue and *increased* 3%"."""
    value, cue = draft.value, part.role.cue
    if value is None or cue is None or cue < value.figure.end or scene.doc[value.figure.end].lower_ != "of":
        return False
    if not isinstance(amount(value.figure), Percent) or not isinstance(amount(part.figure), Percent):
        return False
    said = any(t.pos_ in ("VERB", "AUX") for t in scene.doc[value.figure.end : cue + 1])
    return draft is not last or (said and scene.doc[cue].tag_ != "VBG")


def _has_like(scene: Scene, draft: Draft, part: Part) -> bool:
    """Whether a draft has a figure that another may have been before: in its unit, and like it a sum or per share."""
    value = draft.value or draft.change
    if value is None or not same_kind(value.figure, part.figure):
        return False
    return is_per_share(scene, value.figure) == is_per_share(scene, part.figure) or len(scene.figures) <= 2


def _same_metric(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a figure may speak of a draft's metric: no nearer metric of its own stands between them."""
    if part.choice is None:
        return True
    if draft.metric is None:
        reached = part.role.role is FigureRole.VALUE and draft.change is not None and _reaches(scene, part, draft)
        return part.choice.metric.start < part.figure.start or reached
    if part.choice.metric.start == draft.metric.start:
        return True
    own = part.choice.metric
    if part.role.role is FigureRole.PRIOR and part.role.cue is not None and own.start > part.role.cue:
        return True
    fresh = own.start >= draft.end
    return not fresh and part.role.role is not FigureRole.VALUE


def _completes(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a value belongs to a change or prior value already seen: "increased 5% to 40 billion", "from 3 to 5"."""
    if draft.prior is not None and draft.value is None and draft.change is None:
        return same_kind(draft.prior.figure, part.figure)
    between = scene.doc[draft.end : part.figure.start]
    if _reaches(scene, part, draft) and draft.change is not None:
        both = isinstance(amount(part.figure), Percent) and isinstance(amount(draft.change.figure), Percent)
        return not both or part.role.direction is not None
    if draft.change is not None and isinstance(amount(draft.change.figure), Percent | Points) and len(between) <= 4:
        return not isinstance(amount(part.figure), Percent | Count) and any(t.lower_ in ("at", "with") for t in between)
    return False


def _reaches(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a value is where a change led to: "grew 5% *to* 40 billion", "up 8%, *reaching* 3 billion"."""
    between = scene.doc[draft.end : part.figure.start]
    to = any(t.lower_ in ("to", "reaching", "totaling", "bringing") for t in between)
    slowed = part.role.cue is not None and scene.doc[part.role.cue].lemma_ in (
        "deceleration",
        "acceleration",
        "slowdown",
    )
    return draft.change is not None and to and not slowed and len(between) < 16


def _settle(scene: Scene, found: list[Draft]) -> list[Draft]:
    """A change with no metric takes that of the draft before it: "…, and 9% sequentially"; a level starts from it."""
    for before, draft in pairwise(found):
        if draft.metric is None and before.metric is not None and draft.value is None:
            goes_on = draft.change is not None and _is_participle(scene, draft.change.role.cue)
            draft.metric, draft.weight = before.metric, max(before.weight, _FIRM) if goes_on else before.weight * 0.6
        if draft.metric is before.metric and _one_move(before, draft):
            draft.weight = before.weight
        if _moves_on(scene, before, draft):
            draft.prior = before.value
    return found


def _one_move(before: Draft, draft: Draft) -> bool:
    """Whether two changes hang on one word: "*grew* 9% as reported and 7% in constant currency"."""
    one, other = before.change, draft.change
    return one is not None and other is not None and one.role.cue == other.role.cue is not None


_FIRM = 3.0
"""The weight from which on a metric is not doubted."""


def _is_participle(scene: Scene, cue: int | None) -> bool:
    """ "we added 24 billion of loans, *growing* 12%"."""
    return cue is not None and scene.doc[cue].tag_ == "VBG"


def _moves_on(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Whether a level is told as the next of the same metric: "was 12% in May and *dropped to* 6%"."""
    now, then = draft.value, before.value
    if now is None or then is None or draft.prior is not None or draft.change is not None:
        return False
    if now.role.direction not in _COMPARED or now.role.cue is None or now.role.cue < then.figure.end:
        return False
    if any(then.figure.end <= m.start < now.figure.start for m in scene.metrics) or not same_kind(
        then.figure, now.figure
    ):
        return False
    rises = amount(now.figure).amount > amount(then.figure).amount
    return rises == (now.role.direction is Direction.UP) and scene.doc[now.role.cue].pos_ in ("VERB", "ADV", "ADP")


_COMPARED = (Direction.UP, Direction.DOWN)
