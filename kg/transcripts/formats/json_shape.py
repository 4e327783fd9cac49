"""The shape of a transcript in JSON: which value is the call's, a turn's, a speaker's, under whatever names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from kg.persons import post_and_firm

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

HEADER = ("heading", "company", "ticker", "exchange", "quarter", "year", "date")
FIELDS = (
    *("speaker", "title", "firm", "text", "turns", "parts", "about", "participants", "english", "chinese"),
    *HEADER,
)
"""The fields that a user may name."""


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """One turn, or a participant where `paragraphs` is empty."""

    speaker: str
    title: str | None
    firm: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallRows:
    """What a file says of one call; `whole` is the text where turns are not told apart."""

    header: Mapping[str, str]
    turns: tuple[SpokenRow, ...]
    participants: tuple[SpokenRow, ...] = ()
    whole: str = ""


class Shape:
    """Finds fields by the names that vendors use, or by those that a user gave, which go first."""

    def __init__(self, given: tuple[tuple[str, str], ...] = ()) -> None:
        names = {field: [*_of(given, field), *known] for field, known in _known().items()}
        self._names = {field: tuple(dict.fromkeys(map(_folded, each))) for field, each in names.items()}

    def names_speech(self, columns: Sequence[str]) -> bool:
        """Whether one of several names is that of the speaker, and another that of the words.

        >>> Shape().names_speech(["Start", "Speaker", "Text"]), Shape().names_speech(["Date", "Revenue"])
        (True, False)
        """
        folded = {_folded(column) for column in columns}
        return bool(folded & {*self._names["speaker"]}) and bool(folded & {*self._names["text"]})

    def calls(self, data: Json) -> list[CallRows]:
        """The calls in a value: one for an object or a list of turns, several for a list of calls.

        >>> [call.turns[0].speaker for call in Shape().calls([{"name": "Ann Lee", "text": "Hello."}])]
        ['Ann Lee']
        """
        if isinstance(data, dict):
            call = self._call(data)
            return [call] if call else self._under_keys(data)
        if not isinstance(data, list):
            return []
        if len(data) > 1 and all(isinstance(item, str) for item in data):
            return [CallRows({}, (), (), "\n\n".join(str(item) for item in data))]
        data = [each for item in data for each in self._asked(item)]
        rows = [row for item in data if isinstance(item, dict) and (row := self._row(item)) and row.paragraphs]
        if rows:
            headers = (self._header(item) for item in data if isinstance(item, dict) and not self._row(item))
            return [CallRows(next(headers, {}), tuple(rows))]
        if pairs := self._pairs(data):
            return [CallRows({}, (), (), pairs)]
        return [call for item in data for call in self.calls(item)]

    def _call(self, data: dict[str, Json]) -> CallRows | None:
        people = list(_people(self._value(data, "participants")))
        listed = tuple(row for item in people if (row := self._row(item) if isinstance(item, dict) else _listed(item)))
        about = self._value(data, "about")
        header = {**(self._header(about) if isinstance(about, dict) else {}), **self._header(data)}
        values = self._values(data, "parts")
        parts = [call for value in values for call in self._inner(value)]
        if parts and not any(call.whole for call in parts):
            return CallRows(header, tuple(turn for call in parts for turn in call.turns), listed)
        for value in self._values(data, "turns"):
            if isinstance(value, str) and len(value.split()) > 5:
                return CallRows(header, (), listed, value)
            for inner in self._inner(value):
                turns = self._renamed(inner.turns, data)
                return CallRows({**inner.header, **header}, turns, listed or inner.participants, inner.whole)
        wholes = [value for value in values if isinstance(value, str)] or [call.whole for call in parts]
        return CallRows(header, (), listed, "\n\n".join(wholes)) if any(wholes) else None

    def _under_keys(self, data: dict[str, Json]) -> list[CallRows]:
        """The calls in an object that holds nothing but objects, each under a key of its own."""
        objects = [value for value in data.values() if isinstance(value, dict)]
        return [call for value in objects for call in self.calls(value)] if len(objects) == len(data) else []

    def _asked(self, item: Json) -> Iterator[Json]:
        """An item, or the question and the answers that it holds."""
        held = item if isinstance(item, dict) and not self._value(item, "speaker") else {}
        question, answers = self._value(held, "question"), self._value(held, "answers")
        if not isinstance(question, dict) or not isinstance(answers, dict | list):
            yield item
            return
        yield question
        yield from answers if isinstance(answers, list) else [answers]

    def _renamed(self, turns: tuple[SpokenRow, ...], data: dict[str, Json]) -> tuple[SpokenRow, ...]:
        """The turns with the names that a table beside them gives to the speakers' numbers."""
        names = self._value(data, "names")
        people = (
            {key: self._row(value) for key, value in names.items() if isinstance(value, dict)}
            if isinstance(names, dict)
            else {}
        )
        return tuple(
            replace(row, speaker=who.speaker, title=row.title or who.title, firm=row.firm or who.firm)
            if (who := people.get(row.speaker))
            else row
            for row in turns
        )

    def _inner(self, value: Json) -> list[CallRows]:
        """The one call in a part of a call, as a list."""
        inner = self.calls(value) if isinstance(value, list | dict) else []
        return inner if len(inner) == 1 else []

    def _pairs(self, data: list[Json]) -> str:
        """Paragraphs in two languages, as a text in which they stand in turn."""
        rows = [item for item in data if isinstance(item, dict) and _text(self._value(item, "english"))]
        return "".join(
            f"[{number}] [EN] {_text(self._value(row, 'english'))}\n[中] {_text(self._value(row, 'chinese')) or ''}\n\n"
            for number, row in enumerate(rows, 1)
        )

    def _row(self, item: dict[str, Json]) -> SpokenRow | None:
        """The turn or participant that an object is; None without a speaker."""
        who = self._value(item, "speaker")
        about = item
        info = self._value(item, "info")
        if isinstance(info, dict) and self._value(info, "speaker"):
            who = info
        if isinstance(who, dict):  # the speaker is an object of its own
            about, who = who, self._value(who, "speaker")
        name = _speaker(who)
        if name is None:
            return None
        title, firm = (_text(self._value(about, field)) for field in ("title", "firm"))
        return SpokenRow(name, title, firm, tuple(_paragraphs(self._value(item, "text"))))

    def _header(self, data: dict[str, Json]) -> dict[str, str]:
        found = {field: _text(self._value(data, field)) for field in HEADER}
        return {field: text for field, text in found.items() if text}

    def _value(self, data: Mapping[str, Json], field: str) -> Json:
        return next(iter(self._values(data, field)), None)

    def _values(self, data: Mapping[str, Json], field: str) -> list[Json]:
        by_name = {_folded(name): value for name, value in data.items()}
        return [by_name[name] for name in self._names[field] if by_name.get(name) not in (None, "", [])]


def _listed(item: Json) -> SpokenRow | None:
    """A participant as a text: the name, then the post, the firm, or both.

    >>> _listed("Ann Lee--Harbour Bank -- Analyst")
    SpokenRow(speaker='Ann Lee', title='Analyst', firm='Harbour Bank', paragraphs=())
    """
    if not isinstance(item, str) or not item.strip():
        return None
    name, *rest = re.split(r"\s*(?:--|—|–)\s*|\s+-\s+", item.strip())
    return SpokenRow(name, *post_and_firm(rest), ()) if name else None


def _speaker(who: Json) -> str | None:
    """A speaker's name; machines number them, or give them letters.

    >>> _speaker("Ann  Lee"), _speaker(0), _speaker("B"), _speaker(" ")
    ('Ann Lee', 'Speaker 0', 'Speaker B', None)
    """
    name = _text(who)
    if name is None or not (name.isdigit() or (len(name) == 1 and name.isupper())):
        return name
    return f"Speaker {name}"


def _people(value: Json) -> Iterator[Json]:
    """The participants of a list, or of several under the names of their sides."""
    for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from item if isinstance(item, list) else [item]


def _of(given: tuple[tuple[str, str], ...], field: str) -> list[str]:
    return [name for key, name in given if key == field]


def _text(value: Json) -> str | None:
    """A short value on one line."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).split()) or None


def _paragraphs(value: Json) -> list[str]:
    """The paragraphs of a text, or of a list of texts, each on one line; sentences with their times are one."""
    if isinstance(value, list) and value and all(isinstance(item, dict) and "start" in item for item in value):
        return [" ".join(part for item in value for part in _paragraphs(item))]
    if isinstance(value, list):
        return [part for item in value for part in _paragraphs(item)]
    if isinstance(value, dict):
        return _paragraphs(value.get("text"))
    if not isinstance(value, str):
        return []
    return [" ".join(part.split()) for part in re.split(r"\n+", value) if part.strip()]


def _folded(name: str) -> str:
    """A field's name without what differs between styles.

    >>> _folded("speakerName") == _folded("speaker_name") == _folded("Speaker name")
    True
    """
    return re.sub(r"[^a-z0-9]", "", name.lower())


@cache
def _known() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(
        files(__package__).joinpath("json_fields.toml").read_text(encoding="utf-8")
    )
    return table
