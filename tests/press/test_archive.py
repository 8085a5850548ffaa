from __future__ import annotations

import io
import zipfile

from kit.press.archive import without_times


def archive(names: list[str], year: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), name * 9)
    return made.getvalue()


def test_order_and_times_leave_no_trace() -> None:
    names = ["word/b.xml", "[Content_Types].xml", "_rels/.rels"]
    one, other = archive(names, 1999), archive(names[::-1], 2026)
    assert one != other
    assert without_times(one) == without_times(other)
    with zipfile.ZipFile(io.BytesIO(without_times(one))) as file:
        assert file.namelist()[0] == "[Content_Types].xml"
        assert all(file.read(name) == (name * 9).encode() for name in names)
