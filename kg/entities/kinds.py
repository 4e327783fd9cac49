"""Decides what kind of thing an unlisted name names: by its last word, and by the words it stands among."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.entities.context_words import context_words
from kg.entities.firm_slots import is_firm
from kg.entities.groups import Group
from kg.entities.named_after_people import is_business
from kg.entities.person_slots import is_person
from kg.entities.slots import (
    has_result,
    has_results_or_head,
    is_among_units,
    is_before_site,
    is_in_state,
    is_line_of_results,
    is_reported,
    is_share_of_whole,
    is_site,
    is_turned_to,
)
from kg.language import Passage
from kg.mentions.words import common_words, name_words
from kg.model import EntityType, Mention, Role

_ADJECTIVES = ("ional", "ical", "ential", "ology")
"""How words end that say what a line of business is about, and that no brand is made of."""

Places = Mapping[Mention, tuple[Passage, DocSpan]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What tells of a call's names: where they stand, what is listed with them, and which places a lexicon knows.

    `small` are the words that the call writes small as well; `numbered` begin the names of models: "Orchard 5".
    """

    places: Places
    lists: Mapping[Mention, Counter[EntityType]]
    countries: Collection[str]
    small: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()


def kind_of(
    main: Group,
    members: Sequence[Group],
    shown: Shown,
    house: str = "",
) -> EntityType:
    """The kind that the name tells or, failing that, the one with most votes; a product where nothing speaks.

    What the name tells is the same in every call of a company; `house` is the company's name in small letters.
    """
    if main.type is EntityType.PERSON and is_business(shown.places[m][1] for m in main.mentions if m in shown.places):
        return EntityType.BUSINESS_UNIT
    if main.type is not None:
        return main.type
    told = EntityType.PLACE if is_part_of_place(main.name, shown.countries) else told_by_name(main.name, house)
    if told is not None:
        return told
    plain = is_of_plain_words(main.name, shown)
    votes: Counter[EntityType] = Counter()
    for group in members:
        if group.type is not None:
            votes[group.type] += 5
        head = _head(group.name)
        if head in name_words().line_heads:
            votes[EntityType.BUSINESS_UNIT] += 10
        elif _is_head(head, group.name):
            either = head in name_words().plain_heads
            kind = EntityType.BUSINESS_UNIT if plain and (either or _is_line(group.name)) else name_words().heads[head]
            votes[kind] += 1 if either else 3 + len(group.mentions)
        elif (plain and _is_line(group.name)) or is_abroad(group.name):
            votes[EntityType.BUSINESS_UNIT] += 3
        for mention in group.mentions:
            votes.update({kind: 2 * count for kind, count in shown.lists.get(mention, Counter()).items()})
            if mention in shown.places:
                votes.update(_votes(*shown.places[mention]))
                votes[EntityType.PLACE] += 3 * is_in_state(shown.places[mention][1], shown.countries)
                votes[EntityType.BUSINESS_UNIT] += plain and is_line_of_results(shown.places[mention][1])
    ranked = sorted((+votes), key=lambda kind: (-votes[kind], kind is not EntityType.PRODUCT, kind.value))
    return ranked[0] if ranked else EntityType.PRODUCT


def _is_head(head: str, name: str) -> bool:
    """Whether the last word of a name tells a kind: "Lund Valley", not "Valley" alone; of two letters in capitals."""
    kind = name_words().heads.get(head)
    if kind is None or (kind is EntityType.PLACE and " " not in name):
        return False
    return len(head) > 2 or name.split()[-1].isupper()


def _is_line(name: str) -> bool:
    """Whether the last of several words is one by which companies call a line of business."""
    return " " in name and name.casefold().split()[-1] in name_words().house_lines


def is_abroad(name: str) -> bool:
    """Whether a name is that of a part abroad: a name, and the country or continent behind it.

    >>> is_abroad("Quillby North America"), is_abroad("Bank of America"), is_abroad("North America")
    (True, False, False)
    """
    lower = name.casefold()
    if " of " in name or lower.split()[0] in name_words().post_words or any(c.isdigit() for c in name):
        return False
    return lower not in name_words().abroad and any(lower.endswith(f" {end}") for end in name_words().abroad)


def _head(name: str) -> str:
    """The last word of a name in small letters; one of two letters is a head only in capitals: "Lund AG", not "Soy Ag".

    >>> _head("Lund AG"), _head("Soy Ag"), _head("Orvana Logistics")
    ('ag', '', 'logistics')
    """
    last = name.split()[-1].strip(".")
    return "" if len(last) == 2 and not last.isupper() else last.lower()


def told_by_name(name: str, house: str) -> EntityType | None:
    """The kind of a thing of the house by its last word: what companies call a line of business is a unit.

    >>> told_by_name("Orvana Logistics", "Orvana").value, told_by_name("Zentara", "Orvana")
    ('BusinessUnit', None)
    """
    lists = name_words()
    if any(name.casefold().startswith(f"{opener} ") for opener in lists.event_openers):
        return EntityType.EVENT
    if not begins_with_house(name, house):
        return None
    last = name.casefold().split()[-1].strip(".")
    if last in lists.line_heads | lists.usual_lines:
        return EntityType.BUSINESS_UNIT
    kind = lists.heads.get(last)
    return EntityType.BUSINESS_UNIT if last in lists.house_lines and kind is not EntityType.ORGANIZATION else kind


def is_part_of_place(name: str, countries: Collection[str]) -> bool:
    """Whether a name is a listed place behind a word of direction or size.

    >>> is_part_of_place("Northern Arden", {"arden"}), is_part_of_place("Northern Light", {"arden"})
    (True, False)
    """
    direction, _, place = name.casefold().partition(" ")
    return direction in name_words().directions and place in countries


def is_of_plain_words(name: str, shown: Shown) -> bool:
    """Whether a name says what is made or sold, or where: words of the language, which no brand is made of.

    >>> shown = Shown({}, {}, {"arden"}, frozenset({"refrigeration"}))
    >>> is_of_plain_words("Arden Refrigeration", shown), is_of_plain_words("Zentara", shown)
    (True, False)
    """
    words = [w for w in name.casefold().split() if w not in {"&", "and", "of", "-"}]
    known = common_words() | shown.small
    branded = name.isupper() or not shown.numbered.isdisjoint(words)
    return not branded and ("&" in name.split() or all(_is_plain(w, known, shown.countries) for w in words))


def _is_plain(word: str, known: Collection[str], countries: Collection[str]) -> bool:
    return word in known or word in countries or word.endswith(_ADJECTIVES)


def begins_with_house(name: str, house: str) -> bool:
    """Whether a name begins as the company's does and goes on: "Orvana Vantage"."""
    words, own = name.casefold().split(), _own_words(house)
    return bool(own) and len(words) > len(own) and words[: len(own)] == own


def _own_words(house: str) -> list[str]:
    """What the names of a company's things begin with: its first word; all its words where that is a common one."""
    words = house.casefold().split()
    return words if words and words[0] in common_words() else words[:1]


def _votes(passage: Passage, words: DocSpan) -> Iterator[EntityType]:
    after = words.doc[words.end] if words.end < len(words.doc) else None
    if passage.turn.speaker.role is Role.OPERATOR and len(words) > 1 and words.text.replace(" ", "").isalpha():
        yield from [_called_up(words)] * 2
    if after is not None and after.lower_ in context_words("unit_nouns"):
        yield EntityType.BUSINESS_UNIT
    called = name_words().heads.get(after.lower_) if after is not None else None
    if called is EntityType.PRODUCT or (after is not None and after.lower_ in context_words("gatherings")):
        yield called or EntityType.EVENT
    if has_result(words) or is_reported(words) or is_share_of_whole(words) or has_results_or_head(words):
        yield EntityType.BUSINESS_UNIT
    if len(words) > 1 and all(t.lower_ in common_words() or not t.is_alpha for t in words):
        if is_turned_to(words) or is_among_units(words):
            yield EntityType.BUSINESS_UNIT
    if is_site(words) or is_before_site(words):
        yield EntityType.PLACE
    if (after is not None and after.lower_ in context_words("product_nouns")) or _is_launched(words.root):
        yield EntityType.PRODUCT
    if is_firm(words):
        yield EntityType.ORGANIZATION
    if is_person(words):
        yield from [EntityType.PERSON] * 2


def _called_up(words: DocSpan) -> EntityType:
    """Whom an operator names: a caller, or after "from" and its like the caller's firm."""
    before = words.doc[words.start - 1].lower_ if words.start else ""
    return EntityType.ORGANIZATION if before in {"from", "with", "at", "for", "representing"} else EntityType.PERSON


def _is_launched(token: Token) -> bool:
    """ "we launched Acme", "using Acme", "the new Acme"."""
    head = token.head
    if token.dep_ in {"dobj", "nsubjpass"} and head.lemma_.lower() in context_words("product_verbs"):
        return True
    return any(child.dep_ == "amod" and child.lower_ == "new" for child in token.children)
