"""Who holds which post where: what positions are read from persons that were gathered."""

from __future__ import annotations

from kg.entities.cast import Person
from kg.entities.firms import Firms
from kg.entities.introduction import Introduction
from kg.entities.positions import positions
from kg.entities.posts import Posts
from kg.model import Entity, EntityId, EntityType, Role, Span
from kg.transcripts import from_text

COMPANY = Entity(EntityId("company/lumen-works"), EntityType.ORGANIZATION, "Lumen Works")
FJORD = Entity(EntityId("company/fjord"), EntityType.ORGANIZATION, "Fjord")
EK = Entity(EntityId("person/bo-ek"), EntityType.PERSON, "Bo Ek")


def test_an_analyst_holds_a_post_at_the_firm_that_the_call_has_for_the_name() -> None:
    call = from_text("Ada Moll: Welcome. Bo Ek with Harbour Bank.\nOperator: Bye.\nAda Moll: Bye.", "call")
    said = Introduction("Bo Ek", Span(19, 24), Span(19, 42), call.turns[0], organization="Harbour Bank")
    person = Person("Bo Ek", Role.ANALYST, introduced=[said])
    held = positions(call, [person], {"Bo Ek": EK}, Posts(COMPANY, Firms([COMPANY, FJORD])), {"Bo Ek": FJORD})
    assert [(post.subject, post.object) for post in held] == [(EK.id, FJORD.id)]
