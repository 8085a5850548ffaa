from __future__ import annotations

import io

from docx.oxml import parse_xml
from fontTools.ttLib import TTFont

from kit.press.word.typefaces import font_table, typefaces


def unscrambled(key: str, content: bytes) -> TTFont:
    """Read an embedded font as Word does."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    head = bytes(a ^ b for a, b in zip(content[:32], mask, strict=True))
    return TTFont(io.BytesIO(head + content[32:]))


def test_each_cut_is_found_under_the_kits_name_and_may_be_edited_with() -> None:
    found = {}
    for face in typefaces():
        font = unscrambled(face.key, face.content)
        assert font["name"].getDebugName(1) == face.family
        assert font["OS/2"].fsType == 0
        assert set("Aé–“ő") <= {chr(code) for code in font.getBestCmap()}
        found[face.family, face.cut] = font["OS/2"].usWeightClass
    assert found == {
        ("Kit Serif", "embedRegular"): 400,
        ("Kit Serif", "embedBold"): 700,
        ("Kit Serif", "embedItalic"): 400,
        ("Kit Sans", "embedRegular"): 400,
        ("Kit Sans", "embedBold"): 700,
    }


def test_where_fonts_are_not_read_a_usual_one_takes_their_place() -> None:
    table = parse_xml(font_table(dict.fromkeys(typefaces(), "rId1")))
    instead = [each.get(each.keys()[0]) for each in table.iter() if each.tag.endswith("altName")]
    assert instead == ["Georgia", "Calibri"]
