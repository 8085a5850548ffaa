from __future__ import annotations

from kit.editions.course import CourseRow, course_rows
from kit.editions.setting import CourseLine, Occasion, Setting


def test_the_session_of_the_guide_is_marked() -> None:
    lines = (
        CourseLine("b", 1, "First", "2027-09-02", "12:00", "Hall"),
        CourseLine("a", 2, "Second"),
    )
    rows = course_rows(Setting(occasion=Occasion("Group", number=2, course=lines)))

    assert rows == (
        CourseRow(1, "First", "Thursday, September 2, 2027", "12:00", "Hall", here=False),
        CourseRow(2, "Second", None, None, None, here=True),
    )


def test_without_an_occasion_there_is_no_series() -> None:
    assert course_rows(Setting()) == ()
