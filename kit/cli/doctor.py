"""`kit doctor`."""

from __future__ import annotations

from pathlib import Path

from kit.cli.console import say
from kit.cli.guard import guarded
from kit.pipeline.report import FAILED, FULFILLED


@guarded
def command() -> int:
    """Look whether this machine has what the kit needs.

    For each thing: OK, or what to do.

    \b
    kit doctor
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.library import find_library
    from kit.pipeline.health import examine

    findings = examine(find_library(Path.cwd()))
    width = max(len(finding.what) for finding in findings)
    for finding in findings:
        verdict = "OK" if finding.well else "--"
        say(f"{verdict}  {finding.what:<{width}}  {finding.found}")
        if finding.advice:
            say(f"    {'':<{width}}  {finding.advice}")
    return FULFILLED if all(finding.well for finding in findings) else FAILED
