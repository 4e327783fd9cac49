"""Where the ontology's files lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).parent


@cache
def ontology_path() -> Path:
    """The folder of `ec.ttl`, `codes/`, `queries/` and the rest; raises `KgError` when the installation lacks it.

    >>> (ontology_path() / "codes" / "metrics.ttl").exists()
    True
    """
    for place in (_PACKAGE / "ontology", _PACKAGE.parent / "ontology"):
        if (place / "codes").is_dir():
            return place
    raise KgError(f"the ontology lies neither in {_PACKAGE} nor beside it; install the package again")
