"""What a user decided about repairs of mis-heard names: a file of JSON Lines beside the store, which builds respect."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.model import EntityId

FILE = "decisions.jsonl"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Whether what was heard stands for an entity; it holds for every call that knows the entity."""

    heard: str
    meant: EntityId
    accepted: bool


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything decided, at most one decision for each pair of words and entity, sorted."""

    taken: tuple[Decision, ...] = ()

    def of(self, heard: str, meant: EntityId) -> bool | None:
        """Accepted or rejected; None where nobody decided.

        >>> cloud = EntityId("segment/cloud")
        >>> Decisions((Decision("clout", cloud, accepted=True),)).of("Clout", cloud)
        True
        """
        key = (heard.casefold(), meant)
        return next((d.accepted for d in self.taken if (d.heard.casefold(), d.meant) == key), None)

    @property
    def rejected(self) -> frozenset[tuple[str, EntityId]]:
        """Words in lower case, and the entity that they must not be read as."""
        return frozenset((d.heard.casefold(), d.meant) for d in self.taken if not d.accepted)

    def with_(self, *new: Decision) -> Decisions:
        """These decisions, with new ones in place of older ones about the same."""
        by_pair = {(d.heard.casefold(), d.meant): d for d in (*self.taken, *new)}
        return Decisions(tuple(sorted(by_pair.values())))

    def without(self, pairs: Iterable[tuple[str, EntityId]]) -> Decisions:
        """These decisions, less those about some pairs."""
        gone = {(heard.casefold(), meant) for heard, meant in pairs}
        return Decisions(tuple(d for d in self.taken if (d.heard.casefold(), d.meant) not in gone))


NONE = Decisions()


def read(store: Path) -> Decisions:
    """The decisions beside a store, none where there is no file; raises `StoreError` with the line that is wrong."""
    path = store / FILE
    if not path.exists():
        return Decisions()
    taken = []
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            try:
                fields = json.loads(line)
                taken.append(Decision(str(fields["heard"]), EntityId(str(fields["meant"])), bool(fields["accepted"])))
            except (ValueError, KeyError, TypeError) as error:
                raise StoreError(
                    f"{path}:{number}: expected heard, meant and accepted as JSON, found “{line[:60]}”; correct the "
                    "line or take it out"
                ) from error
    return Decisions().with_(*taken)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise StoreError(
            f"{path}: found bytes that are no UTF-8; correct the file, or decide anew without it"
        ) from error
    except OSError as error:
        raise StoreError(
            f"{path}: the decisions cannot be read ({error.strerror}); expected a file of lines"
        ) from error


def write(store: Path, decisions: Decisions) -> None:
    """Keep the decisions beside a store, wholly or not at all; raises `StoreError` where nothing may be written."""
    lines = [json.dumps(asdict(decision), ensure_ascii=False) + "\n" for decision in decisions.taken]
    draft = store / f"{FILE}.draft"
    try:
        draft.write_text("".join(lines), encoding="utf-8")
        draft.replace(store / FILE)
    except OSError as error:
        raise StoreError(f"{store / FILE}: decisions cannot be kept here: {error.strerror}") from error
