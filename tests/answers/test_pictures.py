from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.answers.pictures import keep_picture, named_in, picture_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_picture_is_found_by_its_name_and_says_the_day_alone(tmp_path: Path) -> None:
    names = [keep_picture(tmp_path, b"picture", date(2027, 8, 12)) for _ in range(20)]
    assert names != sorted(names)
    path = picture_file(tmp_path, names[0])
    assert path
    assert path.read_bytes() == b"picture"
    changed = {picture.stat().st_mtime for picture in path.parent.iterdir()}
    assert len(changed) == 1
    assert date.fromtimestamp(changed.pop()) == date(2027, 8, 12)  # noqa: DTZ012


@pytest.mark.skipif(os.name != "posix", reason="rights of other accounts are POSIX's")
def test_a_picture_is_for_its_own_account(tmp_path: Path) -> None:
    path = picture_file(tmp_path, keep_picture(tmp_path, b"picture", date(2027, 8, 12)))
    assert path
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_name_leads_to_no_other_place(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "link.png").symlink_to(tmp_path / "secret.png")
    for name in ("../secret.png", str(tmp_path / "secret.png"), "link.png", "..", ".", "", "a\0"):
        assert picture_file(tmp_path, name) is None


def test_names_are_found_wherever_evidence_has_them() -> None:
    evidence = {"picture": "a.png", "rows": [{"crop": "b.png", "dark": 0.4}], "n": None}
    assert list(named_in(evidence)) == ["a.png", "b.png"]
