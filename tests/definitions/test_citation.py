from __future__ import annotations

import pytest

from kit.definitions.citation import citations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as shown [@straus2013].", [("straus2013", True)]),
        ("[@straus2013; @welch2016a]", [("straus2013", True), ("welch2016a", True)]),
        ("[@a2001] and [@b2002]", [("a2001", True), ("b2002", True)]),
        ("[@straus2013, @welch2016]", [("straus2013", False), ("welch2016", False)]),
        ("[@Straus2013]", [("Straus2013", False)]),
        ("[@straus2013, p. 4]", [("straus2013", False)]),
        ("write to someone@example.org [now]", []),
        ("[words](https://example.org/@someone)", []),
        ("[words](https://example.org/@straus2013)", []),
        ("[see @straus2013]", [("straus2013", False)]),
        ("as @straus2013 shows", [("straus2013", False)]),
        ("[@ straus2013]", [("straus2013", False)]),
    ],
)
def test_citations_are_found(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(citations(text)) == expected
