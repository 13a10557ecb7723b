"""Where tasks run: in this process, in several on this machine, or on a cluster of Dask.

Each is an ``Executor`` of the standard library, so that what calls them is the same code. A worker
that dies costs time: its tasks run again, and a task leaves nothing that a second run does not
replace.
"""

import ctypes
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from transforms.errors import ClusterError
from transforms.staging.where import Where

ATTEMPTS = 3
"""How often a task is tried whose worker died."""
PATIENCE = 10
"""Seconds in which a cluster has to answer."""
PR_SET_PDEATHSIG = 1
"""Of Linux's ``prctl``: the signal that a process gets when its parent ends."""

P = ParamSpec("P")
T = TypeVar("T")


class InThisProcess(Executor):
    """Runs each task at once, where it is submitted."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a function, and return its result as a future that is done."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def run(
    function: Callable[..., T], tasks: Mapping[str, tuple[Any, ...]], where: Where
) -> dict[str, T]:
    """Run a function with the arguments of each task; return the results by name.

    Raises:
        ClusterError: There is no such cluster, or workers die again and again.
    """
    done: dict[str, T] = {}
    for _ in range(ATTEMPTS):
        with _executor(where) as executor:
            left = [name for name in tasks if name not in done]
            with suppress(BrokenExecutor):  # those that are submitted to it have no result
                futures = {name: executor.submit(function, *tasks[name]) for name in left}
                for name, future in futures.items():
                    with suppress(BrokenExecutor):
                        done[name] = future.result()
        if len(done) == len(tasks):
            return done
    raise ClusterError(f"the workers died {ATTEMPTS} times: is there enough memory for them?")


@contextmanager
def _executor(where: Where) -> Iterator[Executor]:
    if where.cluster is not None:
        with _dask(where.cluster) as executor:
            yield executor
    elif where.workers:
        # Polars runs threads, so that a process of it cannot be forked.
        spawn = get_context("spawn")
        with ProcessPoolExecutor(where.workers, mp_context=spawn, initializer=_begin) as executor:
            yield executor
    else:
        yield InThisProcess()


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        message = "a cluster needs Dask: pip install 'policy-commitment-tracker[cluster]'"
        raise ClusterError(message) from None
    try:
        client = Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]  # no types
    except (OSError, ValueError) as error:
        raise ClusterError(f"there is no cluster at {address}: {error}") from None
    with client:
        try:
            # By default a result would be taken from an earlier task with the same arguments.
            yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]  # no types
        except KilledWorker as error:
            raise ClusterError(f"workers of the cluster died again and again: {error}") from None


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
