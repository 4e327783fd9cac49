"""Mis-heard names: which mentions are read as something else than they say, each as a correction with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kg.entities.mishearings import Repair
from kg.entities.phonetic import kind_of_error, likeness
from kg.model import Correction, Entity, Link, Mention


def corrections(repairs: Sequence[Repair]) -> tuple[Correction, ...]:
    """The repairs as corrections, in text order."""
    made = []
    for repair in sorted(repairs, key=lambda r: r.mention):
        heard = " ".join(repair.mention.text.split())
        form = best_form(heard, repair.meant)
        made.append(
            Correction(
                repair.mention.span,
                heard,
                form,
                repair.meant.id,
                kind_of_error(heard, form),
                repair.support,
                Decimal(str(repair.confidence)),
            )
        )
    return tuple(made)


def heard_form(mention: Mention) -> str:
    """The words of a mention as a decision about them is kept."""
    return " ".join(mention.text.split()).casefold()


def best_form(heard: str, meant: Entity) -> str:
    """The name of the thing that was most likely said."""
    forms = [label.text for label in meant.labels if label.kind != "hidden" and label.language.startswith("en")]
    return max(dict.fromkeys([meant.name, *forms]), key=lambda form: likeness(heard, form))


def links(repairs: Sequence[Repair]) -> list[Link]:
    """What the repaired mentions denote."""
    return [Link(r.mention, r.meant.id, Decimal(str(r.confidence)), f"mis-heard: {r.support}") for r in repairs]
