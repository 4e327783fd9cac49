"""A picture in pixels of a Graphviz file: by the system's `dot`, else by the `pygraphviz` wheel with its own."""

from __future__ import annotations

import shutil
import subprocess

from kg.errors import ExportError

DPI = 144
_REMEDY = "install Graphviz (its program dot), or run: pip install 'earnings-kg[render]'; svg needs neither"


def write_png(dot: bytes) -> bytes:
    """PNG of a drawing in the DOT language; raises `ExportError` naming what to install where nothing can draw it."""
    program = shutil.which("dot")
    return _by_program(program, dot) if program else _by_library(dot)


def _by_program(program: str, dot: bytes) -> bytes:
    done = subprocess.run([program, "-Tpng", f"-Gdpi={DPI}"], input=dot, capture_output=True, check=False)
    if done.returncode != 0:
        raise ExportError(f"{program} did not draw the page: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _by_library(dot: bytes) -> bytes:
    try:
        from pygraphviz import AGraph
    except ImportError as error:
        raise ExportError(f"png needs Graphviz: {_REMEDY}") from error
    graph = AGraph(string=dot.decode("utf-8"))
    graph.graph_attr["dpi"] = str(DPI)
    drawn: bytes = graph.draw(format="png", prog="dot")
    return drawn
