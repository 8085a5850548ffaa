from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from kit.answers.store import Store
from kit.collecting.group_writer import GroupWriter
from kit.library import Library, bundled_folder
from kit.serving.answer_app import AnswerServer
from kit.serving.form_served import FormServed, form_served
from kit.serving.limits import Limits, Rate
from kit.serving.opening import Opening
from kit.serving.served import Served, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

HOST = "127.0.0.1:8000"
ENDLESS = Limits(*(Rate(1e9, 1e9) for _ in range(3)))


@pytest.fixture
def made(project: Path) -> FormServed:
    """The form of the example workshop, and its pages."""
    return form_served(Library(project, bundled_folder()), "small")


class Client:
    """Sends requests to an application in this process, one after the other."""

    def __init__(self, app: Any, runner: asyncio.Runner) -> None:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=("127.0.0.1", 5000))
        self._client = httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}")
        self._runner = runner

    def get(self, address: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.get(address, **more))

    def post(self, address: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.post(address, **more))

    def request(self, method: str, address: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, address, **more))

    def together(self, *posts: Any) -> list[httpx.Response]:
        """Send several at the same time."""

        async def all_of_them() -> list[httpx.Response]:
            sent = (self._client.post("/answers", json=each) for each in posts)
            return list(await asyncio.gather(*sent))

        return self._runner.run(all_of_them())


@dataclass
class App:
    """The server in this process, what it stored, and a client that speaks to it."""

    client: Client
    store: Store
    standing: Standing
    served: Served

    def submission(self, number: int = 0, **answers: object) -> dict[str, Any]:
        """What the page's script sends."""
        form = self.served.form
        return {
            "form": {"version": form.version, "wording": form.wording, "session": form.session},
            "token": token(number),
            "answers": answers or {"improve": f"Answer {number}"},
        }

    def send(self, data: Any, **headers: str) -> httpx.Response:
        return self.client.post("/answers", json=data, headers=headers)


def token(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012x}"


@pytest.fixture
def serving(made: FormServed, tmp_path: Path) -> Generator[Callable[..., App]]:
    """Makes the server in this process, with other values where they are given."""
    path = tmp_path / "answers.db"
    with Store.at(path) as store, GroupWriter(store) as writer, asyncio.Runner() as runner:

        def make(**other: Any) -> App:
            values = {"opening": Opening(), "limits": ENDLESS, **other}
            served = Served(
                made.form,
                made.pages,
                address=f"http://{HOST}",
                hosts=frozenset({HOST}),
                key="the-key",
                **values,
            )
            standing = Standing()
            app = AnswerServer(served, writer.put, standing).app()
            return App(Client(app, runner), store, standing, served)

        yield make


@pytest.fixture
def app(serving: Callable[..., App]) -> App:
    return serving()


@dataclass
class Running:
    """`kit collect web` as a user starts it, in a process of its own, at one port."""

    project: Path
    port: int
    options: tuple[str, ...] = ()
    process: subprocess.Popen[str] | None = None
    printed: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def room(self) -> str:
        """The address as a phone knows it: an origin that browsers do not trust."""
        return f"http://room.test:{self.port}"

    @property
    def show(self) -> str:
        (found,) = re.findall(r"/show/\S+", "".join(self.printed[-1:]))
        return f"{self.address}{found}"

    def start(self) -> None:
        command = [sys.executable, "-m", "kit", "collect", "web", "small", "--port", str(self.port)]
        command += ["--address", f"room.test:{self.port}"]
        path = os.pathsep.join((str(Path(__file__).resolve().parents[2]), *sys.path))
        self.process = subprocess.Popen(
            [*command, *self.options],
            cwd=self.project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        assert self.process.stdout
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line.startswith("Ctrl-C"):
                break
        self.printed.append("".join(lines))
        assert "Ctrl-C" in self.printed[-1], self.printed[-1]
        for _ in range(200):
            try:
                httpx.get(f"{self.address}/favicon.ico", timeout=5)
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the server does not answer")

    def kill(self) -> None:
        """End it as a power failure of the process would."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> str:
        """End it as Ctrl-C does, and give the last that it says."""
        assert self.process
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=30)
        return said

    def stored(self) -> list[Any]:
        with Store.at(self.project / "records" / "answers.db") as store:
            return list(store.responses())


@pytest.fixture
def running(project: Path) -> Generator[Running]:
    """A server that has not been started; it is ended with the test."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]
    server = Running(project, port)
    yield server
    if server.process and server.process.poll() is None:
        server.kill()
