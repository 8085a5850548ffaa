"""How often one may ask: by connection and by token, without keeping an address."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from secrets import token_bytes
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT: Final = 10_000
"""Buckets that are remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many more a second."""

    at_once: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """The rates of a server: a whole room may send at once, one phone has little to send."""

    of_all: Rate = Rate(1_000, 100)
    of_connection: Rate = Rate(60, 10)
    of_token: Rate = Rate(10, 0.5)


class RateLimiter:
    """Counts what came in, in memory, each name under a digest that only this run can make."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._secret = token_bytes(16)
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def wait(self, name: object) -> float:
        """Count one more; give the seconds to wait where it is one too many, else nothing."""
        key = blake2b(repr(name).encode(), key=self._secret, digest_size=8).digest()
        now = self._clock()
        left, since = self._buckets.pop(key, (self._rate.at_once, now))
        left = min(self._rate.at_once, left + (now - since) * self._rate.a_second)
        wait = 0.0 if left >= 1 else (1 - left) / self._rate.a_second
        self._buckets[key] = (left if wait else left - 1, now)
        if len(self._buckets) > _KEPT:
            self._buckets.popitem(last=False)
        return wait
