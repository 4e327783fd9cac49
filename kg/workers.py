"""Processes that compute ahead of what is asked for, and end when the one that asks does."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_all_start_methods, get_context, parent_process
from threading import Thread
from types import TracebackType
from typing import ParamSpec, TypeVar

from kg.errors import KgError

P = ParamSpec("P")
Result = TypeVar("Result")

AHEAD = 3
"""Results that may lie ready for each process: enough to keep it busy, few enough to keep memory flat."""

FORKED = "forkserver" in get_all_start_methods()
"""Whether a process that is ready can be copied; where it cannot, as on Windows, each makes itself ready."""

INTERRUPT = (signal.SIGINT,)

READY = "kg.ready"
"""The module by whose import a process is ready to read calls."""


class Workers:
    """So many processes; with one, nothing is begun ahead, and the caller computes.

    >>> with Workers(1) as workers:
    ...     workers.begin(len, "abc") is None
    True
    """

    def __init__(self, processes: int) -> None:
        self._pool = _pool(processes) if processes > 1 else None
        self.ahead = AHEAD * processes if processes > 1 else 0

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        if isinstance(error, BrokenProcessPool):
            raise KgError(
                "a process that was reading calls has died, perhaps for want of memory; "
                "the store holds what was finished: go on with fewer --jobs"
            ) from error

    def begin(self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Future[Result] | None:
        """Have a process call a function; its arguments and its result must be fit to be sent."""
        return self._pool.submit(work, *args, **kwargs) if self._pool else None


def prepare() -> None:
    """Have a process make itself ready, from which the others will be forked; call it ahead of long imports.

    A fork of this process would share the database's threads and the lock of the store.

    >>> prepare()
    """
    if not FORKED:
        return
    from multiprocessing import forkserver, resource_tracker  # there are no such modules on Windows

    forkserver.set_forkserver_preload([READY])
    resource_tracker.ensure_running()  # which would let interrupts through again
    held = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPT)  # it inherits that, and stays silent
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _pool(processes: int) -> ProcessPoolExecutor:
    prepare()
    context = get_context("forkserver" if FORKED else "spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_live_as_long_as_parent)


def _live_as_long_as_parent() -> None:
    """Leave silently when the parent is interrupted, and at once when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if FORKED:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPT)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
