"""The worker processes that print: started early, replaced when one dies, stopped at once."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.context import BaseContext

_WARM = "kit.pipeline.warm_up"

O_co = TypeVar("O_co", covariant=True)
O = TypeVar("O")  # noqa: E741 - the outcome of a task


class Task(Protocol[O_co]):
    """Something for a worker to do; it is sent there and back, so all in it can be pickled."""

    @property
    def weight(self) -> int:
        """How long it takes, compared with others of its kind."""

    def run(self) -> O_co:
        """Do it, in a worker."""

    def died(self) -> O_co:
        """Say what has become of it where its worker was ended."""


def usual_workers() -> int:
    """Give the number of workers that pays: two, or one where there is one processor."""
    return min(2, os.cpu_count() or 1)


class Workers(Generic[O]):
    """Does jobs in processes of their own, in the order in which they are given.

    On Linux the workers are copies of one process that has loaded the engine, which it does while
    this one is still reading definitions; elsewhere each loads it for itself.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._context = _context()
        self._waiting: dict[Future[O], Task[O]] = {}
        # `futures.wait` takes the lock of each future, and a Ctrl-C while it does leaves them
        # taken: the pool's own thread, and this process with it, would wait for them for ever.
        self._done: SimpleQueue[Future[O]] = SimpleQueue()
        self._unsent: list[Task[O]] = []
        self._others = set(multiprocessing.active_children())
        if self._context.get_start_method() == "forkserver":
            from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - not Windows

            self._context.set_forkserver_preload([_WARM])
            with quiet_start():
                resource_tracker.ensure_running()  # lets Ctrl-C through at its end
            with quiet_start():
                forkserver.ensure_running()
        self._executor = self._executor_of(number)

    @property
    def has_idle(self) -> bool:
        """Say whether a worker has nothing to do."""
        return sum(not future.done() for future in self._waiting) < self._number

    def submit(self, job: Task[O]) -> None:
        """Give a job to the next worker that is free."""
        try:
            with quiet_start():
                future = self._executor.submit(_run, job)
                self._waiting[future] = job
                future.add_done_callback(self._done.put)
        except BrokenProcessPool:
            # A worker has died over an earlier job, and nobody has asked for outcomes since.
            self._unsent.append(job)

    def submit_longest_first(self, jobs: Iterable[Task[O]]) -> None:
        """Give several jobs so that no long one is left for the end."""
        for job in sorted(jobs, key=lambda job: job.weight, reverse=True):
            self.submit(job)

    def outcomes(self) -> Iterator[O]:
        """Give each outcome when it is there, until no job is left.

        Where a worker dies (out of memory, a fault in a library), the jobs that may have been the
        cause are done again one at a time, and the one that kills its worker is reported.
        """
        while self._waiting or self._unsent:
            lost, self._unsent = self._unsent, []
            for future in self._all_done():
                job = self._waiting.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    lost.append(job)
            if lost:
                lost += self._waiting.values()
                self._waiting.clear()
                yield from self._recover(lost)

    def stop(self) -> None:
        """End the workers now, whatever they are doing."""
        # A worker killed while it sends leaves half a message. The thread that reads it would wait
        # for the rest, and this process for the thread, as long as the pipe can be written to.
        answers = getattr(self._executor, "_result_queue", None)
        self._executor.shutdown(wait=False, cancel_futures=True)
        children = set(multiprocessing.active_children()) - self._others
        for child in children:
            child.kill()
        for child in children:
            child.join(timeout=5)
        writer = getattr(answers, "_writer", None)
        if writer is not None:
            writer.close()
        self._waiting.clear()
        self._unsent.clear()

    def close(self) -> None:
        """Let the workers go when they have nothing left to do."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _all_done(self) -> Iterator[Future[O]]:
        """Wait for what is waited for; give all that is done, in the order of its jobs.

        What has not been taken when whoever asks goes away is there for the next who asks.
        """
        done: set[Future[O]] = set()
        while self._waiting and not (done and self._done.empty()):
            done |= {self._done.get()} & self._waiting.keys()
        left = sorted(done, key=list(self._waiting).index)
        try:
            while left:
                yield left.pop(0)
        finally:
            for future in left:
                self._done.put(future)

    def _recover(self, lost: list[Task[O]]) -> Iterator[O]:
        suspects = self._number + 2  # those at work and those already handed over
        for job in lost[:suspects]:
            self._executor = self._executor_of(1)
            try:
                with quiet_start():
                    future = self._executor.submit(_run, job)
                yield future.result()
            except BrokenProcessPool:
                yield job.died()
            finally:
                self._executor.shutdown(wait=False)
        self._executor = self._executor_of(self._number)
        for job in lost[suspects:]:
            self.submit(job)

    def _executor_of(self, number: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(number, mp_context=self._context, initializer=begin)


def _run(job: Task[O]) -> O:
    return job.run()


def begin() -> None:
    """Prepare a worker: Ctrl-C is the main process's to handle, and without it none goes on."""
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def leave_with_parent() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=leave_with_parent, daemon=True).start()


def _context() -> BaseContext:
    return multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")


@contextmanager
def quiet_start() -> Iterator[None]:
    """Start processes that ignore Ctrl-C from their first moment, and import nothing from here.

    A new interpreter would look for modules in the current folder first, where a file of the
    user's may have the name of one of ours.
    """
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    mask = _hold_back_interrupts()
    try:
        yield
    finally:
        if mask is not None:
            import signal  # noqa: PLC0415

            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before


def _hold_back_interrupts() -> set[int] | None:
    import signal  # noqa: PLC0415

    if not hasattr(signal, "pthread_sigmask"):
        return None
    return {int(each) for each in signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})}
