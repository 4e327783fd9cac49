"""Typed access to the fields of one line, with errors that name the line, the field and what was expected."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.errors import FactsFileError


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one JSON object; `place` is file and line."""

    found: Mapping[str, object]
    place: str

    def only(self, allowed: Collection[str]) -> None:
        """Refuse a field that is not in the schema."""
        unknown = sorted(set(self.found) - set(allowed))
        if unknown:
            raise FactsFileError(f"{self.place}: unknown field {', '.join(map(repr, unknown))}; see facts.schema.json")

    def text(self, name: str) -> str:
        """A text that must be there and not be empty."""
        value = self.found.get(name)
        if not isinstance(value, str) or not value:
            raise self._wrong(name, "a text")
        return value

    def maybe_text(self, name: str) -> str | None:
        """A text, or None."""
        value = self.found.get(name)
        if value is not None and not isinstance(value, str):
            raise self._wrong(name, "a text or null")
        return value

    def choice(self, name: str, allowed: Collection[str]) -> str:
        """One of some words."""
        value = self.found.get(name)
        if not isinstance(value, str) or value not in allowed:
            raise self._wrong(name, f"one of {', '.join(sorted(allowed))}")
        return value

    def maybe_choice(self, name: str, allowed: Collection[str]) -> str | None:
        """One of some words, or None."""
        return None if self.found.get(name) is None else self.choice(name, allowed)

    def flag(self, name: str) -> bool:
        """True or false; absent is false."""
        value = self.found.get(name, False)
        if not isinstance(value, bool):
            raise self._wrong(name, "true or false")
        return value

    def number(self, name: str) -> Decimal | None:
        """A number, or None."""
        value = self.found.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self._wrong(name, "a number or null")
        return Decimal(value)

    def whole(self, name: str) -> int | None:
        """A whole number from 1, or None."""
        return self._whole(name, self.found.get(name))

    def wholes(self, name: str) -> tuple[int | None, ...]:
        """A list of whole numbers and nulls; absent is empty."""
        return tuple(self._whole(name, value) for value in self._list(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; absent is empty."""
        values = self._list(name)
        texts = tuple(value for value in values if isinstance(value, str))
        if len(texts) != len(values):
            raise self._wrong(name, "a list of texts")
        return texts

    def _list(self, name: str) -> list[object]:
        value = self.found.get(name)
        if value is not None and not isinstance(value, list):
            raise self._wrong(name, "a list")
        return value or []

    def _whole(self, name: str, value: object) -> int | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self._wrong(name, "a whole number from 1")
        return value

    def _wrong(self, name: str, expected: str) -> FactsFileError:
        got = repr(self.found[name]) if name in self.found else "nothing"
        return FactsFileError(f"{self.place}: field {name!r} must be {expected}, got {got}")
