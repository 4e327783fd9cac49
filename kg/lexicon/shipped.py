"""Where the ontology folder lies: inside the installed package, or beside it in a checkout."""

from pathlib import Path

import kg
from kg.errors import LexiconError


def ontology_path() -> Path:
    """The folder with the shipped Turtle files; raises `LexiconError` when an installation lacks it.

    >>> (ontology_path() / "lexicon").is_dir()
    True
    """
    package = Path(kg.__file__).parent
    for place in (package / "ontology", package.parent / "ontology"):
        if place.is_dir():
            return place
    raise LexiconError(f"no ontology folder in {package} or beside it; install the package again")
