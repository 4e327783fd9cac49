"""Who holds which post where: what positions are read from persons that were gathered."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("title", "post", "unit"),
    [
        ("President, Garden Lamps", "President", "Garden Lamps"),
        ("President and Chief Executive Officer, Fjord", "President and Chief Executive Officer", "Fjord"),
        ("President of Lamps and Wicks", "President", "Lamps and Wicks"),
        ("President, Norland Air", "President", "Norland Air"),
    ],
)
def test_who_heads_a_unit_holds_the_post_there(title: str, post: str, unit: str) -> None:
    posts = Posts(COMPANY, Firms([COMPANY, FJORD]), text="Garden Lamps grew, as did Lamps & Wicks and Fjord.")
    led = posts.headed(title)
    assert led is not None
    assert (led[0], led[1].name) == (post, unit)


@pytest.mark.parametrize(
    "title",
    [
        "President, Harbour Lamps",
        "Vice President, Garden Lamps",
        "Managing Director, Investor Relations",
        "Chairman, President and Chief Executive Officer",
        "President, Lumen Works",
        "President, Norland",
    ],
)
def test_other_titles_name_no_unit_that_is_headed(title: str) -> None:
    norland = Entity(EntityId("place/norland"), EntityType.PLACE, "Norland")
    posts = Posts(COMPANY, Firms([COMPANY, norland]), text="Garden Lamps grew in Norland; Harbour Lamp fell.")
    assert posts.headed(title) is None
