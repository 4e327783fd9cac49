"""Values for the variables of a question, as a SPARQL `VALUES` block, so that any engine narrows its search first.

A variable that the question itself computes (`BIND … AS ?firm`) can be given none; it is compared with the value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.errors import QueryError, UnknownName
from kg.nearest import nearest
from kg.queries.named import NamedQuery

_MARK = "#values"
_WHERE = re.compile(r"\bWHERE\s*\{|\{", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_IRI = re.compile(r"https?://[^\s<>\"{}|^`\\]+")


def bind(query: NamedQuery, values: Mapping[str, str]) -> str:
    """The question with values for some of its parameters; raises `UnknownName` for one that it has not.

    >>> from kg.queries.named import find
    >>> "VALUES ?call { \\"acme_2024-09-30\\" }" in bind(find("executives"), {"call": "acme_2024-09-30"})
    True
    """
    known = [parameter.name for parameter in query.parameters]
    for name in values:
        if name not in known:
            hint = nearest(name, known, "kg queries")
            raise UnknownName(f"the question {query.name!r} has no parameter {name!r}; {hint}")
    return _insert(query.text, values)


def complete(text: str, values: Mapping[str, str], *, name: str = "query") -> str:
    """A question of the user's own, with values for some of its variables.

    >>> complete("SELECT ?x { ?x a ec:Turn }", {"x": "https://example.org/t"})
    'SELECT ?x { VALUES ?x { <https://example.org/t> } ?x a ec:Turn }'
    """
    for variable in values:
        if not re.search(rf"[?$]{re.escape(variable)}\b", text):
            raise UnknownName(f"{name}: there is no variable ?{variable} to set")
    return _insert(text, values, name=name)


def _insert(text: str, values: Mapping[str, str], *, name: str = "query") -> str:
    blocks = " ".join(_block(text, variable, value) for variable, value in sorted(values.items()))
    if not blocks:
        return text
    if _MARK in text:
        return text.replace(_MARK, blocks)
    wheres = [match for match in _WHERE.finditer(text) if len(match[0]) > 1] or list(_WHERE.finditer(text))
    if not wheres:
        raise QueryError(f"{name}: there is no graph pattern to set a variable in; expected WHERE {{ … }}")
    place = wheres[0].end()
    return f"{text[:place]} {blocks}{text[place:]}"


def _block(text: str, variable: str, value: str) -> str:
    """What narrows a question to a value of one of its variables.

    >>> _block("SELECT ?x { ?x ec:name ?n }", "n", "Acme"), _block("{ ?x ec:name ?m BIND(?m AS ?n) }", "n", "Acme")
    ('VALUES ?n { "Acme" }', 'FILTER(?n = "Acme")')
    """
    computed = re.search(rf"\bBIND\s*\(.*\bAS\s+\?{re.escape(variable)}\s*\)", text, re.IGNORECASE)
    return f"FILTER(?{variable} = {_term(value)})" if computed else f"VALUES ?{variable} {{ {_term(value)} }}"


def _term(value: str) -> str:
    """A value as a SPARQL term: an IRI, a date, a number, or text."""
    if _IRI.fullmatch(value):
        return f"<{value}>"
    if _DATE.fullmatch(value):
        return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#date>'
    if _NUMBER.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
