from __future__ import annotations

from typing import TYPE_CHECKING

from kit.exchange.response_table import ABOUT, CODEBOOK, codebook, column_keys, response_row

if TYPE_CHECKING:
    from kit.answers.stored import StoredResponse

KEYS = ("rated", "new", "some", "said")


def test_an_item_has_one_column_whatever_the_version_and_the_wording(
    responses: list[StoredResponse],
) -> None:
    assert column_keys(each.response.form for each in responses) == KEYS
    assert column_keys([responses[0].response.form]) == ("rated", "some", "said")


def test_versions_and_wordings_are_told_apart(responses: list[StoredResponse]) -> None:
    rows = [dict(zip((*ABOUT, *KEYS), response_row(each, KEYS), strict=True)) for each in responses]
    told = [(row["version"], row["wording"], row["language"]) for row in rows]
    assert told == [("v1", "w1", "en"), ("v1", "w1", "en"), ("v1", "w2", "es"), ("v2", "w1", "en")]
    assert [row["some"] for row in rows] == ["1 3", "", "", ""]
    assert [row["rated"] for row in rows] == ["2", "", "na", "1"]
    assert [row["to_review"] for row in rows] == ["", "rated", "", ""]
    assert rows[0]["day"] == "2027-08-12"
    assert not any("TOKEN" in row.values() or "d-a" in row.values() for row in rows)


def test_the_codebook_explains_every_value_of_every_wording(
    responses: list[StoredResponse],
) -> None:
    rows = list(codebook((each.response.form for each in responses), KEYS))
    assert all(len(row) == len(CODEBOOK) for row in rows)
    assert {row[0] for row in rows} == {*ABOUT, *KEYS}
    rated = [row for row in rows if row[0] == "rated"]
    assert [row[3:6] + row[7:] for row in rated if row[8] == "2"] == [
        ("v1", "w1", "en", "How was it?", "2", "Good"),
        ("v1", "w2", "es", "¿Cómo?", "2", "Good"),
        ("v2", "w1", "en", "How was it?", "2", "Good"),
    ]
    assert len([row for row in rows if row[0] == "new"]) == 2
    assert len([row for row in rows if row[0] == "said"]) == 3
