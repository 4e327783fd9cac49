"""Each layout, in a small invented call: who speaks, in which section, and what exactly they say."""

# ruff: noqa: E501 - the rows of a table and the lines of a transcript stay whole
from __future__ import annotations

from dataclasses import dataclass

import pytest

from kg.model import Role, Transcript
from kg.transcripts import from_text

Row = tuple[str, str | None, str | None, str, str, str]
"""Speaker, title, organisation, role, section, words."""


@dataclass(frozen=True)
class Layout:
    reader: str
    text: str
    turns: tuple[Row, ...]


BULLETS = """瑞湖 (RHU) 2025 Q2 法說會逐字稿

完整原文

  • Operator

    Operator

  • Good day, and welcome to Ruihu Group's June quarter 2024 results call. (Operator Instructions)

    美好的一天。歡迎參加瑞湖集團電話會議。(操作員說明)

  • Mira Chen - Head of Investor Relations

    Mira Chen - Head of Investor Relations

  • Thank you. Revenue grew 7%.

    謝謝。收入增長 7%。

  • Operator

    Operator

  • Ada Moll, Harbour Bank.

    Ada Moll,海港銀行。

  • Ada Moll - Analyst

    Ada Moll - Analyst

  • (interpreted) What about margins?

    (解釋)利潤率如何?

  • Portions of this transcript that are marked (interpreted) were spoken by an interpreter.

    本文字記錄中標示的部分。
"""

DASHES = """Lumen Works (LMN 0.25%)
Q3 2022 Earnings Call
Oct 25, 2022, 5:00 p.m. ET

Prepared Remarks:

Operator

Welcome to the Lumen Works third quarter 2022 call. [Operator instructions] Please go ahead.

Teo Lund -- Chief Executive Officer

Thank you. We sold more lamps.

10 stocks we like better than Lumen Works
They have tripled the market.*

*Stock Advisor returns as of March 8, 2023

Costs fell as well.

Questions & Answers:

Operator

Our first question comes from Ada Moll with Harbour Bank.

Ada Moll--Harbour Bank -- Analyst

What about margins?

Teo Lund -- Chief Executive Officer

They rose.

Duration: 5 minutes

Call participants:

Teo Lund -- Chief Executive Officer

Nils Berg -- Chief Financial Officer

More LMN analysis
"""

COLON = """NASDAQ:LMN

Lumen Works

Date

Jan. 27, 2026, 4:30 p.m. ET

Call participants

Chief Executive Officer — Teo Lund

Head of Investor Relations — Mira Chen

Takeaways

Revenue-- $9 million, up 4%.

Full Conference Call Transcript

Mira Chen:Good afternoon, and welcome to Lumen Works' fourth quarter 2025 call.

Teo Lund:We sold more lamps.

Note: they are bright.

Operator:We will take the first question from Ada Moll with Harbour Bank.

Ada Moll:What about margins?

Teo Lund:They rose.

This article is a transcript of this conference call produced for a web page.
"""

RULE = "-" * 80
DOUBLE = "=" * 80
STREET = f"""Refinitiv StreetEvents Event Transcript
E D I T E D   V E R S I O N

Q2 2020 Lumen Works Inc Earnings Call
JULY 29, 2020 / 9:00PM GMT

{DOUBLE}
Corporate Participants
{DOUBLE}

 * Teo A. Lund
   Lumen Works Inc. - President & CEO

{DOUBLE}
Conference Call Participiants
{DOUBLE}

 * Ada Maria Moll
   Harbour Bank AG, Research Division - MD

{DOUBLE}
Presentation
{DOUBLE}
{RULE}
Operator    [1]
{RULE}
Welcome to the call.

{RULE}
Teo A. Lund,  Lumen Works Inc. - President & CEO    [2]
{RULE}
We sold more lamps.
Costs fell.

{DOUBLE}
Questions and Answers
{DOUBLE}
{RULE}
Operator    [1]
{RULE}
(Operator Instructions) Our first question comes from Ada Moll with Harbour Bank.

{RULE}
Ada Maria Moll,  Harbour Bank AG, Research Division - MD    [2]
{RULE}
What about margins?
"""

HEAD = "AUGUST 19, 2021 / 2:00PM, LMN.OQ - Q3 2021 Lumen Works Inc Earnings Call"
FOOT = "LUMEN EVENTS | www.lumen.example | Contact Us"
PRINTED = f"""EDITED TRANSCRIPT
LMN.OQ - Q3 2021 Lumen Works Inc Earnings Call
EVENT DATE/TIME: AUGUST 19, 2021 / 2:00PM GMT
{FOOT}
CORPORATE PARTICIPANTS
Teo A. Lund Lumen Works, Inc. - President & CEO
PRESENTATION
Operator
Good morning, and welcome to the Lumen Works call, which is being webcast to all of you who listen
today.
Teo A. Lund - Lumen Works, Inc. - President & CEO
We sold more lamps than in any quarter of our long and well-documented history as a company, and
1
{FOOT}
{HEAD}
costs fell.
2
{FOOT}
{HEAD}
Operator
Your first question is from Ada Moll of Harbour Bank.
3
{FOOT}
{HEAD}
Ada Maria Moll - Harbour Bank AG, Research Division - MD
What about margins?
4
{FOOT}
{HEAD}
Teo A. Lund - Lumen Works, Inc. - President & CEO
They rose.
DISCLAIMER
Nobody said this.
"""

RUN_IN = """Company: Lumen Works
Symbol: LMN
Exchange: NYSE
Year: 2024
Quarter: Q3

---
Operator Conference Operator Good day and welcome to the call. Please go ahead.

Mira Chen Vice President, Investor Relations Good morning to everybody here. We sold more lamps.

Operator Conference Operator Our first question comes from Ada Moll with Harbour Bank.

Ada Moll Analyst at Harbour Bank Thanks. What about margins?

Teo Lund Senior Vice President and Chief Financial Officer They rose again.

Mira Chen Vice President, Investor Relations That was the last one.
"""

INTERLEAVED = """======================================================================
Company: Lumen Works (明光)
Quarter: Q3 2026

  [  1] [EN] Apr. 28, 2026 at 5:30 p.m. ET
       [中] 2026 年 4 月 28 日

  ━━ Call participants ━━
  ━━ 呼叫参与者 ━━

  👤 Chief Executive Officer — Teo Lund
     首席执行官 — 特奥

  [  2] [EN] Full Conference Call Transcript
       [中] 完整的电话会议记录

  [  3] [EN] Teo Lund:We sold more lamps.
       [中] 特奥：我们卖出了更多的灯。

  [  4] [EN] Costs fell.
       [中] 成本下降了。

  [  5] [EN] Operator:Our first question comes from Ada Moll with Harbour Bank.
       [中] 接线员：第一个问题。

  [  6] [EN] Ada Moll:What about margins?
       [中] 利润率呢？

  [  7] [EN] This article is a transcript of this conference call produced for a web page.
       [中] 本文是记录。
"""

HEADED = """  [  1] [EN] Lumen Works(LMN+0.14%)Q3 2024 Earnings CallNov 06, 2024,7:00 a.m. ET
       [中] 明光 2024年第三季度
Lumen Works(LMN+0.14%)Q3 2024

  [  2] [EN] Operator
       [中] 操作员
Operator

  [  3] [EN] Welcome to the call.
       [中] 欢迎。
Welcome to the call.

  [  4] [EN] Teo Lund--Chief Executive Officer
       [中] 特奥--首席执行官

  [  5] [EN] We sold more lamps.
       [中] 我们卖出了更多的灯。
"""

FILING = """Regd. Office: Lumen House
April 25, 2022
Sub: Transcript of Earnings Call for the quarter ended March 31, 2022

"Lumen Works Limited Q4 FY2022 Earnings Conference Call"
April 19, 2022

MANAGEMENT: MR. TEO LUND – CHIEF FINANCIAL OFFICER – LUMEN WORKS LIMITED
Moderator: Good day and welcome to the Lumen Works Limited call. I now hand over to Mr. Teo Lund.
Thank you.
Teo L: Thank you. We sold more lamps than in any quarter of our long and well-documented
history.    Lumen Works Limited
April 19, 2022
Page 1 of 4
Moderator: The first question is from the line of Ada Moll from Harbour Bank.    Lumen Works Limited
April 19, 2022
Page 2 of 4
Ada Moll: What about margins?    Lumen Works Limited
April 19, 2022
Page 3 of 4
Teo L: They rose.    Lumen Works Limited
April 19, 2022
Page 4 of 4
"""

CASES = (
    Layout(
        "bilingual-bullets",
        BULLETS,
        (
            ("Operator", None, None, "operator", "prepared", "Good day, and welcome to Ruihu Group's June quarter 2024 results call."),
            ("Mira Chen", "Head of Investor Relations", None, "executive", "prepared", "Thank you. Revenue grew 7%."),
            ("Operator", None, None, "operator", "qa", "Ada Moll, Harbour Bank."),
            ("Ada Moll", "Analyst", None, "analyst", "qa", "What about margins?"),
        ),
    ),
    Layout(
        "dashes",
        DASHES,
        (
            ("Operator", None, None, "operator", "prepared", "Welcome to the Lumen Works third quarter 2022 call. Please go ahead."),
            ("Teo Lund", "Chief Executive Officer", None, "executive", "prepared", "Thank you. We sold more lamps. Costs fell as well."),
            ("Operator", None, None, "operator", "qa", "Our first question comes from Ada Moll with Harbour Bank."),
            ("Ada Moll", "Analyst", "Harbour Bank", "analyst", "qa", "What about margins?"),
            ("Teo Lund", "Chief Executive Officer", None, "executive", "qa", "They rose."),
        ),
    ),
    Layout(
        "colon",
        COLON,
        (
            ("Mira Chen", "Head of Investor Relations", None, "executive", "prepared", "Good afternoon, and welcome to Lumen Works' fourth quarter 2025 call."),
            ("Teo Lund", "Chief Executive Officer", None, "executive", "prepared", "We sold more lamps. Note: they are bright."),
            ("Operator", None, None, "operator", "qa", "We will take the first question from Ada Moll with Harbour Bank."),
            ("Ada Moll", None, None, "analyst", "qa", "What about margins?"),
            ("Teo Lund", "Chief Executive Officer", None, "executive", "qa", "They rose."),
        ),
    ),
    Layout(
        "streetevents",
        STREET,
        (
            ("Operator", None, None, "operator", "prepared", "Welcome to the call."),
            ("Teo A. Lund", "President & CEO", "Lumen Works Inc.", "executive", "prepared", "We sold more lamps. Costs fell."),
            ("Operator", None, None, "operator", "qa", "Our first question comes from Ada Moll with Harbour Bank."),
            ("Ada Maria Moll", "MD", "Harbour Bank AG, Research Division", "analyst", "qa", "What about margins?"),
        ),
    ),
    Layout(
        "streetevents-pdf",
        PRINTED,
        (
            ("Operator", None, None, "operator", "prepared", "Good morning, and welcome to the Lumen Works call, which is being webcast to all of you who listen today."),
            ("Teo A. Lund", "President & CEO", "Lumen Works, Inc.", "executive", "prepared", "We sold more lamps than in any quarter of our long and well-documented history as a company, and costs fell."),
            ("Operator", None, None, "operator", "qa", "Your first question is from Ada Moll of Harbour Bank."),
            ("Ada Maria Moll", "MD", "Harbour Bank AG, Research Division", "analyst", "qa", "What about margins?"),
            ("Teo A. Lund", "President & CEO", "Lumen Works, Inc.", "executive", "qa", "They rose."),
        ),
    ),
    Layout(
        "run-in",
        RUN_IN,
        (
            ("Operator", "Conference Operator", None, "operator", "prepared", "Good day and welcome to the call. Please go ahead."),
            ("Mira Chen", "Vice President, Investor Relations", None, "executive", "prepared", "Good morning to everybody here. We sold more lamps."),
            ("Operator", "Conference Operator", None, "operator", "qa", "Our first question comes from Ada Moll with Harbour Bank."),
            ("Ada Moll", "Analyst", "Harbour Bank", "analyst", "qa", "Thanks. What about margins?"),
            ("Teo Lund", "Senior Vice President and Chief Financial Officer", None, "executive", "qa", "They rose again."),
            ("Mira Chen", "Vice President, Investor Relations", None, "executive", "qa", "That was the last one."),
        ),
    ),
    Layout(
        "interleaved",
        INTERLEAVED,
        (
            ("Teo Lund", "Chief Executive Officer", None, "executive", "prepared", "We sold more lamps. Costs fell."),
            ("Operator", None, None, "operator", "qa", "Our first question comes from Ada Moll with Harbour Bank."),
            ("Ada Moll", None, None, "analyst", "qa", "What about margins?"),
        ),
    ),
    Layout(
        "interleaved",
        HEADED,
        (
            ("Operator", None, None, "operator", "prepared", "Welcome to the call."),
            ("Teo Lund", "Chief Executive Officer", None, "executive", "prepared", "We sold more lamps."),
        ),
    ),
    Layout(
        "streetevents",
        STREET.replace(f"{RULE}\n", "").replace(f"{DOUBLE}\n", ""),
        (
            ("Operator", None, None, "operator", "prepared", "Welcome to the call."),
            ("Teo A. Lund", "President & CEO", "Lumen Works Inc.", "executive", "prepared", "We sold more lamps. Costs fell."),
            ("Operator", None, None, "operator", "qa", "Our first question comes from Ada Moll with Harbour Bank."),
            ("Ada Maria Moll", "MD", "Harbour Bank AG, Research Division", "analyst", "qa", "What about margins?"),
        ),
    ),
    Layout(
        "exchange-filing",
        FILING,
        (
            ("Moderator", None, None, "operator", "prepared", "Good day and welcome to the Lumen Works Limited call. I now hand over to Mr. Teo Lund. Thank you."),
            ("Teo L", "Chief Financial Officer", "Lumen Works Limited", "executive", "prepared", "Thank you. We sold more lamps than in any quarter of our long and well-documented history."),
            ("Moderator", None, None, "operator", "qa", "The first question is from the line of Ada Moll from Harbour Bank."),
            ("Ada Moll", None, None, "analyst", "qa", "What about margins?"),
            ("Teo L", "Chief Financial Officer", "Lumen Works Limited", "executive", "qa", "They rose."),
        ),
    ),
)  # fmt: skip


def rows(call: Transcript) -> tuple[Row, ...]:
    return tuple(
        (
            turn.speaker.name,
            turn.speaker.title,
            turn.speaker.organization,
            turn.speaker.role.value,
            turn.section.value,
            " ".join(" ".join(call.words(p) for p in turn.paragraphs).split()),
        )
        for turn in call.turns
    )


@pytest.mark.parametrize("layout", CASES, ids=lambda layout: layout.reader)
def test_a_layout_is_recognised_and_read(layout: Layout) -> None:
    call = from_text(layout.text, "call")
    assert call.reader == layout.reader
    assert rows(call) == layout.turns


@pytest.mark.parametrize("layout", CASES, ids=lambda layout: layout.reader)
def test_labels_and_words_are_offsets_into_the_text_as_it_was(layout: Layout) -> None:
    call = from_text(layout.text, "call")
    assert call.text == layout.text
    for turn in call.turns:
        assert turn.label is not None
        assert call.quote(turn.label).startswith(turn.speaker.name)
        for paragraph in turn.paragraphs:
            assert len(call.words(paragraph)) == len(paragraph.span)
            assert all(gap in paragraph.span for gap in paragraph.gaps)


def test_the_chinese_beside_a_paragraph_is_kept_and_its_script_named() -> None:
    call = from_text(BULLETS, "call")
    chinese = call.turns[1].paragraphs[0].chinese
    assert chinese is not None
    assert (call.chinese, call.quote(chinese)) == ("zh-Hant", "謝謝。收入增長 7%。")
    other = from_text(INTERLEAVED, "call")
    below = other.turns[0].paragraphs[1].chinese
    assert below is not None
    assert (other.chinese, other.quote(below)) == ("zh-Hans", "成本下降了。")


def test_what_an_interpreter_says_is_marked() -> None:
    assert [turn.interpreted for turn in from_text(BULLETS, "call").turns] == [False, False, False, True]


def test_the_list_at_the_end_adds_those_who_never_speak() -> None:
    people = [(p.name, p.title) for p in from_text(DASHES, "call").participants]
    assert people == [
        ("Teo Lund", "Chief Executive Officer"),
        ("Nils Berg", "Chief Financial Officer"),
        ("Ada Moll", "Analyst"),
    ]


def test_a_file_cut_off_in_the_middle_is_read_as_far_as_it_goes() -> None:
    cut = DASHES[: DASHES.index("margins?")]
    assert [turn.speaker.name for turn in from_text(cut, "call").turns] == [
        "Operator",
        "Teo Lund",
        "Operator",
        "Ada Moll",
    ]


def test_a_list_of_participants_is_not_needed() -> None:
    without = STREET[: STREET.index(" * Teo")] + STREET[STREET.index(f"{DOUBLE}\nPresentation") :]
    assert rows(from_text(without, "call")) == rows(from_text(STREET, "call"))


def test_windows_line_ends_change_nothing_but_offsets() -> None:
    assert rows(from_text(DASHES.replace("\n", "\r\n"), "call")) == rows(from_text(DASHES, "call"))


def test_the_chinese_of_a_pair_leaves_out_the_english_that_is_repeated_below_it() -> None:
    call = from_text(HEADED, "call")
    beside = [call.quote(p.chinese) for turn in call.turns for p in turn.paragraphs if p.chinese]
    assert (beside, call.chinese) == (["欢迎。", "我们卖出了更多的灯。"], "zh-Hans")
    assert str(call.call.held_on) == "2024-11-06"


def test_a_label_may_tell_the_side_before_the_name() -> None:
    text = (
        "Ann Lee: Welcome to the Lumen Works third quarter 2024 call.\n\n"
        "Analyst (Ada Moll): How did you grow?\n\nAnn Lee: By ten shops.\n\nExecutive (Teo Lund): And by two mills.\n"
    )
    turns = from_text(text, "lumen").turns
    told = [(turn.speaker.name, turn.speaker.role) for turn in turns]
    assert told[1:] == [("Ada Moll", Role.ANALYST), ("Ann Lee", Role.EXECUTIVE), ("Teo Lund", Role.EXECUTIVE)]


def test_a_company_that_heads_the_page_with_a_short_name_is_no_speaker() -> None:
    page = "Lumen Tools (LMT)\nQ1 2022 Earnings Call\n\nPrepared Remarks:\n\nTeo Lund -- Chief Executive Officer\n\n"
    call = from_text(page + "We sold more lamps.\n\nOperator\n\nGoodbye.\n", "lumen")
    assert [turn.speaker.name for turn in call.turns] == ["Teo Lund", "Operator"]
    assert (call.call.company, call.call.ticker, call.call.fiscal_quarter) == ("Lumen Tools", "LMT", 1)


def test_a_name_repeated_where_the_firm_stands_is_no_firm() -> None:
    page = DASHES.replace("Ada Moll--Harbour Bank -- Analyst", "Ada Moll -- Ada Moll -- Analyst")
    page = page.replace(" with Harbour Bank", "").replace("Ada Moll -- Harbour Bank -- Analyst", "")
    analyst = next(p for p in from_text(page, "call").participants if p.name == "Ada Moll")
    assert (analyst.title, analyst.organization) == ("Analyst", None)
