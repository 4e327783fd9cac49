"""What a metric does as the subject of its verb: "losses narrowed", "take rate remained stable"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.observations.in_words.comparing import compared, is_against_plan, is_time
from kg.facts.observations.movement import (
    Cue,
    adjective_direction,
    is_copula,
    movement_words,
    moves,
    noun_direction,
    strength,
    vague_adjectives,
)
from kg.facts.observations.stance.assertion import is_missed
from kg.facts.sentence import SUBJECTS, first_of_list
from kg.model import Direction
from kg.word_lists import word_list

_PREDICATES = ("acomp", "advmod", "attr", "prep", "oprd", "prt", "xcomp", "npadvmod")
_FIRM = frozenset({"up", "down"})
_BESIDE = frozenset({"higher", "lower"})
_FLAT_NOUNS = frozenset({"flat", "flattish"})  # as the parser may take them


def as_subject(head: Token) -> Cue | None:
    """The movement of the clause whose subject a metric is, or is listed in.

    "losses narrowed", "take rate remained stable", "A and B rose", "subscriptions showed strong growth".
    """
    top = _behind_participle(first_of_list(head))
    if top.dep_ in SUBJECTS and top.head.pos_ == "ADJ":
        stated = _stated(top.head)
        return (top.head, stated) if stated is not None else None
    if top.dep_ in SUBJECTS:
        for verb in (top.head, *(c for c in top.head.children if c.dep_ == "conj" and _shares_subject(c))):
            found = _said_by(verb) or _strong(verb, top) or _faced(verb, top)
            if found is not None:
                return found
    relative = next((c for c in top.children if c.dep_ == "relcl" and _takes_as_subject(c)), None)
    if relative is not None and (found := _said_by(relative)) is not None:
        return found
    inner = next((c for c in top.children if c.dep_ in ("acl", "advcl") and c.tag_ in ("VB", "VBG")), None)
    if inner is not None and not _has_object(inner) and not _needs_object(inner):
        return moves(inner)
    return None


def _behind_participle(noun: Token) -> Token:
    """The subject that a participle makes of a noun, where it was parsed as a clause: "*ending* balances fell"."""
    taken = noun.dep_ == "dobj" and noun.head.dep_ == "csubj" and noun.head.tag_ == "VBG"
    return noun.head if taken and noun.head.i == noun.left_edge.i - 1 else noun


def _shares_subject(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in SUBJECTS for c in verb.children)


def _takes_as_subject(verb: Token) -> bool:
    """Whether a relative clause tells of its noun: "rates, which moderated"."""
    return any(c.dep_ in SUBJECTS and c.lower_ in ("which", "that", "who") for c in verb.children)


def _said_by(verb: Token, depth: int = 0) -> Cue | None:
    """What a verb says of its subject: it moves, shows a movement, or stands at a height."""
    if verb.pos_ not in ("VERB", "AUX") or depth > 2 or is_missed(verb):
        return None
    moved = moves(verb)
    if moved is not None and not _has_object(verb) and not _needs_object(verb):
        return moved
    affected = _affected(verb)
    if affected is not None:
        return affected
    shown = _shown(verb) or _pressed(verb)
    if shown is not None:
        return shown
    returned = _returned(verb)
    if returned is not None:
        return returned
    for child in _contents(verb):
        found = _said_by(child, depth + 1)
        if found is not None:
            return found
    for child in verb.children if is_copula(verb) else ():
        if verb.lemma_ == "hold" and child.lower_ == "up":  # what holds up has not risen
            return None
        if child.dep_ not in _PREDICATES or child.i < verb.i:
            continue
        for said in (child, *(c for c in child.conjuncts if c.pos_ == "ADJ" and c.i > child.i)):
            if (stated := _stated(said)) is not None:
                return said, stated
    return None


def _faced(verb: Token, thing: Token) -> Cue | None:
    """ "margins saw *headwinds*", "pricing faced *pressure*", "sales enjoyed a *tailwind*"."""
    if verb.lemma_.lower() not in movement_words("facing_verbs"):
        return None
    if thing.lemma_.lower() not in movement_words("burdened") or is_missed(verb):
        return None
    felt = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    way = {"headwind": Direction.DOWN, "pressure": Direction.DOWN, "tailwind": Direction.UP}
    return (felt, way[felt.lemma_.lower()]) if felt is not None and felt.lemma_.lower() in way else None


def _strong(verb: Token, thing: Token) -> Cue | None:
    """ "demand remained *strong*", "consumption stays *soft*": what was strong before has held; of weakness, less."""
    if verb.lemma_.lower() not in movement_words("remaining_verbs") or is_missed(verb):
        return None
    if thing.lemma_.lower() not in movement_words("told_by_being_strong"):
        return None
    states = (c for c in verb.children if c.dep_ == "acomp" and c.i > verb.i and not is_against_plan(c))
    told = next(((c, way) for c in states if (way := strength(c)) is not None), None)
    return (told[0], Direction.FLAT) if told is not None and told[1] is Direction.UP else told


def _contents(verb: Token) -> Iterator[Token]:
    """The verbs whose doing a verb only frames: "continues to *grow*", "is likely to *fall*"."""
    for child in verb.children:
        framed = child.dep_ in ("acomp", "oprd") and child.lower_ in movement_words("framing_adjectives")
        for inner in (child, *(child.children if framed else ())):
            plain = inner.dep_ in ("xcomp", "ccomp") and not any(c.dep_ in SUBJECTS for c in inner.children)
            if plain and inner.i > verb.i:
                yield inner


def _returned(verb: Token) -> Cue | None:
    """ "returned to *growth*", "got back to growth"."""
    if verb.lemma_.lower() not in movement_words("returning_verbs"):
        return None
    to = next((c for c in verb.subtree if c.lower_ == "to" and c.dep_ == "prep" and c.i > verb.i), None)
    what = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if what is None or what.lower_ not in movement_words("returned_to"):
        return None
    direction = noun_direction(what)
    return (what, direction) if direction is not None else None


def _affected(verb: Token) -> Cue | None:
    """ "was *hurt* by", "were positively *impacted* by", "was *helped* by"."""
    if not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    if verb.lemma_.lower() in movement_words("help_verbs"):
        return verb, Direction.UP
    if verb.lemma_.lower() not in movement_words("harm_verbs"):
        return None
    well = any(c.lower_ in word_list("kg.facts", "words/grammar.toml", "well") for c in verb.children)
    return verb, Direction.UP if well else Direction.DOWN


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "dative") and c.lower_ != "thanks" for c in verb.children) and verb.tag_ != "VBN"


def _needs_object(verb: Token) -> bool:
    """Whether a verb in the active voice moves something else than its subject: "it added up"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.dep_ in ("acl", "relcl")
    return verb.lemma_.lower() in movement_words("transitive_verbs") and not (passive and verb.tag_ == "VBN")


def _shown(verb: Token) -> Cue | None:
    """ "showed strong growth", "reached an all-time high", "hit a new low"."""
    if verb.lemma_.lower() not in movement_words("showing_verbs"):
        return None
    shown = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if shown is None:
        return None
    lemma = shown.lemma_.lower()
    if lemma in movement_words("record_nouns"):
        return shown, Direction.UP
    if lemma in movement_words("low_nouns"):
        return shown, Direction.DOWN
    direction = noun_direction(shown)
    return (shown, direction) if direction is not None else None


def _pressed(verb: Token) -> Cue | None:
    """ "came *under pressure*", "remain under pressure"."""
    under = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under"), None)
    press = next((c for c in under.children if c.dep_ == "pobj"), None) if under is not None else None
    return (press, Direction.DOWN) if press is not None and press.lemma_ in ("pressure", "strain") else None


def _stated(predicate: Token) -> Direction | None:
    """What a predicate says: "higher", "flat", "in line with the second quarter", "well below last year's levels"."""
    compares = compared(predicate)
    bare = predicate.lower_ in _FIRM and not any(c.dep_ == "pobj" for c in predicate.children)
    if compares is not None or (predicate.dep_ == "prep" and not bare) or is_against_plan(predicate):
        return compares
    if predicate.dep_ == "attr" and predicate.lemma_.lower() in movement_words("record_nouns"):
        return Direction.UP
    if predicate.dep_ in ("attr", "npadvmod") and predicate.pos_ == "NOUN":
        return Direction.FLAT if predicate.lower_ in _FLAT_NOUNS else _beside_time(predicate)
    direction = adjective_direction(predicate)
    if direction is None or predicate.lower_ in vague_adjectives() - _FIRM - movement_words("comparing_predicates"):
        return None
    if predicate.lower_ in movement_words("likeness") - {"unchanged"} or _beside_another(predicate):
        return None
    return direction


def _beside_another(predicate: Token) -> bool:
    """Whether "better" ranks a measure beside another one, not beside an earlier time: "better than theirs"."""
    than = next((c for c in predicate.children if c.lower_ == "than" and c.i > predicate.i), None)
    ranks = than is not None and predicate.lower_ in movement_words("comparing_predicates")
    return ranks and not any(is_time(t) for t in predicate.children if t.dep_ in ("prep", "advcl"))


def _beside_time(time: Token) -> Direction | None:
    """ "were *lower* year over year", "was *flat* year on year": the parser takes the time for the predicate."""
    adjectives = [c for c in time.children if c.dep_ == "amod"] if is_time(time) else []
    if any(c.lower_ in movement_words("flat_adjectives") for c in adjectives):
        return Direction.FLAT
    return next((d for c in adjectives if c.lower_ in _BESIDE and (d := adjective_direction(c)) is not None), None)
