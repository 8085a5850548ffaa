"""Whether PDFs can be made on this machine, and what to install when not."""

from __future__ import annotations

import platform
import sys

from kit.errors import Problem

_OLDEST_PANGO = 14400
_DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_INSTALL_AGAIN = (
    "Install the kit again, with everything that it needs, from the folder that you unpacked "
    "(docs/installation.md)."
)
_ON_LINUX = (
    ({"debian", "ubuntu"}, f"On Debian and Ubuntu: sudo apt-get install {_DEBIAN}"),
    ({"fedora", "rhel", "centos"}, "On Fedora: sudo dnf install pango"),
    ({"arch"}, "On Arch: sudo pacman -S pango"),
    ({"suse", "opensuse"}, "On openSUSE: sudo zypper install libpango-1_0-0 libharfbuzz-subset0"),
    ({"alpine"}, "On Alpine: apk add pango"),
)


def missing() -> Problem | None:
    """Why PDFs cannot be made here, with what to install on this system; None when they can."""
    try:
        from kit.press import weasyprint_import  # noqa: PLC0415  loads Pango, if there is one
        from kit.press.fonts import faces  # noqa: PLC0415

        faces()
    except FileNotFoundError as error:
        return Problem(
            "no-fonts",
            f"PDFs cannot be made: {error}.",
            hint=_INSTALL_AGAIN,
        )
    except ModuleNotFoundError as error:
        return Problem(
            "no-weasyprint",
            f"PDFs cannot be made: the Python package {error.name} is not installed.",
            hint=_INSTALL_AGAIN,
        )
    except (OSError, ImportError, AttributeError) as error:
        what = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        return Problem(
            "no-pango",
            f"PDFs cannot be made: the text library Pango is not installed here ({what}).",
            hint=install_hint(),
        )
    if weasyprint_import.PANGO_VERSION < _OLDEST_PANGO:
        return Problem(
            "old-pango",
            "PDFs cannot be made: the text library Pango is too old here; 1.44 or newer is needed.",
            hint=install_hint(),
        )
    return None


def install_hint() -> str:
    """What to type on this system to get Pango."""
    if sys.platform == "darwin":
        return (
            "On macOS: brew install pango (with a Python from elsewhere than Homebrew, also: "
            "export DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib)"
        )
    if sys.platform == "win32":
        return (
            "On Windows: install MSYS2, run `pacman -S mingw-w64-ucrt-x86_64-pango` in its UCRT64 "
            r"window, then `setx WEASYPRINT_DLL_DIRECTORIES C:\msys64\ucrt64\bin` and open a new "
            "terminal"
        )
    kinds = _linux_kinds()
    for names, advice in _ON_LINUX:
        if kinds & names:
            return advice
    return (
        "Install Pango 1.44 or newer and HarfBuzz with its subset library "
        f"(Debian's names: {_DEBIAN})"
    )


def _linux_kinds() -> set[str]:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return set()
    return {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
