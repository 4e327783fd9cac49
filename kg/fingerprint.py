"""What a document's graph was made from, as one hash: the same hash means that building again would change nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import kg
from kg.language import DEFAULT_MODEL
from kg.ontology_path import ontology_path

MADE_WITH = ("spacy", DEFAULT_MODEL.replace("_", "-"))
IGNORED = ("__pycache__", "ontology")


def fingerprint(content: bytes, *, lexicons: Sequence[Path], options: Sequence[str]) -> str:
    """The hash over a transcript's bytes, the program, its data and the options that change what is read."""
    parts = [program(), hashlib.sha256(content).hexdigest(), *options]
    parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(lexicons)]
    return _hash(part.encode() for part in parts)


@cache
def program() -> str:
    """The program as it stands: its version, its files, and the versions of what it reads English with.

    The same for a checkout and for the wheel made of it, where the ontology lies inside the package.
    """
    package = Path(kg.__file__).parent
    files = [*sorted(_files(package)), *sorted(p for p in ontology_path().rglob("*") if p.is_file())]
    return _hash([program_version().encode()] + [path.read_bytes() for path in files])


def program_version() -> str:
    """The versions on which the result depends, for a person to read.

    >>> program_version().split(",")[0].split()[0]
    'kg'
    """
    return ", ".join([f"kg {kg.__version__}", *(f"{name} {_version(name)}" for name in MADE_WITH)])


def _files(package: Path) -> Iterable[Path]:
    for path in package.rglob("*"):
        if path.is_file() and not any(part in IGNORED for part in path.relative_to(package).parts):
            yield path


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:  # a pipeline may be linked instead of installed
        return "none"


def _hash(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()
