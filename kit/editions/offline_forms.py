"""Evaluation forms that are one HTML file: for those without a network, or months later by mail."""

from __future__ import annotations

from kit.definitions.preparation import Per
from kit.editions import answer_page
from kit.editions.edition import Edition, Side

_STYLES = ("small-page.css", "answer.css")
_SCRIPTS = ("answers.js", "answers-offline.js")
_TEMPLATE = "editions/evaluation-form-offline.html"

OFFLINE_FORMS = (
    Edition(
        name="evaluation-form-offline",
        title="Evaluation form as a file",
        side=Side.PARTICIPANTS,
        template=_TEMPLATE,
        view=answer_page.view,
        per=Per.ROOM,
        when="last_minutes",
        scripts=_SCRIPTS,
        screen_styles=_STYLES,
        core=False,
        offices=(),
    ),
    Edition(
        name="follow-up-form-offline",
        title="Follow-up form as a file",
        side=Side.PARTICIPANTS,
        template=_TEMPLATE,
        view=answer_page.follow_up_view,
        per=Per.ROOM,
        when="months_later",
        scripts=_SCRIPTS,
        screen_styles=_STYLES,
        core=False,
        offices=(),
    ),
)
"""Made when they are named, or with `--all`."""
