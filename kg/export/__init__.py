"""Writes what calls say for other programs: RDF, graphs for Gephi, a page for Graphviz and for the eye.

`export` is the entry; `FORMATS` lists what it writes. What is drawn is decided in `views` and `report`, how in the
writers.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from kg.errors import UnknownName
from kg.export import formats
from kg.export.formats import Files, Format, Request
from kg.export.views import VIEWS
from kg.export.without_quotes import without_quotes as stripped
from kg.nearest import nearest

__all__ = ["FORMATS", "Files", "Format", "export", "unknown"]

FORMATS: tuple[Format, ...] = (
    formats.TURTLE,
    formats.TRIG,
    formats.NTRIPLES,
    formats.NQUADS,
    formats.JSONLD,
    formats.RDFXML,
    formats.GEXF,
    formats.GRAPHML,
    formats.CSV,
    formats.MAP,
    formats.QUESTIONS,
    formats.DOT,
    formats.SVG,
    formats.PNG,
)


def export(
    statements: Sequence[ox.Quad],
    format: str,
    *,
    call: str | None = None,
    without_quotes: bool = False,
    view: str = "call",
) -> Files:
    """The statements of some calls in a format: bytes, or for `csv` the files of a folder.

    `call` names the call to draw where the statements hold several; RDF is written as it comes. `view` is one of
    `VIEWS`. Raises `UnknownName` for an unknown format or view, `ExportError` where a format cannot be written here.

    >>> export([], "gefx")
    Traceback (most recent call last):
    kg.errors.UnknownName: no format 'gefx'; did you mean 'gexf'? See: kg export --help
    """
    names = [each.name for each in FORMATS]
    found = next((each for each in FORMATS if each.name == format), None)
    if found is None:
        raise UnknownName(unknown(format, names))
    if view not in VIEWS:
        raise UnknownName(f"no view {view!r}; {nearest(view, tuple(VIEWS), 'kg export --help')}")
    kept = stripped(statements) if without_quotes else tuple(statements)
    return found.write(Request(kept, call, view))


def unknown(format: str, names: Sequence[str]) -> str:
    """What to say of a format that is not there: the one that was likely meant, with what it is.

    >>> unknown("html", ["svg", "ttl"])
    "no format 'html'; did you mean 'svg'? The page of a call as a picture, drawn without any other program. See: \
kg export --help"
    """
    meant = formats.MEANT.get(format.lower())
    sentence = next((f" {each.sentence}" for each in FORMATS if each.name == meant), "")
    hint = f"did you mean {meant!r}?{sentence} See: kg export --help" if meant in names else None
    return f"no format {format!r}; {hint or nearest(format, names, 'kg export --help')}"
