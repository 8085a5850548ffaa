"""How much the server for the day takes, and what it keeps when it is killed in the middle of it.

    python benchmarks/web_load.py                all three
    python benchmarks/web_load.py load           32 connections for 8 seconds
    python benchmarks/web_load.py room           120 phones within 10 seconds, each once
    python benchmarks/web_load.py kill --times 20

The server runs in a process of its own, as `kit collect web` runs it, but without limits of rate.
The clients speak HTTP/1.1 by hand, in this process: on a machine of two cores, they take as much as
the server does.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import shutil
import sqlite3
import tempfile
import time
from pathlib import Path
from random import uniform
from statistics import median, quantiles
from typing import Self
from uuid import uuid4

from kit.answers.store import ANSWERS, Store
from kit.collecting.group_writer import GroupWriter
from kit.library import Library, bundled_folder
from kit.serving.answer_app import AnswerServer
from kit.serving.answer_server import serve
from kit.serving.form_served import form_served
from kit.serving.limits import Limits, Rate
from kit.serving.opening import Opening
from kit.serving.reach import HERE, listening, reach_of
from kit.serving.served import Served, Standing

OK, CREATED = 200, 201
WORKSHOP = "managing-up"
TEXT = "The brief on one page, and that we practiced the meeting twice. " * 3


def run_server(project: Path, port: int) -> None:
    library = Library(project, bundled_folder())
    made = form_served(library, WORKSHOP)
    endless = Limits(*(Rate(1e12, 1e12) for _ in range(3)))
    with Store.at(project / ANSWERS) as store, listening(HERE, port) as place:
        reach = reach_of(HERE, port)
        served = Served(
            form=made.form,
            pages=made.pages,
            opening=Opening(),
            address=reach.addresses[0],
            hosts=reach.hosts,
            key="key",
            limits=endless,
        )
        with GroupWriter(store) as writer:
            app = AnswerServer(served, writer.put, Standing()).app()
            serve(app, place, served, Standing(), lambda _: None)


class Server:
    """The server in a process of its own."""

    def __init__(self, project: Path, port: int) -> None:
        self.project, self.port = project, port
        self.process: multiprocessing.process.BaseProcess | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        context = multiprocessing.get_context("spawn")
        self.process = context.Process(target=run_server, args=(self.project, self.port))
        self.process.start()
        for _ in range(600):
            try:
                asyncio.run(ask(self.port, b"GET /favicon.ico HTTP/1.1\r\n", b""))
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError

    def kill(self) -> None:
        """End it as a failure would."""
        assert self.process
        self.process.kill()
        self.process.join()

    def memory(self) -> float:
        """Give the megabytes that the server holds now."""
        assert self.process
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def processor(self) -> float:
        """Give the seconds of a processor that the server has taken: whatever else is running."""
        assert self.process
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


class Line:
    """One connection that is kept."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def __aenter__(self) -> Self:
        self.reader, self.writer = await asyncio.open_connection(HERE, self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.close()

    async def ask(self, head: bytes, body: bytes) -> tuple[int, bytes]:
        """Send a request; give the status and the body of the answer."""
        more = b"Host: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self.writer.write(head + more % (HERE.encode(), self.port, len(body)) + body)
        answer = await self.reader.readuntil(b"\r\n\r\n")
        length = answer.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]
        return int(answer.split(b" ", 2)[1]), await self.reader.readexactly(int(length or 0))


async def ask(port: int, head: bytes, body: bytes) -> tuple[int, bytes]:
    async with Line(port) as line:
        return await line.ask(head, body)


def answers_to(project: Path) -> dict[str, object]:
    form = form_served(Library(project, bundled_folder()), WORKSHOP).form
    answers: dict[str, object] = {
        field.key: field.values[-1] for field in form.fields if field.kind == "one"
    }
    answers |= {field.key: TEXT for field in form.fields[-2:] if field.kind == "text"}
    name = {"version": form.version, "wording": form.wording, "session": form.session}
    return {"form": name, "answers": answers}


POST = b"POST /answers HTTP/1.1\r\n"


def body_of(data: dict[str, object], token: str) -> bytes:
    return json.dumps({**data, "token": token}).encode()


async def flood(port: int, data: dict[str, object], clients: int, seconds: float) -> list[float]:
    """Send as fast as it goes; give the seconds that each acknowledgement took."""
    taken: list[float] = []
    end = time.perf_counter() + seconds

    async def client() -> None:
        async with Line(port) as line:
            while time.perf_counter() < end:
                body = body_of(data, str(uuid4()))
                began = time.perf_counter()
                status, _ = await line.ask(POST, body)
                assert status == CREATED, status
                taken.append(time.perf_counter() - began)

    await asyncio.gather(*(client() for _ in range(clients)))
    return taken


async def room(port: int, data: dict[str, object], phones: int, seconds: float) -> list[float]:
    """Let each phone open the form and send once, at a moment of its own."""
    taken: list[float] = []

    async def phone() -> None:
        await asyncio.sleep(uniform(0, seconds))  # noqa: S311 - nothing is kept secret by it
        status, _ = await ask(port, b"GET / HTTP/1.1\r\n", b"")
        assert status == OK
        began = time.perf_counter()
        status, _ = await ask(port, POST, body_of(data, str(uuid4())))
        assert status == CREATED
        taken.append(time.perf_counter() - began)

    await asyncio.gather(*(phone() for _ in range(phones)))
    return taken


async def until_killed(
    server: Server, data: dict[str, object], after: float
) -> tuple[set[str], set[str]]:
    """Send from 16 clients and kill the server: what it acknowledged, and what it did not."""
    acknowledged: set[str] = set()
    unknown: set[str] = set()

    async def client() -> None:
        try:
            async with Line(server.port) as line:
                while True:
                    token = str(uuid4())
                    unknown.add(token)
                    status, said = await line.ask(POST, body_of(data, token))
                    assert (status, json.loads(said)) == (CREATED, {"received": token})
                    unknown.discard(token)
                    acknowledged.add(token)
        except (OSError, asyncio.IncompleteReadError):
            return

    sending = asyncio.gather(*(client() for _ in range(16)))
    await asyncio.sleep(after)
    await asyncio.to_thread(server.kill)
    await sending
    return acknowledged, unknown


def tokens_in(project: Path) -> list[str]:
    with sqlite3.connect(project / ANSWERS) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in connection.execute("SELECT token FROM response")]


def told(name: str, taken: list[float], seconds: float, memory: float) -> None:
    cuts = quantiles(taken, n=100)
    print(
        f"{name}: {len(taken):,} taken, {len(taken) / seconds:,.0f} a second; "
        f"p50 {1000 * median(taken):.1f} ms, p99 {1000 * cuts[98]:.1f} ms, "
        f"longest {1000 * max(taken):.1f} ms; {memory:.0f} MB",
        flush=True,
    )


def measure_kills(server: Server, data: dict[str, object], times: int) -> None:
    lost = twice = acknowledged_in_all = unanswered = 0
    for number in range(times):
        server.start()
        before = len(tokens_in(server.project))
        acknowledged, unknown = asyncio.run(until_killed(server, data, uniform(0.5, 2.0)))  # noqa: S311
        # Phones send again what was not acknowledged; it counts once, too.
        server.start()
        for token in unknown:
            status, _ = asyncio.run(ask(server.port, POST, body_of(data, token)))
            assert status in {OK, CREATED}
        server.kill()
        stored = tokens_in(server.project)
        lost += len(acknowledged - set(stored))
        twice += len(stored) - len(set(stored))
        assert len(stored) - before == len(acknowledged) + len(unknown)
        acknowledged_in_all += len(acknowledged)
        unanswered += len(unknown)
        print(f"  {number + 1}: {len(acknowledged):,} acknowledged, {len(unknown)} not", flush=True)
    print(
        f"killed {times} times: {acknowledged_in_all:,} acknowledged, {lost} of them lost; "
        f"{unanswered} unanswered and sent again; {twice} counted twice"
    )


def main() -> None:
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    reader.add_argument("what", nargs="?", choices=("load", "room", "kill", "all"), default="all")
    reader.add_argument("--times", type=int, default=20)
    reader.add_argument("--seconds", type=float, default=8)
    given = reader.parse_args()
    project = Path(tempfile.mkdtemp(prefix="kit-web-"))
    try:
        (project / "workshops").mkdir()
        with Store.at(project / ANSWERS):
            pass
        data = answers_to(project)
        print(f"{len(body_of(data, str(uuid4())))} bytes each; load {os.getloadavg()[0]:.1f}")
        server = Server(project, 8990)
        if given.what != "kill":
            server.start()
            print(f"at rest: {server.memory():.0f} MB")
            if given.what in {"load", "all"}:
                before = server.processor()
                taken = asyncio.run(flood(server.port, data, 32, given.seconds))
                each = (server.processor() - before) / len(taken)
                print(f"{1000 * each:.2f} ms of a processor each")
                told("32 connections", taken, given.seconds, server.memory())
            if given.what in {"room", "all"}:
                told(
                    "120 phones", asyncio.run(room(server.port, data, 120, 10)), 10, server.memory()
                )
            server.kill()
        if given.what in {"kill", "all"}:
            measure_kills(server, data, given.times)
    finally:
        shutil.rmtree(project)


if __name__ == "__main__":
    main()
