"""Which figure stands for a series, and which series are drawn."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.export.choose.content import Content, Figure
from kg.export.choose.series import all_series, drawn_series


def headline(content: Content, *figures: Figure) -> str:
    (series,) = all_series(replace(content, figures=figures))
    return series.headline.iri


def test_the_headline_is_reported_of_this_quarter_and_told_in_full(content: Content) -> None:
    full = content.figures[0]
    change = replace(full, iri="change", value=None)
    older = replace(full, iri="older", period="2030-01-01/2030-03-31")
    guided = replace(full, iri="guided", said=replace(full.said, modality="guidance"))
    words = replace(full, iri="words", value=None, change=None)
    assert headline(content, change, older, guided, words, full) == "o1"
    assert headline(content, words, guided, older, change) == "change"
    assert headline(content, words, guided, older) == "older"
    assert headline(content, words, guided) == "guided"


def test_a_sure_figure_stands_before_a_doubtful_one_that_tells_more(content: Content) -> None:
    full = content.figures[0]
    doubtful = replace(full, iri="doubtful", said=replace(full.said, confidence=Decimal("0.4")))
    assert headline(content, doubtful, replace(full, iri="sure", change=None)) == "sure"


def test_words_alone_make_no_series(content: Content) -> None:
    words = replace(content.figures[0], value=None, change=None)
    assert list(all_series(replace(content, figures=(words,)))) == []


def test_a_metric_is_drawn_once_with_its_fewest_restrictions(content: Content) -> None:
    plain = content.figures[0]
    narrowed = replace(plain, iri="n", series="loom/revenue-n", qualifiers=("without stores",), value=Decimal(1))
    (series,) = all_series(replace(content, figures=(narrowed, plain)))
    assert (series.iri, series.statements, series.variants) == ("loom/revenue", 2, ("loom/revenue", "loom/revenue-n"))


def test_where_room_is_short_company_and_units_keep_theirs(content: Content) -> None:
    product = replace(content.figures[0], iri="p", series="silk/orders", subject="silk", metric="orders")
    crowded = replace(content, figures=(product, *content.figures))
    kept = [series.iri for series in drawn_series(crowded, per_subject=8, at_most=3)]
    assert kept == ["loom/revenue", "yarn/revenue", "dye/operating profit"]


def test_growth_against_two_times_told_together_is_kept_together(content: Content) -> None:
    full = replace(content.figures[0], comparison="qoq")
    year = replace(full, iri="year", value=None, change=Decimal(94), comparison="yoy")
    elsewhere = replace(year, iri="elsewhere", said=replace(full.said, begin=full.said.begin + 400))
    for others, beside in (((year, elsewhere), year), ((elsewhere,), None)):
        (series,) = all_series(replace(content, figures=(full, *others)))
        assert (series.headline, series.beside) == (full, beside)
