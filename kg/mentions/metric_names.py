"""How a measure that no list holds is called and identified."""

from __future__ import annotations

from spacy.tokens import Span

from kg.lexicon.metrics import singular, words_of
from kg.mentions.metric_words import measures_of, measures_on
from kg.model import EntityId

_ALWAYS_PLURAL = frozenset(
    {"sales", "earnings", "savings", "securities", "proceeds", "synergies", "taxes", "deliveries"}
)


def metric_id(name: str) -> EntityId:
    """The id of a metric that no list holds.

    >>> metric_id("AI-related product revenue")
    'metric/ai-related-product-revenue'
    """
    return EntityId("metric/" + "-".join(words_of(name)).replace("'", "").replace("/", "-").replace("&", "and"))


def canonical_name(text: str, *, proper: frozenset[str] = frozenset()) -> str:
    """How an unlisted metric is called: singular but for what is numbered or shared, lower case but for acronyms.

    `proper` words keep their capitals.

    >>> canonical_name("New Credit Card Accounts"), canonical_name("number of cities")
    ('new credit card account', 'number of cities')
    >>> canonical_name("size of loan book"), canonical_name("cash margin rate")
    ('loan book size', 'cash margin')
    """
    kept = [w if _is_acronym(w) or w in proper else w.lower() for w in text.replace(" - ", "-").split()]
    if not kept or kept[-1] in _ALWAYS_PLURAL or kept[-1][:1].isupper():
        return " ".join(kept)
    if len(kept) > 2 and kept[-1] in ("rate", "percentage") and kept[-2] == "margin":
        return " ".join(kept[:-1])
    if len(kept) > 2 and kept[:2] == ["size", "of"]:
        return " ".join([*kept[2:], "size"])
    if len(kept) > 2 and (kept[0], kept[1]) in _linked():
        return " ".join(kept)
    return " ".join([*kept[:-1], singular(kept[-1])])


def _linked() -> frozenset[tuple[str, str]]:
    """Measures with what ties them to the thing: "share of", "return on"."""
    return frozenset({(word, "of") for word in measures_of()} | {(word, "on") for word in measures_on()})


def spoken_name(words: Span) -> str:
    """The canonical name of a measure as a sentence words it, proper nouns with their capitals."""
    kept = [t for t in words if t.pos_ not in ("DET", "PRON")]
    proper = proper_nouns(words)
    text = "".join(t.text_with_ws for t in kept).strip()
    return canonical_name(text, proper=proper if len(proper) < len(kept) else frozenset())


def proper_nouns(words: Span) -> frozenset[str]:
    """The proper nouns of a phrase, which keep their capitals; none at the head of a sentence, where all have them."""
    return frozenset(t.text for t in words if t.pos_ == "PROPN" and not t.is_sent_start)


def _is_acronym(word: str) -> bool:
    return (word.isupper() and len(word) > 1) or any(c.isupper() for c in word[1:])
