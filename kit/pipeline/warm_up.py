"""Imported once by the process that workers are copied from, so that none of them starts cold."""

from __future__ import annotations

import gc
from contextlib import suppress

with suppress(Exception):  # what is missing is reported by the first job, in words
    import kit.pipeline.job
    import kit.press.engine  # noqa: F401

    gc.freeze()
