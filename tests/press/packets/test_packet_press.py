from __future__ import annotations

import hashlib
import io
import os
import pickle
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from kit.errors import KitError
from kit.press.packets.packet_press import PacketPress
from kit.press.packets.slots import PacketBody, PersonValues, shares

if TYPE_CHECKING:
    from kit.press.engine import Press

LATIN = ["Anna Berg", "Zoë Brönte", "Łukasz Žižka", "Đorđe Şule", "Iñaki Ó Séaghdha", "Åse Øberg"]
SCRIPTS = ["Γιώργος Παπαδόπουλος", "Дмитрий Иванович Щербаков", "Nguyễn Thị Ánh Tuyết"]
LIGATURES = ["Hoffmann", "Griffin", "Offiah", "Fjeld", "Steffi Pfiffner", "Tobias Täff"]
SIGNS = [
    "Q & A",
    "<b>Bold</b>",
    'Ann "Nan" O’Hara',
    "D'Arcy",
    "a\\b (c)",
    "100 % [x] {y}",
    "1-2–3—4",
]
SPACES = ["A\u2009B", "A\u3000B", "A\u200aB\ufe0f", "A\u2003B"]
NOT_IN_THE_FONTS = ["王小明", "山田太郎", "محمد علي", "שרה", "김민수", "Ana 😀"]
LONG = "Maximiliane-Theodora von und zu Hohenstaufen-Württemberg-Sigmaringen the Third of Her Name"


@pytest.mark.parametrize("names", [LATIN, SCRIPTS, LIGATURES, SIGNS], ids=["a", "b", "c", "d"])
def test_a_packet_is_as_if_printed_alone(
    make: Any, assert_same: Any, tools: Any, body: PacketBody, names: list[str]
) -> None:
    people = [tools.person(body, name, table=f"{at}", cases=name) for at, name in enumerate(names)]
    packets = make(people)
    assert [packet.reason for packet in packets] == [""] * len(names)
    for person, packet in zip(people, packets, strict=True):
        assert not packet.direct
        assert_same(person, packet.pdf)


def test_names_of_random_letters_are_as_if_printed_alone(
    make: Any, assert_same: Any, tools: Any, body: PacketBody
) -> None:
    random = Random(4)  # noqa: S311
    letters = "".join(chr(code) for code in range(0xC0, 0x180)) + "fiflTAVWoy.,' -" * 12
    people = [
        tools.person(body, "".join(random.choices(letters, k=random.randint(1, 14))), table=str(at))
        for at in range(40)
    ]
    packets = make(people)
    assert sum(not packet.direct for packet in packets) > 30
    for person, packet in zip(people, packets, strict=True):
        assert_same(person, packet.pdf)


@pytest.mark.parametrize("name", NOT_IN_THE_FONTS)
def test_what_the_fonts_lack_is_printed_directly(
    make: Any, assert_same: Any, tools: Any, body: PacketBody, name: str
) -> None:
    people = [tools.person(body, each) for each in ("Anna", "Ben", name)]
    *fitting, other = make(people)
    assert [packet.direct for packet in fitting] == [False, False]
    assert other.direct
    assert other.reason.startswith("signs that")
    assert_same(people[-1], other.pdf)


def test_long_and_two_line_names_are_printed_directly(
    make: Any, assert_same: Any, tools: Any, body: PacketBody
) -> None:
    people = [tools.person(body, name) for name in ("Anna", "Ben", LONG, "Anna Berg " * 12)]
    packets = make(people)
    assert [packet.reason for packet in packets[2:]] == ["a text wider than its place"] * 2
    for person, packet in zip(people, packets, strict=True):
        assert_same(person, packet.pdf)


def test_every_width_up_to_the_place_and_over_it_is_right(
    make: Any, assert_same: Any, tools: Any, body_of: Any
) -> None:
    inner = f'<p class="box">Name: {tools.slot("name")}</p><p>After</p>'
    body = body_of(inner, '.box { width: 60mm; font: 12pt "Kit Sans"; border: 1pt solid }')
    people = [tools.person(body, "Wilhelmina i" + "i" * size) for size in range(0, 40, 3)]
    packets = make(people)
    assert {packet.direct for packet in packets} == {False, True}
    for person, packet in zip(people, packets, strict=True):
        assert_same(person, packet.pdf)


def test_white_space_is_as_a_browser_shows_it(
    make: Any, assert_same: Any, tools: Any, body: PacketBody
) -> None:
    people = [tools.person(body, name) for name in ("  Anna \t\n Berg ", "Anna\u00a0Berg", "Ben")]
    packets = make(people)
    assert not packets[0].direct
    for person, packet in zip(people, packets, strict=True):
        assert_same(person, packet.pdf)


@pytest.mark.parametrize("name", SPACES)
def test_rare_spaces_are_as_if_printed_alone(
    make: Any, assert_same: Any, tools: Any, body: PacketBody, name: str
) -> None:
    people = [tools.person(body, each) for each in ("Anna", name, "\u00a0")]
    for person, packet in zip(people, make(people), strict=True):
        assert_same(person, packet.pdf)


def test_letters_made_of_two_signs_read_as_they_do_alone(
    make: Any, assert_same: Any, tools: Any, body: PacketBody
) -> None:
    people = [
        tools.person(body, name) for name in ("Zoé", "Zoe\u0301", "Ben", "a\u00adb", "x\u200dy")
    ]
    for person, packet in zip(people, make(people), strict=True):
        assert_same(person, packet.pdf)


def test_empty_slots_are_laid_out_as_empty(
    press: Press, assert_same: Any, tools: Any, body: PacketBody
) -> None:
    people = [tools.person(body, name, table="", cases="") for name in ("Anna", "Ben", "Cem")]
    people += [tools.person(body, "", table=table) for table in ("1", "2", "2")]
    people += [
        PersonValues(f"spare {n}", body, dict.fromkeys(("name", "table", "cases"), ""))
        for n in "ab"
    ]
    packets = PacketPress(press)
    made = list(packets.packets(people))
    assert packets.tally.compiled == 6
    assert packets.tally.direct == {"the only copy of its kind": 2}
    assert packets.tally.layouts == 3
    for person, packet in zip(people, made, strict=True):
        assert_same(person, packet.pdf)


def test_packets_come_in_the_order_asked_and_are_counted(
    press: Press, tools: Any, body: PacketBody, body_of: Any
) -> None:
    other = body_of(f"<p>{tools.slot('name')}</p>")
    people = [tools.person(each, name) for name in ("Ben", "王", "Anna") for each in (body, other)]
    packets = PacketPress(press)
    made = list(packets.packets(people))
    assert [packet.key for packet in made] == [person.key for person in people]
    assert [packet.pages for packet in made] == [3, 1] * 3
    assert packets.tally.compiled == 4
    assert packets.tally.direct.total() == 2
    assert packets.tally.layouts == 4
    told = {problem.code for problem in packets.problems} - {"thin-page"}
    assert told <= {"no-glyph", "font-fallback"}
    assert [bool({problem.code for problem in packet.problems} & told) for packet in made] == [
        *(False, False, True, True, False, False)
    ]


def test_packets_conform_to_pdf_ua_and_are_sound(
    make: Any, findings: Any, tools: Any, body: PacketBody, tmp_path: Path
) -> None:
    people = [tools.person(body, name) for name in (*LATIN, *SIGNS, LONG)]
    for packet in make(people):
        assert findings(packet.pdf) == []
        file = tmp_path / "packet.pdf"
        file.write_bytes(packet.pdf)
        checked = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
        assert checked.returncode == 0, checked.stdout


def test_no_packet_holds_anything_of_another_person(
    make: Any, tools: Any, body: PacketBody
) -> None:
    names = [*LATIN, *SCRIPTS, *LIGATURES]
    people = [
        tools.person(body, name, table=f"T{at}", cases=name[::-1]) for at, name in enumerate(names)
    ]
    for person, packet in zip(people, make(people), strict=True):
        held = everything_in(packet.pdf)
        assert person.key in held
        for other in people:
            if other is not person:
                assert other.key not in held
                assert other.values["cases"] not in held
        for token in ("qqqq", "qqqz", "qqqx", "QQQZ"):
            assert token not in held


def test_fonts_do_not_spell_names(make: Any, tools: Any, body: PacketBody) -> None:
    people = [tools.person(body, name) for name in ("Anna", "Дмитрий", "Γιώργος", "Žůř")]
    first, *_ = make(people)
    held = everything_in(first.pdf)
    for name in ("Дмитрий", "Γιώργος"):
        signs = "> <".join(sign.encode("utf-16-be").hex() for sign in name)
        assert signs not in held
        listed = [held.find(f"<{sign.encode('utf-16-be').hex()}>") for sign in name]
        assert listed != sorted(listed)


def everything_in(pdf: bytes) -> str:
    """All that a PDF holds: its bytes, objects and streams unpacked, and the text of its pages."""
    found = [pdf.decode("latin-1")]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                content = item.read_bytes()
                found += [content.decode("latin-1"), content.decode("utf-8", "ignore")]
            found.append(item.unparse(resolved=True).decode("latin-1"))
        found += [str(value) for value in document.docinfo.values()]
    with pypdfium2.PdfDocument(pdf) as document:
        found += [page.get_textpage().get_text_range() for page in document]
    return "\n".join(found)


SCRIPT = """
import hashlib, runpy, sys
from pathlib import Path
from kit.press.engine import Press
from kit.press.packets.packet_press import PacketPress
from kit.press.packets.slots import PacketBody
tools = runpy.run_path(sys.argv[1])
body = PacketBody(tools["PAGES"], tools["STYLESHEET"], Path(sys.argv[2]))
people = [tools["person"](body, name) for name in ("Anna", "Griffin", "Žůř", "王", "Ben")]
for packet in PacketPress(Press((Path(sys.argv[2]),))).packets(people):
    print(hashlib.sha256(packet.pdf).hexdigest())
"""


def test_the_same_people_give_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    digests = set()
    for seed in ("0", "1"):
        folder = tmp_path / seed
        folder.mkdir()
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, Path(__file__).with_name("conftest.py"), folder],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(ran.stdout)
    assert len(digests) == 1
    assert len(set(digests.pop().split())) == 5


def test_shares_made_apart_give_the_same_bytes(
    make: Any, tools: Any, body: PacketBody, body_of: Any
) -> None:
    other = body_of(f"<p>{tools.slot('name')}</p>")
    people = [
        tools.person(each, name) for name in ("Anna", "", "Žů", "王") for each in (body, other)
    ]
    whole = {(each.key, each.pages): digest(each.pdf) for each in make(people)}
    parts = shares(people)
    assert [len(part) for part in parts] == [4, 4]
    apart = [packet for part in reversed(parts) for packet in make(part)]
    assert {(each.key, each.pages): digest(each.pdf) for each in apart} == whole


def test_packets_travel_between_processes(make: Any, tools: Any, body: PacketBody) -> None:
    packets = make([tools.person(body, name) for name in ("Anna", "Ben", "Cem", "Dee")])
    sent = pickle.dumps(packets)
    assert len(sent) < 3 * len(packets[0].pdf)
    received = pickle.loads(sent)  # noqa: S301
    assert [digest(each.pdf) for each in received] == [digest(each.pdf) for each in packets]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_slot_without_a_value_is_named_before_anything_is_made(
    press: Press, body: PacketBody
) -> None:
    packets = PacketPress(press)
    with pytest.raises(KitError) as caught:
        packets.packets([PersonValues("anna", body, {"name": "Anna"})])
    (problem,) = caught.value.problems
    assert problem.code == "slot-without-value"
    assert "anna" in problem.message
    assert "table, cases" in problem.message
    assert packets.tally.layouts == 0


def test_what_is_wrong_in_a_body_is_told_once(press: Press, tools: Any, body_of: Any) -> None:
    body = body_of(f"<p>{tools.slot('name')}</p>", "p { colour: red }")
    packets = PacketPress(press)
    list(packets.packets([tools.person(body, name) for name in ("Anna", "Ben")]))
    assert [problem.code for problem in packets.problems] == ["layout"]


def test_the_real_worksheets_are_as_if_printed_alone(
    make: Any, assert_same: Any, findings: Any, real: dict[str, Any]
) -> None:
    body = real["body"](0)
    names = ("Steffi Griffin", "Дмитрий Žůř", "Nguyễn Ánh")
    people = [
        PersonValues(name, body, {"name": name, "table": f"Table {at}", "cases": real["CASES"][at]})
        for at, name in enumerate(names)
    ]
    for person, packet in zip(people, make(people), strict=True):
        assert packet.reason == ""
        assert_same(person, packet.pdf)
        assert findings(packet.pdf) == []


def test_who_has_to_be_printed_alone_can_be_left_to_another(
    press: Press, body: PacketBody, tools: Any
) -> None:
    people = [tools.person(body, name) for name in ("Ana", "王小明", "Bo")]
    left: list[PersonValues] = []
    packets = PacketPress(press)
    made = list(packets.packets(people, left))
    assert [each.key for each in made] == ["Ana", "Bo"]
    assert left == [people[1]]
    assert packets.tally.layouts == 1
    (alone,) = PacketPress(press).packets(left, [])
    whole = {each.key: each.pdf for each in PacketPress(press).packets(people)}
    assert {each.key: each.pdf for each in (*made, alone)} == whole
