"""Sentences of an invented company, and what links its units, products, partners and places in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from kg.facts.context import Context
from kg.facts.relations import relations
from kg.model import Entity, EntityId, EntityType, Relation, Role

Spoken = Callable[[Sequence[tuple[Role, str]], Mapping[str, Entity]], Context]
HOUSE = EntityId("company/oakfield")


def entity(kind: EntityType, name: str, parent: EntityId | None = None, *, listed: bool = False) -> Entity:
    slug = name.lower().replace(" ", "-")
    return Entity(EntityId(f"{kind.value.lower()}/{slug}"), kind, name, parent=parent, listed=listed)


UNIT, PRODUCT, COMPANY, PLACE, EVENT = (
    EntityType.BUSINESS_UNIT,
    EntityType.PRODUCT,
    EntityType.ORGANIZATION,
    EntityType.PLACE,
    EntityType.EVENT,
)
LIGHTING = entity(UNIT, "Home Lighting", HOUSE, listed=True)
FORMS = {
    "Garden": entity(UNIT, "Garden"),
    "Sheds": entity(UNIT, "Sheds"),
    "Home Lighting": LIGHTING,
    "Wick": entity(UNIT, "Wick", LIGHTING.id, listed=True),
    "Glow": entity(PRODUCT, "Glow"),
    "Ember": entity(PRODUCT, "Ember"),
    "GlowPad": entity(PRODUCT, "GlowPad"),
    "Lull": entity(PRODUCT, "Lull"),
    "Q7": entity(PRODUCT, "Q7"),
    "Sconce": entity(PRODUCT, "Sconce"),
    "Slides 15": entity(PRODUCT, "Slides 15"),
    "Northwind": entity(COMPANY, "Northwind"),
    "Sallow": entity(COMPANY, "Sallow"),
    "Brightline": entity(COMPANY, "Brightline"),
    "Chile": entity(PLACE, "Chile"),
    "Peru": entity(PLACE, "Peru"),
    "Lamp Expo": entity(EVENT, "Lamp Expo"),
}


def stated(spoken: Spoken, text: str, role: Role = Role.EXECUTIVE) -> set[tuple[str, str, str]]:
    """The relations of a text as names: subject, predicate, object."""
    context = spoken([(role, text)], FORMS)
    found = [r for r in relations(context) if isinstance(r, Relation)]
    name = {id: e.name for id, e in context.entities.items()}
    return {(name[r.subject], r.predicate.value, name[r.object]) for r in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We are expanding our Chile plant.", {("Oakfield", "operatesIn", "Chile")}, id="a site named by its place"
        ),
        pytest.param(
            "Our plants in Chile and Peru ran well.",
            {("Oakfield", "operatesIn", "Chile"), ("Oakfield", "operatesIn", "Peru")},
            id="sites in places",
        ),
        pytest.param("The Chile plant of Northwind ran well.", set(), id="a site of others"),
        pytest.param("Our Garden business did well.", {("Garden", "partOf", "Oakfield")}, id="our unit"),
        pytest.param(
            "The Northwind acquisition went well.", {("Oakfield", "acquired", "Northwind")}, id="named before its deal"
        ),
        pytest.param("We announced the sale of Garden.", {("Oakfield", "divested", "Garden")}, id="sale of a unit"),
        pytest.param("We sold Garden in May.", {("Oakfield", "divested", "Garden")}, id="a unit sold"),
        pytest.param("We sold 30 million Gardens.", set(), id="things sold by number"),
        pytest.param("In May, we acquired Glow.", {("Oakfield", "acquired", "Glow")}, id="a product acquired"),
        pytest.param("All our tenants, Glow and Ember, paid.", set(), id="apposed to a group that is ours"),
        pytest.param("We closed our Glow plant.", set(), id="a plant"),
        pytest.param("We spoke of our Glow, Ohio mill.", set(), id="a mill with its place"),
        pytest.param("GlowPad approved the plan.", set(), id="what others do"),
        pytest.param("Our customers use Glow.", set(), id="what our customers do"),
        pytest.param("Lull, built on Q7, is ready.", {("Lull", "uses", "Q7")}, id="built on"),
        pytest.param("Glow is deployed.", set(), id="used by nobody named"),
        pytest.param("The Garden segment did well.", {("Garden", "partOf", "Oakfield")}, id="a segment"),
        pytest.param("Garden grew 12% this year.", {("Garden", "partOf", "Oakfield")}, id="a unit that is reported"),
        pytest.param("Garden did well this year.", set(), id="a unit without a figure"),
        pytest.param(
            "Garden grew 12%. Garden, our unit within Sheds, is small.",
            {("Garden", "partOf", "Sheds")},
            id="a unit reported whose whole is told",
        ),
        pytest.param(
            "Wick did well.\nHome Lighting did too.",
            {
                ("Wick", "partOf", "Home Lighting"),
                ("Home Lighting", "partOf", "Oakfield"),
            },
            id="parents that the lexicon tells",
        ),
        pytest.param("Demand for our Glow lamps was strong.", {("Oakfield", "offers", "Glow")}, id="our product"),
        pytest.param("Northwind's Glow lamps are popular.", {("Northwind", "offers", "Glow")}, id="their product"),
        pytest.param(
            "In May, we launched Glow and Ember.",
            {
                ("Oakfield", "launched", "Glow"),
                ("Oakfield", "launched", "Ember"),
            },
            id="a launch of two",
        ),
        pytest.param("We did not acquire Northwind.", set(), id="what is denied is not stated"),
        pytest.param("We acquired Northwind last year.", {("Oakfield", "acquired", "Northwind")}, id="acquired"),
        pytest.param("We will invest in Garden this year.", {("Oakfield", "investsIn", "Garden")}, id="invests"),
        pytest.param(
            "We announced our partnership with Northwind.", {("Oakfield", "partnersWith", "Northwind")}, id="partner"
        ),
        pytest.param(
            "We serve customers like Northwind, Sallow and Brightline.",
            {
                ("Northwind", "customerOf", "Oakfield"),
                ("Sallow", "customerOf", "Oakfield"),
                ("Brightline", "customerOf", "Oakfield"),
            },
            id="a list of customers",
        ),
        pytest.param(
            "We saw strong growth in Chile and Peru.",
            {("Oakfield", "operatesIn", "Chile"), ("Oakfield", "operatesIn", "Peru")},
            id="places where it grows",
        ),
        pytest.param("We hosted the Lamp Expo in June.", {("Oakfield", "held", "Lamp Expo")}, id="an event held"),
        pytest.param(
            "At the Lamp Expo, Northwind showed a lamp.",
            {("Northwind", "participatedIn", "Lamp Expo")},
            id="an event attended",
        ),
        pytest.param("Sheds, a business within Garden, did well.", {("Sheds", "partOf", "Garden")}, id="an apposition"),
        pytest.param(
            "Shoppers like the GlowPad.", set(), id="a name like a product's, where a call speaks of no others"
        ),
        pytest.param(
            "We sell our Glow, our Ember, our Lull, our Q7 and our Sconce. Shoppers like the GlowPad.",
            {("Oakfield", "offers", name) for name in ("Glow", "Ember", "Lull", "Q7", "Sconce", "GlowPad")},
            id="a name like a product's, where a call speaks of many",
        ),
        pytest.param(
            "We sell our Glow, our Ember, our Lull, our Q7 and our Sconce. Please turn to Slides 15.",
            {("Oakfield", "offers", name) for name in ("Glow", "Ember", "Lull", "Q7", "Sconce")},
            id="slides are no product",
        ),
        pytest.param("Shoppers like the Lull.", set(), id="a bare word names no product for sale"),
        pytest.param("The market is quiet.", set(), id="nothing is linked"),
        pytest.param(
            "We announced the general availability of Glow.",
            {("Oakfield", "launched", "Glow")},
            id="a launch of what arrives",
        ),
        pytest.param(
            "We introduced a new lamp called Ember.",
            {("Oakfield", "launched", "Ember")},
            id="a launch of what is called",
        ),
        pytest.param(
            "The Q7 is being used by companies like Northwind and Sallow.",
            {
                ("Northwind", "uses", "Q7"),
                ("Sallow", "uses", "Q7"),
                ("Northwind", "customerOf", "Oakfield"),
                ("Sallow", "customerOf", "Oakfield"),
            },
            id="those by whom a product is used",
        ),
        pytest.param("Early adopters include the GlowPad.", set(), id="a name among users is no product"),
    ],
)
def test_a_sentence_states_these_relations_and_no_others(
    spoken: Spoken, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert stated(spoken, text) == expected


def test_who_uses_a_product_is_a_customer(spoken: Spoken) -> None:
    assert stated(spoken, "Northwind is using Q7 in its plants.") >= {
        ("Northwind", "uses", "Q7"),
        ("Northwind", "customerOf", "Oakfield"),
    }


def test_an_analyst_says_your_and_means_the_company(spoken: Spoken) -> None:
    assert stated(spoken, "How is your Garden business?", Role.ANALYST) == {("Garden", "partOf", "Oakfield")}


def test_units_under_an_announced_segment_are_its_parts(spoken: Spoken) -> None:
    text = "Next, the Garden segment. Sheds revenue rose 4%."
    assert stated(spoken, text) == {("Garden", "partOf", "Oakfield"), ("Sheds", "partOf", "Garden")}


def test_a_relation_said_twice_is_told_once_with_its_first_words(spoken: Spoken) -> None:
    context = spoken([(Role.EXECUTIVE, "We acquired Northwind. Again, we acquired Northwind.")], FORMS)
    (relation,) = [r for r in relations(context) if isinstance(r, Relation)]
    assert context.transcript.quote(relation.evidence.span) == "We acquired Northwind"
