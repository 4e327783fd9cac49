"""A paragraph as relations see it: which tokens name which entity, and whom "we" and "our" stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.facts.context import Context
from kg.facts.relations.words import word_list
from kg.facts.sentence import conjuncts, subject
from kg.language import Passage
from kg.model import Entity, EntityId, EntityType, Role, SpokenTurn

_OPENING = 200
_INTRODUCTIONS = (
    "This is",
    "I am",
    "I'm",
    "Here is the answer",
    "Here's the answer",
    "Let me address",
    "Now, let me address",
    "So, let me take",
    "I'll take",
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the paragraph: its tokens and the entity that it was linked to."""

    words: DocSpan
    entity: Entity


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph: `at` maps each token of a name to it; `we` is whom "our" means there, `you` whom "your" means."""

    context: Context
    passage: Passage
    names: tuple[Named, ...]
    at: Mapping[int, Named]
    company: Entity
    we: Entity | None
    you: Entity | None
    topic: Entity | None

    def of(self, token: Token) -> list[Named]:
        """What a noun names: itself, its modifiers and appositions, its coordinated words, and "such as" lists."""
        found = [n for word in conjuncts(token) for n in self._around(word)]
        return list({n.words.start: n for n in found}.values())

    def _around(self, token: Token) -> Iterator[Named]:
        own = self.at.get(token.i)
        if own is not None:
            yield own
        for child in token.children:
            if child.dep_ in {"compound", "appos", "nmod", "amod"} and own is None:
                yield from [self.at[child.i]] if child.i in self.at else self._before(child)
            if child.dep_ == "poss" and child.i in self.at and token.lower_ in word_list("units"):
                yield self.at[child.i]
            if child.dep_ == "prep" and child.lower_ in word_list("lists"):
                yield from (n for t in child.children if t.dep_ in {"pobj", "prep"} for n in self.of(t))

    def _before(self, modifier: Token) -> Iterator[Named]:
        """A name that modifies a modifier: Orbis in "Orbis manufacturing employees"."""
        yield from (self.at[t.i] for t in modifier.children if t.dep_ == "compound" and t.i in self.at)

    def speaker(self, token: Token) -> Entity | None:
        """Whom a pronoun of the first or second person means."""
        if token.lower_ in word_list("ours"):
            return self.side(token)
        return self.you if token.lower_ in word_list("yours") else None

    def side(self, token: Token) -> Entity | None:
        """For whom management speaks at a token: the listed segment that is the topic there, else its own side."""
        if self.we is None or self.we.id != self.company.id:
            return self.we
        before = (n.entity for n in self.names if n.words.start < token.i)
        segments = [s for s in (_segment(self.context, e, self.company) for e in before) if s is not None]
        return (segments[-1] if segments else self.topic) or self.we

    def owner(self, noun: Token) -> Entity | None:
        """Whose a thing is: "our", "Acme's", or the possessor of the noun that it modifies."""
        for child in noun.children:
            if child.dep_ == "poss":
                named = self.of(child)
                return named[0].entity if named else self.speaker(child)
        if noun.dep_ in {"compound", "amod", "nmod", "appos", "conj"} and noun.head.i != noun.i:
            return self.owner(noun.head)
        return None

    def _list_before(self, token: Token) -> list[Named]:
        """The names of a list that ends right before a word: "A, B and C all chose"."""
        found: list[Named] = []
        edge = token.i
        for named in reversed([n for n in self.names if n.words.end <= token.i]):
            between = named.words.doc[named.words.end : edge]
            if len(between) > 2 or any(t.lower_ not in {",", "and", "or"} for t in between):
                break
            found.append(named)
            edge = named.words.start
        return found[::-1]

    def doers(self, verb: Token) -> list[Entity]:
        """Who does it: the entities that the subject names or belongs to, or whom "we" means."""
        who = subject(verb)
        if who is None:
            return []
        named = [n.entity for n in self.of(who)]
        if who.lower_ in {"all", "both", "each"}:
            named = [n.entity for n in self._list_before(who)]
        if named:
            return named
        if any(who.lower_ in word_list(group) for group in ("users", "customers", "competitors", "suppliers")):
            return []  # what our customers do, we do not
        means = self.speaker(who) or self.owner(who)
        return [means] if means is not None else []


def scenes(context: Context) -> Iterator[Scene]:
    """The paragraphs of a call in text order, the operator's left out."""
    company = context.entities[context.company]
    turns = {t.number: t for t in context.turns}
    topic, number = None, 0
    asked: set[EntityId] = set()
    for passage in context.passages:
        if passage.turn.number != number:
            topic = context.entities[min(asked)] if len(asked) == 1 else None
            asked, number = set(), passage.turn.number
        turn = turns.get(passage.turn.number)
        role = turn.role if turn is not None else passage.turn.speaker.role
        names = _names(context, passage)
        own = _side(context, turn, company) if turn is not None else company
        outside = role is Role.ANALYST
        silent = outside or role is Role.OPERATOR
        yield Scene(
            context,
            passage,
            tuple(names),
            {t.i: n for n in names for t in n.words},
            company,
            None if silent else own,
            company if outside else None,
            topic,
        )
        segments = [s for s in (_segment(context, n.entity, company) for n in names) if s is not None]
        topic = segments[-1] if segments else topic
        if outside:
            asked |= {s.id for s in segments}


def _segment(context: Context, unit: Entity, company: Entity) -> Entity | None:
    """The listed unit right below the company to which a unit belongs; None where no lexicon tells."""
    while unit.parent is not None and unit.parent != company.id and unit.parent in context.entities:
        unit = context.entities[unit.parent]
    return unit if unit.listed and unit.parent == company.id else None


def _side(context: Context, turn: SpokenTurn, company: Entity) -> Entity:
    """The unit for which a speaker speaks, by organisation, title or introduction, else the company."""
    entity = context.entities.get(turn.organization) if turn.organization is not None else None
    title = (turn.title or "").lower().replace("vice president", "").replace(",", " ")
    if word_list("heads") & set(title.split()):
        return company
    if entity is not None and entity.type is EntityType.BUSINESS_UNIT:
        return entity
    opening = context.transcript.text[turn.span.start : turn.span.start + _OPENING].split(". ")
    for words in (turn.title or "", *(s for s in opening if s.startswith(_INTRODUCTIONS))):
        units = [e for e in _units(context) if any(s.text.lower() in words.lower() for s in e.surfaces)]
        if units:
            return max(units, key=lambda e: max(len(s.text) for s in e.surfaces if s.text.lower() in words.lower()))
    return company


def _units(context: Context) -> list[Entity]:
    """The units that do business: no staff functions."""
    units = [context.entities[i] for i in sorted(context.entities)]
    staff = word_list("staff")
    return [u for u in units if u.type is EntityType.BUSINESS_UNIT and not staff & set(u.name.lower().split())]


def _names(context: Context, passage: Passage) -> list[Named]:
    found = []
    for link in context.names_in(passage.paragraph.span):
        words = passage.words(link.mention.span)
        entity = context.entities.get(link.entity)
        if words is not None and len(words) and entity is not None:
            found.append(Named(words, entity))
    return found


def has_known_parent(entity: Entity) -> bool:
    """Whether a lexicon tells to what a thing belongs."""
    return entity.listed and entity.parent is not None
