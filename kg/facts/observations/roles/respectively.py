"""Lists that a sentence pairs with lists: "Sales were 9, 4 and 1 billion for Paint, Glue and Ink, respectively"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.facts.observations.roles.amounts import same_kind
from kg.facts.observations.scene import Placed, Scene
from kg.model import Entity, EntityId, EntityType, Link, Mention, Observation

_JOINTS = frozenset({",", "and", "&", "or", "the", "our", "in", "by", "of", "for", "about", "approximately", "a"})
_BEFORE_IN_TURN = 3
_LISTED = frozenset({EntityType.BUSINESS_UNIT, EntityType.PRODUCT, EntityType.PLACE, EntityType.ORGANIZATION})


def paired(scene: Scene, entities: Mapping[EntityId, Entity]) -> Mapping[int, Placed[Link]]:
    """The name or metric that "respectively" pairs with each figure, by the figure's first token; empty without it."""
    found: dict[int, Placed[Link]] = {}
    start = scene.sentence.start
    for end in (start + at for at, word in enumerate(scene.words) if word == "respectively"):
        figures = [f for f in scene.figures if start <= f.start < end]
        names = [n for n in scene.names if start <= n.start < end and _is_listed(n, entities)]
        metrics = [m for m in scene.metrics if start <= m.start < end]
        lists = (*_runs(scene, names), *_runs(scene, metrics))
        runs = [run for run in _alike(scene, figures) if len(run) > 1]
        last = _pairs(runs[-1], lists) if runs else {}
        found |= last
        for run in runs[:-1]:  # "A and B were *5 and 6 million*, up 1% and 2%, respectively"
            found |= {f.start: item for f, item in zip(run, last.values(), strict=False) if len(run) == len(last)}
        start = end
    return found or _closing(scene, entities)


def _closing(scene: Scene, entities: Mapping[EntityId, Entity]) -> dict[int, Placed[Link]]:
    """The names that open a sentence, by the figures that end it: "Paint and Ink *were up 4% and 6%*."."""
    run = last_run(scene, scene.sentence.end)
    if len(run) < 2 or not all(t.is_punct or t.is_space for t in scene.doc[run[-1].end : scene.sentence.end]):
        return {}
    names = [n for n in scene.names if n.end <= run[0].start and _is_listed(n, entities)]
    listed = [r for r in _runs(scene, names) if _is_subject_of(scene, r, run[0])]
    return _pairs(run, listed)


def _is_subject_of(scene: Scene, names: Sequence[Placed[Link]], figure: Placed[Mention]) -> bool:
    """Whether nothing but a verb stands between a list of names and a figure: "Paint and Ink *grew* 4% and 6%"."""
    between = [t for t in scene.doc[names[-1].end : figure.start] if not t.is_currency]
    verbs = [t for t in between if t.pos_ in ("VERB", "AUX")]
    return 0 < len(between) <= _BEFORE_IN_TURN and bool(verbs) and between[0] == verbs[0]


def last_run(scene: Scene, end: int) -> Sequence[Placed[Mention]]:
    """The figures of one kind, joined like a list, with which the words before a token end."""
    figures = [f for f in scene.figures if f.end <= end]
    runs = _alike(scene, figures)
    return runs[-1] if runs and end - runs[-1][-1].end <= _BEFORE_IN_TURN else ()


def run_told_in_turn(scene: Scene, figure: Placed[Mention]) -> Sequence[Placed[Mention]]:
    """The figures of one kind that "respectively" closes and that a figure is among; empty where none."""
    said = scene.first("respectively", at=figure.end)
    run = last_run(scene, said) if said is not None else ()
    return run if figure in run else ()


def run_behind(scene: Scene, figure: Placed[Mention]) -> Sequence[Placed[Mention]]:
    """The figures behind "respectively" that a figure is among: "were 5 and 6, respectively, compared to *3 and 4*"."""
    said = next((t.i for t in reversed(scene.sentence) if t.lower_ == "respectively" and t.i < figure.start), None)
    runs = _alike(scene, [f for f in scene.figures if said is not None and f.start > said])
    return next((run for run in runs if figure in run), ())


def narrowed(
    scene: Scene, observed: Observation, place: Placed[Link], pairs: Mapping[int, Placed[Link]]
) -> Observation:
    """An observation narrowed to its own place of the list instead of to all of them."""
    said = [scene.doc[other.start : other.end].text for other in pairs.values()]
    kept = tuple(q for q in observed.qualifiers if not any(q.endswith(name) for name in said))
    article = scene.doc[place.start - 1].lower_ == "the" and place.start > scene.sentence.start
    own = f"in {'the ' if article else ''}{scene.doc[place.start : place.end].text}"
    return replace(observed, qualifiers=(*kept, own))


def _is_listed(name: Placed[Link], entities: Mapping[EntityId, Entity]) -> bool:
    entity = entities.get(name.item.entity)
    return entity is not None and entity.type in _LISTED


def _pairs(figures: Sequence[Placed[Mention]], lists: Iterable[Sequence[Placed[Link]]]) -> dict[int, Placed[Link]]:
    """Figure by figure the item of the first list that is as long as they are."""
    fitting = next((items for items in lists if len(items) == len(figures) > 1), ())
    return {figure.start: item for figure, item in zip(figures, fitting, strict=False)}


def _alike(scene: Scene, figures: Sequence[Placed[Mention]]) -> list[list[Placed[Mention]]]:
    """Figures of one kind that follow one another."""
    runs: list[list[Placed[Mention]]] = []
    for figure in figures:
        if runs and same_kind(runs[-1][-1], figure) and _joined(scene, runs[-1][-1].end, figure.start):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return runs


def _runs(scene: Scene, items: Sequence[Placed[Link]]) -> list[list[Placed[Link]]]:
    """Names or metrics that follow one another."""
    runs: list[list[Placed[Link]]] = []
    for item in items:
        if runs and item.item.entity != runs[-1][-1].item.entity and _joined(scene, runs[-1][-1].end, item.start):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _joined(scene: Scene, end: int, start: int) -> bool:
    return all(t.lower_ in _JOINTS or t.is_currency for t in scene.doc[end:start])
