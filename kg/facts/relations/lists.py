"""Lists that tell what their members are: "customers like A and B", "our platform, spanning X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.relations.belonging import is_unsold
from kg.facts.relations.claim import Claim
from kg.facts.relations.scene import Named, Scene, has_known_parent
from kg.facts.relations.words import word_list
from kg.model import Entity, EntityType, Predicate

_LINES = frozenset({EntityType.BUSINESS_UNIT, EntityType.PRODUCT})
_GAP = 3  # tokens between the group and its first member, beside the word that leads to them


def members(scene: Scene) -> Iterator[Claim]:
    """Members of "the Gear family, including Cog and Sprocket": each is part of the group named before."""
    for number, whole in enumerate(scene.names[:-1]):
        listed = _run(scene, number + 1)
        if whole.entity.type not in _LINES or not _leads(whole, listed):
            continue
        for part in listed:
            fits = part.entity.type in _LINES and not has_known_parent(part.entity) and not is_unsold(part.entity)
            if fits and part.entity.id != whole.entity.id:
                words = (whole.words.start, part.words.end)
                yield Claim(part.entity.id, Predicate.PART_OF, whole.entity.id, words, "relation/members")


def _run(scene: Scene, number: int) -> list[Named]:
    """The names from one on that follow each other with only commas and "and" between."""
    run = [scene.names[number]]
    for named in scene.names[number + 1 :]:
        between = named.words.doc[run[-1].words.end : named.words.start]
        if (
            not len(between)
            or len(between) > 2
            or not all(t.lower_ in {",", "and", "or", "to", "both"} for t in between)
        ):
            break
        run.append(named)
    return run


def _leads(whole: Named, listed: list[Named]) -> bool:
    between = whole.words.doc[whole.words.end : listed[0].words.start]
    led = any(t.lower_ in word_list("members") - {"from", "led"} for t in between)
    if whole.words.root.dep_ == "compound" or listed[0].words.sent.start != whole.words.sent.start:
        return False
    return led and len(between) <= _GAP + 1 and not any(t.pos_ == "VERB" and t.dep_ == "ROOT" for t in between)


def kinds(scene: Scene) -> Iterator[Claim]:
    """What companies in a list ("customers like A and B", "partners, including C") are to the speaker's company."""
    side = scene.we or scene.you
    for number, named in enumerate(scene.names):
        if side is None or named.entity.type is not EntityType.ORGANIZATION or named.entity.id == scene.company.id:
            continue
        head = _head_before(named)
        if head is None or (number and scene.names[number - 1].words.start > head[1]):
            continue
        for member in _run(scene, number):
            if member.entity.type is EntityType.ORGANIZATION and member.entity.id != scene.company.id:
                yield _claim(scene.company, head[0], member, (head[1], member.words.end))


def _head_before(named: Named) -> tuple[str, int] | None:
    """The kind of the group noun that leads to a list within four tokens, and where that noun stands."""
    doc, start = named.words.doc, named.words.start
    window = doc[max(0, start - 4) : start]
    if not any(t.lower_ in word_list("members") or t.lower_ in {"as", "include", "included"} for t in window):
        return None
    for token in reversed(list(window)):
        for kind in ("customers", "partners", "competitors", "suppliers"):
            if token.lower_ in word_list(kind):
                return kind, token.i
    return None


def _claim(company: Entity, kind: str, member: Named, words: tuple[int, int]) -> Claim:
    rule = "relation/list"
    match kind:
        case "customers":
            return Claim(member.entity.id, Predicate.CUSTOMER_OF, company.id, words, rule)
        case "suppliers":
            return Claim(member.entity.id, Predicate.SUPPLIER_OF, company.id, words, rule)
        case "competitors":
            return Claim(member.entity.id, Predicate.COMPETES_WITH, company.id, words, rule)
        case _:
            return Claim(company.id, Predicate.PARTNERS_WITH, member.entity.id, words, rule)
