"""What counted things do, or what is done to them, in the words of a name: "guests visiting parks", "stores opened"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg.facts.observations.scene import Scene
from kg.word_lists import word_list

_LONGEST = 4
"""More words than these are no part of a name."""


def done_to(thing: Token) -> str | None:
    """The participle of a deed whose object a thing is: "opened" for "we opened 12 stores"."""
    head = _whole(thing)
    verb = head.head
    if head.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB" or verb.lemma_.lower() not in _list("done"):
        return None
    return participle(verb.lemma_.lower())


def said_of(scene: Scene, thing: Token) -> str | None:
    """What a thing does, as a participle: "visiting parks" for "9 million guests visit our parks"."""
    reduced = next((c for c in thing.children if c.dep_ == "acl" and c.i == thing.i + 1), None)
    if reduced is not None and reduced.tag_ == "VBN":
        return reduced.lower_ if reduced.lemma_.lower() not in _list("plain") | _list("loose") else None
    clause = reduced if reduced is not None and reduced.tag_ == "VBG" else _own_clause(thing)
    if clause is None or clause.lemma_.lower() in _list("plain") or not clause.lemma_.isalpha():
        return _for_what(scene, thing)
    what = _object(scene, clause)
    return f"{gerund(clause.lemma_.lower())} {what}" if what is not None else None


def _own_clause(thing: Token) -> Token | None:
    """The verb that a thing is the subject of, in its clause or in one hung on it by "who"."""
    if thing.dep_ == "nsubj" and thing.head.pos_ == "VERB":
        return thing.head
    relative = next((c for c in thing.children if c.dep_ == "relcl" and c.pos_ == "VERB"), None)
    about = next((c for c in relative.children if c.dep_ == "nsubj"), None) if relative is not None else None
    return relative if about is not None and about.lower_ in ("who", "that", "which") else None


def _object(scene: Scene, verb: Token) -> str | None:
    """The direct object of a verb in plain words; None where it is long or a pronoun."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    return None if thing is None else _plain(scene, thing)


def _for_what(scene: Scene, thing: Token) -> str | None:
    """ "for seasonal jobs" behind "applicants"; None where the phrase tells a time or a name."""
    lead = next((c for c in thing.children if c.dep_ == "prep" and c.i == thing.i + 1), None)
    if lead is None or lead.lower_ not in ("for", "of"):
        return None
    what = next((c for c in lead.children if c.dep_ == "pobj"), None)
    said = _plain(scene, what) if what is not None else None
    spans = [(p.start, p.end) for found in (scene.names, scene.periods, scene.figures) for p in found]
    named = what is not None and any(start <= what.i < end for start, end in spans)
    return f"{lead.lower_} {said}" if said is not None and not named else None


def _plain(scene: Scene, noun: Token) -> str | None:
    """A noun with the words before it, without determiners."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.pos_ not in ("DET", "PRON", "PUNCT")]
    if len(words) > _LONGEST or any(t.like_num or t.pos_ == "VERB" for t in words):
        return None
    inside = [n for n in scene.names if n.start <= noun.i < n.end]
    text = "".join(t.text_with_ws for t in words).strip()
    return text if inside else text.lower()


def _whole(thing: Token) -> Token:
    """The word that governs a thing in its clause: "millions" of "millions of farmers"."""
    if thing.dep_ == "pobj" and thing.head.lower_ == "of" and not _is_deed(thing.head.head):
        return thing.head.head
    return thing


def _is_deed(noun: Token) -> bool:
    """Whether a noun says what is done to things: "completed the *repurchase* of 9 million shares"."""
    return noun.lemma_.lower() in (
        "repurchase",
        "purchase",
        "sale",
        "acquisition",
        "redemption",
        "issuance",
        "disposal",
    )


def gerund(verb: str) -> str:
    """The form in "ing" of a verb.

    >>> [gerund(v) for v in ("visit", "use", "shop", "see")]
    ['visiting', 'using', 'shopping', 'seeing']
    """
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb):
        return verb + verb[-1] + "ing"
    return verb[:-1] + "ing" if re.search(r"[^aeo]e$", verb) else verb + "ing"


def participle(verb: str) -> str:
    """The past participle of a verb.

    >>> [participle(v) for v in ("open", "sell", "ship", "certify", "close")]
    ['opened', 'sold', 'shipped', 'certified', 'closed']
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb):
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"


_IRREGULAR = {
    "sell": "sold", "buy": "bought", "win": "won", "build": "built", "cut": "cut", "lay": "laid off", "pay": "paid",
    "lend": "lent", "spend": "spent", "give": "given", "write": "written", "make": "made", "lose": "lost",
}  # fmt: skip


def _list(name: str) -> frozenset[str]:
    return word_list("kg.facts.observations.metric", "counted_measures.toml", name)
