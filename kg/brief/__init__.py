"""The morning-after page of a call: scorecard, causes, guidance, questions, refusals, and repairs to look at."""

from __future__ import annotations

from kg.brief.guidance import guidance
from kg.brief.markdown import section
from kg.brief.questions import questions, refusals
from kg.brief.reasons import reasons
from kg.brief.repairs import repairs
from kg.brief.scorecard import scorecard
from kg.export.choose.content import Content
from kg.export.choose.doubt import MARK, MEANING
from kg.export.choose.drawing import title
from kg.export.view.palette import FAVOURABLE, SIGNS, UNFAVOURABLE
from kg.store import Store

__all__ = ["brief"]


def brief(store: Store, content: Content, documents: frozenset[str]) -> str:
    """One page of Markdown about what `content` holds; `documents` are the IRIs of the texts that it was read from."""
    calls = frozenset(call.iri for call in content.calls)
    parts = (
        section("Scorecard", scorecard(content)),
        section("Why it moved", reasons(content)),
        section("Guidance", guidance(content)),
        section("Questions", questions(content)),
        section("Asked and not fully answered", refusals(store, calls)),
        section("Names put right, to be looked at", repairs(store, documents)),
    )
    judged = any(f" {sign} |" in parts[0] for sign in (SIGNS[FAVOURABLE], SIGNS[UNFAVOURABLE]))
    legend = f"{SIGNS[FAVOURABLE]} moved for the better, {SIGNS[UNFAVOURABLE]} for the worse.\n" if judged else ""
    note = f"{MARK} {MEANING}: `kg explain` opens its words.\n" if any(f" {MARK}" in part for part in parts[:3]) else ""
    return "\n".join([f"# {title(content)}\n", *(part for part in (*parts, legend, note) if part)])
