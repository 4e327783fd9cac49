"""`kg evaluate GOLD`: precision and recall per kind of fact."""

from __future__ import annotations

from pathlib import Path

import click

from kg import evaluate
from kg.cli import options
from kg.cli.tables import Column, show
from kg.store import reading
from kg.stored_facts import facts_lines

COLUMNS = (
    Column("kind"),
    *(Column(name, numeric=True) for name in ("gold", "found", "of", "precision", "recall", "F1")),
)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@options.call
@click.option("--text", "transcript", type=click.Path(path_type=Path), help="The transcript, for a partly marked gold.")
@click.option("--facts", type=click.Path(path_type=Path), help="Score this facts file instead of the store.")
@click.option("--show", "detail", type=click.Choice(["missed", "spurious", "wrong"]), help="List the rows behind it.")
@options.store
def command(
    gold: Path, call: str | None, transcript: Path | None, facts: Path | None, detail: str | None, store_folder: Path
) -> None:
    """Score facts against a gold file: what was found, and what of the found is right.

    \b
    Example:
      kg evaluate gold.jsonl --call kelanor-group_2025-03-31
      kg evaluate gold.jsonl --facts facts.jsonl --show missed
    """
    text = transcript.read_text(encoding="utf-8") if transcript else None
    system = evaluate.read(facts) if facts else _stored(store_folder, call)
    outcomes = evaluate.score(evaluate.read(gold), system, text=text)
    show(COLUMNS, [_counts(outcome.measure) for outcome in outcomes])
    shares = [(outcome.measure.kind, share) for outcome in outcomes for share in outcome.shares]
    show(
        (
            Column("of the found"),
            Column("right", numeric=True),
            Column("of", numeric=True),
            Column("share", numeric=True),
        ),
        [(f"{kind}: {s.field}", str(s.right), str(s.of), f"{s.accuracy:.3f}") for kind, s in shares],
    )
    for outcome in outcomes if detail else ():
        for row in getattr(outcome, detail or ""):
            click.echo(f"{detail} {outcome.measure.kind}: {row}")


def _counts(m: evaluate.Measure) -> tuple[str, ...]:
    scores = (f"{m.precision:.3f}", f"{m.recall:.3f}", f"{m.f1:.3f}")
    return (m.kind, str(m.gold), str(m.found), str(m.system), *scores)


def _stored(store_folder: Path, call: str | None) -> evaluate.Rows:
    """The facts of the one call that is meant."""
    with reading(store_folder) as store:
        return evaluate.parse(facts_lines(store, options.one_call(store, call)))
