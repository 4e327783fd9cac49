"""Against what a figure is compared: a year ago, the quarter before, or something else."""

from __future__ import annotations

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.roles.against_own_word import against_own_word
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.roles.figure_role import FigureRole
from kg.facts.observations.scene import Placed, Scene, period
from kg.facts.observations.stance.revised import is_revised
from kg.facts.observations.when.comparing import apart, comparison_of, period_behind
from kg.facts.observations.when.nearest_period import attached, is_likened
from kg.model import Comparison, Count, Mention, Money, Percent, Period
from kg.word_lists import word_list

_BEHIND, _BEFORE, _CLOSE, _NEXT = 14, 14, 5, 4
_A_QUARTER, _A_YEAR, _YEARS = 100, range(340, 380), 380


def of_change(scene: Scene, draft: Draft, held: Period | None, usual: Comparison, *, instant: bool) -> Comparison:
    """What a change, or a value with what it was before, is compared with.

    `held` is the period of the figure, `usual` what holds where nothing is said. The absolute change of a balance is
    since the last quarter's end, a year is compared with a year, and growth over years with where it began.
    """
    part = draft.change or draft.prior or draft.parts[0]
    own = _time_of(scene, draft.prior)
    if own is not None and draft.change is None:
        return own
    then = period_behind(scene, draft.prior)
    if then is not None and held is not None and (draft.change is None or draft.value is not None):
        between = apart(then, held)
        if between is not Comparison.OTHER or then.instant:
            return between
    if against_own_word(scene, draft) or (_is_of_range(scene, draft) and is_revised(scene.doc[part.figure.start])):
        return Comparison.OTHER
    dated = _dated_base(scene, part)
    if dated is not None and held is not None and dated.end < held.end:
        return apart(dated, held)
    percent = isinstance(amount(part.figure), Percent)
    said = _marked(scene, draft, part, rates=percent) or _since(scene, part)
    if said is not None:
        return said
    if held is None:
        return usual
    if percent and _is_annualized(scene, part):
        return Comparison.QOQ
    if instant and draft.change is not None and not (percent and not _restates(scene, part)):
        return usual if _in_year(scene, part) else Comparison.QOQ
    days = (held.end - held.start).days
    return Comparison.OTHER if days > _YEARS else Comparison.YOY if days > _A_QUARTER else usual


def _is_of_range(scene: Scene, draft: Draft) -> bool:
    """Whether what moves is what is foreseen and no growth: "we raised our range *by* 8%", "to 5, from 4 before"."""
    if draft.change is None:
        return True
    before = scene.doc[max(scene.sentence.start, draft.change.figure.start - 2) : draft.change.figure.start]
    return any(t.lower_ == "by" for t in before)


def _is_annualized(scene: Scene, part: Part) -> bool:
    """Whether a growth is told as that of a year at the pace of a quarter: "loans grew 6% *annualized*"."""
    behind = scene.doc[part.figure.end : min(part.figure.end + _NEXT, scene.sentence.end)]
    return any(t.lower_ in ("annualized", "annualised") for t in behind)


def _restates(scene: Scene, part: Part) -> bool:
    """Whether a percentage gives again what a balance moved by: "loans grew $310 million, *or* 1.4%"."""
    doc, start = scene.doc, part.figure.start
    before = next((f for f in reversed(scene.figures) if f.end <= start), None)
    if before is None or not isinstance(amount(before), Money | Count):
        return False
    between = [t.lower_ for t in doc[before.end : start] if not t.is_punct]
    return between[:1] == ["or"] and len(between) <= _NEXT


def of_value(scene: Scene, draft: Draft) -> Comparison | None:
    """What a value that is said to have moved is compared with, where words beside it tell: "5, up sequentially"."""
    if draft.value is None:
        return None
    figure = draft.value.figure
    others = [f.start for f in scene.figures if f is not figure]
    for placed, kind in _marks(scene):
        between = range(figure.end, placed.start) if placed.start >= figure.end else range(placed.end, figure.start)
        reach = 2 * _CLOSE if placed.start >= figure.end else _CLOSE
        if len(between) <= reach and not any(o in between for o in others):
            return kind
    return None


def of_standing(scene: Scene, held: Period | None, usual: Comparison) -> Comparison:
    """What a value that holds is compared with: a time it is like, an outlook told before, or what is usual."""
    for placed in scene.periods:
        then = period(placed)
        if then is not None and held is not None and then.end < held.end and is_likened(scene, placed):
            return apart(then, held)
    foreseen = word_list("kg.facts.observations.when", "against.toml", "foreseen")
    told = any(t.lemma_.lower() in foreseen for t in scene.sentence if t.pos_ == "NOUN")
    return Comparison.OTHER if told else usual


def of_rates(scene: Scene, draft: Draft, held: Period | None) -> Comparison | None:
    """What a growth rate is compared with, where words compare rates: "7%, an improvement from the June quarter"."""
    then = period_behind(scene, draft.prior)
    if then is not None and held is not None:
        return apart(then, held)
    return next((kind for placed, kind in _marks(scene) if _compares_rates(scene, placed)), None)


def _time_of(scene: Scene, prior: Part | None) -> Comparison | None:
    """The comparison that names the time of a prior value right before it: "*prior quarter* was at 46"."""
    if prior is None:
        return None
    before = [(p, kind) for p, kind in _marks(scene) if 0 < prior.figure.start - p.end <= 3]
    return before[-1][1] if before and all(_links(scene, p, prior) for p, _ in before) else None


def _links(scene: Scene, placed: Placed[Mention], prior: Part) -> bool:
    between = scene.doc[placed.end : prior.figure.start]
    return all(t.lower_ in ("was", "were", "stood", "of", "at") or not t.is_alpha for t in between)


def _dated_base(scene: Scene, part: Part) -> Period | None:
    """The time that a change is said to be since: "stood 7 million higher *than at May 31, 2023*"."""
    near = (p for p in scene.periods if part.figure.end <= p.start <= part.figure.end + _CLOSE)
    placed = next((p for p in near if comparison_of(p.item) is None or _is_day(p)), None)
    if placed is None or part.role.role is not FigureRole.CHANGE:
        return None
    before = scene.doc[max(part.figure.end, placed.start - 3) : placed.start]
    return period(placed) if any(t.lower_ in ("than", "from", "versus", "over") for t in before) else None


def _is_day(placed: Placed[Mention]) -> bool:
    """Whether a time is a day by its date, which tells itself how long ago it is."""
    found = period(placed)
    return found is not None and found.instant and str(found.end.year) in placed.item.text


def _marks(scene: Scene) -> list[tuple[Placed[Mention], Comparison]]:
    return [(p, kind) for p in scene.periods if (kind := comparison_of(p.item)) is not None]


def _marked(scene: Scene, draft: Draft, part: Part, *, rates: bool) -> Comparison | None:
    """The comparison named nearest behind a change, else before it, else the only one; none that compares `rates`."""
    at, own = part.figure.end, {id(p.figure) for p in draft.parts}
    others = [f.start for f in scene.figures if id(f) not in own]
    marks = [(p, c) for p, c in _marks(scene) if not (rates and (_compares_rates(scene, p) or _of_level(scene, at, p)))]
    right = [(p, c) for p, c in marks if p.start >= at and not any(at < o < p.start for o in others)]
    if right and right[0][0].start - at <= _BEHIND:
        return right[0][1]
    left = [(p, c) for p, c in marks if p.start < at]
    if left and at - left[-1][0].end <= _BEFORE:
        return left[-1][1]
    return marks[0][1] if len(marks) == 1 else None


def _compares_rates(scene: Scene, placed: Placed[Mention]) -> bool:
    """Whether a comparison is one of growth with growth: "the same as in Q2", "accelerated from the prior quarter"."""
    before = scene.doc[max(scene.sentence.start, placed.start - _CLOSE) : placed.start]
    words = [*before, *scene.doc[placed.start : placed.end]]
    return any(t.lemma_.lower() in word_list("kg.facts.observations.when", "against.toml", "of_rates") for t in words)


def _of_level(scene: Scene, at: int, placed: Placed[Mention]) -> bool:
    """Whether a rate itself is said to have moved: "growth of 10%, down sequentially"."""
    return any(t.lower_ in ("up", "down") for t in scene.doc[at : placed.start][-_CLOSE:])


def _since(scene: Scene, part: Part) -> Comparison | None:
    """What growth over a stretch of time is compared with: "up 13 million during the past 12 months"."""
    for placed in scene.periods:
        found = period(placed)
        if placed.item.rule not in ("period.span.back", "period.span.since") or found is None:
            continue
        if attached(scene, placed, part.figure.end) or placed.start - scene.sentence.start <= 1:
            return Comparison.YOY if (found.end - found.start).days in _A_YEAR else Comparison.OTHER
    return None


def _in_year(scene: Scene, part: Part) -> bool:
    """Whether a balance is said to have moved in a year: "net debt was down 2 billion *in 2018*"."""
    at, end = part.figure.start, part.figure.end
    return any(
        p.item.rule.startswith("period.year") and (attached(scene, p, end) or p.start < at)
        for p in scene.periods
        if (found := period(p)) is not None and (found.end - found.start).days > _A_QUARTER
    )
