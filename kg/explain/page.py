"""An explanation as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import groupby

from kg.explain.explanation import Explanation, Reason, Taken
from kg.export.choose.quotes import shown

WIDTH = 100
MOST_REASONS = 6


def page(explanation: Explanation) -> str:
    """One block of text: headline, speaker and place, words, Chinese, reasons, confidence."""
    lines = [explanation.headline, f"  {explanation.iri}"]
    lines += _said(explanation)
    lines += _words(explanation)
    lines += _reasons("name", explanation.links)
    lines += _reasons("repair", explanation.repairs)
    lines += [f"  whose: {explanation.whose}"] if explanation.whose else []
    lines += _header(explanation.header)
    lines += [f"  cause: {cause}" for cause in explanation.causes]
    if explanation.confidence:
        rule = f", read by {explanation.rule}" if explanation.rule else ""
        lines.append(f"  confidence {float(explanation.confidence):.2f}{rule}")
    return "\n".join(lines)


def _said(explanation: Explanation) -> list[str]:
    said = explanation.said
    if said is None:
        return []
    post = f" ({said.post})" if said.post else ""
    return [f"  said by {said.speaker}{post}, turn {said.turn}, {said.section}"]


def _words(explanation: Explanation) -> list[str]:
    words = explanation.words
    if words is None:
        return []
    lines = [f"  {words.file}, characters {words.begin}–{words.end}:"]
    lines += _quoted(shown(words.text) or words.text)
    for chinese in words.chinese:
        lines += _quoted(chinese)
    return lines


def _quoted(text: str) -> list[str]:
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - 6)
    return [f"    {line}" for line in lines]


def _header(header: Iterable[Taken]) -> list[str]:
    lines = []
    for file, fields in groupby(header, key=lambda taken: taken.file):
        lines += [f"  {file}:", *(f"    {f.field} {f.value}: {f.why}" for f in fields)]
    return lines


def _reasons(kind: str, reasons: Iterable[Reason]) -> list[str]:
    lines = []
    for reason in list(reasons)[:MOST_REASONS]:
        sure = f", confidence {float(reason.confidence):.2f}" if reason.confidence else ""
        status = f", {reason.status}" if reason.status else ""
        lines.append(f"  {kind}: “{' '.join(reason.text.split())}” is {reason.means}: {reason.why}{sure}{status}")
    return lines
