"""A lock on a folder between processes: many readers or one writer, released by the system when a process dies.

The database does not guard a reader against a writer, so the store does.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import StoreInUse

PATIENCE = 3.0
"""Seconds to wait for another process before saying that the store is in use."""

PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    FAR = 2**30  # the locked byte lies beyond the holder's name, so that others can read it

    def _try(handle: IO[str], *, exclusive: bool) -> bool:
        """Windows locks exclusively only: readers wait for each other too."""
        handle.seek(FAR)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(handle: IO[str], *, exclusive: bool) -> bool:
        """Take the lock if it is free; a shared one beside other shared ones."""
        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def locked(folder: Path, *, exclusive: bool, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder for a while; raises `StoreInUse` after `patience` seconds.

    A folder on a read-only disk can be read; `OSError` where it is to be written.

    >>> import tempfile
    >>> with locked(Path(tempfile.mkdtemp()), exclusive=True):
    ...     pass
    """
    path = folder / "lock"
    handle = _opened(path, writable=exclusive)
    if handle is None:
        yield
        return
    with handle:
        deadline = time.monotonic() + patience
        while not _try(handle, exclusive=exclusive):
            if time.monotonic() >= deadline:
                raise StoreInUse(_explanation(folder, path))
            time.sleep(PAUSE)
        if exclusive:
            _sign(handle)
        yield


def _opened(path: Path, *, writable: bool) -> IO[str] | None:
    """The lock's file, made if need be.

    A reader makes do with one that it may not write, and with none where none can be made: nobody writes there.
    """
    try:
        path.touch(exist_ok=True)
        return path.open("r+", encoding="utf-8")
    except OSError:
        if writable:
            raise
        return path.open(encoding="utf-8") if path.exists() else None


def _sign(handle: IO[str]) -> None:
    handle.seek(0)
    handle.truncate()
    handle.write(str(os.getpid()))
    handle.flush()


def _explanation(folder: Path, path: Path) -> str:
    holder = path.read_text(encoding="utf-8").strip()
    who = f"process {holder}" if holder else "another process"
    return f"{folder}: the store is in use by {who}; wait until it has ended, or name another store with --store"
