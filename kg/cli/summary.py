"""What `kg build` prints: what was found in a call, and where to look next."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from shlex import quote

from kg.build import Built, Unchanged
from kg.checks.blame import CALL
from kg.cli.tables import Column, plain
from kg.export.choose.amounts import Stretch, written
from kg.export.choose.doubt import DOUBTFUL
from kg.model import Comparison, EntityType, Modality, Observation, Reading, Role
from kg.store import Entry
from kg.transcripts.header import NOWHERE

HEADLINES = 12
DEFAULT_STORE = Path(".kg")


def line(outcome: Built | Unchanged) -> str:
    """One line for one of many files."""
    entry = outcome.entry
    done = "unchanged" if isinstance(outcome, Unchanged) else f"{entry.facts} facts"
    return f"{outcome.path.name}: {entry.company}, {entry.period or 'period unknown'} ({entry.call}, {done})"


def summary(built: Built) -> str:
    """What one call says, at a glance."""
    reading, entry = built.reading, built.entry
    info = reading.transcript.call
    held = f", held on {info.held_on}" if info.held_on else ""
    fiscal = f" ({info.period.name})" if info.period and info.period.name else ""
    head = f"{entry.company}, {entry.period or 'period unknown'}{fiscal}{held}"
    return "\n\n".join(part for part in (head, _counts(reading), _figures(reading), _left(built)) if part)


def _counts(reading: Reading) -> str:
    types = Counter(entity.type for entity in reading.entities)
    speakers = {turn.speaker: turn.role for turn in reading.turns}
    roles = Counter(speakers.values())
    figures = [o for o in reading.observations if _has_figure(o)]
    rows = [
        ("turns", len(reading.turns), f"{roles[Role.EXECUTIVE]} executives, {roles[Role.ANALYST]} analysts"),
        ("names", sum(types.values()) - types[EntityType.METRIC], _listed(types)),
        ("metrics", types[EntityType.METRIC], ""),
        ("figures", len(figures), _modalities(figures)),
        ("movements in words", len(reading.observations) - len(figures), ""),
        ("causes", len(reading.drivers), ""),
        ("relations", len(reading.relations), ""),
        ("questions", len(reading.exchanges), ""),
        ("names put right", len(reading.corrections), _repairs(reading)),
    ]
    columns = (Column("found"), Column("", numeric=True), Column(""))
    return plain(columns, [(name, str(number), note) for name, number, note in rows])


def _listed(types: Counter[EntityType]) -> str:
    words = {
        EntityType.PERSON: "people",
        EntityType.ORGANIZATION: "organizations",
        EntityType.BUSINESS_UNIT: "units",
        EntityType.PRODUCT: "products",
    }
    return ", ".join(f"{types[kind]} {word}" for kind, word in words.items() if types[kind])


def _modalities(figures: list[Observation]) -> str:
    counts = Counter(figure.modality for figure in figures)
    guided = counts[Modality.GUIDANCE] + counts[Modality.TARGET]
    return f"{guided} of them guidance" if guided else ""


def _repairs(reading: Reading) -> str:
    names = {entity.id: entity.name for entity in reading.entities}
    pairs = dict.fromkeys(f"“{c.heard}” → {names.get(c.meant, c.form)}" for c in reading.corrections)
    return ", ".join(list(pairs)[:3]) + (", …" if len(pairs) > 3 else "")


def _figures(reading: Reading) -> str:
    """The first figure that management reports of each metric of the company and its units."""
    names = {entity.id: entity.name for entity in reading.entities}
    sides = {turn.number: turn.role for turn in reading.turns}
    period = reading.transcript.call.period
    first: dict[tuple[str, str], Observation] = {}
    for o in (o for o in reading.observations if o.confidence >= DOUBTFUL):
        now = period is None or (o.period is not None and o.period.end == period.end)
        if o.value is not None and now and o.modality is Modality.ACTUAL and sides[o.evidence.turn] is Role.EXECUTIVE:
            first.setdefault((o.entity, o.metric), o)
    chosen = list(first.values())[:HEADLINES]
    if not chosen:
        return ""
    rows = [(names[o.entity], names[o.metric], _value(o), _change(o)) for o in chosen]
    more = len(first) - len(chosen)
    columns = (Column("unit"), Column("metric"), Column("value", numeric=True), Column("change", numeric=True))
    return plain(columns, rows) + (f"\n… and {more} more" if more > 0 else "")


def _value(o: Observation) -> str:
    if o.value is None:
        return ""
    return written(Stretch(o.value, o.value_max, o.unit, o.value_is_bound, o.value_limit))


def _change(o: Observation) -> str:
    if o.change is None:
        return o.direction.value if o.direction else ""
    change = written(Stretch(o.change, o.change_max, o.change_unit, o.change_is_bound, o.change_limit), signed=True)
    return f"{change} q/q" if o.comparison is Comparison.QOQ else change


def _left(built: Built) -> str:
    odd, skipped = sum(finding.cause == CALL for finding in built.findings), built.entry.skipped
    misread = len(built.findings) - odd
    lines = []
    call = built.reading.transcript.call
    if call.reasons.get("company") == NOWHERE:
        lines.append("Whose call it is, the text does not tell: build it again with --set company=NAME.")
    if call.period is None:
        lines.append(
            "Which quarter it reports, the text does not tell: build it again with --set year=… --set quarter=…."
        )
    if odd:
        lines.append(f"{odd} {'thing does' if odd == 1 else 'things do'} not add up: see kg check.")
    if misread:
        lines.append(f"{misread} {'figure was' if misread == 1 else 'figures were'} probably misread: see kg check.")
    if skipped:
        lines.append(
            f"{skipped} {'thing was' if skipped == 1 else 'things were'} recognised but incomplete, and left out."
        )
    return "\n".join(lines)


def _has_figure(o: Observation) -> bool:
    return o.value is not None or o.change is not None or o.prior_value is not None


def next_steps(entry: Entry, store: Path) -> str:
    """Where to look next: the store, a question, an export."""
    option = "" if store == DEFAULT_STORE else f" --store {quote(str(store))}"
    call = quote(entry.call)
    steps = [
        (f"kg brief {call}{option}", "the morning-after page"),
        ("kg queries", "the questions that can be asked"),
        (f"kg explain 'revenue'{option}", "who said it, in which words"),
        (f"kg export gexf -o call.gexf{option}", "for Gephi"),
    ]
    width = max(len(command) for command, _ in steps)
    lines = "\n".join(f"  {command:{width}}  {why}" for command, why in steps)
    return f"\nThe store is {store}. Look next at:\n{lines}"
