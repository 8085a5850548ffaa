"""The numbered sheets whose codes the server takes, also those printed while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.pipeline.records.kept_forms import kept_forms
from kit.pipeline.records.sheet_tokens import tokens_of, tokens_stamp

if TYPE_CHECKING:
    from kit.instrument.description import FormDescription
    from kit.library import Library


class KnownSheets:
    """The tokens of all sheets that were numbered for a form in its session.

    The files are read again for a token that is not known, if one of them changed: who tries codes
    out makes the disk read nothing.
    """

    def __init__(self, library: Library, form: FormDescription) -> None:
        """Read the tokens.

        Raises:
            KitError: they cannot be read.
        """
        self._library = library
        self._form = form
        self._stamp = tokens_stamp(library)
        self._tokens = self._read()

    def __contains__(self, token: object) -> bool:
        """Say whether a sheet with this token was printed by now."""
        if token not in self._tokens:
            self._read_again()
        return token in self._tokens

    def __bool__(self) -> bool:
        """Say whether any were printed by now."""
        if not self._tokens:
            self._read_again()
        return bool(self._tokens)

    def _read_again(self) -> None:
        stamp = tokens_stamp(self._library)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._tokens |= self._read()
        except KitError:
            return  # sheets that are known go on; `kit collect sheets` tells what is wrong

    def _read(self) -> frozenset[str]:
        return frozenset(
            token
            for kept in kept_forms(self._library)
            if kept.form_map.description.session == self._form.session
            and kept.form_map.description.form == self._form.form
            for token in tokens_of(self._library, kept.form_map.form_hash)
        )
