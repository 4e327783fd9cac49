"""One change for several measures: "orders and revenue were up 12%", "double-digit growth in sales and profit"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.observations.draft import Draft
from kg.facts.observations.metric.choice import is_part_of_expense
from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Placed, Scene
from kg.mentions.metric_bases import BASIS
from kg.model import Link, Percent, Points

_JOINTS = frozenset({"and", "both", ",", "&", "the", "our", "as", "well"})


def sharing(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> list[Placed[Link]]:
    """The measures that are listed with that of a draft and have no figure of their own."""
    own = draft.metric
    if own is None or not (_is_change(draft) or draft.value is not None):
        return []
    if "respectively" in scene.words:
        return []
    taken = {d.metric.start for d in drafts if d.metric is not None and d is not draft}
    run = [m for m in _run(scene, own) if m.start != own.start and m.item.mention.rule != "metric.bare"]
    run = [m for m in run if not is_part_of_expense(scene, m)]
    if draft.value is not None:  # one value is of several measures only where they are one on two bases
        run = [m for m in run if BASIS in (m.item.mention.rule, own.item.mention.rule)]
    return [] if any(m.start in taken or m.item.entity == own.item.entity for m in run) else run


def _is_change(draft: Draft) -> bool:
    """Whether a draft tells a share by which something moved, and nothing else."""
    change = draft.change
    if change is None or draft.value is not None or draft.prior is not None:
        return False
    return isinstance(amount(change.figure), Percent | Points) and not change.role.of_base


def _run(scene: Scene, own: Placed[Link]) -> list[Placed[Link]]:
    """The measures around one, with only commas and "and" between them; "and" stands before the last."""
    run = [own]
    for metric in (m for m in scene.metrics if m.start > own.start):
        if not _are_joined(scene, run[-1].end, metric.start):
            break
        run.append(metric)
    for metric in reversed([m for m in scene.metrics if m.start < own.start]):
        if not _are_joined(scene, metric.end, run[0].start):
            break
        run.insert(0, metric)
    last = [t.lower_ for t in scene.doc[run[-2].end : run[-1].start]] if len(run) > 1 else []
    apart = len(run) == 2 and last[:2] == [
        ",",
        "and",
    ]  # "price covered *inflation, and margin* expanded 90 basis points"
    return run if {"and", "&"} & set(last) and not apart else [own]


def _are_joined(scene: Scene, end: int, start: int) -> bool:
    between = [t.lower_ for t in scene.doc[end:start]]
    return 0 < len(between) <= 4 and all(w in _JOINTS for w in between)
