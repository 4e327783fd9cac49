"""Lines of business in small letters that a speaker turns to: "In soft drinks, sales grew", "Turning to rental,"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.language import Passage
from kg.mentions.lexicon import WORD
from kg.mentions.metric_words import dropped_modifiers
from kg.mentions.words import name_words
from kg.model import EntityType, Mention, MentionKind, Span

RULE = "name.topic"
TURNING = {"turn", "move", "shift", "start", "begin", "switch", "go", "proceed", "look"}
TURN = re.compile(r"\b(?:turn|mov|shift|start|begin|switch|go|proceed|look)", re.I)
LEADS = {"now", "and", "so", "next", "then", "let", "'s", "’s", "us", "me", "finally", "lastly"}
OBJECTS = {"focus", "gears", "attention", "our"}
"""What is turned: "turning *our attention* to rental"."""
ENDS = frozenset({",", ".", ";"})
AFTER_TOPIC = frozenset({"on", "for", "where", "in", "which"})
RESULTS = frozenset({"results"})
NAMING = {"NOUN", "PROPN", "ADJ"}

IsMeasure = Callable[[str], bool]


def topics(docs: Sequence[Doc], is_measure: IsMeasure) -> frozenset[str]:
    """The lines of business that the call turns to by name, small; what is a measure or general is none."""
    found: Counter[str] = Counter()
    for doc in docs:
        for sentence in doc.sents:
            opening = _after_opening(doc, sentence.start)
            turned = _after_turning(doc, sentence.start, sentence.end)
            phrases = [
                _phrase(doc, opening, sentence.end, ends=ENDS) if opening is not None else None,
                *(_phrase(doc, start, sentence.end, ends=ENDS | AFTER_TOPIC | RESULTS) for start in turned),
                *(_phrase(doc, start, sentence.end, ends=RESULTS) for start in _on_slide(sentence)),
            ]
            for words in phrases:
                if words and not is_measure(words) and not _is_general(words):
                    found[words] += 1
    return frozenset(words for words, count in found.items() if count)


def _after_opening(doc: Doc, start: int) -> int | None:
    """Behind "In", "And in", "Within", "On" at the head of a sentence."""
    if doc[start].lower_ in {"and", "now", "then", "so", "finally", "lastly"} and start + 1 < len(doc):
        start += 1
    return start + 1 if doc[start].lower_ in {"in", "within", "for", "at", "on"} else None


def _after_turning(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Behind each "Turning to", "Let me move to", "starting with"."""
    if not TURN.search(doc[start:end].text):
        return
    for token in doc[start:end]:
        if token.lemma_.lower() in TURNING and token.i + 2 < end and not _goes(token):
            step = token.i + 1
            while (
                step + 1 < end
                and doc[step].lower_ in {"now", "on", "next", "briefly", "first", "firstly", "back"} | OBJECTS
            ):
                step += 1
            if step + 1 < end and doc[step].lower_ in _leading(token) and not _looks(token):
                behind = _behind_page(doc, step + 1, end)
                yield behind + 1 if doc[behind].lower_ in {"our", "the"} else behind


def _behind_page(doc: Doc, start: int, end: int) -> int:
    """Behind the page that is turned to, where its subject follows: "Moving on to page four *on* consumer lending"."""
    paged = start + 3 < end and doc[start].lower_ in {"page", "slide"} and doc[start + 1].like_num
    return start + 3 if paged and doc[start + 2].lower_ in {"on", "and", "for", "with", ","} else start


def _leading(verb: Token) -> frozenset[str]:
    """The words that lead from a verb of turning to what is turned to: "starting *with*", "looking *at*"."""
    lemma = verb.lemma_.lower()
    if lemma == "look":
        return frozenset({"at"})
    return frozenset({"to", "with"} if lemma in {"start", "begin"} else {"to", "onto"})


def _looks(token: Token) -> bool:
    """Whether somebody looks at a thing in passing: "when we look at rental", not "Now, looking at rental"."""
    lead = token.doc[token.sent.start : token.i]
    return token.lemma_.lower() == "look" and any(t.lower_ not in LEADS and not t.is_punct for t in lead)


def _goes(token: Token) -> bool:
    """Whether "go" leads elsewhere than to the next subject: "it is going to", not "let's go to"."""
    return token.lemma_.lower() == "go" and (token.i == 0 or token.nbor(-1).lower_ not in {"'s", "’s", "us", "me"})


def _on_slide(sentence: DocSpan) -> Iterator[int]:
    """Behind "our" in a sentence that shows a slide: "On Slide 12, you'll see our rental results"."""
    if any(t.lower_ in {"slide", "page"} for t in sentence):
        yield from (t.i + 1 for t in sentence[:-1] if t.lower_ == "our")


def _phrase(doc: Doc, start: int, end: int, *, ends: frozenset[str]) -> str | None:
    """The words up to one of `ends`, when they are nouns and adjectives in small letters."""
    stop = start
    while stop < end and stop - start < 6:
        token = doc[stop]
        if token.lower_ in ends:
            break
        if not _may_be_named(token):
            return None
        stop += 1
    if stop in (start, end) or doc[stop].lower_ not in ends or doc[stop - 1].lower_ == "and":
        return None
    return doc[start:stop].text


def _may_be_named(token: Token) -> bool:
    if token.text in {"-", "&"} or token.lower_ == "and":
        return True
    return token.text.islower() and (token.pos_ in NAMING or token.tag_ == "VBG")


def _is_general(words: str) -> bool:
    parts = words.replace("-", " ").split()
    lists = name_words()
    if len(parts) > 2 and parts[-1] in {"solutions", "services", "systems", "technologies"}:
        return parts[0] in lists.general_modifiers | {"and"}
    general = parts[:-1] if len(parts) > 1 and parts[-1] == "markets" else parts
    return (
        any(part in lists.general_topics for part in general)
        or all(part in lists.general_modifiers or part in lists.line_heads for part in parts)
        or not re.fullmatch(r"[a-z][a-z &-]*", words)
        or parts[-1] in lists.line_heads | {"offerings", "offering", "revenue"}
        or (parts[0] in lists.general_modifiers - {"global", "local", "regional"} and parts[:2] != ["asset", "and"])
    )


def spoken_of(passage: Passage, forms: frozenset[str]) -> Iterator[Mention]:
    """Where a line of business is named in small letters, in a place where a thing is named, not a property."""
    longest = max((len(form.split()) for form in forms), default=0)
    opening = {opened.group() for form in forms if (opened := WORD.search(form))}
    text = passage.text
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    for position, (start, first) in enumerate(words):
        if text[start:first].lower() not in opening:
            continue
        for length in range(min(2 * longest, len(words) - position), 0, -1):
            end = words[position + length - 1][1]
            if text[start:end].lower() in forms:
                if _names(passage.doc, start, end):
                    span = Span(start, end).shifted(passage.paragraph.span.start)
                    yield Mention(span, MentionKind.NAME, text[start:end], RULE, type=EntityType.BUSINESS_UNIT)
                break


def _names(doc: Doc, start: int, end: int) -> bool:
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return False
    before = doc[words.start - 1] if words.start else None
    after = doc[words.end] if words.end < len(doc) else None
    if before is not None and (
        before.text == "-"
        or before.lower_ in {"a", "an", "this", "that", "each", "every"}
        or (before.lower_ == "at" and before.head.lemma_.lower() != "look")
    ):
        return False
    if after is not None and (after.text == "-" or (after.pos_ in {"NOUN", "PROPN"} and words[-1].pos_ == "ADJ")):
        return after.text != "-" and (_has_result(doc, words.end) or after.lower_ in name_words().line_heads)
    if before is not None and _narrows(before, words):
        return False
    places = {"pobj", "nsubj", "nsubjpass", "conj", "poss", "compound", "appos", "dobj", "ROOT", "attr"}
    led = (
        words.root.dep_ == "amod" and words.root.head.pos_ == "ADP"
    )  # "in wholesale, sales grew", taken for a property
    return words.root.dep_ in places or led or (len(words) > 1 and words[-1].dep_ in places)


def _has_result(doc: Doc, index: int) -> bool:
    """Whether a result begins at a token: "revenue", "operating margin"."""
    index += doc[index].lower_ in {"operating", "net", "segment"}
    return index < len(doc) and doc[index].lower_ in name_words().line_results | name_words().line_measures


def _narrows(before: Token, words: DocSpan) -> bool:
    """Whether the word before makes another line of one word: "*mortgage* lending" where "lending" is a line."""
    if len(words) > 1 or before.dep_ not in {"compound", "amod", "nmod", "npadvmod"} or before.pos_ not in NAMING:
        return False
    general = (name_words().general_modifiers - {"business"}) | name_words().general_topics | dropped_modifiers()
    small = before.text.islower() or (before.is_sent_start and before.is_alpha)
    return bool(small) and before.lower_ not in general
