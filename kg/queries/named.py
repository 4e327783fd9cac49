"""The named questions: one `.rq` file each; its first line is the question, its next lines are the parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import UnknownName
from kg.nearest import nearest
from kg.ontology_path import ontology_path

_NUMBER = re.compile(r"^cq(\d+)-")
_PREFIX = re.compile(r"PREFIX (\w*): <([^>]*)>")
_PARAMETER = re.compile(r"# (\w+): (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that may be given a value: `kg query NAME --set name=value`."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that can be asked by name; unset parameters stay open. `text` is complete SPARQL."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def named() -> tuple[NamedQuery, ...]:
    """Every named question, in the order of their numbers.

    >>> named()[0].name, named()[0].question
    ('executives', 'Who speaks for the company on a call, and in what post?')
    """
    return tuple(_read(path) for path in sorted((ontology_path() / "queries").glob("*.rq")))


def find(name: str) -> NamedQuery:
    """The question of a name, or of its number (`cq07`); raises `UnknownName` with the nearest one.

    >>> find("guidence")
    Traceback (most recent call last):
    kg.errors.UnknownName: no question 'guidence'; did you mean 'guidance'? See: kg queries
    """
    for number, query in enumerate(named(), 1):
        if name in (query.name, f"cq{number:02}", f"cq{number:02}-{query.name}"):
            return query
    raise UnknownName(f"no question {name!r}; {nearest(name, [q.name for q in named()], 'kg queries')}")


def prefixes() -> str:
    """The prefixes that every question may use, on one line so that line numbers in messages stay right."""
    return " ".join((ontology_path() / "prefixes.rq").read_text(encoding="utf-8").split("\n")).strip()


def prefix_table() -> dict[str, str]:
    """The same prefixes by name: a user's own question need not declare them.

    >>> prefix_table()["ec"]
    'https://w3id.org/earnings-call/def/'
    """
    return dict(_PREFIX.findall(prefixes()))


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    first, *rest = text.splitlines()
    parameters = []
    for line in rest:
        match = _PARAMETER.fullmatch(line)
        if match is None:
            break
        parameters.append(Parameter(match[1], match[2]))
    return NamedQuery(_NUMBER.sub("", path.stem), first.removeprefix("# "), tuple(parameters), f"{prefixes()}\n{text}")
