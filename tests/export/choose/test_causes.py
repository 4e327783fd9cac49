"""Reasons: told twice they are one, named things stand for themselves."""

from __future__ import annotations

from dataclasses import replace

from kg.export.choose.causes import pushes, shared_ids
from kg.export.choose.content import Cause, Content
from kg.export.choose.series import drawn_series


def found(content: Content, *causes: Cause) -> list[tuple[str, str, str, tuple[str, ...], int]]:
    content = replace(content, causes=causes)
    series = drawn_series(content, per_subject=8, at_most=60)
    drawn = pushes(content, series, {"silk", "yarn"}, per_series=2)
    return [(p.series, p.polarity, p.label, p.things, len(p.told)) for p in drawn]


def test_a_reason_told_twice_in_nearly_the_same_words_is_one(content: Content) -> None:
    told = content.causes[1]
    again = replace(told, iri="c9", text="a higher price of indigo")
    assert found(content, told, again) == [("dye/operating profit", "lowers", "higher price of indigo", (), 2)]


def test_opposite_reasons_in_like_words_stay_two(content: Content) -> None:
    told = content.causes[1]
    assert [f[1] for f in found(content, told, replace(told, iri="c9", polarity="raises"))] == ["lowers", "raises"]


def test_a_thing_that_is_drawn_stands_for_itself_but_not_for_its_own_figure(content: Content) -> None:
    cause = replace(content.causes[0], things=("silk", "yarn", "unknown"))
    assert [f[3] for f in found(content, cause)] == [("silk",)]


def test_a_cause_without_words_is_named_by_what_it_names_or_left_out(content: Content) -> None:
    mute = replace(content.causes[1], text="", names=("indigo price", "wages"))
    assert [f[2] for f in found(content, mute)] == ["indigo price, wages"]
    assert [f[2] for f in found(content, replace(mute, names=()))] == []


def test_one_node_pushes_several_figures(content: Content) -> None:
    series = drawn_series(content, per_subject=8, at_most=60)
    same = shared_ids(pushes(content, series, set(), per_series=3))
    assert same == {"c1": "c1", "c2": "c2", "c3": "c2"}
