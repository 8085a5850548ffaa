"""Nothing of another site reaches a local page, and every answer says what its page may do."""

from __future__ import annotations

from typing import Any

import pytest

HOST = "127.0.0.1:8000"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:8001", "localhost", ""])
def test_another_name_is_refused(app: Any, host: str) -> None:
    assert app.client.get("/", headers={"host": host}).status_code == 421
    assert app.client.get("/show/the-key", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"http://{HOST}.evil.example"},
        {"origin": "http://[broken"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"referer": "http://evil.example/page"},
    ],
)
def test_what_another_page_sends_is_refused(app: Any, headers: dict[str, str]) -> None:
    assert app.send(app.submission(), **headers).status_code == 403
    assert list(app.store.responses()) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"referer": f"http://{HOST}/t/0"},
        {},
    ],
)
def test_what_its_own_page_sends_is_taken(app: Any, headers: dict[str, str]) -> None:
    assert app.send(app.submission(), **headers).status_code == 201


def test_two_hosts_or_origins_are_one_too_many(app: Any) -> None:
    twice = [("host", HOST), ("host", HOST)]
    assert app.client.get("/", headers=twice).status_code == 421
    origin = [("origin", f"http://{HOST}"), ("origin", "http://evil.example")]
    assert app.client.post("/answers", json={}, headers=origin).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_it_does_nothing_but_give_and_take(app: Any, method: str) -> None:
    assert app.client.request(method, "/answers").status_code == 405


@pytest.mark.parametrize(
    "address", ["/", "/received", "/show/the-key", "/show/the-key/count", "/nothing", "/answers"]
)
def test_every_answer_says_what_its_page_may_do(app: Any, address: str) -> None:
    for reply in (app.client.get(address), app.client.get(address, headers={"host": "x"})):
        assert "default-src 'none'" in reply.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["referrer-policy"] == "same-origin"
        assert reply.headers["cache-control"] == "no-store"
        assert "set-cookie" not in reply.headers
        assert "server" not in reply.headers
        assert "unsafe" not in reply.headers["content-security-policy"].replace(
            "style-src 'unsafe-inline'", ""
        )
