"""`kg check`: what does not add up, with the words."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from pathlib import Path

import click

from kg.checks import Finding, run_checks
from kg.checks.blame import CALL
from kg.cli import options
from kg.export.choose.quotes import shown
from kg.rdf import vocabulary
from kg.store import Store, reading

WIDTH = 96
_MISREAD = """Probably misread: what follows does not fit together, more likely for a slip of this program, or
for a name that was misheard, than for one of the speaker.
"""


@click.command()
@options.call
@click.option("--shapes/--no-shapes", default=True, show_default=True, help="Whether the structure is checked too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding.")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is a finding.")
@options.store
def command(call: str | None, shapes: bool, as_json: bool, strict: bool, store_folder: Path) -> None:
    """Print every broken shape and sum, with the words: first what the call says oddly, then what was likely misread.

    Growth against value and prior value, margins against ratios, units against metrics, figures of the two languages
    against each other, places where a unit should stand, and the structure of the graph.

    \b
    Example:
      kg check
      kg check --call kelanor-group_2025-03-31 --no-shapes
    """
    with reading(store_folder) as store:
        calls = dict.fromkeys(entry.call for entry in store.entries_of(call))
        findings = [found for each in calls for found in _findings(store, each, shapes)]
    if as_json:
        for finding in findings:
            click.echo(json.dumps(asdict(finding), ensure_ascii=False))
    else:
        _print(findings)
    if strict and findings:
        raise click.exceptions.Exit(1)


def _print(findings: list[Finding]) -> None:
    """What the calls themselves say oddly first, then what was likely misread, each with its number."""
    said = [finding for finding in findings if finding.cause == CALL]
    misread = [finding for finding in findings if finding.cause != CALL]
    for finding in said:
        click.echo(_block(finding))
    if misread:
        click.echo(_MISREAD)
    for finding in misread:
        click.echo(_block(finding))
    counts = [_counted(len(said), "finding")] if said else []
    counts += [f"{_counted(len(misread), 'figure')} probably misread"] if misread else []
    click.echo(", ".join(counts) or "nothing odd found")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _findings(store: Store, call: str, shapes: bool) -> tuple[Finding, ...]:
    """Each call by itself: every text of it together, since they may disagree."""
    return run_checks((*vocabulary(), *store.statements(call)), shapes=shapes)


def _block(finding: Finding) -> str:
    words = textwrap.wrap(shown(finding.words), WIDTH)
    lines = [f"{finding.kind}: {finding.sentence}", f"  {finding.call}, character {finding.begin}"]
    lines += [f"  {'“' if number == 0 else ' '}{line}" for number, line in enumerate(words)]
    return "\n".join(lines) + ("”" if words else "") + "".join(f"\n  {claim}" for claim in finding.claims) + "\n"
