"""Refuses what a question must not do: change the store, or call another server; tells which graphs it names."""

from __future__ import annotations

import re

from kg.errors import QueryError

_NOT_CODE = re.compile(
    r"""
      \#[^\n]*                        # a comment (IRIs are matched first below)
    | <[^<>"{}|^`\\\x00-\x20]*>       # an IRI
    | '{3}(?:[^\\]|\\.)*?'{3} | "{3}(?:[^\\]|\\.)*?"{3}
    | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*"
    | [?$]\w+                         # a variable
    | (?<![\w.-])(?!(?i:SERVICE):)[\w.-]*:[\w.:%-]*  # a prefixed name; `SERVICE:b` is the word before `:b`
    """,
    re.VERBOSE | re.DOTALL,
)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_FROM = re.compile(r"\bFROM\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b", re.IGNORECASE)


def refuse_side_effects(query: str, name: str = "query") -> None:
    """Raises `QueryError` for an update or a `SERVICE`; words inside strings, IRIs and comments do not count.

    >>> refuse_side_effects('SELECT * { ?service ?p "SERVICE" }')
    >>> refuse_side_effects("DROP ALL")
    Traceback (most recent call last):
    kg.errors.QueryError: query: DROP would change the store; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered
    """
    code = _NOT_CODE.sub(" ", query)
    if _SERVICE.search(code):
        raise QueryError(f"{name}: SERVICE would call another server; ask only what lies in this store")
    if found := _UPDATE.search(code):
        verb = found.group(1).upper()
        raise QueryError(
            f"{name}: {verb} would change the store; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered"
        )


def names_its_graphs(query: str) -> bool:
    """Whether a query says itself which graphs it asks.

    >>> names_its_graphs("SELECT * FROM <https://example.org/g> { ?s ?p ?o }"), names_its_graphs("ASK { ?from ?p ?o }")
    (True, False)
    """
    return _FROM.search(_NOT_CODE.sub(" ", query)) is not None
