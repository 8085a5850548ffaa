from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


SHARED = "workshops/shared/references.yaml"


def test_a_citation_without_a_work(finds: Call, edit: Call) -> None:
    edit("[@straus2013]", "[@straus2031]")
    assert finds("unknown-citation", "@straus2031").hint == "Did you mean `straus2013`?"


def test_a_citation_of_a_work_that_is_shared_but_not_listed(finds: Call, edit: Call) -> None:
    edit(
        "references: [sambunjak2006, straus2013, chopra2018]",
        "references: [straus2013, chopra2018]",
    )
    assert (
        finds("unknown-citation", "@sambunjak2006").hint == "Add `sambunjak2006` to `references`."
    )


def test_a_citation_in_a_shared_scenario(finds: Call, edit: Call) -> None:
    edit(
        "wants to be first author.",
        "wants to be first author [@smith1999].",
        "workshops/shared/scenarios.yaml",
    )
    finds("unknown-citation", "@smith1999", "workshops/shared/scenarios.yaml")


def test_a_citation_that_is_written_otherwise(finds: Call, edit: Call) -> None:
    edit("[@chopra2018].", "[@chopra2018, p. 4].")
    finds("broken-citation", "@chopra2018")


def test_a_work_that_nobody_cites(finds: Call, edit: Call) -> None:
    edit("of career\n  [@sambunjak2006].", "of career.")
    finds("uncited-reference", "sambunjak2006", warning=True)


def test_a_work_to_read_need_not_be_cited(silent: Call, edit: Call) -> None:
    edit("things [@chopra2018].", "things.")
    assert silent()


def test_two_works_with_one_doi(finds: Call, edit: Call) -> None:
    edit("doi: 10.1097/ACM.0b013e31827647a0", "doi: 10.1001/JAMA.296.9.1103", SHARED)
    finds("doi-twice", "10.1001/JAMA", "workshops/shared/references.yaml", warning=True)


def test_a_doi_with_the_mark_behind_it(finds: Call, edit: Call) -> None:
    edit("ACM.0b013e31827647a0", "ACM.0b013e31827647a0.", SHARED)
    finds("doi-form", "10.1097", "workshops/shared/references.yaml", warning=True)


def test_a_doi_among_the_words(finds: Call, edit: Call) -> None:
    edit("source: JAMA 296(9), 1103–1115", "source: JAMA 296(9), doi:10.1001/x", SHARED)
    finds("doi-form", "JAMA 296", "workshops/shared/references.yaml", warning=True)
