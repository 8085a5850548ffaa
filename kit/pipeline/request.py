"""What one `kit build` is asked to make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kit.definitions.web_address import LONGEST, WRITE_IT, is_web_address
from kit.editions.named import ALWAYS_NAMED
from kit.editions.setting import minutes_of_clock
from kit.errors import KitError, Problem
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kit.library import Library

Format = Literal["html", "pdf", "docx", "pptx"]
FORMATS: tuple[Format, ...] = ("html", "pdf", "docx", "pptx")
USUAL_FORMATS: tuple[Format, ...] = ("html", "pdf")
"""What is made where no format is asked for; the others take extras."""
PAPERS = ("letter", "a4")
_SHORTER = "The form’s provider can give a short one; people also have to type it."
_VARYING = ("length", "audience", "roles", "paper", "start", "language", "form_address")


@dataclass(frozen=True, slots=True)
class Request:
    """One build: which workshops or cohorts, which documents, in which variant, and where to.

    No workshops and no cohorts means all of the project's own; with a variant, its workshops alone,
    since a cohort's file says what its sessions are like. A cohort is named by itself or with one
    session: `pgy1-2027/needs`. No editions means the core ones. `pdf_required`
    says that PDF, or Word, which takes the same engine, was asked for by name: then a machine that
    cannot make one is a failure. `large` asks for what participants get, in large print,
    `fillable` for PDFs to fill in on the screen of what they write on. With `people`, packets for
    each person follow; `form_address` is where the evaluation form is answered on the web, which
    the slides show; `seat_afresh` forgets who sat where. `key` names the request, so that the
    same one is recognised the next time.
    """

    workshops: tuple[str, ...] = ()
    cohorts: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    formats: tuple[Format, ...] = USUAL_FORMATS
    pdf_required: bool = False
    length: str | None = None
    audience: str | None = None
    roles: str | None = None
    paper: Literal["letter", "a4"] = "letter"
    large: bool = False
    fillable: bool = False
    start: str = "13:00"
    language: str | None = None
    form_address: str = ""
    out: Path | None = None
    strict: bool = False
    jobs: int | None = None
    people: bool = False
    seat_afresh: bool = False
    key: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether all of the project is asked for, its cohorts too."""
        return not (self.workshops or self.cohorts or self.variant)

    @property
    def variant(self) -> str:
        """The first choice that a cohort's file would make, as the option that made it; or none."""
        standard = Request()
        for name in _VARYING:
            if getattr(self, name) != getattr(standard, name):
                return f"--{name.replace('_', '-')}"
        return ""

    def all_names(self, library: Library) -> tuple[str, ...]:
        """Name all workshops of the project, in another language those that are translated."""
        names = library.own_workshop_names()
        if not self.language:
            return names
        from kit.reading.translated import those_in  # noqa: PLC0415 - loads the definitions

        return those_in(self.language, names, library)

    def options(self) -> str:
        """Write down what a workshop's documents depend on besides its files.

        What people's packets depend on stands first: `people_options` takes it from there.
        """
        chosen = (
            ",".join(self.editions),
            "large" if self.large else "",
            ",".join(self.formats),
            self.length or "",
            self.audience or "",
            self.roles or "",
            self.paper,
            *(("fillable",) if self.fillable else ()),
            str(minutes_of_clock(self.start)),
            "strict" if self.strict else "",
            *((self.language,) if self.language else ()),
            *((self.form_address,) if self.form_address else ()),
        )
        return "|".join(chosen)


@dataclass(slots=True)
class Options:
    """Reads what was typed after options, and tells all mistakes at once."""

    problems: list[Problem] = field(default_factory=list)

    def several(self, option: str, given: Iterable[str], allowed: Sequence[str]) -> tuple[str, ...]:
        """Read a choice of names; see `choose`."""
        try:
            return choose(option, given, allowed)
        except KitError as error:
            self.problems += error.problems
            return ()

    def one(self, option: str, given: str, allowed: Sequence[str]) -> str:
        """Read a single name, in capitals or not."""
        name = given.strip().lower()
        if "," in name:
            several = f"`{option}` takes one of them, not `{given}`."
            hint = "Run the command once for each: their files lie beside each other."
            self.problems.append(Problem("one-choice", several, hint=hint))
        elif name not in allowed:
            self.problems.append(_unknown(option, given, allowed))
        return name if name in allowed else allowed[0]

    def clock(self, given: str) -> str:
        """Read a time of day, so that 9:00 and 09:00 are one."""
        try:
            minutes = minutes_of_clock(given)
        except KitError as error:
            self.problems += error.problems
            return given
        return f"{minutes // 60:02}:{minutes % 60:02}"

    def address(self, option: str, given: str | None) -> str:
        """Read the address of a page on the web, as a cohort's file may have one."""
        if given is None or (len(given) <= LONGEST and is_web_address(given)):
            return given or ""
        if len(given) > LONGEST:
            message = f"The address of `{option}` has {len(given)} letters; it may have {LONGEST}."
            self.problems.append(Problem("too-long", message, hint=_SHORTER))
        else:
            message = f"`{given}` is no address of a page on the web."
            self.problems.append(Problem("web-address", message, hint=WRITE_IT))
        return ""

    def refuse(self, option: str, reason: str) -> None:
        """Refuse an option that has no place beside the others."""
        self.problems.append(Problem("option-not-here", f"`{option}` has no place here: {reason}."))

    def finish(self) -> None:
        """Say what was mistyped.

        Raises:
            KitError: something was.
        """
        if self.problems:
            raise KitError(self.problems)


def choose(option: str, given: Iterable[str], allowed: Sequence[str]) -> tuple[str, ...]:
    """Read a choice of names, separated by commas or given several times, in the allowed order.

    Raises:
        KitError: names that are not among the allowed ones; all of them at once.
    """
    names = [name.strip() for each in given for name in each.split(",") if name.strip()]
    unknown = [name for name in dict.fromkeys(names) if name not in allowed]
    if unknown:
        raise KitError(_unknown(option, name, allowed) for name in unknown)
    return tuple(name for name in allowed if name in names)


def _unknown(option: str, name: str, allowed: Sequence[str]) -> Problem:
    # What there is, however much: nobody has to look it up elsewhere.
    hint = did_you_mean(name, allowed) or f"There is: {', '.join(allowed)}."
    if option == "--edition" and name in {each.name for each in ALWAYS_NAMED}:
        hint = "It is made with the personal packets: `kit build --cohort NAME --people`."
    return Problem("unknown-choice", f"`{option}` does not know `{name}`.", hint=hint)
