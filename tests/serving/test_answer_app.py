"""The server for the day: what it takes, once; what it refuses, and in which words."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.answers.response import Way
from kit.collecting.submission import LARGEST
from kit.errors import KitError, Problem
from kit.serving.limits import Limits, Rate
from kit.serving.opening import GRACE, Opening

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = datetime(2027, 3, 4, 12, 0).astimezone()
SHEET = "0123456789ABC"
FORM = "application/x-www-form-urlencoded"


def by_hand(app: Any, number: int = 0, **more: Any) -> Any:
    """Send what a browser sends that runs no script."""
    form = app.served.form
    own = {"_version": form.version, "_wording": form.wording, "_session": form.session}
    own |= {"_token": app.submission(number)["token"], **more}
    return app.client.post(
        "/answers", content=urlencode(own, doseq=True), headers={"content-type": FORM}
    )


def test_answers_are_kept_with_the_day_and_nothing_of_whom(app: Any) -> None:
    reply = app.send(app.submission(recommend="7", improve="The map.\r\nAll of it."))
    assert (reply.status_code, reply.json()) == (201, {"received": app.submission()["token"]})
    (stored,) = app.store.responses()
    response = stored.response
    assert (response.way, response.form) == (Way.WEB, app.served.form)
    answers = {each.field: each.values for each in response.answers}
    assert answers["recommend"] == ("7",)
    assert answers["improve"] == ("The map.\nAll of it.",)
    assert {len(each) for each in answers.values()} == {0, 1}
    assert list(answers) == [field.key for field in app.served.form.fields]  # blanks, too
    assert app.standing.received == 1


def test_the_same_sent_again_counts_once(app: Any) -> None:
    first, again = app.send(app.submission()), app.send(app.submission())
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert len(list(app.store.responses())) == app.standing.received == 1


def test_fifty_at_the_same_moment_count_once(app: Any) -> None:
    replies = app.client.together(*[app.submission()] * 50)
    assert sorted(each.status_code for each in replies) == [200] * 49 + [201]
    assert len(list(app.store.responses())) == app.standing.received == 1


def test_a_token_takes_no_other_answers(app: Any) -> None:
    app.send(app.submission())
    other = app.send(app.submission(improve="Something else"))
    assert (other.status_code, other.json()) == (409, {"problem": "counted"})
    assert len(list(app.store.responses())) == 1


def test_without_a_script_it_works_and_leads_on(app: Any) -> None:
    reply = by_hand(app, recommend="0", improve="Ñandú & more")
    assert (reply.status_code, reply.headers["location"]) == (303, "/received")
    assert "have arrived" in app.client.get("/received").text
    (stored,) = app.store.responses()
    answers = {each.field: each.values for each in stored.response.answers}
    assert answers["recommend"] == ("0",)
    assert answers["improve"] == ("Ñandú & more",)
    assert by_hand(app).status_code == 422
    assert "Nothing is filled in" in by_hand(app, 2).text


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({"no-such-item": "1"}, "refused"),
        ({"recommend": "11"}, "refused"),
        ({"recommend": ["1", "2"]}, "refused"),
        ({"improve": ["one", "two"]}, "refused"),
        ({"improve": "x" * 20_001}, "refused"),
        ({"improve": "   "}, "empty"),
        ({"recommend": 7}, "unreadable"),
        ({"recommend": None}, "unreadable"),
        ({"improve": "\ud800"}, "unreadable"),
    ],
)
def test_what_is_no_answer_is_refused_whole(
    app: Any, answers: dict[str, object], problem: str
) -> None:
    body = json.dumps(app.submission(**answers))
    reply = app.client.post("/answers", content=body, headers={"content-type": "application/json"})
    assert reply.status_code in {400, 422}
    assert reply.json() == {"problem": problem}
    assert list(app.store.responses()) == []


def test_another_version_of_the_form_is_told_apart(app: Any) -> None:
    data = app.submission()
    data["form"]["version"] = "older"
    assert app.send(data).json() == {"problem": "form-changed"}
    data = app.submission()
    data["form"]["session"] = "another/session"
    assert app.send(data).json() == {"problem": "form-changed"}


def test_a_sheet_counts_once_whichever_way_it_comes(serving: Callable[..., Any]) -> None:
    app = serving(sheets=frozenset({SHEET}))
    page = app.client.get(f"/t/{SHEET.lower()}")
    assert page.status_code == 200
    assert f'name="_sheet" value="{SHEET}"' in page.text
    assert app.client.get("/t/0000000000000").status_code == 404
    typed = {**app.submission(1), "sheet": f"WK-7K2MQ4ZC-1-{SHEET}"}
    assert app.send(typed).status_code == 201
    assert app.send(typed).status_code == 200
    assert app.send({**app.submission(2), "sheet": SHEET}).json() == {"problem": "counted"}
    assert app.send({**app.submission(3), "sheet": "0000000000000"}).json() == {
        "problem": "unknown-code"
    }
    (stored,) = app.store.responses()
    assert stored.response.token == SHEET


def test_every_page_has_a_token_of_its_own(app: Any) -> None:
    first, second = (app.client.get("/").text for _ in range(2))
    assert first != second
    assert "KIT-TOKEN" not in first
    assert "KIT-SHEET" not in first


def test_it_opens_and_closes(serving: Callable[..., Any]) -> None:
    time = [NOON]
    opening = Opening(NOON + timedelta(minutes=10), NOON + timedelta(minutes=20))
    app = serving(opening=opening, clock=lambda: time[0])
    assert "opens at 12:10" in app.client.get("/").text
    assert "<form" not in app.client.get("/").text
    assert app.send(app.submission()).json() == {"problem": "not-open"}
    time[0] = NOON + timedelta(minutes=10)
    assert "<form" in app.client.get("/").text
    assert app.send(app.submission(1)).status_code == 201
    time[0] = NOON + timedelta(minutes=20)
    assert "is closed" in app.client.get("/").text
    assert app.send(app.submission(2)).status_code == 201  # held by a phone without connection
    time[0] += GRACE
    assert app.send(app.submission(3)).json() == {"problem": "closed"}
    assert len(list(app.store.responses())) == 2


def test_only_who_has_the_key_sees_the_count_and_nobody_the_answers(app: Any) -> None:
    app.send(app.submission(improve="A secret"))
    page, count = (app.client.get(f"/show/the-key{end}") for end in ("", "/count"))
    assert "127.0.0.1:8000" in page.text.replace("<wbr>", "")
    assert "<svg" in page.text
    assert count.json() == {"received": 1, "state": "Open"}
    for address in ("/show/other", "/show/other/count", "/show/", "/answers", "/docs"):
        assert app.client.get(address).status_code == 404, address
    for address in ("/", "/received", "/show/the-key", "/show/the-key/count"):
        assert "secret" not in app.client.get(address).text


def test_too_much_at_once_is_put_off(serving: Callable[..., Any]) -> None:
    app = serving(limits=Limits(of_token=Rate(2, 0.1)))
    codes = [app.send(app.submission()).status_code for _ in range(4)]
    assert codes == [201, 200, 429, 429]
    reply = app.send(app.submission())
    assert int(reply.headers["retry-after"]) >= 2
    assert app.send(app.submission(1)).status_code == 201


def test_a_body_that_is_too_large_is_not_read(app: Any) -> None:
    big = "x" * (LARGEST + 1)
    kind = {"content-type": "application/json"}
    assert app.client.post("/answers", content=big, headers=kind).status_code == 413

    async def parts() -> Any:
        for _ in range(LARGEST // 1000 + 2):
            yield b"x" * 1000

    assert app.client.post("/answers", content=parts(), headers=kind).status_code == 413


def test_what_cannot_be_kept_is_not_acknowledged(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise KitError([Problem("disk-full", "The disk is full.")])

    with monkeypatch.context() as patched:
        patched.setattr(app.store, "add", full)
        reply = app.send(app.submission())
        assert (reply.status_code, reply.json()) == (503, {"problem": "not-kept"})
        assert "The disk is full" in app.standing.trouble
    assert app.send(app.submission()).status_code == 201
    assert app.standing.trouble == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
KINDS = st.sampled_from(["application/json", FORM, "text/plain", "", "multipart/form-data"])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.binary(max_size=300), kind=KINDS)
def test_no_bytes_bring_it_down(app: Any, body: bytes, kind: str) -> None:
    reply = app.client.post("/answers", content=body, headers={"content-type": kind})
    assert reply.status_code < 500


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    answers=st.dictionaries(
        st.sampled_from(["recommend", "improve", "knows-gap.before", "most-useful", "x"]), JSON
    )
    | JSON,
    token=st.sampled_from(["00000000-0000-4000-8000-00000000000a"]) | JSON,
    sheet=JSON,
    form=st.booleans() | JSON,
)
def test_no_data_brings_it_down(
    app: Any, answers: object, token: object, sheet: object, form: object
) -> None:
    data = app.submission()
    data |= {"answers": answers, "token": token, "sheet": sheet}
    if form is not True:
        data["form"] = form
    body = json.dumps(data)
    reply = app.client.post("/answers", content=body, headers={"content-type": "application/json"})
    assert reply.status_code < 500


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    path=st.text(st.characters(codec="utf-8"), max_size=40),
    fields=st.dictionaries(st.text(), st.text()),
)
def test_no_address_and_no_form_brings_it_down(app: Any, path: str, fields: dict[str, str]) -> None:
    from urllib.parse import quote  # noqa: PLC0415

    for address in (
        f"/{quote(path)}",
        f"/t/{quote(path, safe='')}",
        f"/show/{quote(path, safe='')}",
    ):
        assert app.client.get(address).status_code < 500
    safe = {
        name.encode("utf-8", "replace"): value.encode("utf-8", "replace")
        for name, value in fields.items()
    }
    reply = app.client.post("/answers", content=urlencode(safe), headers={"content-type": FORM})
    assert reply.status_code < 500
