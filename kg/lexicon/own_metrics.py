"""The metrics of one call: the general list, with the labels and lines of the company that holds it."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.metrics import MetricEntry, MetricTable, shipped_metrics, words_of
from kg.lexicon.model import CompanyLexicon
from kg.lexicon.shared_labels import settled
from kg.model import Entity


def metrics_of_call(own: CompanyLexicon | None, text: str) -> MetricTable:
    """The table of metrics to read a call with; `own` is what is known of its company, None where nothing is.

    >>> metrics_of_call(None, "Revenue rose.") is shipped_metrics()
    True
    """
    table = settled(shipped_metrics(), text)
    return table if own is None or not own.metrics else with_own(table, own)


def with_own(table: MetricTable, own: CompanyLexicon) -> MetricTable:
    """The table with a company's metrics: its labels win, and each metric knows the unit that reports it.

    A metric that the general list does not hold is measured like the listed one that it is a kind of.
    """
    units = dict(own.reporting)
    entries = {m.id: replace(_listed(m, table), reports_in=units.get(m.id)) for m in own.metrics}
    by_words = {words: entries.get(entry.id, entry) for words, entry in table.by_words.items()}
    labels = {words_of(label): entries[metric.id] for metric in own.metrics for label in _labels(metric)}
    endings = table.endings | {words[-1] for words in labels}
    mine = frozenset(labels) - frozenset(table.by_words)
    shared = {words: rivals for words, rivals in table.shared.items() if words not in labels}
    return MetricTable({**by_words, **labels}, {**table.by_id, **entries}, table.lists, endings, mine, shared)


def _listed(metric: Entity, table: MetricTable) -> MetricEntry:
    kind = table.closest(metric.id)
    return MetricEntry(metric.id, metric.name) if kind is None else replace(kind, id=metric.id, name=metric.name)


def _labels(metric: Entity) -> list[str]:
    """The labels under which calls speak of a metric; a known mis-hearing is none."""
    return [label.text for label in metric.labels if label.language == "en" and label.kind != "hidden"]
