"""Finds cues in a sentence, where the grammar around them makes them announce a cause."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Cue, Found, Need, Side, cues, degrees, fillers, words
from kg.facts.drivers.needs import is_fed
from kg.facts.observations.movement import verb_direction
from kg.facts.sentence import SUBJECTS, is_not_alone
from kg.language.neighbours import pos_at, word_at

_ROUGHLY = frozenset({"roughly", "about", "approximately", "around"})
_PAIRED = frozenset({"just", "even", "as", "well", "same", "such", "much", "long", "soon", "far"})
_FAR = 10  # tokens behind "as" within which its verb stands
_SHARE = 14  # tokens behind a verb within which it says of what something is a share
_CLAUSE = 4  # tokens before "so" that may be a clause


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in cues():
        for phrase in cue.phrases:
            index.setdefault(phrase[0], []).append((phrase, cue))
    return {first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for first, rows in index.items()}


def find(sentence: DocSpan) -> list[Found]:
    """The cues of a sentence, longest first where two overlap, in text order."""
    found: list[Found] = []
    at = sentence.start
    while at < sentence.end:
        hit = _phrase_at(sentence, at) or _verb_at(sentence.doc[at])
        if hit is not None:
            found.append(hit)
        at = hit.end if hit is not None else at + 1
    return found


def _phrase_at(sentence: DocSpan, at: int) -> Found | None:
    for phrase, cue in _by_first_word().get(sentence.doc[at].lower_, ()):
        end = _matched(sentence, at, phrase)
        if end is not None and _fits(cue, sentence, at, end):
            return Found(cue, _with_degree(sentence, at), at, end)
    return None


def _matched(sentence: DocSpan, at: int, phrase: tuple[str, ...]) -> int | None:
    """The token after a phrase that begins at `at`; words of degree may stand between its words."""
    for number, word in enumerate(phrase):
        while number and at < sentence.end and sentence.doc[at].lower_ != word and sentence.doc[at].lower_ in fillers():
            at += 1
        if at >= sentence.end or sentence.doc[at].lower_ != word:
            return None
        at += 1
    return at


def _fits(cue: Cue, sentence: DocSpan, at: int, end: int) -> bool:
    """Whether the grammar around a phrase makes it a cue: "as" must open a clause, "by" a doing."""
    token = sentence.doc[at]
    match cue.side:
        case Side.CLAUSE:
            return _opens_reason(token)
        case Side.DOING:
            return any(t.dep_ == "pcomp" and t.tag_ == "VBG" for t in token.children)
        case Side.BACKWARD:
            return at - sentence.start <= 1
        case Side.CONSEQUENCE:
            return _opens_consequence(sentence, at, end)
        case _:
            if end >= sentence.end or _is_denied(sentence, at) or _is_denied_behind(sentence.doc[end - 1]):
                return False
            return (
                not _is_no_reflection(sentence, at, end)
                and not _is_passive_of_factors(cue, sentence, end)
                and not _is_of_owners(token, end)
                and is_fed(cue, sentence.doc[end - 1])
            )


def _is_no_reflection(sentence: DocSpan, at: int, end: int) -> bool:
    """Whether "reflect" tells an aim or a place: "to reflect the risk", "reflected in our outlook".

    What an outlook is revised to reflect is why: "we raise our outlook to reflect the new shops".
    """
    token, before = sentence.doc[at], sentence.doc[max(at - 1, sentence.start)].lower_
    if token.lemma_ != "reflect":
        return False
    aimed = before == "to" and token.lower_ == "reflect" and token.head.lemma_ not in words("revising")
    return aimed or word_at(sentence.doc, end) == "in"


def _is_passive_of_factors(cue: Cue, sentence: DocSpan, end: int) -> bool:
    """Whether something is done to the factors: "these factors were partly *offset* by"."""
    if cue.id != "driver was":
        return False
    behind = (t for t in sentence.doc[end : sentence.end] if t.pos_ != "ADV")
    return next((t.tag_ == "VBN" for t in behind), False)


def _is_of_owners(token: Token, end: int) -> bool:
    """Whether "attributable to" names whose an income is, not what made it: "margin attributable to shareholders"."""
    if token.lower_ != "attributable":
        return False
    owners = any(t.lower_ in words("owners") for t in token.doc[end : end + 5])
    return owners or (token.i > 0 and token.nbor(-1).lower_ in words("shares"))


def _is_denied(sentence: DocSpan, at: int) -> bool:
    """Whether "not" stands right before a cue: "not because of price"; "not just because of" denies nothing."""
    before = sentence.doc[max(sentence.start, at - 3) : at]
    return any(t.dep_ == "neg" and not is_not_alone(t) for t in before)


def _is_denied_behind(token: Token) -> bool:
    """Whether a form of "be" is denied by the words behind it: "the driver is not price", "is no longer price"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return token.lemma_ == "be" and any(t.dep_ == "neg" or t.lower_ == "no" for t in behind)


def _opens_reason(token: Token) -> bool:
    """Whether a conjunction opens a clause that can be a cause, not a remark like "as you know", "as expected"."""
    if _opens_move(token):
        return True
    verb = token.head
    if token.dep_ not in {"mark", "advmod"} or verb.dep_ not in {"advcl", "ccomp", "ROOT"} or verb.i < token.i:
        return False
    who = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if who is None or (token.i > 0 and token.nbor(-1).lower_ in _PAIRED) or _compares(token):
        return False
    remark = verb.lemma_.lower() in words("remarks") and token.lower_ in {"as", "if"} and not _sees_change(verb)
    remark = remark or (token.lower_ == "if" and verb.lemma_.lower() in words("suppositions"))
    timed = any(t.dep_ == "dobj" and t.lower_ in words("times") for t in verb.children)
    remark = remark or (
        timed and verb.lemma_ in words("phases") and token.lower_ == "as"
    )  # "as we begin the third quarter"
    personal = {"you", "i"} if token.lower_ == "because" else {"you", "i", "it", "they"}
    return not remark and who.lower_ not in personal


def _compares(token: Token) -> bool:
    """Whether "as" is the second of a pair: "as fast *as* we can"."""
    return (
        token.lower_ == "as"
        and any(word_at(token.doc, token.i - n) == "as" for n in (2, 3))
        and (pos_at(token.doc, token.i - 1) in {"ADV", "ADJ"})
    )


def _sees_change(verb: Token) -> bool:
    """Whether "as we see", "as we expect" leads to a change, and so is no remark: "as we see the benefits of it"."""
    seen = next((t for t in verb.children if t.dep_ == "dobj"), None)
    if seen is None or verb.lemma_ not in {"see", "expect", "anticipate"}:
        return False
    telling = words("strengths") | words("impacts") | {"benefits"}
    return any(t.lower_ in telling or t.lemma_.lower() in telling for t in seen.doc[seen.left_edge.i : seen.i + 1])


def _opens_move(token: Token) -> bool:
    """Whether "as", taken for a preposition by the parser, opens a clause in which something moves: "as rents fell"."""
    if token.lower_ != "as" or token.dep_ != "prep" or (token.i > 0 and token.nbor(-1).lower_ in _PAIRED):
        return False
    told = next((t for t in token.children if t.dep_ == "pobj"), None)
    if told is not None and _is_told_of(told):
        return True
    for word in token.doc[token.i + 1 : token.i + _FAR]:
        if word.is_punct or word.tag_ in {"IN", "TO"} or word.i >= token.sent.end:
            return False
        if word.tag_ in {"VBD", "VBZ", "VBP"} and verb_direction(word) is not None:
            return True
    return False


def _is_told_of(noun: Token) -> bool:
    """Whether a verb with a tense follows right upon a noun, of which it must tell: "as the new mills *are* built"."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 2, noun.sent.end)]
    return any(t.tag_ in {"VBP", "VBZ", "MD", "VBD"} and t.pos_ in {"VERB", "AUX"} for t in behind)


def _opens_consequence(sentence: DocSpan, at: int, end: int) -> bool:
    """Whether "so" stands between two clauses of a sentence: "prices fell, so we sold more"."""
    if at - sentence.start < _CLAUSE or end + 1 >= sentence.end or sentence.doc[end].lower_ in words("after so"):
        return False
    return sentence.doc[at - 1].text in {",", ";"} or sentence.doc[at].lower_ == "and"


@cache
def _balances() -> dict[str, Cue]:
    """The cue of each verb that sets two causes against each other; the first that lists it."""
    return {lemma: cue for cue in reversed(tuple(cues())) if cue.side is Side.BALANCE for lemma in cue.lemmas}


def _is_aimed(verb: Token) -> bool:
    """Whether an infinitive tells an aim or a measure: "not enough *to offset* wages", "actions to offset"."""
    if not any(t.tag_ == "TO" for t in verb.children):
        return False
    begun = verb.head.lemma_ in {"begin", "start", "continue", "help", "serve"}
    begun = begun or any(t.dep_ == "nsubjpass" for t in verb.head.children)  # "gains are expected to offset"
    return verb.lemma_ == "outpace" or not (begun or any(t.dep_ in SUBJECTS for t in verb.children))


@cache
def _by_lemma() -> dict[str, tuple[Cue, ...]]:
    """The cues that each verb may be, in the order of their list."""
    lemmas = {lemma for cue in cues() for lemma in cue.lemmas}
    told = [cue for cue in cues() if cue.side is not Side.BALANCE]
    return {lemma: tuple(cue for cue in told if lemma in cue.lemmas) for lemma in lemmas}


def _verb_at(token: Token) -> Found | None:
    balance = _balances().get(token.lemma_.lower())
    aimed = _is_aimed(token)
    if (
        balance is not None
        and token.pos_ == "VERB"
        and not (aimed or _is_passive(token) or _is_denied(token.sent, token.i))
    ):
        return Found(balance, _with_degree(token.sent, token.i), token.i, token.i + 1)
    if token.lemma_ == "be":
        return _noun_after(token)
    if token.lemma_ == "include":
        return _inclusion(token)
    impact = _impact(token) if token.lemma_ in words("working") else None
    if impact is not None:
        return impact
    if _is_mild(token):
        return None
    if token.pos_ != "VERB" or (token.tag_ == "VBN" and not any(t.dep_ == "aux" for t in token.children)):
        return None
    for cue in _by_lemma().get(token.lemma_.lower(), ()):
        if not any(t.dep_ in {"auxpass", "agent"} for t in token.children):
            if cue.needs is Need.MOVE_TOLD and not _speaks_of_move(token):
                continue
            prepositions = {t.lower_ for t in (*token.children, *token.doc[token.i + 1 : token.i + 2])}
            bare = token.lower_ == "resulting" and any(t.dep_ == "dobj" for t in token.children)  # "resulting a loss"
            if not cue.particles or prepositions & cue.particles or bare or (cue.measured and _adds_points(token)):
                return Found(cue, token.i, token.i, token.i + 1)
    return None


def _is_mild(verb: Token) -> bool:
    """Whether "support" has no noun for its subject, and so may tell an aim: "a plan *supporting* sales"."""
    if verb.lemma_.lower() not in words("mild"):
        return False
    told = verb.head if verb.dep_ == "conj" else verb
    return not any(t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"} for t in told.children)


def _speaks_of_move(verb: Token) -> bool:
    """Whether a verb has the move told before for its object: "accounted for half *of the increase*"."""
    behind = verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + _SHARE)]
    for of in (t for t in behind if t.lower_ in {"of", "for", "explain"}):
        noun = next((t for t in of.children if t.dep_ == "pobj"), None)
        definite = noun is not None and any(t.lower_ in {"the", "this", "that", "our", "these"} for t in noun.children)
        if definite and noun is not None and noun.lemma_.lower() in words("falls") | words("rises"):
            return True
    return False


def _adds_points(verb: Token) -> bool:
    """Whether a verb adds so many points to a measure: "the fee added 2 points of growth"."""
    added = next((t for t in verb.children if t.dep_ in {"dobj", "npadvmod"} and t.i > verb.i), None)
    return added is not None and any(t.lower_ in {"point", "points"} for t in added.subtree)


def _noun_after(verb: Token) -> Found | None:
    """The cue of "price was a driver": a form of "be" with a noun that makes its subject a cause."""
    if _is_denied_behind(verb):
        return None
    if any(t.dep_ in SUBJECTS and t.lemma_.lower() in words("contributors") for t in verb.children):
        return Found(next(c for c in cues() if c.id == "driver was"), verb.i, verb.i, verb.i + 1)
    told = next((t for t in verb.children if t.dep_ == "attr"), None)
    cue = next((c for c in cues() if told is not None and told.lower_ in c.nouns), None)
    return Found(cue, verb.i, verb.i, verb.i + 1) if cue is not None else None


def _impact(verb: Token) -> Found | None:
    """The cue of "the strike had an impact on margins", "put pressure on prices": maybe a good effect."""
    had = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    if had is None or had.lemma_.lower() not in words("impacts"):
        return None
    counted = any(t.lower_ in {"point", "points"} for t in had.subtree)
    if not counted and not any(t.lower_ in {"on", "to"} for t in (*had.children, *verb.children)):
        return None
    if verb.lemma_ != "have" and any(t.dep_ in SUBJECTS and t.pos_ == "PRON" for t in verb.children):
        return None
    told = {t.lower_ for t in had.subtree if t.i < had.i}
    if told & words("no impacts") or (verb.lemma_ != "have" and had.lemma_.lower() not in words("pressing")):
        return None
    id = (
        "a good impact"
        if told & words("good impacts")
        else "a bad impact"
        if told & words("bad impacts") or had.lemma_.lower() in words("pressing")
        else "an impact"
    )
    return Found(next(c for c in cues() if c.id == id), verb.i, verb.i, verb.i + 1)


def _inclusion(verb: Token) -> Found | None:
    """The cue of "drivers of the margin include lower freight": the subject says that causes follow."""
    who = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if who is None or who.lemma_.lower() not in words("contributors"):
        return None
    return Found(next(c for c in cues() if c.id == "driver was"), verb.i, verb.i, verb.i + 1)


def _is_passive(token: Token) -> bool:
    """Whether "offset" stands in "was offset by", where it is no verb of balance but a phrase of its own."""
    return (
        any(t.dep_ in {"auxpass", "agent"} for t in token.children) or token.doc[token.i + 1 : token.i + 2].text == "by"
    )


def _with_degree(sentence: DocSpan, at: int) -> int:
    """Where a cue begins with the words of degree before it, and with the number of "roughly 4 points of growth"."""
    counted = sentence.doc[at].lower_.startswith("point")
    while at > sentence.start:
        before = sentence.doc[at - 1]
        if before.lower_ not in degrees() and not (counted and (before.like_num or before.lower_ in _ROUGHLY)):
            break
        at -= 1
    return at
