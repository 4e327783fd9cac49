"""How a figure was said: reported, guided, targeted, supposed in a question, or attributed to someone else."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.observations.roles.amounts import amount
from kg.facts.observations.scene import Scene
from kg.facts.observations.stance.expected import is_expected, is_in_outlook, is_planned, is_to_be, lies_ahead, may_lie
from kg.facts.observations.stance.given import is_given
from kg.facts.observations.stance.guiding import guides, has_done, stance_words
from kg.facts.observations.stance.revised import is_revised
from kg.facts.observations.stance.supposed import is_supposed
from kg.facts.sentence import SUBJECTS, VERBS, clause, clause_head, is_question
from kg.model import Modality, Money, Percent, Points, Role

_NEAR = frozenset({"aux", "nsubj", "nsubjpass", "attr", "dobj", "conj"})
_NEAR_WORDS = 8
_LEAD = 4
"""Tokens before a figure within which the "of" stands that ties it to a noun: "of about $", "of plus"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def modality(scene: Scene, at: int) -> Modality:
    """What the speaker commits to at a token: an analyst reports or supposes, management reports, guides or aims."""
    chain = _governing(clause_head(scene.doc[at]))
    if scene.turn.role is Role.ANALYST:
        asked = is_question(scene.sentence) or _is_supposing(scene)
        told = _taken_as_fact(chain[0]) or is_given(scene, at)
        return Modality.HYPOTHETICAL if asked and not told else Modality.REPORTED_BY_OTHER
    return _committed_to(scene, at, chain)


def is_foretold(scene: Scene, at: int) -> bool:
    """Whether what somebody else repeats is no fact yet: "you said that you *expect* to grow 7%"."""
    return _committed_to(scene, at, _governing(clause_head(scene.doc[at]))) is not Modality.ACTUAL


def _committed_to(scene: Scene, at: int, chain: list[Token]) -> Modality:
    """What the words that govern a token commit to."""
    own = _of_own_word(scene, at)
    if own is not None:
        return own
    near = [c for t in chain for c in t.children if c.dep_ in _NEAR and not _is_another_clause(c)]
    words = [*chain, *near]
    if any(_aims(t) for t in words) or _leads_to(scene, at) or _is_committed(chain[0]) or _is_targeted(scene, at):
        return Modality.TARGET
    if _supposes(chain) or _is_sensitivity(scene, chain[0]):
        return Modality.HYPOTHETICAL
    if _is_thought_done(chain[0]):
        return Modality.ACTUAL
    words += [t for c in near for t in _outlooks(c)]
    if (
        any(guides(t, chain[0]) for t in words)
        or lies_ahead(chain)
        or is_revised(scene.doc[at])
        or is_planned(chain[0])
    ):
        return Modality.GUIDANCE
    ahead = is_expected(scene, at) or is_to_be(scene, at) or may_lie(scene, at) or is_in_outlook(chain[0])
    if ahead:
        return Modality.GUIDANCE
    return Modality.HYPOTHETICAL if is_supposed(scene.doc[at]) else Modality.ACTUAL


def _is_targeted(scene: Scene, at: int) -> bool:
    """Whether the measure before a figure is said to be aimed at: "our *targeted* leverage is 2 times"."""
    measure = max((m for m in scene.metrics if m.end <= at), key=lambda m: m.end, default=None)
    lead = scene.doc[max(scene.sentence.start, measure.start - 1) : measure.end] if measure is not None else ()
    return any(t.lower_ == "targeted" for t in lead)


def repeats_own_word(scene: Scene, at: int) -> bool:
    """Whether what was guided is told beside what came of it: "grew 4%, above our guidance of 3%"."""
    came = any(f.end <= at for f in scene.figures) and clause_head(scene.doc[at]).tag_ != "VB"
    return came and scene.sentence.root.tag_ == "VBD" and _of_own_word(scene, at) is not None


def _of_own_word(scene: Scene, at: int) -> Modality | None:
    """What one has bound oneself to where a figure is only repeated: "in line with our guidance range of 3%".

    A target that was met, "we reached our target of 3%", is past, and what is guided may be either.
    """
    of = next((t for t in reversed(scene.doc[max(scene.sentence.start, at - _LEAD) : at]) if t.lower_ == "of"), None)
    if of is None or any(t.pos_ in VERBS or t.is_punct for t in scene.doc[of.i + 1 : at]):
        return None
    noun = of.head
    named = [noun, *(c for c in noun.children if c.i == noun.i - 1)] if noun.i == of.i - 1 else []
    if noun.lemma_.lower() not in stance_words()["reaches"]:
        named = named[:1]
    words = {w for t in named for w in (t.lemma_.lower(), t.lower_)}
    if words & (stance_words()["outlooks"] | {"guided"}):
        return Modality.GUIDANCE
    return Modality.TARGET if any(_aims(t) for t in named) else None


def _outlooks(noun: Token) -> list[Token]:
    """The words of an outlook in what a verb is about: "our *guidance* range is", "the midpoint of our *outlook*"."""
    parts = [c for c in noun.children if c.dep_ in ("compound", "nmod")]
    parts += [t for c in noun.children if c.lower_ in ("of", "for") for t in c.children if t.dep_ == "pobj"]
    return [t for t in parts if t.lemma_.lower() in stance_words()["outlooks"]]


def _is_thought_done(verb: Token) -> bool:
    """Whether what is estimated is past: "sales are estimated *to have been* 3 million"."""
    return has_done(verb) and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _aims(token: Token) -> bool:
    """Whether a word sets a goal; one that was met, reached or missed is past."""
    if token.lemma_.lower() not in stance_words()["targets"]:
        return False
    attained = token.head.lemma_.lower() in stance_words()["attaining"] and token.head.tag_ not in ("VB", "VBG")
    return not attained


def _is_committed(verb: Token) -> bool:
    """Whether what one does is what one has bound oneself to: "our commitment *to reduce* debt"."""
    return verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.lemma_.lower() == "commitment"


def _leads_to(scene: Scene, at: int) -> bool:
    """Whether a way is said to lead to a figure: "our path to 20% margins", "the journey of getting to $5 billion"."""
    before = scene.doc[max(scene.sentence.start, at - _NEAR_WORDS) : at]
    return any(t.lower_ in ("to", "toward", "towards") and _is_way(scene, t.i, at) for t in before)


def _is_way(scene: Scene, to: int, at: int) -> bool:
    """Whether a "to" follows a path, and nothing is told between it and a figure."""
    lead = scene.doc[scene.sentence.start : to]
    if len(lead) > 2 and lead[-1].lower_ in ("getting", "reaching") and lead[-2].pos_ == "ADP":
        lead = lead[:-2]
    told = any(t.tag_ in _FINITE for t in scene.doc[to:at])
    if told or len(lead) == 0:
        return False
    if scene.doc[to].lower_ != "to" and lead[-1].lemma_.lower() in stance_words()["striving"]:
        return lead[-1].tag_ != "VBD"
    return lead[-1].lemma_.lower() in stance_words()["ways"]


def _taken_as_fact(verb: Token) -> bool:
    """Whether a clause inside a question tells what was: "margins rose 2 points, so how …"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    done = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(a.lemma_.lower() == "have" for a in auxiliaries))
    done = done or (verb.tag_ == "VBG" and any(a.lower_ in ("was", "were") for a in auxiliaries))
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    inverted = who is not None and any(a.i < who.i for a in auxiliaries)
    supposed = any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in verb.children)
    asked = any(t.tag_ in ("WDT", "WP", "WRB") and t.i < verb.i for t in clause(verb))
    return done and who is not None and not inverted and not supposed and not asked


def _governing(verb: Token) -> list[Token]:
    """A verb and those whose content it is: "we *expect* margins to *rise*"."""
    chain = [verb]
    while chain[-1].dep_ in ("ccomp", "xcomp", "conj", "pcomp", "advcl", "acl", "relcl") and len(chain) < 4:
        above = clause_head(chain[-1].head)
        if chain[-1].dep_ == "conj" and _stands_alone(chain[-1]):
            break
        if above is chain[-1] or (chain[-1].dep_ in ("advcl", "acl", "relcl") and chain[-1].tag_ not in ("VBG", "VB")):
            break
        chain.append(above)
    return chain


def _stands_alone(verb: Token) -> bool:
    """Whether a coordinated clause has a past tense and a subject of its own."""
    return verb.tag_ == "VBD" and any(c.dep_ in SUBJECTS for c in verb.children)


def _supposes(chain: list[Token]) -> bool:
    """Whether a statement holds only under a condition: "if rates fell, it would be 5", "costs would have to fall"."""
    for verb in chain:
        modal = any(c.lower_ in ("would", "could", "might", "'d", "’d") for c in verb.children if c.dep_ == "aux")
        if (
            modal
            and not has_done(verb)
            and verb.lemma_.lower() not in stance_words()["guiding"] | stance_words()["saying"]
        ):
            bound = verb.lemma_ == "have" and any(c.dep_ == "xcomp" for c in verb.children)
            return bound or any(t.dep_ == "mark" and t.lower_ == "if" for t in verb.sent)
    return False


def _is_sensitivity(scene: Scene, verb: Token) -> bool:
    """Whether a sentence says what follows from a step of something: "*every $10* of price is worth 3 million".

    So does "*a 1% rise* in rates *would* cost us 3 million".
    """
    steps = [f for f in scene.figures if isinstance(amount(f), Money | Percent | Points)]
    lead = [scene.doc[f.start - 1].lower_ for f in steps if f.start > scene.sentence.start]
    if "each" in lead or "every" in lead:
        return True
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "could") for c in verb.children)
    if who is None or not would or has_done(verb):
        return False
    words = range(who.left_edge.i, who.right_edge.i + 1)
    return any(f.start in words and scene.doc[f.start - 1].lower_ in ("a", "an") for f in steps if f.start > 0)


def _is_another_clause(token: Token) -> bool:
    """Whether a coordinated word tells something else: "we grew 4%, *and we will grow 5% next year*"."""
    return token.dep_ == "conj" and token.pos_ in VERBS


def hedge(scene: Scene) -> str | None:
    """The words that soften a statement, if any: "we believe", "roughly in line"."""
    found = next((t for t in scene.sentence if t.lemma_.lower() in stance_words()["hedging"]), None)
    return found.text if found is not None else None


def _is_supposing(scene: Scene) -> bool:
    """Whether a sentence supposes something; what "I would like to" hear or "could you" tell is no supposition."""
    words = [t for t in scene.sentence if t.lower_ in stance_words()["supposing"]]
    return any(not (t.tag_ == "MD" and _is_asking(t.head)) for t in words)


def _is_asking(verb: Token) -> bool:
    who = next((c.lower_ for c in verb.children if c.dep_ in SUBJECTS), "")
    return who == "you" or (who in ("i", "we") and verb.lemma_.lower() in ("like", "love", "appreciate"))
