"""Places in a sentence that only one kind of thing can fill: named questions about the words around a mention."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.entities.context_words import context_words
from kg.mentions.words import name_words

_DESCRIBING = frozenset({"compound", "poss", "amod", "nmod"})


def is_reported(words: DocSpan) -> bool:
    """Whether the thing named is a unit whose figures are given: "Revenue from X grew 8% to …", "X's adjusted EBITA".

    The measure must be the subject of a sentence with a figure, since "revenue from Peru" may well be a place's
    where a company reports by country; a place "in" which revenue is made is never a unit.
    """
    root = words.root
    if root.dep_ == "pobj" and root.head.lower_ in {"from", "of", "for"} and _is_measure(root.head.head):
        return root.head.head.dep_ in {"nsubj", "nsubjpass"} and _has_figure(words)
    if root.dep_ == "nsubj" and root.head.lemma_.lower() in {"report", "generate", "deliver", "post", "earn"}:
        earned = [t for t in root.head.children if t.dep_ == "dobj"]
        return any(_is_own_result(t) for t in earned) and _has_figure(words)
    if root.dep_ == "poss" and words.end < len(words.doc):
        return (_is_measure(root.head) and _has_figure(words)) or root.head.lower_ in context_words("possessions")
    return False


def _is_own_result(earned: Token) -> bool:
    """Whether what is earned is a profit: "net income of 3 billion", "$3 billion of profit"."""
    behind = (t for of in earned.children if of.lower_ in {"of", "in"} for t in of.children)
    return any(t.lower_ in context_words("results") for t in (earned, *behind))


def is_line_of_results(words: DocSpan) -> bool:
    """Whether figures of sales are given for the thing named: "X organic sales fell 4%", "X was up 5%"."""
    if not _has_figure(words):
        return False
    doc, lists = words.doc, name_words()
    behind = doc[words.end : words.end + 3]
    for token in behind:
        if token.lower_ in lists.line_results:
            return True
        if token.pos_ not in {"ADJ", "NOUN"}:
            break
    if _leads_in(words):
        return True
    verb = words.root.head
    told = verb.lemma_.lower() in context_words("telling_verbs")
    shown = told and any(c.dep_ == "dobj" and c.lower_ in context_words("growths") for c in verb.children)
    moved = shown or verb.lemma_.lower() in context_words("growth_verbs")
    stood = verb.lemma_ == "be" and any(c.lower_ in {"up", "down", "flat"} for c in verb.children)
    return words.root.dep_ == "nsubj" and (moved or stood)


def _leads_in(words: DocSpan) -> bool:
    """Whether a sentence opens with a line and goes on with its sales: "In X, revenue rose 5%"."""
    root = words.root
    if (
        root.dep_ != "pobj"
        or root.head.lower_ not in {"in", "at", "within", "for"}
        or root.head.i > words.sent.start + 1
    ):
        return False
    verb = root.head.head
    return any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in name_words().line_results for c in verb.children)


def is_share_of_whole(words: DocSpan) -> bool:
    """Whether the thing named makes up a part of a measure: "X represented 16% of revenue", "X accounted for ..."."""
    verb = words.root.head
    if words.root.dep_ != "nsubj" or verb.lemma_.lower() not in {"represent", "account", "comprise"}:
        return False
    return _has_figure(words) and any(_is_measure(t) for t in verb.subtree if t.i > verb.i)


def is_turned_to(words: DocSpan) -> bool:
    """Whether a speaker turns to the thing named: "I'll start with X", "Turning to X"."""
    doc = words.doc
    start = words.start - (words.start > 0 and doc[words.start - 1].lower_ in {"our", "the"})
    if start < 2 or doc[start - 1].lower_ not in {"to", "with"}:
        return False
    return any(t.lemma_.lower() in context_words("turning") for t in doc[max(words.sent.start, start - 3) : start - 1])


def is_among_units(words: DocSpan) -> bool:
    """Whether the thing named is listed with others as businesses: "our X and Y businesses"."""
    last = max((words.root, *words.root.conjuncts), key=lambda t: t.i)
    behind = words.doc[last.i + 1].lower_ if last.i + 1 < len(words.doc) else ""
    joined = any(t.dep_ in {"compound", "nmod", "conj"} for t in (words.root, last)) and last.i > words.end
    return joined and behind in {"businesses", "segments", "divisions"}


def is_adopted(words: DocSpan) -> bool:
    """Whether the thing named is what is adopted: "the penetration and adoption of X"."""
    root = words.root
    return root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.lower_ in context_words("adoptions")


def is_unit_of_figures(words: DocSpan) -> bool:
    """Whether a unit's figures are given: as `is_reported`, or with the measure behind it: "X adjusted EBITA grew"."""
    following = [t.lower_ for t in words.doc[words.end : words.end + 3]]
    return is_reported(words) or (any(word in context_words("measures") for word in following) and _has_figure(words))


def has_result(words: DocSpan) -> bool:
    """Whether a profit or a margin is this thing's own: only a unit has one. "operating margin in X", "X's losses"."""
    root = words.root
    while root.dep_ == "conj" and root.head is not root:
        root = root.head
    if root.dep_ == "pobj" and root.head.lower_ in {"from", "of", "for", "in", "at"}:
        return root.head.head.lower_ in context_words("results")
    if root.dep_ in {"poss", "compound"}:
        return root.head.lower_ in context_words("results")
    return False


def has_results_or_head(words: DocSpan) -> bool:
    """Whether results are given for a thing, or somebody leads it: "fourth-quarter results for X", "President of X"."""
    root = words.root
    if root.dep_ != "pobj":
        return False
    above = root.head.head.lower_
    return (above == "results" and root.head.lower_ in {"for", "in"}) or (
        above in {"president", "head"} and root.head.lower_ == "of"
    )


def is_address(words: DocSpan) -> bool:
    """Whether somebody is spoken to by a name: "Thanks, X.", "X, do you want to add?"."""
    after = words.doc[words.end].text if words.end < len(words.doc) else "."
    return after in {",", ".", "?", "!", "-", "--"} and words.root.dep_ not in {"dobj", "compound", "poss"}


def is_site(words: DocSpan) -> bool:
    """Whether something stands there: "the plant in X", "we opened an office in X"; not "customer confidence in X"."""
    root = words.root
    if root.dep_ != "pobj" or root.head.lower_ not in {"in", "near", "outside"}:
        return False
    return root.head.head.lemma_.lower() in context_words("sites") or any(
        t.lemma_.lower() in context_words("sites") and t.dep_ not in _DESCRIBING for t in root.head.head.children
    )


def is_before_site(words: DocSpan) -> bool:
    """Whether a site is called by a name: "the Orvale plant"; before "facility" initials may well tell a credit."""
    behind = words.doc[words.end].lower_ if words.end < len(words.doc) else ""
    return behind in context_words("works") and not words.text.isupper()


def is_in_state(words: DocSpan, places: Collection[str]) -> bool:
    """Whether a known place stands behind a name and a comma, as a state does behind its town: "in Orvale, Ohio"."""
    doc, root = words.doc, words.root
    led = words.start > 0 and doc[words.start - 1].lower_ in {"in", "at", "near", "from", "outside", "and"}
    if not led or root.dep_ not in {"pobj", "conj"} or words.end + 1 >= len(doc) or doc[words.end].text != ",":
        return False
    behind = doc[words.end + 1 : words.end + 3]
    return behind.text.casefold() in places or behind[0].text.casefold() in places


def _is_measure(token: Token) -> bool:
    return token.lower_ in context_words("measures")


def _has_figure(words: DocSpan) -> bool:
    return any(t.like_num or t.text[-1:].isdigit() for t in words.sent)
