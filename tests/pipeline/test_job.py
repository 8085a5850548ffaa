from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kit.pipeline.job import Job, run_job

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(
        path="a.pdf",
        html="<html lang=en><title>A</title><p>A page.</p></html>",
        stylesheet="p { font-family: 'Kit Serif' }",
        base=tmp_path,
        out=tmp_path / "a.pdf",
        shown="a.pdf",
        roots=(tmp_path,),
    )


def test_a_job_gives_a_file(job: Job) -> None:
    outcome = run_job(job)
    assert outcome.pages == 1
    assert not outcome.fault
    assert job.out.read_bytes().startswith(b"%PDF")


def test_a_job_gives_a_word_document(job: Job) -> None:
    outcome = run_job(replace(job, path="a.docx", out=job.out.with_suffix(".docx"), format="docx"))
    assert (outcome.pages, outcome.problems) == (None, ())
    assert outcome.size == job.out.with_suffix(".docx").stat().st_size > 0
    assert job.out.with_suffix(".docx").read_bytes().startswith(b"PK")


def test_a_word_document_with_an_error_leaves_the_old_file(job: Job) -> None:
    job.out.write_bytes(b"old")
    html = f"{job.html}<p><img src=absent.png alt=none></p>"
    outcome = run_job(replace(job, format="docx", html=html))
    assert (outcome.size, outcome.fault) == (0, False)
    assert [problem.code for problem in outcome.problems] == ["missing-resource"]
    assert job.out.read_bytes() == b"old"


def test_an_error_in_the_document_leaves_the_old_file(job: Job) -> None:
    job.out.write_bytes(b"old")
    outcome = run_job(replace(job, html=f"{job.html}<img src=absent.png alt=none>"))
    assert outcome.pages is None
    assert not outcome.fault
    assert outcome.problems
    assert {str(problem.where) for problem in outcome.problems} == {"a.pdf"}
    assert job.out.read_bytes() == b"old"


def test_a_warning_stops_a_strict_job_only(job: Job) -> None:
    odd = replace(job, stylesheet="p { no-such-property: 1 }")
    assert run_job(odd).pages == 1
    assert run_job(odd).problems
    job.out.unlink()
    assert run_job(replace(odd, strict=True)).pages is None
    assert not job.out.exists()


def test_what_cannot_be_written_is_told(job: Job) -> None:
    job.out.mkdir()
    outcome = run_job(job)
    assert outcome.fault
    assert [problem.code for problem in outcome.problems] == ["in-the-way"]


def test_a_fault_of_the_kit_is_a_value_too(job: Job) -> None:
    outcome = run_job(replace(job, html=None))  # type: ignore[arg-type]
    assert outcome.fault
    assert [problem.code for problem in outcome.problems] == ["not-printed"]
    assert "KIT_DEBUG" in outcome.problems[0].hint
