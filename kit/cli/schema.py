"""`kit schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.cli.console import say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED


@guarded
def command(
    out: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="Where to; workshops/.schema when left out."),
    ] = None,
    printed: Annotated[
        str | None,
        typer.Option(
            "--print", metavar="KIND", help="Print one: workshop, items, scales, scenarios, ..."
        ),
    ] = None,
) -> int:
    """Write the JSON Schema of the definitions, for editors.

    An editor that knows YAML then offers the words of a definition and marks what is wrong while
    you type. The first line of each definition names its schema.

    \b
    kit schema
    kit schema --print workshop
    """  # noqa: D301 - \b keeps the lines below as they are
    import json

    from kit.library import find_library
    from kit.pipeline.request import choose
    from kit.pipeline.schema_files import schema_folder, write_schemas
    from kit.reading.schema import json_schema

    if printed:
        schemas = json_schema()
        for kind in choose("--print", [printed], tuple(schemas)):
            say(json.dumps(schemas[kind], indent=2, ensure_ascii=False))
        return FULFILLED
    folder = Path(out).expanduser() if out else schema_folder(find_library(Path.cwd()))
    for path in write_schemas(folder):
        say(str(path))
    return FULFILLED
