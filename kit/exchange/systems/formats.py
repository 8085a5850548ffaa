"""The formats that a form is exported in: what to do with each file, and what to look out for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.exchange.systems import (
    google_forms_writer,
    lime_survey_writer,
    microsoft_forms_writer,
    qualtrics_writer,
    redcap_writer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.exchange.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    `steps` say how the file gets into the system and its answers out; `beware`, where the system
    bites; `unconfirmed`, what no source says. `needs` is an extra. With `by_words`, the system
    keeps no names of questions.
    """

    system: str
    ending: str
    write: Callable[[Questionnaire], bytes]
    steps: tuple[str, ...]
    beware: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    needs: str = ""
    by_words: bool = False


_NO_LIVE: Final = "The file was not tried in a live {system}: look at the form before you send it."
_PUBLIC_LINK: Final = (
    "Give out the public link of the survey: invitations from a list of participants tie answers "
    "to people."
)

FORMATS: Final[Mapping[str, Format]] = {
    "redcap": Format(
        "REDCap",
        "-redcap.zip",
        redcap_writer.write_instrument,
        (
            "In the project: Designer, “Upload instrument ZIP file”, and choose this file.",
            "Enable it as a survey; leave the names of its fields as they are.",
            "Later: Data Exports, CSV, raw data or labels.",
        ),
        (
            "A project’s first instrument holds the record ID: leave it, and add this one.",
            (
                "Forms share some fields, and a project has a name once: give each form a project "
                "of its own."
            ),
            _PUBLIC_LINK,
        ),
        (_NO_LIVE.format(system="REDCap"),),
    ),
    "redcap-dictionary": Format(
        "REDCap",
        "-redcap-dictionary.csv",
        redcap_writer.write_dictionary,
        (
            "Make a new project, then: Designer, “Data Dictionary”, and upload this file.",
            "Enable the form as a survey; leave the names of its fields as they are.",
            "Later: Data Exports, CSV, raw data or labels.",
        ),
        (
            (
                "Uploading a data dictionary REPLACES all instruments of a project. Use a project "
                "that is empty; `kit export redcap` makes an instrument that leaves the others "
                "alone."
            ),
            _PUBLIC_LINK,
        ),
        (_NO_LIVE.format(system="REDCap"),),
    ),
    "qualtrics": Format(
        "Qualtrics",
        "-qualtrics.txt",
        qualtrics_writer.write_survey,
        (
            "In a new survey: Tools, “Import/Export”, “Import survey”, and choose this file.",
            "Leave the names of questions as they are; do not renumber them.",
            "In the survey's options, turn on “Anonymize responses”.",
            "Later: Data & Analysis, Export Data, CSV, numeric values or choice text.",
        ),
        (
            (
                "Exports of Qualtrics carry IP addresses, places, names and e-mail addresses. "
                "They are dropped on the way in; the file itself still has them: keep it safe, or "
                "delete it."
            ),
            (
                "The format has no line beside a choice: “Other” has a question of its own behind "
                "it. Show it only to those who chose it, if you like."
            ),
        ),
        (
            _NO_LIVE.format(system="Qualtrics"),
            "That names may have 15 characters at most is said by one source alone.",
        ),
    ),
    "limesurvey": Format(
        "LimeSurvey",
        "-limesurvey.txt",
        lime_survey_writer.write_structure,
        (
            "Create survey, “Import”, and choose this file; then activate the survey.",
            "Leave the codes of questions as they are.",
            "Later: Responses, Export, CSV; question codes or texts, answer codes or full answers.",
        ),
        (
            (
                "LimeSurvey takes answer codes of at most five characters: those in the file are "
                "A1, A2 … and na. If you add an answer, keep to that."
            ),
            "The survey is anonymous and keeps no addresses and no times; see that it stays so.",
        ),
        (_NO_LIVE.format(system="LimeSurvey"),),
    ),
    "google-forms": Format(
        "Google Forms",
        "-google-forms.gs",
        google_forms_writer.write_script,
        (
            "At script.google.com: new project, paste the text of this file, run `makeForm`.",
            "The log says where the form is. Publish it; see that it collects no e-mail addresses.",
            "Later: the sheet of responses, File, Download, CSV or Excel.",
        ),
        (
            (
                "Google keeps no names of questions: answers find back by their words. Do not "
                "reword a question in Google Forms."
            ),
        ),
        (
            (
                "That a grid has columns with headings such as `Title [Row]` is not documented by "
                "Google; programs that read such sheets say so."
            ),
            _NO_LIVE.format(system="Google Forms"),
        ),
        by_words=True,
    ),
    "microsoft-forms": Format(
        "Microsoft Forms",
        "-microsoft-forms.docx",
        microsoft_forms_writer.write_document,
        (
            "In Microsoft Forms: “Quick import”, choose this file, then “Form”.",
            (
                "Compare every question with the paper form. Turn on “Multiple answers” where "
                "several may be chosen; turn off “Record name”."
            ),
            "Later: Responses, Open in Excel.",
        ),
        (
            (
                "Microsoft keeps no names of questions: answers find back by their words. Do not "
                "reword a question in Microsoft Forms."
            ),
            "Scales come as single questions: the import makes no grids.",
            "What people read first is not in the file: type it in from the paper form.",
        ),
        (
            (
                "The shape of this Word file is not documented by Microsoft; it is what other "
                "programs report to be read."
            ),
        ),
        needs="docx",
        by_words=True,
    ),
}
"""By the name that `kit export` takes; of two for one system, the safer one is first."""
