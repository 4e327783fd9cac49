"""What is wrong with a query that is no SPARQL: how far it could be read, and what could stand there."""

from __future__ import annotations

import re

_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<what>.*)", re.DOTALL)
_SIGN = re.compile(r'"(?P<sign>[^"\\]+)"|\b(?P<word>[A-Z]{3,})\b')
_PREFIX = re.compile(r"[\w\-.]*:[\w\-.]*$")
_SHOWN, _SIGNS = 30, 6


def why_no_sparql(message: str, query: str, name: str) -> str:
    """The parser's message about a query, in one line; one without a place is given as it is.

    >>> why_no_sparql('error at 1:12: expected one of "$", "?", "}"', "SELECT * { ", "q.rq")
    'q.rq:1:12: the query breaks off after “SELECT * {”; expected one of $ ? }'
    >>> why_no_sparql('error at 1:22: expected one of Prefix not found', "SELECT * { ?a foo:bar ?c }", "q.rq")
    'q.rq:1:22: the prefix foo: is not declared; write PREFIX foo: <...> at the head of the query'
    """
    match = _PLACE.match(message)
    if match is None:
        return f"{name}: {message}"
    line, column = int(match["line"]), int(match["column"])
    lines = query.split("\n")
    before = " ".join("\n".join([*lines[: line - 1], lines[line - 1][: column - 1]]).split())
    after = " ".join("\n".join([lines[line - 1][column - 1 :], *lines[line:]]).split())
    prefix = _PREFIX.search(before)
    if "Prefix not found" in match["what"] and prefix:
        declared = f"{prefix[0].partition(':')[0]}:"
        why = f"the prefix {declared} is not declared; write PREFIX {declared} <...> at the head of the query"
    else:
        found = f"found “{_cut(after)}”" if after else "the query breaks off"
        why = f"{found} after “{before[-_SHOWN:]}”{_wish(match['what'])}"
    return f"{name}:{line}:{column}: {why}"


def _wish(what: str) -> str:
    signs = [sign["sign"] or sign["word"] for sign in _SIGN.finditer(what)]
    if not signs:
        return "; expected something else there"
    return f"; expected one of {' '.join(signs[:_SIGNS])}{' …' * (len(signs) > _SIGNS)}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
