from __future__ import annotations

from kit.serving.limits import Rate, RateLimiter


def test_so_many_at_once_and_then_in_time() -> None:
    now = [0.0]
    limiter = RateLimiter(Rate(2, 0.5), lambda: now[0])
    assert [limiter.wait("a") for _ in range(3)] == [0, 0, 2]
    assert limiter.wait("b") == 0
    now[0] = 1.0
    assert limiter.wait("a") == 1
    now[0] = 2.0
    assert limiter.wait("a") == 0
    now[0] = 1000.0
    assert [limiter.wait("a") for _ in range(3)] == [0, 0, 2]


def test_nothing_that_was_named_is_remembered_as_it_is() -> None:
    limiter = RateLimiter(Rate(2, 1))
    for number in range(20_000):
        limiter.wait(("192.168.1.20", number))
    kept = repr(vars(limiter))
    assert "192.168" not in kept
    assert len(limiter._buckets) == 10_000
