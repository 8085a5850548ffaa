from __future__ import annotations

from kit.rendering.figures.box import Box

BOX = Box(0, 0, 10, 5)


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    assert not BOX.overlaps(BOX.moved(10, 0))
    assert BOX.overlaps(BOX.moved(9, 4))


def test_boxes_are_beside_each_other_at_a_shared_height() -> None:
    assert BOX.beside(BOX.moved(50, 4))
    assert not BOX.beside(BOX.moved(50, 5))
    assert BOX.beside(BOX.moved(50, 5), gap=1)


def test_a_box_knows_its_size() -> None:
    assert (BOX.width, BOX.height) == (10, 5)
