"""Says where the words of a cause end: at the next cue, at a new clause, or at a dash, semicolon or colon."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Force, Found, Side
from kg.facts.sentence import SUBJECTS
from kg.language.neighbours import pos_at, word_at

STOPS = frozenset({";", "--", "—", "–", ":"})
_BREAKS = frozenset(
    {"while", "but", "although", "though", "which", "compared", "versus", "however", "whereas"}
    | {"since", "because", "thereby", "thus", "therefore", "albeit", "leading"}
)
_INSIDE_NOUN = frozenset({"det", "poss", "amod", "compound", "nummod", "advmod", "npadvmod", "predet", "nmod"})


def ends_cause(sentence: DocSpan, cue: Found, other: Found) -> bool:
    """Whether a later cue ends a cause: an offset does, another only behind a comma or an effect of its own."""
    if other.cue.side in {Side.BEFORE, Side.DOING} or other.cue.weak or other.cue.near:
        return False
    between = sentence.doc[cue.end : other.start]
    if is_listed(sentence, cue, other):
        return False
    if other.cue.id.startswith("points of"):
        return len(between) > 0
    return len(between) > 0 and (other.cue.force is Force.AGAINST or any(t.text in {",", ";"} for t in between))


def is_listed(sentence: DocSpan, cue: Found, other: Found) -> bool:
    """Whether a noun of effect is an item in a list of causes: "due to low rents, reduced *headwinds from* freight"."""
    noun = sentence.doc[other.core]
    own = noun.pos_ == "NOUN" and word_at(noun.doc, noun.i + 1) == "from" and other.core > sentence.start
    told = own and pos_at(noun.doc, noun.i - 1) in {"ADJ", "DET", "PRON", "VERB"}
    return told and cue.cue.side is Side.AFTER and not cue.cue.weak and cue.end < other.start


def stop(within: DocSpan, cue: Found) -> int:
    """Where a cause ends: before a new clause after a comma, or a dash, semicolon or colon."""
    for token in within:
        if token.i == within.start:
            continue
        if token.text in STOPS or (token.text == "." and token.dep_ == "punct"):
            return token.i
        if is_finite(token) and any(t.dep_ in SUBJECTS and t.i < cue.start for t in token.children):
            return token.i
        if token.lower_ == "and" and cue.cue.side is not Side.CLAUSE and _goes_on(within, token.i + 1):
            return token.i
        if _turns(token) and cue.cue.side is Side.AFTER:
            return token.i
        if token.text == "," and token.i + 1 < within.end:
            if _leads_on(within, token.i + 1):
                return token.i
            if _new_clause(within, token.i + 1, cue) or (_is_fronted(cue) and _tells(within, token.i + 1)):
                return token.i
    return within.end


def _turns(token: Token) -> bool:
    """Whether the reason of a cause follows, or what stands against it: "the frost *but* also ...", "*because* it"."""
    behind = word_at(token.doc, token.i + 1)
    if token.lower_ == "because":
        return behind != "of" and word_at(token.doc, token.i - 1) not in {"and", "but", "also", "just"}
    return token.lower_ == "but" and behind not in {"also", "because"} and token.dep_ == "cc"


def _goes_on(within: DocSpan, at: int) -> bool:
    """Whether another verb of the same subject follows: "reflects dear silk *and is* driven by"."""
    while at < within.end - 1 and (within.doc[at].pos_ == "ADV" or within.doc[at].text == ","):
        at += 1
    behind = within.doc[at : min(at + 1, within.end)]
    adverbs = at > 0 and within.doc[at - 1].pos_ == "ADV"
    return any((t.pos_ == "AUX" or adverbs) and t.tag_ in {"VBZ", "VBP", "VBD"} for t in behind)


def _leads_on(within: DocSpan, at: int) -> bool:
    """Whether a participle tells what came of it all: "offset by dear wool, *leading to* a loss"."""
    said = within.doc[at : min(at + 3, within.end)].text.lower()
    return said.startswith(("leading to ", "resulting in ", "which led to ", "bringing ", "translating into "))


def _is_fronted(cue: Found) -> bool:
    """Whether a cue may open a clause with a circumstance: "Despite the frost, ...", "And even with that, ..."."""
    return cue.cue.id in {"despite", "even with", "given"}


def _tells(within: DocSpan, at: int) -> bool:
    """Whether the words from a comma to the next hold a finite verb, and so the clause that the phrase opens."""
    for token in within.doc[at : within.end]:
        if token.text in {",", ";"}:
            return False
        if token.tag_ in {"VBD", "VBP", "VBZ", "MD"} and token.dep_ not in {"relcl", "acl"}:
            return True
    return False


def _new_clause(within: DocSpan, at: int, cue: Found) -> bool:
    token = within.doc[at]
    if token.lower_ in _BREAKS:
        return True
    if token.lower_ in {"and", "so"} and at + 1 < within.end:
        if cue.cue.side is Side.CLAUSE and token.lower_ == "and":
            return False
        token = within.doc[at + 1]
    return opens_subject(token) and token.i >= at


def opens_subject(token: Token) -> bool:
    """Whether a word is the first of a subject whose finite verb follows."""
    head = token
    while head.dep_ in _INSIDE_NOUN:
        head = head.head
    verb = head.head
    opens = head.dep_ in SUBJECTS and head.left_edge.i == token.i
    return opens and verb.i > head.i and verb.dep_ != "acl" and is_finite(verb)


def is_finite(verb: Token) -> bool:
    """Whether a verb makes a statement: it has a tense or an auxiliary, unlike "to grow", "growing"."""
    if verb.tag_ in {"VBD", "VBP", "VBZ", "MD"}:
        return True
    return any(t.dep_ in {"aux", "auxpass"} and t.tag_ != "TO" for t in verb.children)
