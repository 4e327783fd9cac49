"""Imported by the process from which readers of calls are forked: it holds what all of them need, loaded once."""

from __future__ import annotations

import gc

import kg.make  # noqa: F401  # what the readers run, with all that it imports
from kg import lexicon
from kg.language import load

load()
lexicon.load(())
gc.freeze()  # a collection would write to the memory that the processes share, and so copy it
