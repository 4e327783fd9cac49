"""From name mentions to entities: each mention gets a thing that it denotes, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.entities.aliases import aliases, initials
from kg.entities.called_by_place import same_place
from kg.entities.context_words import context_words
from kg.entities.enumerated import kinds_of_lists
from kg.entities.groups import Group, groups
from kg.entities.identity import key
from kg.entities.kinds import Places, Shown, kind_of
from kg.entities.phonetic import letters
from kg.entity_ids import mint
from kg.legal_forms import as_compared
from kg.lexicon import Lexicon
from kg.mentions.names import CAPITALS
from kg.mentions.words import common_words, name_words
from kg.mentions.writing import is_ordinary
from kg.model import CallInfo, Entity, EntityId, EntityType, Label, Link, Mention, MentionKind, Span, Transcript

LISTED = Decimal("0.95")
NAMED = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class NameLinks:
    """Links of name mentions in text order, and the entities they point to."""

    links: tuple[Link, ...]
    entities: Mapping[EntityId, Entity]


def company_of(call: CallInfo, lexicon: Lexicon) -> Entity:
    """The reporting company: from a lexicon, else under the name in the header.

    >>> company_of(CallInfo("Acme Widgets"), Lexicon()).id
    'company/acme-widgets'
    """
    own = lexicon.of_call(call)
    if own is not None:
        return own.company
    name = as_compared(call.company)
    for entity in lexicon.general:
        if entity.type is EntityType.ORGANIZATION and name in {as_compared(label.text) for label in entity.labels}:
            return entity
    return Entity(mint(EntityType.ORGANIZATION, call.company), EntityType.ORGANIZATION, call.company)


def link_names(
    transcript: Transcript,
    mentions: Sequence[Mention],
    places: Places,
    company: Entity,
    known: Mapping[EntityId, Entity],
    already: Sequence[Entity] = (),
) -> NameLinks:
    """Link every name mention: listed ones to their entry, the others to the fullest name that they share.

    `already` are things that the call's introductions named; a mention of the same name denotes them.
    """
    spelt = {letters(label.text): e for e in known.values() for label in e.labels if _is_firm(e, label)}
    placed = {label.text: e for e in known.values() for label in e.labels if _is_whole(e, label)}
    named = {key(e.name): e for e in already if e.type is not EntityType.PERSON}
    found = groups(mentions)
    short = {**aliases(found), **same_place(found, known.values())}
    sets: dict[str, list[Group]] = defaultdict(list)
    for group in found:
        sets[short.get(group.key, (group.key, ""))[0]].append(group)
    listed = {m: known[m.entity].type for m in mentions if m.entity is not None and m.entity in known}
    shown = Shown(
        places,
        kinds_of_lists(transcript, mentions, listed),
        _countries(known.values()),
        _small(places),
        _numbered(found),
    )
    links: list[Link] = []
    entities: dict[EntityId, Entity] = {}
    for full, members in sets.items():
        main = next(g for g in found if g.key == full)
        entity, reason, score = _entity(main, members, shown, company, known, named, spelt, placed, transcript.call)
        entities.setdefault(entity.id, entity)
        for group in members:
            why = short[group.key][1] if group.key in short else reason
            links += [Link(m, entity.id, score, why) for m in group.mentions]
    return NameLinks(tuple(sorted(links, key=lambda link: link.mention)), entities)


def _entity(
    main: Group,
    members: Sequence[Group],
    shown: Shown,
    company: Entity,
    known: Mapping[EntityId, Entity],
    named: Mapping[str, Entity],
    spelt: Mapping[str, Entity],
    placed: Mapping[str, Entity],
    call: CallInfo,
) -> tuple[Entity, str, Decimal]:
    listed = known.get(main.entity) if main.entity is not None else None
    if listed is not None and listed.type is EntityType.ORGANIZATION and main.name == call.ticker:
        return company, "the ticker of the reporting company", LISTED
    if listed is not None and not (_is_short_for(listed, company) and is_company(listed.name, company, call)):
        if listed.type is EntityType.ORGANIZATION and listed.id != company.id and _is_segment(members, shown.places):
            unit = Entity(mint(EntityType.BUSINESS_UNIT, listed.name), EntityType.BUSINESS_UNIT, listed.name)
            return unit, "called a segment in the call", NAMED
        return listed, "a label of the lexicon", LISTED
    if listed is not None or any(is_company(g.name, company, call) for g in members):
        if listed is None and main.key in common_words() and _is_segment(members, shown.places):
            unit = Entity(mint(EntityType.BUSINESS_UNIT, main.name), EntityType.BUSINESS_UNIT, main.name)
            return unit, "called a segment in the call", NAMED
        return company, "the reporting company", LISTED
    respelt = next((spelt[letters(g.name)] for g in members if letters(g.name) in spelt), None)
    if respelt is not None:
        return respelt, "a label of the lexicon but for blanks and capitals", NAMED
    place = placed.get(main.name) if all(m.rule == CAPITALS for m in main.mentions) else None
    if place is not None:
        return place, "a label of the lexicon", LISTED
    introduced = next((named[g.key] for g in members if g.key in named), None)
    if introduced is not None:
        return introduced, "named so where the speakers are introduced", NAMED
    kind = kind_of(main, members, shown, as_compared(company.name))
    name = _bare(main.name)
    return Entity(mint(kind, name), kind, name), "named so in the call", NAMED


def _countries(known: Iterable[Entity]) -> frozenset[str]:
    """The labels of the places that a lexicon lists, in small letters."""
    return frozenset(label.text.casefold() for e in known if e.type is EntityType.PLACE for label in e.labels)


def _numbered(found: Iterable[Group]) -> frozenset[str]:
    """The first words of names that go on with a number, in small letters."""
    names = (group.name.casefold().split() for group in found)
    return frozenset(words[0] for words in names if len(words) > 1 and words[1][0].isdigit())


def _small(places: Places) -> frozenset[str]:
    """The words that stand in small letters where names are spoken."""
    passages = {passage.paragraph.span: passage for passage, _ in places.values()}
    return frozenset(t.text for passage in passages.values() for t in passage.doc if t.is_lower and t.is_alpha)


def _is_segment(members: Sequence[Group], places: Places) -> bool:
    """Whether the call speaks of a firm as "our Anvil segment"."""
    found = (places[m] for group in members for m in group.mentions if m in places)
    return any(w.end < len(w.doc) and w.doc[w.end].lower_ in ("segment", "division") for _, w in found)


def _is_short_for(listed: Entity, company: Entity) -> bool:
    """Whether a listed firm is what the reporting company's name begins with: "Orvana" on a call of Orvana Works."""
    firm = listed.type is EntityType.ORGANIZATION and not company.listed
    return firm and as_compared(company.name).startswith(f"{as_compared(listed.name)} ")


def _is_firm(entity: Entity, label: Label) -> bool:
    """Whether a label of an organisation is long enough to be known by its letters alone."""
    if entity.type is not EntityType.ORGANIZATION:
        return False
    return label.kind != "hidden" and label.language.startswith("en") and len(letters(label.text)) >= 6


def _is_whole(entity: Entity, label: Label) -> bool:
    """Whether a label is the name of a place and no abbreviation of it."""
    return entity.type is EntityType.PLACE and label.kind != "hidden" and len(label.text) > 3


def _bare(name: str) -> str:
    """A proper name without the general noun that is spoken with it: "Sensing" for "Sensing segment"."""
    words = name.split()
    if len(words) > 1 and words[-1] in name_words().line_heads and words[-2][:1].isupper():
        short = " ".join(words[:-1])
        return name if " " not in short and is_ordinary(short) else short  # "European businesses"
    return name


def is_company(name: str, company: Entity, call: CallInfo) -> bool:
    """Whether a name is the reporting company's: with or without legal form, its first words, initials or ticker."""
    if name == call.ticker:
        return True
    full = as_compared(company.name)
    if len(full.split()) > 1 and name == initials(full):
        return True
    forms = {full, *(as_compared(label.text) for label in company.labels)}
    return as_compared(name) in forms | shortened(full)


def shortened(full: str) -> frozenset[str]:
    """The shorter forms of a company's name, as compared: its first word, and it without what says only its trade.

    >>> sorted(shortened("orvane pacific properties")), sorted(shortened("m.d.c")), sorted(shortened("tarvel's kilns"))
    (['orvane', 'orvane pacific'], ['mdc'], ['tarvel', "tarvel's"])
    """
    words = full.split()
    first = words[0].split(".")[0].split("-")[0]
    ends = [i for i in range(2, len(words)) if words[i] in ("and", "&") or set(words[i:]) <= context_words("trades")]
    forms = {" ".join(words[:i]) for i in ends}
    forms |= {full.replace(".", "")} if "." in words[0] else set()
    named = first.removesuffix("'s")
    return frozenset(forms | {w for w in (first, named) if len(w) > 1 and not is_ordinary(w)})


def in_header(transcript: Transcript, company: Entity) -> list[Link]:
    """The company's name and ticker where they stand above the first words: "Orvana (ORV 0.3%)"."""
    end = min((t.label or t.span).start for t in transcript.turns) if transcript.turns else 0
    links = []
    for form in {company.name, transcript.call.ticker or company.name}:
        at = transcript.text.find(form, 0, end)
        if at >= 0 and not transcript.text[at + len(form) : at + len(form) + 1].isalnum():
            mention = Mention(Span(at, at + len(form)), MentionKind.NAME, form, "name.header")
            links.append(Link(mention, company.id, LISTED, "the company in the header"))
    return sorted(links, key=lambda link: link.mention)
