from __future__ import annotations

import pytest
from pydantic import ValidationError

from kit.definitions.chart import Chart


def test_a_title_alone_is_no_page() -> None:
    assert Chart(id="one", title="One").is_empty
    assert not Chart(id="one", title="One", lines=("Ask.",)).is_empty
    assert not Chart(id="one", title="One", text="Ask.").is_empty
    assert not Chart(id="one", title="One", block="my-map").is_empty
    assert not Chart(id="one", title="One", stages="lines").is_empty


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "t" * 61},
        {"lines": ("line",) * 13},
        {"lines": ("l" * 121,)},
        {"text": "t" * 401},
        {"lines": ("one\ntwo",)},
    ],
)
def test_what_nobody_could_read_from_afar_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Chart.model_validate({"id": "one", "title": "One", **fields})
