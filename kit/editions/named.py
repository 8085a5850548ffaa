"""The documents with people's names: made with the personal packets, and shared with nobody."""

from __future__ import annotations

from kit.definitions.preparation import Per
from kit.editions import attendance_list, certificates, mentor_list, seating_list
from kit.editions.edition import NO_TEMPLATE, Edition, Side, Sides

SEATING_LIST = Edition(
    name="seating-list",
    title="Seating list",
    side=Side.INSTRUCTOR,
    template="editions/seating-list.html",
    view=seating_list.view,
    per=Per.INSTRUCTOR,
    when="at_the_lectern",
    extra=1,
)

CERTIFICATES = Edition(
    name="certificates",
    title="Certificates of attendance",
    side=Side.INSTRUCTOR,
    template="editions/certificates.html",
    view=certificates.view,
    per=Per.ROOM,
    when="same_day",
    sides=Sides.ONE,
)

ATTENDANCE_LIST = Edition(
    name="attendance",
    title="Attendance list",
    side=Side.INSTRUCTOR,
    template=NO_TEMPLATE,
    view=attendance_list.view,
    per=Per.ROOM,
    when="same_day",
    text="csv",
    write=attendance_list.write,
)

MENTOR_LIST = Edition(
    name="mentor-list",
    title="List of mentors",
    side=Side.INSTRUCTOR,
    template="editions/mentor-list.html",
    view=mentor_list.view,
    per=Per.INSTRUCTOR,
    when="beforehand",
)

ALWAYS_NAMED = (SEATING_LIST, CERTIFICATES, ATTENDANCE_LIST, MENTOR_LIST)
"""Made with every session's personal packets, as far as there is something to say."""

NAMED_ON_REQUEST = ("sign-in-sheet", "name-tents", "badges", "table-signs", "group-list")
"""Editions of the bag that are made with names, too, where they are asked for."""
