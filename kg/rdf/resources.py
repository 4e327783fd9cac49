"""Where the ontology's files lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import kg
from kg.errors import KgError


@cache
def ontology_path() -> Path:
    """The folder of `ec.ttl`, `codes/`, `queries/` and the rest; raises `KgError` when the installation lacks it.

    >>> (ontology_path() / "codes" / "metrics.ttl").exists()
    True
    """
    package = Path(kg.__file__).parent
    for place in (package / "ontology", package.parent / "ontology"):
        if (place / "codes").is_dir():
            return place
    raise KgError(f"the ontology lies neither in {package} nor beside it; install the package again")
