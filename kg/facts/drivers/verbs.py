"""Ties of verbs of causing: their subject is the cause, the observations in their object are the effects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.drivers import causes
from kg.facts.drivers.cues import Force, Found, Need, Side, words
from kg.facts.drivers.effects import after_cue, is_told_enough
from kg.facts.drivers.finding import find
from kg.facts.drivers.pointing import went_so
from kg.facts.drivers.speech import Placed, Said
from kg.facts.drivers.tie import Tie
from kg.facts.sentence import subject
from kg.model import Direction

_CLOSE = 6  # tokens behind a verb within which a word needs no parse to be its object
_MANY = 4  # effects that one verb may have
_TWO = 2  # sentences back to which "our growth" may point


def by_verb(said: Said, cue: Found, earlier: Sequence[Said]) -> Iterator[Tie]:
    """Ties of "higher prices drove revenue": the subject is the cause, observations in the object are the effects."""
    verb = said.sentence.doc[cue.core]
    back = earlier[-1] if earlier else None
    until = min([verb.right_edge.i + 1, *(f.start for f in find(said.sentence) if f.start > verb.i and _takes_over(f))])
    following = after_cue(said, verb.i, until)
    effects = [e for e in following if _is_behind(e, verb) and _governs(verb, said.sentence.doc[e.anchor])]
    if cue.cue.needs is Need.MOVE_TOLD:
        effects = []
    effects = [e for e in effects if e.passage.doc[e.anchor].lower_ not in cue.cue.nouns and is_told_enough(cue, e)]
    if verb.lemma_ == "lead":  # "leading our industry with record sales" causes none
        effects = [e for e in effects if any(t.lower_ == "to" for t in verb.doc[verb.i + 1 : e.anchor])]
    if not effects and any(t.lower_ in words("demonstratives") for t in _objects(verb)):
        effects = [p for s in earlier[-1:] for p in s.told if is_told_enough(cue, p)][:1]
    if not effects:
        told = verb.subtree if cue.cue.needs is Need.MOVE_TOLD else _objects(verb, bare=False)
        moves = {t.lemma_.lower() for t in told if _is_move_told(t)}
        back_to = [p for s in earlier[-_TWO:] for p in s.told if moves and p.observation.direction is not None]
        effects = [p for p in back_to if went_so(p.observation, moves)][-1:]
    if not effects and cue.cue.nouns:
        named = _driven(cue, verb)
        effects = [p for s in earlier[-1:] for p in s.told if _may_be(p, named)][:1]
    for piece in causes.before(said.sentence, verb, back.sentence if back is not None else None) if effects else []:
        elsewhere = back if piece.doc is not said.sentence.doc or piece.start < said.sentence.start else None
        if _is_the_mover(said, cue) or (elsewhere is None and piece.root.i in said.actors):
            continue
        for effect in effects[:_MANY]:
            if not _covers(piece, effect, elsewhere or said) and not _restates(piece, effect, elsewhere or said):
                force = Force.AGAINST if _eases(verb) else cue.cue.force
                yield Tie(said, cue, piece, effect, force, elsewhere)


def _eases(verb: Token) -> bool:
    """Whether what helps works against the move that it governs: "helped *temper* the decline"."""
    inner = (t for t in verb.children if t.dep_ in {"xcomp", "ccomp"} and t.i > verb.i)
    return any(t.lemma_.lower() in words("easing") for t in inner)


def _driven(cue: Found, verb: Token) -> frozenset[str]:
    """The words of what something is a driver of, where it is named: "a driver *of our freight expense*"."""
    nouns = [t for t in verb.subtree if t.i > verb.i and t.lower_ in cue.cue.nouns]
    named = [t for n in nouns for of in n.children if of.lower_ in {"of", "for", "to", "in"} for t in of.children]
    others = [t for t in named if t.dep_ == "pobj" and t.lower_ not in words("demonstratives") and not _is_move_told(t)]
    return frozenset(w.lemma_.lower() for t in others for w in t.subtree if w.pos_ in {"NOUN", "PROPN", "ADJ"})


def _may_be(told: Placed, named: frozenset[str]) -> bool:
    """Whether what was told before moved, and may be what is named, if anything is."""
    shared = named & set(told.observation.metric.removeprefix("metric/").split("-"))
    return bool(shared) if named else told.observation.direction is not None


def _is_behind(effect: Placed, verb: Token) -> bool:
    """Whether an effect can be a verb's object; points may begin with the verb: "pricing *added 2 points*"."""
    points = effect.observation.change_unit == "percentage points"
    return effect.named or effect.start > verb.i or (points and effect.start == verb.i)


def _takes_over(later: Found) -> bool:
    """Whether a later cue tells a cause of its own, in which the verb before has no effect: "drove sales despite"."""
    return later.cue.side is Side.AFTER and not later.cue.weak and not later.cue.near


def _objects(verb: Token, *, bare: bool = True) -> Iterator[Token]:
    """The objects of a verb, and those of its prepositions: "drove this", "contributed to this"."""
    for child in verb.children:
        found = (child,) if child.dep_ == "dobj" else tuple(child.children) if child.dep_ == "prep" else ()
        yield from (t for t in found if t.dep_ in {"dobj", "pobj"} and (not bare or t.right_edge.i == t.i))


def _is_move_told(noun: Token) -> bool:
    """Whether an object is a move that was told before: "drove our growth", "contributed to the decline"."""
    if noun.lemma_.lower() not in words("moves"):
        return False
    definite = any(t.lower_ in {"our", "the", "this", "that", "these", "those"} for t in noun.children)
    definite = definite and not any(t.dep_ == "compound" for t in noun.children)  # "our lamp results"
    return definite and not any(t.dep_ == "prep" and t.lower_ in {"in", "of"} for t in noun.children)


def _is_the_mover(said: Said, cue: Found) -> bool:
    """Whether a verb of moving tells no cause: its subject, being no pronoun, only moves itself: "rents fell 5%"."""
    verb = said.sentence.doc[cue.core]
    who = subject(verb)
    if cue.cue.id == "hurt" and verb.lemma_ == "decrease" and not any(t.dep_ == "dobj" for t in verb.children):
        return True
    if cue.cue.id == "hurt":
        return any(p.anchor < verb.i < p.end for p in said.told if p.observation.direction is Direction.DOWN)
    if cue.cue.id == "move" and not any(t.dep_ == "dobj" for t in verb.children):
        return True
    if cue.cue.id != "move" or (who is not None and who.lower_ in words("demonstratives")):
        return False
    moved = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    within = moved is not None and any(
        moved.left_edge.i <= p.anchor <= moved.right_edge.i for p in said.told if p.named
    )
    return not within or who is None or verb.tag_ == "VBG" or not _is_force(who)


def _is_force(who: Token) -> bool:
    """Whether a subject is a change or a force, and nobody who acts: "lower taxes", "changes in exchange rates"."""
    return bool({t.lower_ for t in who.subtree if t.i <= who.i + 3} & (words("strengths") | words("forces")))


def _governs(verb: Token, word: Token) -> bool:
    """Whether a word stands in the object of a verb: close behind it, or with no clause of its own between."""
    between = verb.doc[verb.i + 1 : word.i]
    aim = next((t.i for t in between if t.tag_ == "TO" and t.dep_ == "aux"), word.i)
    other = any(t.pos_ == "NOUN" for t in verb.doc[verb.i + 1 : aim]) and aim < word.i  # "supports our *plan* to"
    if word.i - verb.i <= _CLOSE and not other and not any(t.is_punct for t in between):
        return True
    while word.i != verb.i:
        opens = word.dep_ in {"advcl", "relcl", "ROOT", "mark", "conj"} or (word.dep_ == "acl" and word.tag_ == "VB")
        if opens and word.pos_ == "VERB":
            return False
        word = word.head
    return True


def _restates(piece: DocSpan, effect: Placed, where: Said) -> bool:
    """Whether one level is only told as another: "earnings were 30 million, resulting in earnings of 2 a share"."""
    if effect.observation.value is None:
        return False
    inside = (p.observation for p in where.told if piece.start <= p.anchor < piece.end)
    return any(o.value is not None and o.direction is None for o in inside)


def _covers(piece: DocSpan, effect: Placed, where: Said) -> bool:
    return where.passage is effect.passage and piece.start <= effect.anchor < piece.end
