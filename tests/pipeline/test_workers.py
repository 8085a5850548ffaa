from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from kit.pipeline.job import Job
from kit.pipeline.workers import Workers, usual_workers

if TYPE_CHECKING:
    from collections.abc import Iterator


class Deadly(str):
    """A text that ends the process that unpacks it, as a fault in a library would."""

    __slots__ = ()

    def __reduce__(self) -> Any:
        return os._exit, (9,)


@pytest.fixture
def workers() -> Iterator[Workers]:
    pool = Workers(2)
    yield pool
    pool.stop()


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(
        path="a.pdf",
        html="<html lang=en><title>A</title><p>A page.</p></html>",
        stylesheet="p { font-family: 'Kit Serif' }",
        base=tmp_path,
        out=tmp_path / "out" / "a.pdf",
        shown="out/a.pdf",
        roots=(tmp_path,),
    )


def of(job: Job, name: str, **changed: Any) -> Job:
    return replace(job, path=name, out=job.out.with_name(name), **changed)


def test_jobs_are_printed(workers: Workers, job: Job) -> None:
    for number in range(5):
        workers.submit(of(job, f"{number}.pdf"))
    outcomes = {outcome.path: outcome for outcome in workers.outcomes()}
    assert set(outcomes) == {f"{number}.pdf" for number in range(5)}
    for path, outcome in outcomes.items():
        file = job.out.with_name(path)
        assert outcome.pages == 1
        assert outcome.size == file.stat().st_size
        assert outcome.mtime_ns == file.stat().st_mtime_ns
    assert {path.name for path in job.out.parent.iterdir()} == set(outcomes)


def test_a_worker_that_dies_takes_only_its_own_job_with_it(workers: Workers, job: Job) -> None:
    for number in range(6):
        deadly = number in {1, 4}
        html = Deadly(job.html) if deadly else job.html
        workers.submit(of(job, f"{number}.pdf", html=html))
    outcomes = {outcome.path: outcome for outcome in workers.outcomes()}
    assert len(outcomes) == 6
    died = {path for path, outcome in outcomes.items() if outcome.pages is None}
    assert died == {"1.pdf", "4.pdf"}
    assert all(outcomes[path].fault for path in died)
    assert [each.code for each in outcomes["1.pdf"].problems] == ["worker-died"]


def test_what_is_given_after_a_worker_died_is_done(workers: Workers, job: Job) -> None:
    workers.submit(of(job, "0.pdf", html=Deadly(job.html)))
    while not all(future.done() for future in workers._waiting):
        sleep(0.05)
    workers.submit(of(job, "1.pdf"))
    pages = {outcome.path: outcome.pages for outcome in workers.outcomes()}
    assert pages["0.pdf"] is None
    assert pages["1.pdf"]


def test_whoever_asks_again_gets_the_rest(workers: Workers[int]) -> None:
    for _ in range(6):
        workers.submit(Small())
    while not all(future.done() for future in workers._waiting):
        sleep(0.05)
    assert next(workers.outcomes()) == 0
    assert list(workers.outcomes()) == [0] * 5


def test_stopped_at_once(workers: Workers, job: Job) -> None:
    long = job.html + "<p>word " * 20_000
    for number in range(4):
        workers.submit(of(job, f"{number}.pdf", html=long))
    workers.stop()
    assert not list(workers.outcomes())
    assert not list(job.out.parent.glob("*.pdf"))


class Bulky(NamedTuple):
    """Something whose answer takes a while to send."""

    weight: int = 1

    def run(self) -> bytes:
        return bytes(200_000_000)

    def died(self) -> bytes:
        return b""


def test_stopped_in_the_middle_of_an_answer() -> None:
    """A killed worker leaves half an answer, and nothing waits for the other half."""
    before = set(threading.enumerate())
    pool: Workers[bytes] = Workers(2)
    for _ in range(4):
        pool.submit(Bulky())
    readers = set(threading.enumerate()) - before
    next(pool.outcomes())
    pool.stop()
    for thread in readers:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in readers)


STOPPED_WHILE_IT_WAITS = """
import os, sys, threading
from kit.pipeline.workers import Workers
from tests.pipeline.test_workers import Small

if __name__ == "__main__":
    pool = Workers(1)
    for _ in range(10_000):
        pool.submit(Small())
    try:
        outcomes = pool.outcomes()
        next(outcomes)
        threading.Timer(float(sys.argv[1]), os.kill, (os.getpid(), 2)).start()
        list(outcomes)
    except KeyboardInterrupt:
        pool.stop()
        print("Stopped.")
"""


class Small(NamedTuple):
    """Something that takes as long as a signal needs to come at another moment each time."""

    weight: int = 1

    def run(self) -> int:
        sleep(0.05)
        return 0

    def died(self) -> int:
        return -1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way")
@pytest.mark.parametrize("moment", range(12))
def test_stopped_while_it_begins_to_wait(tmp_path: Path, moment: int) -> None:
    """Whatever it is doing when Ctrl-C comes, no lock stays taken that its end waits for."""
    script = tmp_path / "stopped.py"
    script.write_text(STOPPED_WHILE_IT_WAITS, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, script, str(0.045 + moment / 1000)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        start_new_session=True,
    )
    assert run.stdout == "Stopped.\n", run.stderr


def test_the_current_folder_is_not_where_modules_come_from(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stranger's project may hold a file with the name of a module."""
    for name in ("json", "weasyprint", "tempfile", "random", "kit"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    monkeypatch.chdir(tmp_path)
    from multiprocessing import forkserver  # noqa: PLC0415

    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    pool = Workers(1)
    pool.submit(job)
    (outcome,) = pool.outcomes()
    pool.close()
    assert outcome.pages == 1
    assert not (tmp_path / "ran").exists()


def test_two_workers_at_most_unless_asked() -> None:
    assert usual_workers() in {1, 2}
