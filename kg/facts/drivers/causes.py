"""Cuts the words of a cause out of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers.cues import Force, Found, Need, Side, words
from kg.facts.drivers.cuts import only
from kg.facts.drivers.ends import ends_cause, is_finite, opens_subject, stop
from kg.facts.drivers.item_lists import listed
from kg.facts.drivers.joints import at_joints
from kg.facts.drivers.no_causes import is_no_cause
from kg.facts.drivers.pieces import clauses, pieces
from kg.facts.sentence import SUBJECTS, phrase, subject

_BRIEF = 5  # words up to which a cause may be no more than called one


def after(sentence: DocSpan, cue: Found, others: Sequence[Found]) -> list[DocSpan]:
    """The causes that follow a cue, up to the next cue or the end of its phrase, one a coordinated part."""
    if sentence.doc[cue.end : cue.end + 1].text == ":":
        return _behind_colon(sentence, cue, others)
    limit = next((o.start for o in others if o.core >= cue.end and ends_cause(sentence, cue, o)), sentence.end)
    end = stop(sentence.doc[cue.end : limit], cue)
    while end > cue.end + 2 and sentence.doc[end - 1].lemma_ == "be" and sentence.doc[end - 2].tag_ == "WDT":
        end -= 2  # "driven by gains that were offset by losses"
    whole = _without_announcement(sentence.doc[cue.end : end])
    head = _head(whole, cue)
    if is_no_cause(whole, cue):
        return []
    if cue.cue.needs is Need.SETTING and head is not None:
        return only(whole.doc[whole.start : min(head.i + 1, whole.end)])
    if cue.cue.side is Side.CLAUSE:
        return clauses(whole)
    if cue.cue.side is Side.DOING:
        return only(whole)
    parts = listed(whole) or (pieces(whole, head) if head is not None else only(whole))
    return [p for piece in parts for p in at_joints(piece)]


def _behind_colon(sentence: DocSpan, cue: Found, others: Sequence[Found]) -> list[DocSpan]:
    """The items of "drivers were: better mix; dearer lamps, as told; and fewer returns", each up to its own causes."""
    inside = [o for o in others if o.core > cue.end]
    limit = next((o.start for o in inside if o.cue.force is Force.AGAINST), sentence.end)
    doc, found = sentence.doc, []
    starts = [cue.end + 1, *(t.i + 1 for t in doc[cue.end : limit] if t.text == ";")]
    for start, end in zip(starts, [*(s - 1 for s in starts[1:]), limit], strict=True):
        first = next((o.start for o in inside if start < o.start < end and o.cue.side is Side.AFTER), end)
        found += only(doc[start:first]) if start < first else []
    return found if len(starts) > 1 else [p for f in found for p in at_joints(f)]


def _without_announcement(whole: DocSpan) -> DocSpan:
    """The causes themselves, behind "a number of factors, such as"."""
    for token in whole[:6]:
        behind = whole.doc[token.i + 1 : token.i + 4]
        if token.lower_ in words("announcing"):
            example = next((t for t in behind if t.lower_ in {"as", "including", "like", "namely"}), None)
            return whole.doc[example.i + 1 : whole.end] if example is not None else whole
    return whole


def _head(whole: DocSpan, cue: Found) -> Token | None:
    """The word that the cue governs: the object of its preposition, or the verb of its clause."""
    last = whole.doc[cue.end - 1]
    for child in (*last.children, last.head):
        if child.dep_ in {"pobj", "pcomp", "dobj", "attr", "advcl", "ccomp"} and whole.start <= child.i < whole.end:
            return child
    return next((t for t in whole if t.head.i < whole.start or t.head.i >= whole.end or t.head.i == t.i), None)


def before(sentence: DocSpan, verb: Token, earlier: DocSpan | None) -> list[DocSpan]:
    """The causes that a verb of causing has for subject.

    "Which", "that" and participles look back to the words before in the sentence, or to the `earlier` sentence.
    """
    who = subject(verb)
    own = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if own is not None and own.lower_ == "what":
        return in_cleft(sentence, verb, earlier)
    told = verb
    if own is None and verb.dep_ == "xcomp" and who is not None and who.lower_ in {"this", "that", "these", "which"}:
        own, told = who, who.head  # "that is going to help margins"
    if own is None and verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return _plain(only(clause_before(sentence, verb.left_edge if verb.left_edge.i > sentence.start else verb)))
    if own is None and verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ == "NOUN" and verb.head.i < verb.i:
        return _antecedent(sentence, verb.head, verb)  # "with new shops driving sales growth"
    relative = verb.head if own is not None and own.lower_ == "that" and verb.dep_ == "ccomp" else told
    if own is not None and own.lower_ == "that" and relative.dep_ == "relcl" and relative.head.pos_ == "NOUN":
        return _antecedent(sentence, relative.head, min(own, relative.left_edge, key=lambda t: t.i))
    if own is not None and own.lower_ == "which" and verb.dep_ == "relcl" and verb.head.head.dep_ == "agent":
        return only(sentence.doc[max(verb.head.left_edge.i, sentence.start) : own.i])
    if own is not None and own.lower_ in {"which", "that", "this", "these", "it"}:
        if told.dep_ == "ccomp" and own.lower_ != "which":
            return (
                []
                if own.lower_ == "that" and told is verb
                else _plain(only(earlier))
                if earlier is not None and own.lower_ != "it"
                else []
            )
        back = only(clause_before(sentence, own))
        return _plain(back or (only(earlier) if earlier is not None and own.lower_ != "it" else []))
    if (
        who is None
        or who.i >= verb.i
        or who.i < sentence.start
        or acts(who)
        or _tells_an_aim(verb)
        or not (own or is_finite(verb) or verb.dep_ == "xcomp")
    ):
        return []
    whole = phrase(who)
    end = next((t.i for t in whole if t.i > who.i and _opens_relative(t, verb)), whole.end)
    return [p for piece in pieces(sentence.doc[whole.start : min(end, verb.i)], who) for p in at_joints(piece)]


def in_cleft(sentence: DocSpan, verb: Token, earlier: DocSpan | None) -> list[DocSpan]:
    """The cause of "what drives sales is *price*"; of "that's what drives sales", what was told before."""
    above = verb.head
    if above.lemma_ != "be" or above.i == verb.i:
        return []
    if above.i > verb.i:
        told = next((t for t in above.children if t.dep_ in {"attr", "ccomp"} and t.i > above.i), None)
        if told is None or told.pos_ == "PRON" or is_vague(phrase(told)):
            return []
        whole = sentence.doc[max(told.left_edge.i, above.i + 1) : min(told.right_edge.i + 1, sentence.end)]
        return [p for piece in pieces(whole, told) for p in at_joints(piece)] if told.dep_ == "attr" else clauses(whole)
    who = next((t for t in above.children if t.dep_ in SUBJECTS and t.i < above.i), None)
    if who is None or who.lower_ not in words("demonstratives"):
        return []
    return _plain(only(clause_before(sentence, who)) or (only(earlier) if earlier is not None else []))


def _tells_an_aim(verb: Token) -> bool:
    """Whether a verb only tells what something is there for: "our agenda *is to drive* sales"."""
    return verb.head.lemma_ == "be" and verb.i > verb.head.i and any(t.tag_ == "TO" for t in verb.children)


def _told_of(noun: Token) -> Token:
    """What a relative clause tells of, where the parser hangs it on a time or a place of work.

    It is the *headwinds* of "headwinds in the half that hurt", the *plans* of "plans in our businesses that drive".
    """
    if noun.lower_ in words("whereabouts") and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    if noun.lower_ not in words("times") or noun.dep_ != "pobj":
        return noun
    above = noun.head.head
    had = next((t for t in above.children if t.dep_ == "dobj" and t.i < noun.i), above)
    return had if had.pos_ == "NOUN" else noun


def _opens_relative(token: Token, verb: Token) -> bool:
    """Whether a verb stands in the clause that a word opens: "a fee, *which* continues to hurt sales"."""
    return token.lower_ in {"which", "that", "who"} and token.head.dep_ == "relcl" and token.head.is_ancestor(verb)


def _plain(found: list[DocSpan]) -> list[DocSpan]:
    return [f for f in found if not is_talk(f) and not _tells_a_mood(f)]


def _tells_a_mood(clause: DocSpan) -> bool:
    """Whether a clause only says how somebody feels or what he means to do: "we remain committed to our plan"."""
    return any(t.lower_ in words("moods") and t.head.lemma_ in {"be", "remain", "feel", "stay"} for t in clause)


def is_talk(clause: DocSpan) -> bool:
    """Whether somebody only speaks to somebody: "as I said", "let's look at that"; "you know" says nothing."""
    told = (t for t in clause if t.lower_ in words("talking"))
    return any(t.lower_ != "you" or t.doc[t.i + 1 : t.i + 2].text.lower() != "know" for t in told)


def _antecedent(sentence: DocSpan, noun: Token, relative: Token) -> list[DocSpan]:
    """The cause of "a fee that hurt sales"; of "lamps are an area that drove growth" it is the lamps."""
    noun = _told_of(noun)
    who = subject(noun.head) if noun.dep_ == "attr" else None
    if who is not None and who.pos_ in {"NOUN", "PROPN"} and who.i < noun.i:
        return only(phrase(who))
    return only(sentence.doc[max(noun.left_edge.i, sentence.start) : relative.i])


def is_vague(cause: DocSpan) -> bool:
    """Whether a cause is only called one: "the main element", "two areas"."""
    record = cause[0].lower_ == "a" and cause[1:2].text.lower() == "record" and cause.root.lower_ == "record"
    vague = words("vague causes") | words("parts of it")
    return record or (len(cause) <= _BRIEF and cause.root.lemma_.lower() in vague)


def acts(who: Token) -> bool:
    """Whether a subject is somebody who acts, or only a pointer, and so no cause."""
    of = next((t for t in who.children if t.lower_ == "of"), None)
    whole = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
    if whole is not None and who.lower_ in words("every"):  # "all of that work has helped"
        return acts(whole)
    return who.pos_ == "PRON" or who.lower_ in words("agents")


def clause_before(sentence: DocSpan, token: Token) -> DocSpan:
    """The words from the last full break to a token."""
    start = sentence.start
    for word in sentence.doc[sentence.start : max(token.i - 1, sentence.start)]:
        if word.text in {";", "--", "—"} or (word.text == "," and opens_subject(sentence.doc[word.i + 1])):
            start = word.i + 1
    return sentence.doc[start : token.i]


def rest(sentence: DocSpan, start: int) -> list[DocSpan]:
    """The rest of a sentence from a token on, as one cause."""
    return only(sentence.doc[start : sentence.end])


def is_announcement(cause: DocSpan) -> bool:
    """Whether a cause only announces others: "three factors", "a number of reasons"."""
    named = {t.lower_ for t in cause}
    return bool(named & words("announcing")) and len(cause) <= 6
