"""Where a server listens, and how it is reached: from this machine alone, or from a room."""

from __future__ import annotations

import errno
import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from kit.errors import KitError, Problem

HERE: Final = "127.0.0.1"
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - only where the user asks for it
PORT: Final = 8000
_PORTS: Final = range(PORT, PORT + 10)
_WAITING: Final = 512
_STANDARD: Final = {"http": 80, "https": 443}
_NAME: Final = re.compile(r"[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?")
_NOWHERE: Final = "192.0.2.1"
"""An address that belongs to nobody (RFC 5737): asking for the way there sends nothing."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a server listens; `addresses` lead to it, the one to show first.

    `hosts` are what browsers may call it (the `Host` of a request), and nothing else: a name of
    somebody else's that leads here is refused.
    """

    host: str
    port: int
    addresses: tuple[str, ...]
    hosts: frozenset[str]

    @property
    def is_here_alone(self) -> bool:
        """Whether no other machine can reach it."""
        return self.host in {HERE, "::1"}

    @property
    def own_address(self) -> str:
        """Give the address that leads to it on this machine."""
        host = HERE if self.host == EVERYWHERE else self.host
        return f"http://{_written(host, self.port)}"


def listening(host: str, port: int | None) -> socket.socket:
    """Open the place to listen at; without a port, the first of some that is free.

    Raises:
        KitError: another program has the port, the port may not be used, or the address is not
            this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for each in _PORTS if port is None else (port,):
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, each))
            opened.listen(_WAITING)
        except (OSError, OverflowError) as error:
            opened.close()
            if port is None and getattr(error, "errno", None) == errno.EADDRINUSE:
                continue
            raise KitError([_not_listening(error, host, each)]) from error
        else:
            return opened
    taken = Problem(
        "port-taken",
        f"The ports {_PORTS[0]} to {_PORTS[-1]} are all in use on this computer.",
        hint="End what uses them, or name another with `--port`.",
    )
    raise KitError([taken])


def reach_of(host: str, port: int, shown: str | None = None) -> Reach:
    """Say how what listens at a place is reached; `shown` is an address that the user gave.

    Raises:
        KitError: `shown` is no address.
    """
    found = own_addresses() or (HERE,) if host == EVERYWHERE else (host,)
    names = {host, HERE, "localhost", *found} if host in {EVERYWHERE, HERE} else {host}
    if host == EVERYWHERE:
        name = socket.gethostname().lower()
        names |= {name, f"{name.partition('.')[0]}.local"}
    hosts = {_written(name, port) for name in names - {EVERYWHERE}}
    addresses = [f"http://{_written(each, port)}" for each in found]
    if shown:
        address = _given(shown)
        hosts.add(urlsplit(address).netloc)
        addresses.insert(0, address)
    return Reach(host, port, tuple(dict.fromkeys(addresses)), frozenset(hosts))


def own_addresses() -> tuple[str, ...]:
    """Give this machine's addresses in its networks, the one that leads out first."""
    found: dict[str, None] = {}
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way_out:
        way_out.connect((_NOWHERE, 9))
        found[way_out.getsockname()[0]] = None
    with suppress(OSError):
        found |= dict.fromkeys(socket.gethostbyname_ex(socket.gethostname())[2])
    return tuple(each for each in found if not each.startswith(("127.", "169.254.", "0.")))


def _written(host: str, port: int) -> str:
    name = f"[{host}]" if ":" in host else host
    return name if port == _STANDARD["http"] else f"{name}:{port}"


def _given(shown: str) -> str:
    """Read an address as a person types it: `room.hospital.org:8000`, with or without `http://`."""
    text = shown.strip().rstrip("/")
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port, host = parts.port, parts.hostname
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    extra = parts.path or parts.query or parts.fragment or parts.username
    named = host is not None and (":" in host or _NAME.fullmatch(host))
    if not host or not named or parts.scheme not in _STANDARD or extra:
        message = f"`--address {shown}` is not the address of a computer."
        hint = "Write it as phones are to type it: room.hospital.org:8000."
        raise KitError([Problem("no-address", message, hint=hint)])
    name = f"[{host}]" if ":" in host else host
    if port and port != _STANDARD[parts.scheme]:
        name = f"{name}:{port}"
    return f"{parts.scheme}://{name}"


def _not_listening(error: Exception, host: str, port: int) -> Problem:
    kind = getattr(error, "errno", None)
    if kind == errno.EADDRINUSE:
        message = f"Another program uses port {port} of this computer."
        hint = "End it, or name another port with `--port`; without it, a free one is found."
    elif kind in {errno.EACCES, errno.EPERM}:
        message = f"Port {port} may not be used on this computer."
        hint = "Take one from 1024 on, such as 8000."
    elif isinstance(error, OverflowError):
        message, hint = f"There is no port {port}.", "Take one from 1024 to 65535, such as 8000."
    else:
        message = f"This computer cannot listen at `{host}`."
        hint = "Leave out `--host`; `--room` opens the form to the room’s network."
    return Problem("not-listening", message, hint=hint)
