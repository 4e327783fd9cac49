"""Names found without a lexicon, on invented paragraphs; and names found with one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.language import Passage, annotate, load
from kg.lexicon import Lexicon
from kg.lexicon import load as load_lexicon
from kg.lexicon.metrics import shipped_metrics
from kg.mentions.capitals import capitals
from kg.mentions.coordinated import coordinated
from kg.mentions.grown_lines import grown
from kg.mentions.lexicon import listed, table
from kg.mentions.lines import lines
from kg.mentions.names import is_person, names
from kg.mentions.quantities import quantities
from kg.mentions.topics import topics
from kg.mentions.writing import is_ordinary, writing_of
from kg.model import CallInfo, Entity, EntityId, EntityType, Label, Paragraph, Section, Span, Speaker, Transcript, Turn


def call(*paragraphs: str, company: str = "Orvana") -> tuple[Transcript, tuple[Passage, ...]]:
    text, spans = "", []
    for words in paragraphs:
        spans.append(Paragraph(Span(len(text), len(text) + len(words))))
        text += words + "\n"
    turn = Turn(1, Speaker("Marit Aune"), None, tuple(spans), Section.PREPARED)
    transcript = Transcript(text, "orvana", "0", "test", CallInfo(company), (turn,))
    return transcript, tuple(annotate(transcript, load()))


def found(*paragraphs: str, lexicon: Lexicon = Lexicon()) -> list[str]:  # noqa: B008
    transcript, passages = call(*paragraphs)
    figures = [m for p in passages for m in quantities(p)]
    return [m.text for m in names(transcript, passages, lexicon, metrics=shipped_metrics(), figures=figures)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We launched Brightpan and the iKettle 5 in stores.", ["Brightpan", "iKettle 5"]),
        ("Customers like Bank of Tarn and Salt & Vine chose us.", ["Bank of Tarn", "Salt & Vine"]),
        ("Our revenue grew in Q4 and the EBITDA margin rose in June.", []),
        ("Shipments of the HBX7 rose.", ["HBX7"]),
        ("Revenue was RMB236.5 billion and USD4.1 billion.", []),
        ("Thank you. However, we saw Growth.", []),
        ("Thank you. However, we saw Brimble.", ["Brimble"]),
        ("We grew in Legacy and Foundry.", ["Legacy", "Foundry"]),
        ("High-Value Looms sold well.", ["High-Value Looms"]),
        ("Non-GAAP Looms sold well.", ["Looms"]),
        ("We make the Clip-on Lanterns in Tarn.", ["Clip-on Lanterns", "Tarn"]),
        ("Sales in the Tarn-based Foundry rose.", ["Tarn", "Foundry"]),
        ("At Lamps and Shades, revenue rose 6%.", ["Lamps and Shades"]),
        ("We grew in Lamps and Shades.", ["Lamps", "Shades"]),
    ],
)
def test_capitals_in_a_sentence_tell_names(words: str, expected: list[str]) -> None:
    assert found(words) == expected


def test_a_capital_at_the_beginning_counts_when_the_name_comes_back() -> None:
    assert found("Brightpan grew fast.", "We like Brightpan.") == ["Brightpan", "Brightpan"]
    assert found("Demand grew fast.", "We like demand.") == []


def test_a_name_is_found_again_in_small_letters_and_shortened() -> None:
    words = ["We sell the Orbit Air Max today.", "The orbit air max sells well, and Air Max owners are glad."]
    assert found(*words) == ["Orbit Air Max", "orbit air max", "Air Max"]


def test_parts_that_are_never_apart_are_one_name() -> None:
    words = ["Growth came from Tools, Home and Garden this year.", "We like Tools, Home and Garden."]
    assert found(*words) == ["Tools, Home and Garden"] * 2
    assert found("We serve Norvik and Tarvel.", "We like Norvik.", "We like Tarvel.")[:2] == ["Norvik", "Tarvel"]


def test_a_list_before_one_segment_is_one_name() -> None:
    words = ["Turning to our Tools, Bath and Garden segment, sales grew.", "We also sell Garden to shops."]
    assert found(*words) == ["Tools, Bath and Garden", "Garden"]


def test_a_name_may_begin_with_a_word_that_the_call_writes_small() -> None:
    words = [
        "Revenue from Comfort and Home Services rose.",
        "In Comfort and Home Services, comfort counts.",
    ]
    assert found(*words) == ["Comfort and Home Services"] * 2


def test_two_halves_are_one_name_where_the_call_has_its_initials() -> None:
    words = ["We turn to the Lantern and Glass Works.", "LGW did well."]
    assert found(*words) == ["Lantern and Glass Works", "LGW"]


def test_a_name_is_whole_though_its_first_word_stands_small_once() -> None:
    words = [
        "Let us start with Weaving and Fine Cloth.",
        "For weaving and Fine Cloth, orders rose.",
        "The president of Weaving and Fine Cloth is here.",
    ]
    assert [w.lower() for w in found(*words)] == ["weaving and fine cloth"] * 3


def test_part_of_a_longer_list_is_a_name_where_it_stands_alone_elsewhere() -> None:
    words = ["We like Tools and Garden.", "We sell in Tools and Garden and Orbital Rental.", "Orbital Rental grew."]
    assert found(*words) == ["Tools and Garden", "Tools and Garden", "Orbital Rental", "Orbital Rental"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Towels, bath and beds revenue was $5 million. In towels, bath and beds we grew.",
            {"towels, bath and beds"},
        ),
        ("Bread and butter had growth of 4%. Shoppers like bread and butter.", {"bread and butter"}),
        ("Bread and butter continues to sell. Shoppers like bread and butter.", {"bread and butter"}),
        ("Towels and bedding revenue was $5 million.", set()),
        ("Sales and revenue grew. We like sales and revenue.", set()),
    ],
)
def test_a_list_that_comes_back_is_one_line_of_business(words: str, expected: set[str]) -> None:
    _, passages = call(words)
    assert coordinated([p.doc for p in passages], lambda phrase: phrase in {"sales", "revenue"}) == expected


def test_a_line_may_sound_like_a_measure() -> None:
    assert found("Starting with wholesale. It grew.", "In wholesale, sales increased 3%.") == ["wholesale"] * 2


def test_a_speaker_s_i_and_a_slide_are_no_names() -> None:
    assert found("In the Orchard I think we grew, as Slides 2 and 3 show.") == ["Orchard"]


def test_a_name_ends_with_its_sentence_and_a_form_is_none() -> None:
    assert found("Sales of the Tarvel X. Tarvel sales grew in our Form 10-Q. Norvik assumes.")[:1] == ["Tarvel X"]


def test_a_general_noun_goes_with_the_name() -> None:
    assert found("People use the Kettlebot app daily.") == ["Kettlebot app"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Our packaging business grew 8%.", ["packaging business"]),
        ("The new businesses segment lost money.", ["new businesses segment"]),
        ("Revenue for innovative businesses and others rose.", ["innovative businesses and others"]),
        ("The home insurance segment did well.", ["home insurance segment"]),
        ("Our core business is strong, and so are new businesses.", []),
        ("It is a subscription business.", []),
        ("Sales in international operations rose 4%.", ["international operations"]),
        ("We invest in international operations.", []),
        ("Our full year packaging business guidance holds.", ["packaging business"]),
        ("We expect low single-digit segment growth.", []),
        ("On-premises server business declined.", ["On-premises server business"]),
        ("Our asset servicing business grew 8%.", ["asset servicing business"]),
        ("Our capital equipment business grew 8%.", ["capital equipment business"]),
        ("Our third-party freight business grew 8%.", ["third-party freight business"]),
        ("Our sizable business grew 8%.", []),
    ],
)
def test_lines_of_business_are_told_by_their_noun(words: str, expected: list[str]) -> None:
    _, passages = call(words)
    assert [m.text for m in lines(passages[0])] == expected


def test_a_speaker_turns_to_lines_of_business_by_name() -> None:
    _, passages = call(
        "In soft drinks, sales grew 4%. Turning to wholesale, growth was solid. In addition, costs fell."
    )
    assert topics([p.doc for p in passages], lambda words: False) == {"soft drinks", "wholesale"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Turning to the segments, let's start with retail lending on Slide 5.", {"retail lending"}),
        ("Switching to global markets on Slide 7.", {"global markets"}),
        ("Turning to retail lending results on Slide 5.", {"retail lending"}),
        ("On Slide 9, you'll see our rental results, which were solid.", {"rental"}),
        ("It is going to happen, and we start to grow.", set()),
        ("Moving to this, orders fell.", set()),
        ("Moving to page four on consumer lending.", {"consumer lending"}),
        ("Moving on to asset and wealth lending on Slide 5.", {"asset and wealth lending"}),
        ("Turning to labor, we hired more.", set()),
        ("Buyers proceed with caution. Starting with rental, orders fell.", {"rental"}),
    ],
)
def test_a_line_is_named_where_the_speaker_turns_to_it(words: str, expected: set[str]) -> None:
    _, passages = call(words)
    assert topics([p.doc for p in passages], lambda phrase: False) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We saw growth in apparel and enterprise. Enterprise was up 11%. Apparel margins rose.",
            {"apparel", "enterprise"},
        ),
        ("Apparel represented 37% of revenue and increased 7%.", {"apparel"}),
        ("Apparel declined 4%.", set()),
        ("Apparel had growth of 4%. Abroad, apparel continued to see growth.", {"apparel"}),
        ("Pulls grew 4%. Abroad, pulls grew 5%.", set()),
        ("Yield strength was up 4%. We saw growth in yield strength.", set()),
        ("Services were up 4%. We saw growth in services.", set()),
        ("Demand was up 4%. We saw growth in demand.", set()),
        ("Their trade was up 4%. We saw growth in some trade.", set()),
    ],
)
def test_a_line_is_told_by_what_only_lines_do(words: str, expected: set[str]) -> None:
    docs = [p.doc for p in call(words)[1]]
    assert grown(docs, lambda phrase: phrase == "demand") == expected


def test_a_channel_goes_by_the_same_words_in_every_company() -> None:
    assert found("We saw growth in our D2C channel and in direct-to-consumer.") == ["D2C", "direct-to-consumer"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Dana Whitlock", True), ("Dana Cloud Services", False), ("Orchard Pay", False), ("Dana", False)],
)
def test_a_person_has_a_given_name(name: str, expected: bool) -> None:
    assert is_person(name) is expected


@pytest.mark.parametrize("name", ["Q4", "FY25", "Investor Relations", "Senior Vice President", "Phase III", "June"])
def test_capitals_of_ordinary_words_make_no_name(name: str) -> None:
    assert is_ordinary(name)


def test_two_sentences_without_a_blank_are_no_name() -> None:
    _, passages = call("That is it for Q&A. Thank you, Norvik.")
    docs = [p.doc for p in passages]
    found = capitals(docs[0], writing_of(docs), lambda token: False)
    names_found = [docs[0][a:b].text for a, b in found.names]
    assert names_found == ["Norvik"]


def entity(name: str, *labels: Label, kind: EntityType = EntityType.BUSINESS_UNIT) -> Entity:
    return Entity(EntityId(f"segment/{name.lower()}"), kind, name, (Label(name, "en", "pref"), *labels), listed=True)


def looked_up(words: str, *entities: Entity) -> Sequence[tuple[str, str, str]]:
    _, passages = call(words)
    return [(m.text, str(m.entity), m.rule) for m in listed(passages[0], table(entities))]


def test_the_longest_label_is_looked_up_whatever_its_capitals() -> None:
    group = entity("Tarvel and Norvik Group", Label("Tarvel and Norvik"))
    assert looked_up("Revenue of tarvel and norvik group rose; Tarvel and Norvik's costs fell.", group) == [
        ("tarvel and norvik group", group.id, "name.listed"),
        ("Tarvel and Norvik", group.id, "name.listed"),
    ]


def test_a_single_word_keeps_its_capitals_and_forgives_a_plural() -> None:
    pass_ = entity("Pass", kind=EntityType.PRODUCT)
    assert looked_up("We pass on costs, and Passes of our Pass sell.", pass_) == [("Pass", pass_.id, "name.listed")]


def test_a_firm_of_plain_words_is_looked_up_with_a_capital_only() -> None:
    firm = entity("Summer Market", kind=EntityType.ORGANIZATION)
    assert looked_up("The summer market is slow at Summer Market.", firm) == [("Summer Market", firm.id, "name.listed")]


def test_a_known_mishearing_is_marked() -> None:
    unit = entity("Tarvel", Label("Tar Well", "en", "hidden"))
    assert looked_up("Tar Well grew.", unit) == [("Tar Well", unit.id, "name.misheard")]


def test_listed_names_side_by_side_stay_two(tmp_path: Path) -> None:
    assert found("We spoke to the U.S. FDA.", lexicon=load_lexicon())[-2:] == ["U.S.", "FDA"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Our real estate business grew.", ["real estate business"]),
        ("That was a hard call for our favorable business.", []),
        ("We sold our oldest businesses.", []),
    ],
)
def test_a_general_word_before_business_names_no_line_but_real_estate_is_one(words: str, expected: list[str]) -> None:
    assert found(words) == expected


def test_another_line_is_not_the_one_that_ends_it() -> None:
    words = ("In lending, sales grew 4%.", "Mortgage lending sales grew 5%.", "Strong lending sales helped.")
    assert found(*words) == ["lending", "lending"]


def test_the_trade_abroad_is_a_line_where_a_segment_bears_its_name() -> None:
    assert found("International segment sales fell. Then international operating margin was 4%.") == [
        "International segment",
        "international",
    ]
    assert found("Sales abroad fell. Then international sales were low.") == []


def test_a_name_with_and_may_stand_in_small_letters_too() -> None:
    words = (
        "Results for Paint and Precision Ink rose.",
        "We like Paint and Precision Ink.",
        "For paint and Precision Ink, sales fell.",
    )
    assert "Paint and Precision Ink" in found(*words)


@pytest.mark.parametrize("words", ["our latest business", "a record quarterly segment", "our top-performing segment"])
def test_what_praises_or_times_a_business_names_none(words: str) -> None:
    assert found(f"Sales grew 4% in {words}.") == []
