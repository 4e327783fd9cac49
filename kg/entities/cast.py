"""Who takes part in a call: labels and introductions gathered into persons, one under all their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.entities.called_next import called_at_end
from kg.entities.introduction import Introduction
from kg.entities.same_person import same_name, share_name
from kg.entities.same_post import same_post
from kg.model import Entity, EntityType, Role, Speaker, Transcript, Turn
from kg.persons import is_generic, is_name, is_unidentified

_HANDOVER = 120
"""Characters after an introduction within which its turn must end for the next speaker to be the one introduced."""
_NEXT = 2
_REACH = 3
"""How many turns after an announcement the person announced may first speak: greetings come between."""


@dataclass(slots=True)
class Person:
    """Somebody of the call while names are being gathered; `speakers` are the labels they speak under."""

    name: str
    role: Role
    speakers: list[Speaker] = field(default_factory=list)
    introduced: list[Introduction] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    known: Entity | None = None
    announced_firm: str | None = None
    """The firm of the colleague for whom somebody speaks."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every full name, the canonical one first."""
        all_names = [self.name, *(s.name for s in self.speakers), *(i.name for i in self.introduced)]
        return tuple(dict.fromkeys(all_names))

    @property
    def titles(self) -> tuple[str, ...]:
        """What the call says that this person does, each title once, those of the labels first."""
        found = [*(s.title for s in self.speakers), *(i.title for i in self.introduced)]
        return tuple(dict.fromkeys(t for t in found if t))


def cast(transcript: Transcript, found: Sequence[Introduction], known: Iterable[Entity]) -> list[Person]:
    """All persons of a call: those who speak, in order of speech, those who are only introduced, those only listed."""
    people = _speakers(transcript)
    late: list[Introduction] = []
    for introduction in _last_first(found):
        person = _asking(introduction, people) if introduction.asks else None
        person = person or _introduced(introduction, people, transcript)
        if person is None and introduction.title and " " in introduction.name:
            person = Person(introduction.name, Role.EXECUTIVE)
            people.append(person)
        if person is not None:
            person.introduced.append(introduction)
        else:
            late.append(introduction)
    for introduction in late:
        person = next((p for p in people if any(same_name(n, introduction.name) for n in p.names)), None)
        if person is not None:
            person.introduced.append(introduction)
        elif colleague := _colleague(introduction, people, transcript.turns):
            colleague.announced_firm = colleague.announced_firm or introduction.organization
    _join_called(people, transcript)
    people += _silent(transcript, people)
    persons = [e for e in known if e.type is EntityType.PERSON]
    for person in people:
        person.known = next((e for e in persons if _is_known(person, e)), None)
        person.name = person.known.name if person.known else _canonical(person)
    return people


def _silent(transcript: Transcript, people: Sequence[Person]) -> list[Person]:
    """Those whom only the printed list of participants names; an entry for one known is one more label."""
    silent: list[Person] = []
    for entry in transcript.participants:
        placed = entry.title or (entry.role is Role.ANALYST and entry.organization)
        if is_generic(entry.name) or not placed or not is_name(entry.name) or " " not in entry.name:
            continue
        person = next((p for p in (*people, *silent) if any(same_name(n, entry.name) for n in p.names)), None)
        if person is None:
            asks = entry.role is Role.ANALYST or "analyst" in (entry.title or "").casefold()
            person = Person(entry.name, Role.ANALYST if asks else Role.EXECUTIVE)
            silent.append(person)
        if entry not in person.speakers:
            person.speakers.append(entry)
    return silent


def _asking(introduction: Introduction, people: list[Person]) -> Person:
    """Whoever asks without speaking, as one of the call's analysts; a given name alone is one's of the same firm."""
    firm, name = introduction.organization, introduction.name
    person = next(
        (
            p
            for p in people
            if name in p.names
            or (any(same_name(n, name) for n in p.names) and any(i.organization == firm for i in p.introduced))
        ),
        None,
    )
    if person is None:
        person = Person(introduction.name, Role.ANALYST)
        people.append(person)
    return person


def _last_first(found: Sequence[Introduction]) -> list[Introduction]:
    """Introductions in text order, but of those in one announcement the last first: it is the one that holds."""
    return sorted(
        found,
        key=lambda i: (not i.stands_in, i.turn.number, i.title is None, i.span.start if i.title else -i.span.start),
    )


def _colleague(introduction: Introduction, people: Sequence[Person], turns: Sequence[Turn]) -> Person | None:
    """The analyst who speaks next though the operator announced another, whose firm it is."""
    after = turns[introduction.turn.number : introduction.turn.number + _REACH]
    asks = next((t for t in after if t.speaker.role is Role.ANALYST), None)
    return next((p for p in people if asks in p.turns), None) if asks else None


def _speakers(transcript: Transcript) -> list[Person]:
    people: list[Person] = []
    served = 0
    for turn in transcript.turns:
        speaker = turn.speaker
        if speaker.role is Role.OPERATOR:
            served = turn.number
            continue
        person = next((p for p in people if _one(p, speaker) or _goes_on(p, turn, served)), None)
        if person is None:
            person = Person(speaker.name, speaker.role)
            people.append(person)
        if speaker not in person.speakers:
            person.speakers.append(speaker)
        person.turns.append(turn)
    return people


def _goes_on(person: Person, turn: Turn, served: int) -> bool:
    """Whether an analyst without a name speaks on under one label: nobody was announced since, or just before."""
    last = person.turns[-1]
    if last.speaker != turn.speaker or turn.speaker.role is not Role.ANALYST or last.number < served:
        return False
    return not is_unidentified(turn.speaker.name) or turn.number - last.number <= _NEXT


def _one(person: Person, speaker: Speaker) -> bool:
    """Labels of one person: equal, or the same name by its form on the same side of the call."""
    if any(s.name == speaker.name for s in person.speakers):
        return not is_generic(speaker.name) or speaker.role is not Role.ANALYST
    generic = is_generic(speaker.name) or is_generic(person.name)
    return not generic and person.role is speaker.role and same_name(person.name, speaker.name)


def _introduced(introduction: Introduction, people: Sequence[Person], transcript: Transcript) -> Person | None:
    """The person whom an introduction means."""
    turns = transcript.turns
    own = next((p for p in people if introduction.turn in p.turns), None)
    if introduction.title is None and own is not None:
        near = [own] if introduction.turn.speaker.role is not Role.UNKNOWN else []
    elif introduction.title is None:
        after = turns[introduction.turn.number : introduction.turn.number + _REACH]
        near = list(_of_turns([t for t in after if t.speaker.role is not Role.EXECUTIVE], people))
    else:
        near = []
    for person in near:
        if any(same_name(name, introduction.name) for name in person.names):
            return person
        nobody = is_unidentified(person.name) and person.role is not Role.ANALYST
        alike = is_generic(person.name) or share_name(person.name, introduction.name)
        if not person.introduced and alike and not nobody:
            return person
    same = [p for p in people if any(same_name(n, introduction.name) for n in p.names)]
    if same:
        return same[0]
    if introduction.title and (given := _handed_to(introduction, people, transcript)):
        return given
    if introduction.title is None:
        return None
    holders = [p for p in people if p.role is Role.EXECUTIVE and _same_post(p, introduction)]
    return holders[0] if len(holders) == 1 else None


def _handed_to(introduction: Introduction, people: Sequence[Person], transcript: Transcript) -> Person | None:
    """The numbered speaker to whom a turn that ends with an introduction hands over, and calls nobody else."""
    turn, turns = introduction.turn, transcript.turns
    if turn.span.end - introduction.evidence.end > _HANDOVER or turn.number >= len(turns):
        return None
    called = called_at_end(transcript.words(turn.paragraphs[-1]))
    if called and not _calls(called, introduction.name):
        return None
    following = next(iter(_of_turns([turns[turn.number]], people)), None)
    free = following is not None and not following.introduced and is_generic(following.name)
    return following if free and following and not is_unidentified(following.name) else None


def _join_called(people: list[Person], transcript: Transcript) -> None:
    """A numbered speaker called by the name of somebody who was introduced, and has no label, is that person."""
    for turn, following in zip(transcript.turns, transcript.turns[1:], strict=False):
        person = next(iter(_of_turns([following], people)), None)
        free = person is not None and not person.introduced and is_generic(person.name)
        called = called_at_end(transcript.words(turn.paragraphs[-1])) if free else None
        if person is None or called is None or turn.speaker.role is Role.ANALYST or is_unidentified(person.name):
            continue
        meant = [p for p in people if not p.turns and p.introduced and any(_calls(called, name) for name in p.names)]
        if len(meant) == 1:
            person.introduced += meant[0].introduced
            people.remove(meant[0])


def _calls(called: str, name: str) -> bool:
    """Whether words call somebody of a name, perhaps by its first or last part alone."""
    return set(called.split()) <= set(name.split())


def _of_turns(turns: Iterable[Turn], people: Sequence[Person]) -> Iterator[Person]:
    for turn in turns:
        yield from (p for p in people if turn in p.turns)


def _same_post(person: Person, introduction: Introduction) -> bool:
    """Whether somebody introduced under another given name holds the post that a label gives this person."""
    if not share_name(person.name, introduction.name):
        return False
    return any(same_post(title, introduction.title or "") for title in person.titles)


def _is_known(person: Person, entity: Entity) -> bool:
    """Whether a lexicon's entry is this person: by a full name that it lists."""
    listed = {label.text.casefold() for label in entity.labels} | {entity.name.casefold()}
    return any(name.casefold() in listed for name in person.names if " " in name)


def _canonical(person: Person) -> str:
    """The full name by which others introduce somebody; a label's where the two are only alike."""
    label = person.speakers[0].name if person.speakers else None
    label = label.title() if label and label.isupper() and len(label) > 4 else label
    for introduction in person.introduced:
        own = introduction.turn in person.turns
        single = len(introduction.name.split()) < 2 and not (label and is_generic(label))
        if single or (own and label and not is_generic(label)):
            continue
        if label is None or is_generic(label) or introduction.title or same_name(label, introduction.name):
            return introduction.name.title() if introduction.name.isupper() else introduction.name
    return label or person.name
