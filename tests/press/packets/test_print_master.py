from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from kit.press.packets.print_master import Master, print_master

if TYPE_CHECKING:
    from pathlib import Path

    from kit.press.packets.packet_file import PacketFile

NAMES = ("Anna", "Griffin", "王小明", "Žůř", "Ben")


@pytest.fixture(scope="module")
def packets(make: Any, tools: Any, body: Any, body_of: Any) -> list[PacketFile]:
    """Of three pages, and one of a single page."""
    short = body_of(f"<p>{tools.slot('name')}</p>")
    people = [tools.person(body, name) for name in NAMES]
    people[2:2] = [tools.person(short, name) for name in ("Cem", "Dee")]
    return list(make(people))


def master_of(packets: list[PacketFile], title: str = "") -> tuple[bytes, Master]:
    out = io.BytesIO()
    master = print_master(packets, out, title)
    return out.getvalue(), master


def test_each_packet_begins_on_a_right_hand_page_and_looks_as_its_file(
    packets: list[PacketFile], tools: Any
) -> None:
    pdf, master = master_of(packets)
    pages = tools.pixels_and_texts(pdf)
    assert len(pages) == master.pages
    assert master.packets == len(packets)
    at = blanks = 0
    for packet in packets:
        if at % 2:
            assert pages[at][1] == ""
            at, blanks = at + 1, blanks + 1
        for page in tools.pixels_and_texts(packet.pdf):
            assert pages[at] == page
            at += 1
    assert at == master.pages
    assert blanks == master.blanks == len(packets) - 1


def test_what_is_constant_is_in_it_once(make: Any, tools: Any, body: Any) -> None:
    few, many = (
        make([tools.person(body, f"{chr(65 + n % 26)}{chr(97 + n // 26)}") for n in range(number)])
        for number in (26, 260)
    )
    small, large = (len(master_of(packets)[0]) for packets in (few, many))
    assert (large - small) / 234 < 1000
    assert large < sum(len(packet.pdf) for packet in many) / 20


def test_it_is_sound_and_titled(packets: list[PacketFile], tmp_path: Path) -> None:
    pdf, _ = master_of(packets, "Packets · Žůř")
    file = tmp_path / "master.pdf"
    file.write_bytes(pdf)
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout
    with pypdfium2.PdfDocument(pdf) as document:
        assert document.get_metadata_value("Title") == "Packets · Žůř"


def test_the_same_packets_give_the_same_bytes(packets: list[PacketFile]) -> None:
    assert master_of(packets)[0] == master_of(packets)[0]


def test_packets_are_taken_one_by_one(packets: list[PacketFile]) -> None:
    out = io.BytesIO()
    sizes = []

    def given() -> Any:
        for packet in packets:
            sizes.append(out.tell())
            yield packet

    print_master(given(), out)
    assert sizes == sorted(set(sizes))
