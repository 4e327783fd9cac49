"""What a call's names denote, on invented calls: one thing under several names, kinds, parents, repairs."""

from pathlib import Path

import pytest

from kg.entities import Linked, link
from kg.entities.aliases import spelled_out
from kg.entities.identity import key
from kg.entities.phonetic import kind_of_error, likeness, one_letter_off
from kg.entities.sounds import is_same_person_misheard
from kg.entity_ids import mint
from kg.language import annotate, load
from kg.lexicon import load as load_lexicon
from kg.mentions import find
from kg.model import (
    CallInfo,
    EntityType,
    Paragraph,
    RepairKind,
    Role,
    Section,
    Span,
    Speaker,
    Transcript,
    Turn,
)

LEXICON = """
@prefix company: <https://w3id.org/earnings-call/id/company/> .
@prefix segment: <https://w3id.org/earnings-call/id/segment/> .
@prefix product: <https://w3id.org/earnings-call/id/product/> .
@prefix metric: <https://w3id.org/earnings-call/metric/> .
@prefix ec: <https://w3id.org/earnings-call/def/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
company:orvana a ec:Company ; skos:prefLabel "Orvana"@en .
segment:perroux a ec:Segment ; ec:company company:orvana ; skos:prefLabel "Perroux"@en ; skos:hiddenLabel "Peru"@en .
segment:norvik-commerce-group a ec:Segment ; ec:company company:orvana ;
    skos:prefLabel "Norvik Commerce Group"@en ; skos:altLabel "NCG"@en .
product:zentara a ec:Product ; ec:company company:orvana ; ec:partOf segment:norvik-commerce-group ;
    skos:prefLabel "Zentara"@en ; skos:hiddenLabel "Zen Tara"@en .
metric:adjusted-ebita a ec:Metric ; ec:company company:orvana ;
    skos:prefLabel "adjusted EBITA"@en ; skos:hiddenLabel "adjusted EBITDA"@en .
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lexicon") / "orvana.ttl"
    path.write_text(LEXICON, encoding="utf-8")
    return path


def linked(
    *paragraphs: str,
    lexicon: Path | None = None,
    repairs: bool = True,
    company: str = "Orvana",
    ticker: str | None = None,
) -> Linked:
    text, spans = "", []
    for words in paragraphs:
        spans.append(Paragraph(Span(len(text), len(text) + len(words))))
        text += words + "\n"
    speaker = Speaker("Marit Aune", "Chief Executive Officer", role=Role.EXECUTIVE)
    turn = Turn(1, speaker, None, tuple(spans), Section.PREPARED)
    transcript = Transcript(
        text, "orvana", "0", "test", CallInfo(company, ticker=ticker), (turn,), participants=(speaker,)
    )
    passages = tuple(annotate(transcript, load()))
    words = load_lexicon([lexicon] if lexicon else [])
    return link(transcript, passages, find(transcript, passages, words), words, repairs=repairs)


def named(result: Linked) -> dict[str, tuple[str, ...]]:
    """Names of things, with their surfaces."""
    return {
        e.name: tuple(s.text for s in e.surfaces)
        for e in result.context.entities.values()
        if e.surfaces and e.type not in {EntityType.METRIC, EntityType.PERSON}
    }


def read_as(result: Linked) -> list[tuple[str, str, RepairKind]]:
    return [(c.heard, str(c.meant), c.kind) for c in result.corrections]


def test_an_acronym_and_its_full_name_are_one_thing() -> None:
    words = ["We built the Harbor Freight Network this year.", "HFN is fast, and our HFN works."]
    assert named(linked(*words)) == {"Harbor Freight Network": ("Harbor Freight Network", "HFN")}


def test_a_channel_is_one_thing_in_every_spelling() -> None:
    things = named(linked("Growth in D2C was strong. In direct-to-consumer, sales rose. Direct-to-consumer is young."))
    assert [len(forms) for forms in things.values()] == [3]


def test_a_general_noun_makes_no_second_thing() -> None:
    words = ["We like Brightpan a lot.", "Users love the Brightpan app."]
    assert named(linked(*words)) == {"Brightpan": ("Brightpan", "Brightpan app")}


def test_a_line_of_a_bank_is_one_with_and_without_banking() -> None:
    things = named(linked("Our retail business grew. Turning to retail banking, deposits rose. In retail, costs fell."))
    assert things == {"retail": ("retail business", "retail banking", "retail")}


def test_the_last_member_of_a_list_is_no_short_form_of_it() -> None:
    things = named(linked("Turning to our Tools and Garden segment, sales grew.", "We like our Garden team."))
    assert set(things) == {"Tools and Garden", "Garden"}


def test_the_company_is_meant_by_its_first_word_and_its_initials() -> None:
    result = linked("At Orvana, we grow.", "We at OFS grow.", company="Orvana Freight Systems")
    assert named(result) == {"Orvana Freight Systems": ("Orvana", "OFS")}


def test_the_company_is_meant_by_a_listed_short_form_of_its_name() -> None:
    result = linked("At Micron, we grow.", "We at Micron Widgets grow.", company="Micron Widgets")
    assert named(result) == {"Micron Widgets": ("Micron", "Micron Widgets")}


def test_the_company_is_meant_by_its_ticker_though_a_body_goes_by_the_same_letters() -> None:
    result = linked("We at CMA grow.", company="Orvana", ticker="CMA")
    assert named(result) == {"Orvana": ("CMA",)}


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("As told, Wendora represented 16% of revenue.", "Wendora", EntityType.BUSINESS_UNIT),
        ("We met at the Alder Conference this week.", "Alder Conference", EntityType.EVENT),
        ("We serve customers such as Torvex and Quillby.", "Torvex", EntityType.ORGANIZATION),
        ("Our packaging business grew.", "packaging business", EntityType.BUSINESS_UNIT),
        ("We launched Brightpan in May.", "Brightpan", EntityType.PRODUCT),
        ("We thank Dana Whitlock for her work.", "Dana Whitlock", EntityType.PERSON),
        ("We opened a plant in Vietnam.", "Vietnam", EntityType.PLACE),
        ("We thank the president of Precision Ag.", "Precision Ag", EntityType.BUSINESS_UNIT),
        ("Customer confidence in Brightpan is rising.", "Brightpan", EntityType.PRODUCT),
        ("We closed the Orvale plant.", "Orvale", EntityType.PLACE),
        ("We drew on the ABL facility.", "ABL", EntityType.PRODUCT),
        ("We like Technical Services.", "Technical Services", EntityType.BUSINESS_UNIT),
        ("We like Regional Radiology Care.", "Regional Radiology Care", EntityType.BUSINESS_UNIT),
        ("Growth at Quillby Europe was solid.", "Quillby Europe", EntityType.BUSINESS_UNIT),
        ("We met in Orvale Valley.", "Orvale Valley", EntityType.PLACE),
        ("We sold land in Tarnby, Nevada.", "Tarnby", EntityType.PLACE),
        ("Our European businesses grew 5%.", "European businesses", EntityType.BUSINESS_UNIT),
        ("In Gaming, revenue rose 5%.", "Gaming", EntityType.BUSINESS_UNIT),
        ("We like the Tarnby campaign.", "Tarnby", EntityType.PRODUCT),
        ("We spoke with President Biden.", "Joe Biden", EntityType.PERSON),
    ],
)
def test_the_kind_of_a_thing_is_told_by_head_and_company(words: str, name: str, kind: EntityType) -> None:
    kinds = {e.name: e.type for e in linked(words).context.entities.values()}
    assert kinds[name] is kind


def test_what_the_management_calls_ours_belongs_to_the_company() -> None:
    parents = {e.name: e.parent for e in linked("Our packaging business grew.").context.entities.values()}
    assert parents["packaging business"] == "company/orvana"


def test_a_place_is_a_unit_only_where_figures_of_a_unit_are_given(lexicon: Path) -> None:
    result = linked("Revenue from Peru grew 8% to USD20 million.", "We have a large team in Peru.", lexicon=lexicon)
    assert read_as(result) == [("Peru", "segment/perroux", RepairKind.HOMOPHONE)]
    assert named(result) == {"Perroux": ("Peru",), "Peru": ("Peru",)}


def test_an_odd_form_that_the_lexicon_knows_is_repaired_anywhere(lexicon: Path) -> None:
    result = linked("Members like Zen Tara.", lexicon=lexicon)
    assert read_as(result) == [("Zen Tara", "product/zentara", RepairKind.SPACING)]


def test_a_name_that_sounds_like_a_listed_one_is_repaired_and_a_strange_one_is_not(lexicon: Path) -> None:
    result = linked("Demand for Zentera rose.", "Demand for Fobble rose.", lexicon=lexicon)
    assert read_as(result) == [("Zentera", "product/zentara", RepairKind.HOMOPHONE)]


def test_an_acronym_one_letter_off_is_repaired_beside_figures(lexicon: Path) -> None:
    result = linked("NCD adjusted EBITA grew 4% to USD61 million.", lexicon=lexicon)
    assert read_as(result) == [("NCD", "segment/norvik-commerce-group", RepairKind.NEAR_ACRONYM)]


def test_a_metric_that_the_company_does_not_report_is_repaired(lexicon: Path) -> None:
    result = linked("Consolidated adjusted EBITDA grew 4%.", lexicon=lexicon)
    assert [(c.form, str(c.meant)) for c in result.corrections] == [("adjusted EBITA", "metric/adjusted-ebita")]
    assert read_as(linked("Consolidated adjusted EBITDA grew 4%.")) == []


def test_a_participant_is_meant_where_a_misheard_given_name_is_spoken_to() -> None:
    result = linked("Thanks, Marrit.", "Marrit sells well in Norway.")
    assert read_as(result) == [("Marrit", "person/orvana.marit-aune", RepairKind.HOMOPHONE)]


def test_nothing_is_repaired_when_repairs_are_off(lexicon: Path) -> None:
    words = "Revenue from Peru grew 8% to USD20 million, and members like Zen Tara."
    result = linked(words, lexicon=lexicon, repairs=False)
    assert result.corrections == ()
    assert named(result) == {"Peru": ("Peru",), "Zen Tara": ("Zen Tara",)}


def test_a_repaired_surface_is_marked(lexicon: Path) -> None:
    entities = linked("Members like Zen Tara and Zentara.", lexicon=lexicon).context.entities
    surfaces = [(s.text, s.garbled) for e in entities.values() if e.name == "Zentara" for s in e.surfaces]
    assert surfaces == [("Zen Tara", True), ("Zentara", False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("the Orchard-Phones'", "Orchard phone"), ("Media & Games", "media and game"), ("businesses", "business")],
)
def test_spelling_apart_two_names_are_one(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_ids_are_made_of_kind_and_name() -> None:
    assert mint(EntityType.BUSINESS_UNIT, "Salt & Vine+") == "segment/salt-and-vine-plus"


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [("HFN", "Harbor Freight Network", True), ("MX", "Motor Xchange division", True), ("AI", "Azure Ink", False)],
)
def test_two_letters_spell_out_only_a_name_with_a_general_noun(acronym: str, name: str, expected: bool) -> None:
    assert spelled_out(acronym, name) is expected


@pytest.mark.parametrize(
    ("heard", "form", "kind"),
    [
        ("Bright pan", "Brightpan", RepairKind.SPACING),
        ("NCD", "NCG", RepairKind.NEAR_ACRONYM),
        ("Zentera", "Zentara", RepairKind.HOMOPHONE),
        ("orange", "Quillby", RepairKind.WRONG_TERM),
    ],
)
def test_what_went_wrong_is_named(heard: str, form: str, kind: RepairKind) -> None:
    assert kind_of_error(heard, form) is kind


def test_likeness_is_of_sound_as_well_as_of_letters() -> None:
    assert likeness("Nymbara", "Nimbara") > 0.9 > likeness("Torvex", "Nimbara")
    assert one_letter_off("NCD", "NCG") and not one_letter_off("ND", "NG")


@pytest.mark.parametrize(
    ("heard", "name", "expected"),
    [
        ("Dana Witlok", "Dana Whitlock", True),
        ("Dana Moss", "Dana Whitlock", False),
        ("Dana Whitlock", "Dana Whitlock", False),
        ("Whitlok", "Dana Whitlock", False),
    ],
)
def test_a_person_is_repaired_only_by_one_part_that_sounds_alike(heard: str, name: str, expected: bool) -> None:
    assert is_same_person_misheard(heard, name) is expected


def test_a_lexicon_that_lists_nothing_but_measures_repairs_no_name(tmp_path: Path) -> None:
    lexicon = tmp_path / "brinmoor.ttl"
    lexicon.write_text(
        """@prefix ec: <https://w3id.org/earnings-call/def/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/earnings-call/id/company/brinmoor> a ec:Company ; skos:prefLabel "Brinmoor"@en .
<https://w3id.org/earnings-call/metric/churn> a ec:Metric ; skos:prefLabel "churn"@en ;
    ec:company <https://w3id.org/earnings-call/id/company/brinmoor> .
""",
        encoding="utf-8",
    )
    assert linked("Our Tavolo Suite sold well.", lexicon=lexicon, company="Brinmoor").corrections == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Susan Moor sales rose 5%. At Susan Moor, we opened stores. We like Susan Moor.", EntityType.BUSINESS_UNIT),
        ("The Susan Moor brand is young. Susan Moor revenue rose 5%.", EntityType.BUSINESS_UNIT),
        ("I thank Susan Moor for her work. Susan Moor joined us in May.", EntityType.PERSON),
    ],
)
def test_a_business_may_bear_a_person_s_name(words: str, kind: EntityType) -> None:
    assert {e.type for e in linked(words).context.entities.values() if e.name == "Susan Moor"} == {kind}


@pytest.mark.parametrize(
    ("company", "name"),
    [("Orvana Pacific Properties", "Orvana Pacific"), ("O.V.A.", "OVA"), ("Orvana's Kilns", "Orvana's")],
)
def test_a_company_goes_by_its_name_without_its_trade(company: str, name: str) -> None:
    result = linked(f"At {name} sales rose. We at {name} are glad.", company=company)
    assert {link.entity for link in result.context.names} == {result.context.company}


def test_a_company_does_not_go_by_words_that_others_may_share() -> None:
    result = linked("At Orvana Pacific sales rose. Orvana Pacific is glad.", company="Orvana Pacific Kilns")
    assert result.context.company not in {link.entity for link in result.context.names}
