"""For whom people speak: an analyst's firm, the reporting company, or a unit of it that an introduction names."""

from __future__ import annotations

import re

from kg.entities.cast import Person
from kg.entities.firms import Firms, clean
from kg.entity_ids import mint
from kg.legal_forms import as_compared
from kg.model import Entity, EntityType, Role
from kg.persons import is_generic, is_post, words

_HEAD = (
    r"(?:(?:Group |Division |Segment |Co-)?President|Chair(?:man)?|CEO|COO|CFO|MD|Managing Director|General Manager"
    r"|Chief (?:Executive|Operating|Financial) Officer)"
)
_HEADS_UNIT = re.compile(rf"(?P<post>{_HEAD}(?:(?:,| and| &) {_HEAD})*)(?:,| of) (?:the )?(?P<unit>[A-Z][^,;]*)$")
_SPOKEN = 1  # times that a call speaks of a unit beside the titles of its people


class Posts:
    """Organisations of the people of one call; `seen` are units and firms met on the way."""

    def __init__(self, company: Entity, firms: Firms, *, text: str = "", ticker: str | None = None) -> None:
        self.company = company
        self._ticker = (ticker or "").casefold()
        self.firms = firms
        self._text = text
        self._units: dict[str, Entity] = {}

    @property
    def seen(self) -> tuple[Entity, ...]:
        """The units that posts have named so far."""
        return tuple(self._units.values())

    def organization(self, person: Person) -> Entity | None:
        """The firm of an analyst; the organisation that an executive is introduced with, else the company."""
        if person.role is Role.ANALYST:
            return self._firm(person)
        for introduction in person.introduced:
            if introduction.title:
                unit = self.named(introduction.organization) if introduction.organization else None
                return unit or self.company
        unit = self.in_title(person.titles[0]) if person.titles else None
        return self.company if self._is_own(person) or unit is None else unit

    def _is_own(self, person: Person) -> bool:
        return any(s.organization and self._is_company(s.organization) for s in person.speakers)

    def _firm(self, person: Person) -> Entity | None:
        spoken = [i.organization for i in person.introduced if i.organization]
        printed = [s.organization for s in person.speakers if s.organization]
        for name in (*printed, *spoken):
            if self.firms.knows(name):
                return self.firms.of(name)
        if spoken and printed:  # a label's form is the longer one, the operator's the usual one
            firm = self.firms.of(min((*spoken, *printed), key=lambda n: (len(clean(n)), n)))
            for name in (*printed, *spoken):
                self.firms.also(name, firm)
            return firm
        only = next(iter((*printed, *spoken, person.announced_firm)), None)
        return self.firms.of(only) if only else None

    def named(self, text: str) -> Entity | None:
        """The organisation or unit that words after a post name; None for words that name none."""
        if self._is_company(text):
            return self.company
        if self.firms.knows(text):
            return self.firms.of(text)
        if not text[0].isupper() or is_post(text):
            return None
        if self._of_family(text):
            unit = Entity(mint(EntityType.BUSINESS_UNIT, clean(text)), EntityType.BUSINESS_UNIT, clean(text))
            return self._units.setdefault(as_compared(text), unit)
        return None

    def represented(self, text: str) -> Entity | None:
        """What somebody is introduced for: an organisation, or a unit ("for foundry") under its name in the call."""
        known = self.named(text)
        if known or is_post(text):
            return known
        full = re.search(rf"\b((?i:{re.escape(text)})\s+(?:Business|Division|Segment|Unit|Group))\b", self._text)
        name = " ".join(full[1].split()) if full else text[0].upper() + text[1:]
        unit = Entity(mint(EntityType.BUSINESS_UNIT, name), EntityType.BUSINESS_UNIT, name)
        return self._units.setdefault(as_compared(text), unit)

    def in_title(self, title: str) -> Entity | None:
        """The unit at the end of a title such as "Chief Executive Officer, Acme Retail"."""
        _, comma, last = title.rpartition(", ")
        return self.named(last) if comma and self._of_family(last) and not is_post(last) else None

    def headed(self, title: str) -> tuple[str, Entity] | None:
        """The post and the unit of who heads one: "President, Lamps"; a unit is what the call speaks of by that name.

        A place, a department or the company itself is none.
        """
        match = _HEADS_UNIT.match(title)
        if match is None or self._is_company(name := clean(match["unit"])) or is_post(name):
            return None
        known = self.firms.of(name) if self.firms.knows(name) else None
        if known is not None and known.type is EntityType.PLACE:
            return None
        others = words("departments") | words("posts") | {"management"}
        if not self._speaks_of(name, title) or any(w.casefold() in others for w in name.split()):
            return None
        return match["post"], known or self.represented(name) or self.company

    def _speaks_of(self, unit: str, title: str) -> bool:
        """Whether a call speaks of a unit elsewhere than in a title, or the name ends as those of firms do."""
        text = self._text.replace(" & ", " and ")
        told = text.count(unit.replace(" & ", " and ")) - text.count(title.replace(" & ", " and "))
        return told >= _SPOKEN or (" " in unit and unit.split()[-1].casefold() in words("trades"))

    def _is_company(self, text: str) -> bool:
        """Whether a name is the company's: in full, a part of it, its initials, or its ticker."""
        forms = {as_compared(self.company.name), *(as_compared(label.text) for label in self.company.labels)}
        name = as_compared(text)
        part = len(name) > 3 and any(f" {name} " in f" {form} " for form in forms)
        return part or name in {*forms, _initials(self.company.name), self._ticker, "company", "the company"}

    def _of_family(self, text: str) -> bool:
        """Whether a name begins as the company's: its first word, or that before a dot."""
        first = re.split(r"[\s.]", self.company.name)[0]
        return len(text.split()) > 1 and text.split()[0].casefold() in {first.casefold(), _initials(self.company.name)}


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper()).casefold()


def nobody(person: Person) -> bool:
    """Whether a label leaves open who it is."""
    return is_generic(person.name)
