"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

store = click.option(
    "--store",
    "store_folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="KG_STORE",
    default=Path(".kg"),
    show_default="$KG_STORE or ./.kg",
    help="Folder of the store.",
)

call = click.option("--call", "call", metavar="CALL", help="Only this call; kg calls lists them.")
