"""Which observation in the making a figure completes: the change of a value, the value behind a change."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.observations.draft import Draft, Part
from kg.facts.observations.metric.presumed_words import presumed_words
from kg.facts.observations.metric.share_amounts import is_per_share
from kg.facts.observations.movement import noun_direction
from kg.facts.observations.roles.amounts import amount, same_kind
from kg.facts.observations.roles.figure_role import FigureRole
from kg.facts.observations.roles.respectively import last_run, run_behind
from kg.facts.observations.scene import Scene
from kg.facts.sentence import clause_head
from kg.lexicon.metrics import singular
from kg.model import Count, Money, Percent, Points


def home_of(scene: Scene, part: Part, out: Sequence[Draft]) -> Draft | None:
    """The draft that a figure completes, if any."""
    if (told := _in_turn(scene, part, out)) is not None:
        return told
    near = out[-2:] if part.role.role is FigureRole.VALUE else out[-2:][::-1]  # the first change carries the value
    if part.role.role is FigureRole.CHANGE and len(near) > 1 and near[0].parts == [near[0].prior]:
        near = [near[1]] if near[1].value is not None else []  # "16 million, against 12 *and 9* before, up 7%"
    for draft in near:
        if _is_what_it_came_to(scene, part, draft):
            return draft
        if part.role.role is FigureRole.CHANGE and _is_of_another(scene, part, draft, out):
            continue
        if draft.has(part.role.role) or not _same_metric(scene, part, draft):
            continue
        if part.role.role is FigureRole.PRIOR and not _has_like(scene, draft, part):
            continue
        if part.role.role is FigureRole.VALUE and draft.change is not None and _is_apart(draft.change):
            continue
        if part.role.role is FigureRole.VALUE and not _completes(scene, part, draft):
            continue
        return draft
    return None


def _is_what_it_came_to(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a number of things follows on what it was before: "from 20 kilns *to 25 kilns*"."""
    then = draft.prior
    if then is None or draft.parts != [then] or part.role.role is not FigureRole.VALUE:
        return False
    now, was = amount(part.figure), amount(then.figure)
    if not isinstance(now, Count) or not isinstance(was, Count) or not now.thing or now.thing != was.thing:
        return False
    between = [t.lower_ for t in scene.doc[then.figure.end : part.figure.start]]
    return "to" in between and len(between) <= _FAR


def _in_turn(scene: Scene, part: Part, out: Sequence[Draft]) -> Draft | None:
    """The draft that "respectively" gives a figure: "A was 9 and B 6 million, compared to *7 and 5*, respectively"."""
    if part.role.role is FigureRole.VALUE:
        return None
    said = scene.first("respectively", at=part.figure.end)
    run = last_run(scene, said) if said is not None else run_behind(scene, part.figure)
    if len(run) < 2 or part.figure not in run:
        return None
    values = [d for d in out if d.value is not None and d.value.figure.end <= run[0].start]
    if len(values) < len(run):
        return None
    home = values[-len(run) :][run.index(part.figure)]
    return None if home.has(part.role.role) else home


def _is_of_another(scene: Scene, part: Part, draft: Draft, out: Sequence[Draft]) -> bool:
    """Whether a change moves something else than a draft tells."""
    cue = part.role.cue
    if cue is not None and any(t.text == ";" for t in scene.doc[draft.end : cue]):
        return True
    if (len(out) > 1 and _moves_sum(part, draft, out[-1])) or _is_in_another_unit(part, draft):
        return True
    each = _is_of_one_share(scene, part)
    if each is not None and _is_of_one_share(scene, draft.value) is (not each):
        if any(_is_of_one_share(scene, other.value) is each for other in out[-2:]):
            return True  # "income of 9 million, or *1 dollar per share*, rose 3 million, or *9 cents per share*"
    return (
        _leaves_share(scene, part, draft, out[-1])
        or _moves_last_again(scene, part, draft, out[-1])
        or _moves_another(scene, part, draft)
        or _has_own_subject(scene, part, draft)
    )


def _is_of_one_share(scene: Scene, part: Part | None) -> bool | None:
    """Whether a sum of money is told per share; None for what is no money."""
    if part is None or not isinstance(amount(part.figure), Money):
        return None
    return is_per_share(scene, part.figure)


def _moves_another(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a change is told of another thing: "repaid 3 billion of notes and *cut paper* by 1 billion"."""
    verb = scene.doc[part.role.cue] if part.role.cue is not None else None
    if verb is None or verb.pos_ != "VERB" or verb.i < draft.end:
        return False
    things = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and verb.i < c.i < part.figure.start]
    return any(not any(p.start <= c.i < p.end for p in scene.periods) for c in things)


def _is_apart(change: Part) -> bool:
    """Whether money is what another measure moved by: "9 million of cost reductions and 5 million of fees"."""
    return change.role.contribution and isinstance(amount(change.figure), Money)


_FAR = 6
_THE_SAME = frozenset({"business", "segment", "division", "company", "group", "unit", "margin", "rate", "result"})
"""Subjects by which a sentence may go on with what it told."""


def _has_own_subject(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a clause behind a draft tells what something else did: "sales fell to 3, *and visits* were down"."""
    if part.role.cue is None or part.role.cue < draft.end:
        return False
    verb = clause_head(scene.doc[part.role.cue])
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    if who is None or not draft.end <= who.i < part.figure.start or noun_direction(who) is not None:
        return False
    within = clause_head(scene.doc[draft.parts[0].figure.start]) == verb  # "12 stores opened, up from 8"
    if within or any(p.start <= who.i < p.end for p in scene.periods):
        return False
    return singular(who.lower_) not in presumed_words("empty") | presumed_words("times") | _THE_SAME


def _moves_sum(part: Part, draft: Draft, last: Draft) -> bool:
    """Whether money is what the sum before a share of it moved by: "29 million *or 2% of sales*, down 3 million"."""
    if draft is not last or draft.value is None or not isinstance(amount(part.figure), Money):
        return False
    return isinstance(amount(draft.value.figure), Percent | Points)


def _is_in_another_unit(part: Part, draft: Draft) -> bool:
    """Whether things counted are said to move by money, or money by things: "2 million members, with sales up $3"."""
    if draft.value is None:
        return False
    value, change = amount(draft.value.figure), amount(part.figure)
    if isinstance(change, Money):
        return isinstance(value, Count | Percent)
    return isinstance(change, Count) and isinstance(value, Money)


def _moves_last_again(scene: Scene, part: Part, draft: Draft, last: Draft) -> bool:
    """Whether a change is the second told of one level: "debt was 3 and cash 2 billion, down 5% *and down 2%*"."""
    moved, cue = last.change, part.role.cue
    if draft is last or last.value is None or moved is None or moved.role.cue is None or cue is None:
        return False
    return (
        cue > moved.figure.end
        and scene.doc[cue].lower_ in ("up", "down")
        and scene.doc[moved.role.cue].lower_ in ("up", "down")
    )


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
    if value is None:
        return False
    if draft.value is None and isinstance(amount(value.figure), Points) and isinstance(amount(part.figure), Percent):
        return True  # "rose 20 basis points *from 18.6%* to 18.8%"
    if draft.value is None and isinstance(amount(value.figure), Percent) and _goes_on_to(scene, part):
        return True  # "grew 9% *from 50 million* to 54 million"
    if not same_kind(value.figure, part.figure) or _is_of_another_size(value, part):
        return False
    alike = is_per_share(scene, value.figure) == is_per_share(scene, part.figure) or len(scene.figures) <= 2
    return alike or not _is_of_another_size(value, part, unlike=_UNLIKE_SHARES)


def _goes_on_to(scene: Scene, part: Part) -> bool:
    """Whether a sum before is followed by the one that it came to: "from 50 million last year *to 54 million*"."""
    then = next((f for f in scene.figures if f.start >= part.figure.end), None)
    if then is None or isinstance(amount(part.figure), Percent) or not same_kind(then, part.figure):
        return False
    return scene.doc[then.start - 1].lower_ == "to" or "to" in (
        t.lower_ for t in scene.doc[max(part.figure.end, then.start - 2) : then.start]
    )


_UNLIKE = 1000
_UNLIKE_SHARES = 10
"""A sum of a share that is so many times another is told of something else: "89 cents per share, up from 82 cents"."""


def _is_of_another_size(one: Part, other: Part, *, unlike: int = _UNLIKE) -> bool:
    """Whether two sums of money are so unlike that one is the whole and the other a rate: "$95 million or 4 cents"."""
    sums = sorted(abs(amount(p.figure).amount) for p in (one, other))
    return isinstance(amount(one.figure), Money) and sums[0] > 0 and sums[1] / sums[0] > unlike


def _same_metric(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a figure may speak of a draft's metric: no nearer metric of its own stands between them."""
    if part.choice is None:
        return True
    if draft.metric is None:
        if draft.value is not None and isinstance(amount(draft.value.figure), Count):
            return part.choice.metric.start < draft.end  # "*four segments* had sales growth of 9%"
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


_ARRIVING = frozenset({"coming", "landing", "ending", "finishing", "closing", "settling"})


def _reaches(scene: Scene, part: Part, draft: Draft) -> bool:
    """Whether a value is where a change led to: "grew 5% *to* 40 billion", "up 8%, *reaching* 3 billion"."""
    between = scene.doc[draft.end : part.figure.start]
    words = [t.lower_ for t in between]
    to = any(word in ("to", "reaching", "totaling", "bringing") for word in words)
    to = to or ("at" in words and any(word in _ARRIVING for word in words))
    slowed = part.role.cue is not None and scene.doc[part.role.cue].lemma_ in (
        "deceleration",
        "acceleration",
        "slowdown",
    )
    return draft.change is not None and to and not slowed and len(between) < 16
