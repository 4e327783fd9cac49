"""Earnings calls as RDF: what was said, by whom, about what, and exactly where.

`read_call` takes a file and returns what it says; `writing` and `reading` open a store; `build_calls` fills one.
They are loaded when they are asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.build import build_calls, read_call
    from kg.errors import KgError
    from kg.model import Reading
    from kg.store import Store, reading, writing

__all__ = ["KgError", "Reading", "Store", "__version__", "build_calls", "read_call", "reading", "writing"]
__version__ = "0.1.0"

if "numpy" not in sys.modules:  # it asks this when it is loaded; see `kg.language.products`
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_PLACES = {
    "build_calls": "kg.build",
    "read_call": "kg.build",
    "KgError": "kg.errors",
    "Reading": "kg.model",
    "Store": "kg.store",
    "reading": "kg.store",
    "writing": "kg.store",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
