"""What a user decided about readings, repairs of names or whose call a file is: JSON Lines beside the store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kg.errors import StoreError
from kg.model import EntityId
from kg.transcripts import stated

FILE = "decisions.jsonl"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Whether what was heard stands for an entity; it holds for every call that knows the entity."""

    heard: str
    meant: EntityId
    accepted: bool


@dataclass(frozen=True, slots=True, order=True)
class StatedField:
    """What a field of the call in a file is, whatever the text says; the file goes by the hash of its bytes."""

    sha256: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything decided, at most one decision for each pair of words and entity or file and field, sorted."""

    taken: tuple[Decision, ...] = ()
    fields_stated: tuple[StatedField, ...] = ()

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
        return replace(self, taken=tuple(sorted(by_pair.values())))

    def without(self, pairs: Iterable[tuple[str, EntityId]]) -> Decisions:
        """These decisions, less those about some pairs."""
        gone = {(heard.casefold(), meant) for heard, meant in pairs}
        return replace(self, taken=tuple(d for d in self.taken if (d.heard.casefold(), d.meant) not in gone))

    def stated(self, sha256: str) -> Mapping[str, str]:
        """What is stated of the call in a file, by field.

        >>> Decisions().stating("ab", {"year": "2023"}).stating("ab", {"quarter": "3", "year": ""}).stated("ab")
        {'quarter': '3'}
        """
        return {s.field: s.value for s in self.fields_stated if s.sha256 == sha256}

    def stating(self, sha256: str, values: Mapping[str, str]) -> Decisions:
        """These decisions, with what else is stated of the call in a file; an empty value takes a field back."""
        others = (s for s in self.fields_stated if s.sha256 != sha256)
        own = {**self.stated(sha256), **values}
        now = (StatedField(sha256, field, value) for field, value in own.items() if value)
        return replace(self, fields_stated=tuple(sorted((*others, *now))))


NONE = Decisions()


def read(store: Path) -> Decisions:
    """The decisions beside a store, none where there is no file; raises `StoreError` with the line that is wrong."""
    path = store / FILE
    found = Decisions()
    if not path.exists():
        return found
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            try:
                found = _with_line(found, json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise StoreError(
                    f"{path}:{number}: expected heard, meant and accepted, or sha256, field and value, as JSON, found "
                    f"“{line[:60]}”; correct the line or take it out"
                ) from error
    return found


def _with_line(decisions: Decisions, fields: Mapping[str, object]) -> Decisions:
    if "sha256" not in fields:
        heard, meant = str(fields["heard"]), EntityId(str(fields["meant"]))
        return decisions.with_(Decision(heard, meant, bool(fields["accepted"])))
    field, value = str(fields["field"]), str(fields["value"])
    stated.check(field, value)
    return decisions.stating(str(fields["sha256"]), {field: value})


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
    everything: tuple[Decision | StatedField, ...] = (*decisions.taken, *decisions.fields_stated)
    lines = [json.dumps(asdict(decision), ensure_ascii=False) + "\n" for decision in everything]
    draft = store / f"{FILE}.draft"
    try:
        draft.write_text("".join(lines), encoding="utf-8")
        draft.replace(store / FILE)
    except OSError as error:
        raise StoreError(f"{store / FILE}: decisions cannot be kept here: {error.strerror}") from error
