"""`kg review`: decide about repairs of mis-heard names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from kg import decisions
from kg.cli import options
from kg.cli.tables import Column, show
from kg.decisions import Decision, Decisions
from kg.errors import UnknownName
from kg.explain.node import Node, subjects
from kg.model import EntityId
from kg.nearest import nearest
from kg.rdf import iris
from kg.rdf.vocab import EC, RDF
from kg.store import Store, reading

COLUMNS = (
    Column("heard"),
    Column("meant"),
    Column("times", numeric=True),
    Column("confidence", numeric=True),
    Column("decision"),
    Column("calls"),
    Column("why"),
)


@dataclass(frozen=True, slots=True, order=True)
class Repair:
    """What was heard and what was meant, over all calls of a store."""

    heard: str
    meant: EntityId
    name: str
    why: str
    confidence: str


@click.command()
@click.option("--accept", multiple=True, metavar="HEARD", help="This was meant; repeatable.")
@click.option("--reject", multiple=True, metavar="HEARD", help="This was not meant; repeatable.")
@click.option("--undo", multiple=True, metavar="HEARD", help="Take a decision back; repeatable.")
@options.store
def command(accept: tuple[str, ...], reject: tuple[str, ...], undo: tuple[str, ...], store_folder: Path) -> None:
    """Accept or reject repairs of mis-heard names; without an option, list them.

    Decisions are kept in decisions.jsonl in the folder of the store; kg build reads a call by them when it is given the
    call's file again. kg explain HEARD opens the words in which a name was heard.

    \b
    Example:
      kg review
      kg review --accept "Juan Plus" --reject "Mac and Lee"
    """
    _refuse_contradictions(accept=accept, reject=reject, undo=undo)
    with reading(store_folder) as store:
        found = _repairs(store)
    taken = decisions.read(store_folder)
    decided = _decided(taken, found, accept, reject, undo)
    if decided != taken:
        decisions.write(store_folder, decided)
        count = len(decided.taken)
        kept = f"{count} decision{'' if count == 1 else 's'} in {store_folder / decisions.FILE}"
        click.echo(f"{kept}; kg build FILE reads a call again by them")
        return
    rows = [
        (
            repair.heard,
            repair.name,
            str(len(calls)),
            repair.confidence,
            _word(decided.of(repair.heard, repair.meant)),
            _first(calls),
            repair.why,
        )
        for repair, calls in sorted(found.items())
    ]
    rejected = [d for d in decided.taken if not d.accepted and d.heard not in {row[0] for row in rows}]
    rows += [(d.heard, d.meant, "0", "", "rejected", "", "left as it was heard") for d in rejected]
    show(COLUMNS, rows)


def _refuse_contradictions(**decided: tuple[str, ...]) -> None:
    """One form cannot be decided in two ways at once."""
    taken: dict[str, str] = {}
    for option, words in decided.items():
        for word in words:
            other = taken.setdefault(word.casefold(), option)
            if other != option:
                raise click.UsageError(f"{word!r} is given with --{other} and with --{option}; decide for one.")


def _repairs(store: Store) -> dict[Repair, list[str]]:
    """Every repair with the call of each of its occurrences."""
    found: defaultdict[Repair, list[str]] = defaultdict(list)
    for node in subjects(store, RDF.type, EC.Correction):
        meant, call = node.node(EC.refersTo), node.node(EC.call)
        if meant is not None:
            found[_repair(node, meant)].append(call.name if call is not None else "")
    return dict(found)


def _first(calls: Iterable[str]) -> str:
    """The first call by name, and how many more there are."""
    named = sorted(set(calls))
    return f"{named[0]} and {len(named) - 1} more" if len(named) > 1 else named[0]


def _repair(node: Node, meant: Node) -> Repair:
    heard = " ".join((node.text(EC.text) or "").split())
    why, confidence = node.text(EC.support) or "", node.text(EC.confidence) or ""
    return Repair(heard, iris.entity_id(meant.iri.value), meant.name, why, confidence)


def _decided(
    taken: Decisions, repairs: Iterable[Repair], accept: tuple[str, ...], reject: tuple[str, ...], undo: tuple[str, ...]
) -> Decisions:
    pairs = [(repair.heard, repair.meant) for repair in repairs] + [(d.heard, d.meant) for d in taken.taken]
    new = [Decision(heard, meant, True) for word in accept for heard, meant in _matching(word, pairs)]
    new += [Decision(heard, meant, False) for word in reject for heard, meant in _matching(word, pairs)]
    gone = [pair for word in undo for pair in _matching(word, pairs)]
    return taken.without(gone).with_(*new)


def _matching(word: str, pairs: list[tuple[str, EntityId]]) -> list[tuple[str, EntityId]]:
    found = [pair for pair in pairs if pair[0].casefold() == word.casefold()]
    if not found:
        known = sorted({heard for heard, _ in pairs})
        raise UnknownName(f"no repair of {word!r} in this store; {nearest(word, known, 'kg review')}")
    return found


def _word(accepted: bool | None) -> str:
    return {None: "open", True: "accepted", False: "rejected"}[accepted]
