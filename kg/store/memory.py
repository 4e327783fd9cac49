"""Gives memory that is free again back to the system, which the C library of Linux keeps until it is asked."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Ask for it after a large piece of work; elsewhere than with glibc nothing is done.

    >>> give_back()
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
