"""Causes as they are told in calls: what each moves and whither, what is only an aim, a time or talk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Reading


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        pytest.param(
            "Operating margin rose to 9%. Strong volumes and improved yields were partially offset by dear freight.",
            [
                ("operating margin", "Strong volumes", "raises"),
                ("operating margin", "improved yields", "raises"),
                ("operating margin", "dear freight", "lowers"),
            ],
            id="two sides weighed for the move of the sentence before",
        ),
        pytest.param(
            "Operating margin fell to 9%. Strong volumes were more than offset by dear freight.",
            [("operating margin", "Strong volumes", "raises"), ("operating margin", "dear freight", "lowers")],
            id="what more than offsets decides the move",
        ),
        pytest.param(
            "Gross margin was 2% higher. Gross margin beat our plan as a result of a better mix.",
            [("gross margin", "a better mix", "raises")],
            id="a measure named anew is the one told before",
        ),
        pytest.param(
            "SG&A was $26 million, up from $19 million last year. Kelmar accounted for about half of the increase.",
            [("SG&A expense", "Kelmar", "raises")],
            id="what accounts for a part of the increase",
        ),
        pytest.param(
            "Raw material costs rose 3% behind higher steel prices.",
            [("raw material cost", "higher steel prices", "raises")],
            id="behind a change",
        ),
        pytest.param(
            "EBITDA reached $12 million, up 9%, as we see the benefits of the new mill.",
            [("EBITDA", "we see the benefits of the new mill", "raises")],
            id="seeing a change is no remark",
        ),
        pytest.param(
            "Gross margin rose 2 points. This was driven by leverage on rent of 12 basis points and a better rate of "
            "wages of 3 basis points.",
            [
                ("gross margin", "leverage on rent of 12 basis points", "raises"),
                ("gross margin", "a better rate of wages of 3 basis points", "raises"),
            ],
            id="causes that each have an amount",
        ),
        pytest.param(
            "Revenue fell 3%, offset by an increase in selling prices, driven by new ovens.",
            [("revenue", "an increase in selling prices", "raises"), ("selling price", "new ovens", "raises")],
            id="a cause of what offsets",
        ),
        pytest.param(
            "Our loss ratio rose to 54%, excluding the $10 million reserve, driven by more storms.",
            [("loss ratio", "more storms", "raises")],
            id="what is left out has no cause",
        ),
        pytest.param(
            "The long strike weighed on operating margin.",
            [("operating margin", "The long strike", "lowers")],
            id="weighing on a measure",
        ),
        pytest.param(
            "Lower volumes put pressure on margins.", [("margin", "Lower volumes", "lowers")], id="putting pressure"
        ),
        pytest.param(
            "Strong pricing supported margins.", [("margin", "Strong pricing", "raises")], id="supporting a measure"
        ),
        pytest.param(
            "Revenue rose 4% as we began the third quarter.", [], id="the phase of a year is when and not why"
        ),
        pytest.param(
            "Tool sales rose 3%. Our savings were not enough to offset dear freight.",
            [],
            id="what is not enough offsets nothing",
        ),
        pytest.param(
            "Operating income was $3 million, resulting in operating margin of 8%, up 2 points.",
            [],
            id="a level told as a rate",
        ),
        pytest.param(
            "Sales rose 28%, which reflects a strong spring and is driven by better lamps.",
            [("sales", "a strong spring", "raises"), ("sales", "better lamps", "raises")],
            id="another verb of the same subject ends a cause",
        ),
        pytest.param("Sales may vary 3% due to the weather.", [], id="what varies goes no way"),
        pytest.param(
            "Revenue was down behind lower shipments.", [("revenue", "lower shipments", "lowers")], id="behind a move"
        ),
        pytest.param(
            "Prices rose 3%, offset by a decline in tonnage, leading to weak sales.",
            [("price", "a decline in tonnage", "lowers")],
            id="what it all leads to is no cause",
        ),
        pytest.param(
            "Operating income fell 3%, driven by lower shipments, $19 million of vault fees and the strike.",
            [
                ("operating income", "lower shipments", "lowers"),
                ("operating income", "$19 million of vault fees", "lowers"),
                ("operating income", "the strike", "lowers"),
            ],
            id="a sum among causes",
        ),
        pytest.param(
            "Sales were $20 million, 4% higher on new plants and strong demand for lamps.",
            [("sales", "new plants", "raises"), ("sales", "strong demand for lamps", "raises")],
            id="a second noun tells that the first is a cause",
        ),
        pytest.param("On the lower left of the page, sales have grown 4%.", [], id="a topic or a place on a page"),
        pytest.param("Sales have been improving from the declines of last year.", [], id="from where a measure comes"),
        pytest.param("Sales rose 4%, with an increase of 5% without currency.", [], id="an increase told once more"),
        pytest.param("We saw strong sales growth through the summer.", [], id="through a season"),
        pytest.param("Our agenda is to drive sales growth.", [], id="what a plan is there for"),
        pytest.param(
            "We are pleased, with lean mills driving a 20% increase in sales.",
            [("sales", "lean mills", "raises")],
            id="a noun with what it drives",
        ),
        pytest.param("We led our industry with record sales growth of 9%.", [], id="leading others is no cause"),
        pytest.param("Lower rents led to sales growth.", [("sales", "Lower rents", "raises")], id="leading to a move"),
        pytest.param("Our stocks decreased by 13,000 units and sales fell 4%.", [], id="what decreases of itself"),
        pytest.param(
            "Industry sales should be up 5% as higher corn prices help the farms and dairy prices remain high.",
            [
                ("industry sales", "higher corn prices help the farms", "raises"),
                ("industry sales", "dairy prices remain high", "raises"),
            ],
            id="two clauses of reason",
        ),
        pytest.param(
            "Gross margin fell 3 points as we ramp the new mill and will have sold the old stock.",
            [
                ("gross margin", "we ramp the new mill", "lowers"),
                ("gross margin", "will have sold the old stock", "lowers"),
            ],
            id="two deeds of one subject",
        ),
        pytest.param(
            "Despite lower rental fees, sales rose 19%. This was due to dearer lamps.",
            [("sales", "dearer lamps", "raises")],
            id="this points at what a sentence is about",
        ),
        pytest.param(
            "Sales rose 19%. This includes a charge due to the fire.", [], id="a cause of what is only included"
        ),
        pytest.param("Sales rose 19%. It is hard for us because of the many lamps.", [], id="it is no measure"),
        pytest.param("Sales rose 19%. Lamps are a driver of our home business.", [], id="a driver of something else"),
        pytest.param(
            "We borrowed money in May with a strong mix of notes, which will lower our costs.",
            [("cost", "We borrowed money in May with a strong mix of notes", "lowers")],
            id="with, in mid sentence, leads to no cause of what follows",
        ),
        pytest.param(
            "Net income was $28 million, in line with last year. The impact of higher prices was offset by dear fuel.",
            [("net income", "The impact of higher prices", "raises"), ("net income", "dear fuel", "lowers")],
            id="an impact weighed for the measure of the sentence before",
        ),
        pytest.param("We remain committed to our plan, driving sales growth.", [], id="a mood drives nothing"),
        pytest.param(
            "We have many plans across our businesses that will drive sales growth.",
            [("sales", "many plans across our businesses", "raises")],
            id="a clause that hangs on where the plans are",
        ),
        pytest.param(
            "Sales rose 5%. Despite the hard market, this was our best quarter.",
            [],
            id="a circumstance of what follows",
        ),
        pytest.param(
            "Mortgage income fell 8% as gain on sale margins tightened in the quarter.",
            [("mortgage banking income", "gain on sale margins tightened in the quarter", "lowers")],
            id="a clause of reason that the parser takes for a phrase",
        ),
        pytest.param(
            "Sales rose 5%, driven by strong and increasing orders for lamps.",
            [("sales", "strong and increasing orders for lamps", "raises")],
            id="two adjectives of one cause",
        ),
        pytest.param(
            "Sales rose 5%, driven by a longer season and, to a lesser extent, more shops.",
            [("sales", "a longer season", "raises"), ("sales", "more shops", "raises")],
            id="a cause of a lesser extent",
        ),
        pytest.param(
            "Sales rose 5%, driven by gains in lamps, ropes and chairs.",
            [("sales", "gains in lamps, ropes and chairs", "raises")],
            id="a list under a preposition is one cause",
        ),
        pytest.param(
            "Net income rose 5% due to lower freight and storage costs.",
            [("net income", "lower freight and storage costs", "raises")],
            id="costs that share a comparison",
        ),
        pytest.param(
            "Revenue rose 5%. As you can see on the slide, the increase is driven by a longer season, partially offset "
            "by dear fuel.",
            [("revenue", "a longer season", "raises"), ("revenue", "dear fuel", "lowers")],
            id="a rise shown on a slide points back",
        ),
        pytest.param(
            "Wage costs rose 3%, impacted by the long strike.",
            [("wage cost", "the long strike", "raises")],
            id="what hurts raises a cost that rose",
        ),
        pytest.param(
            "We saw higher freight costs related to the long strike.",
            [("freight cost", "the long strike", "raises")],
            id="what a cost is related to",
        ),
        pytest.param(
            "Sales rose 6%, with lamps growing 19%.",
            [("sales", "lamps growing 19%", "raises")],
            id="with a part growing",
        ),
        pytest.param("Sales grew 7%, with growth in every region.", [], id="growth told once more"),
        pytest.param(
            "Earnings rose 3%. These happy factors were partially offset by the long strike.",
            [("earnings", "the long strike", "lowers")],
            id="what is done to factors",
        ),
        pytest.param("We built a plan supporting demand.", [], id="a plan only meant to support"),
        pytest.param(
            "Gross margin was 32%. Lower rents added 6 basis points, and the sale of the kiln subtracted 1 point.",
            [("gross margin", "Lower rents", "raises"), ("gross margin", "the sale of the kiln", "lowers")],
            id="points added and subtracted",
        ),
        pytest.param(
            "Gross margin was 32%. Inflation had a negative impact of 40 basis points.",
            [("gross margin", "Inflation", "lowers")],
            id="an impact in points on what was told before",
        ),
        pytest.param(
            "Lantern margin was up 2 points on growing adoption of our lamps.",
            [("lantern margin", "growing adoption of our lamps", "raises")],
            id="a rise on continued adoption",
        ),
        pytest.param(
            "We expect sales to rise 16%, reflecting another year of brisk demand.",
            [("sales", "another year of brisk demand", "raises")],
            id="another year of what drives it",
        ),
        pytest.param(
            "Lamp profit more than tripled as rural demand remained strong and kilns stayed busy.",
            [
                ("lamp profit", "kilns stayed busy", "raises"),
                ("lamp profit", "rural demand remained strong", "raises"),
            ],
            id="a clause that the parser takes for a phrase",
        ),
        pytest.param(
            "Orders grew not just because of new lamps but also because of better prices.",
            [("orders", "better prices", "raises"), ("orders", "new lamps", "raises")],
            id="not only one cause",
        ),
        pytest.param(
            "Lamp revenue rose 18%, driven by orders for the Norvik kilns, and glass-related revenue gained a third.",
            [("lamp revenue", "orders for the Norvik kilns", "raises")],
            id="what another measure did is no cause",
        ),
        pytest.param(
            "Gross margin is down. And this is driven largely from the new mill.",
            [("gross margin", "the new mill", "lowers")],
            id="driven from",
        ),
        pytest.param(
            "Cash flow improved 5%, driven by strong results, recurring and other tax benefits, reduced "
            "headwinds from freight, as well as lower pension contributions.",
            [
                ("cash flow", "lower pension contributions", "raises"),
                ("cash flow", "recurring and other tax benefits", "raises"),
                ("cash flow", "reduced headwinds from freight", "raises"),
                ("cash flow", "strong results", "raises"),
            ],
            id="items with amounts and modifiers of their own",
        ),
        pytest.param(
            "Gross margin rose 3 points. The improvement reflects progress on our plan, yield management and "
            "favorable mix, partially offset by higher wages.",
            [
                ("gross margin", "favorable mix", "raises"),
                ("gross margin", "higher wages", "lowers"),
                ("gross margin", "progress on our plan", "raises"),
                ("gross margin", "yield management", "raises"),
            ],
            id="the improvement points back",
        ),
        pytest.param(
            "Organic revenue grew 12%, driven by early leasing and strong service revenue growth.",
            [
                ("organic revenue", "early leasing", "raises"),
                ("organic revenue", "strong service revenue growth", "raises"),
            ],
            id="an adjective behind and",
        ),
        pytest.param(
            "Retail sales were down 7%, driven by significant declines in the lamp trade and slight market share "
            "declines.",
            [
                ("retail sales", "significant declines in the lamp trade", "lowers"),
                ("retail sales", "slight market share declines", "lowers"),
            ],
            id="two nouns with modifiers",
        ),
        pytest.param(
            "Operating margin declined 47 basis points. More than 80% of the decline was driven by one kiln.",
            [("operating margin", "one kiln", "lowers")],
            id="a share of the decline",
        ),
        pytest.param(
            "Market share was 49%, down 1 point. Our U.S. market share reflects a crowded marketplace.",
            [("market share", "a crowded marketplace", "lowers")],
            id="a measure with a place before it",
        ),
        pytest.param(
            "Lamp margins saw headwinds from dearer clay.",
            [("lamp margin", "dearer clay", "lowers")],
            id="headwinds that a measure saw",
        ),
        pytest.param(
            "Revenue rose 5%. We face supply headwinds in the second half that we expect will hurt margins.",
            [("margin", "supply headwinds in the second half", "lowers")],
            id="a cause that a relative clause tells of",
        ),
        pytest.param(
            "Sales grew 54%, propelled by our new lamps, which continue to drive traffic.",
            [("sales", "our new lamps", "raises"), ("traffic", "our new lamps", "raises")],
            id="what continues to drive",
        ),
        pytest.param(
            "As you'll recall, we talked about our results, which increased our cost.",
            [],
            id="somebody only speaks",
        ),
        pytest.param(
            "Good weather, coupled with a late harvest, resulted in EPS of $0.58, up 14%.",
            [("EPS", "Good weather", "raises"), ("EPS", "a late harvest", "raises")],
            id="coupled with",
        ),
        pytest.param(
            "Gross margin rose 3 points. Higher volumes, favorable mix, lower milling and distribution cost per "
            "pound drove the increase.",
            [
                ("gross margin", "Higher volumes", "raises"),
                ("gross margin", "favorable mix", "raises"),
                ("gross margin", "lower milling and distribution cost per pound", "raises"),
            ],
            id="a shared modifier",
        ),
        pytest.param(
            "A higher average check drove sales.",
            [("sales", "A higher average check", "raises")],
            id="what drives a measure",
        ),
        pytest.param(
            "Based on the strength of lamp orders, we are increasing our yearly revenue and EPS outlook.",
            [("EPS", "the strength of lamp orders", "raises"), ("revenue", "the strength of lamp orders", "raises")],
            id="an outlook raised",
        ),
        pytest.param(
            "The strike reduced our sales, and we are hiring to serve shoppers as the stalls reopen.",
            [("sales", "The strike", "lowers")],
            id="an earlier clause is no effect",
        ),
        pytest.param(
            "We raise prices as fast as we can.",
            [],
            id="a comparison is no cause",
        ),
        pytest.param(
            "Recurring revenue was $318 million, reflecting organic growth of 8%.",
            [],
            id="growth of a rate told again",
        ),
        pytest.param(
            "New sales improved as we moved through the year, mostly in lamps.",
            [],
            id="a time passed through",
        ),
        pytest.param(
            "Expense discipline also helped drive strong earnings.",
            [("earnings", "Expense discipline", "raises")],
            id="what is helped to drive",
        ),
        pytest.param(
            "The trends in reroofing, increased emphasis on clay and tight labor markets will drive revenue growth.",
            [
                ("revenue", "The trends in reroofing", "raises"),
                ("revenue", "increased emphasis on clay", "raises"),
                ("revenue", "tight labor markets", "raises"),
            ],
            id="three nouns with a bare last one",
        ),
        pytest.param(
            "Gross margin rose 3 points on lower freight costs and higher volumes.",
            [("gross margin", "higher volumes", "raises"), ("gross margin", "lower freight costs", "raises")],
            id="lower costs raise a margin",
        ),
        pytest.param(
            "Revenue declined 6%, better than expected, and reflects the resilience of our millers.",
            [("revenue", "the resilience of our millers", "raises")],
            id="why it fell less than planned",
        ),
        pytest.param(
            "Rent revenue grew 3%, driven by rate, since our sheds achieved full occupancy.",
            [("rent revenue", "rate", "raises")],
            id="the reason of a cause",
        ),
        pytest.param(
            "Premiums were up 5%, still impacted by the frost but beginning to improve.",
            [("premiums", "the frost", "lowers")],
            id="what stands against a cause",
        ),
        pytest.param(
            "Lamp revenue will be down a bit because it's the first winter of our kiln.",
            [("lamp revenue", "it's the first winter of our kiln", "lowers")],
            id="because it is",
        ),
        pytest.param("Bookings grew 30%. They chose us because of our people.", [], id="what somebody does"),
        pytest.param(
            "Lamp revenue declined 20%, chiefly due to a decline in service fees, driven by fewer repairs.",
            [("lamp revenue", "a decline in service fees", "lowers"), ("service fee", "fewer repairs", "lowers")],
            id="the cause of a cause behind a comma",
        ),
        pytest.param(
            "Operating profit was $34 million. The higher shipments and better prices were partly offset by freight.",
            [
                ("operating profit", "freight", "lowers"),
                ("operating profit", "The higher shipments", "raises"),
                ("operating profit", "better prices", "raises"),
            ],
            id="two sides weighed behind an article",
        ),
        pytest.param(
            "Net income was $31 million. The impact of higher revenue of 13% was partly offset by dear freight.",
            [
                ("net income", "The impact of higher revenue of 13%", "raises"),
                ("net income", "dear freight", "lowers"),
            ],
            id="the impact of a figure weighed",
        ),
        pytest.param(
            "Sales fell 3%. Dear clay is not the main contributor.",
            [],
            id="a contributor denied",
        ),
        pytest.param(
            "Gross margin rose 2 points from the spring but fell short of our plan. The primary driver was a "
            "higher-than-expected freight bill for summer sets.",
            [("gross margin", "a higher-than-expected freight bill for summer sets", "lowers")],
            id="more of an outlay lowers a margin whichever way that went",
        ),
        pytest.param(
            "Operating profit was $28 million, mainly due to the narrowing loss from Garden Tools.",
            [("operating profit", "the narrowing loss from Garden Tools", "raises")],
            id="less of a loss raises a profit of which no move is told",
        ),
        pytest.param(
            "Net income fell 6%, due to $9 million of restructuring charges.",
            [("net income", "$9 million of restructuring charges", "lowers")],
            id="an amount of something is a cause",
        ),
        pytest.param(
            "EPS fell 12%, reflecting slightly lower interest expense.",
            [("EPS", "slightly lower interest expense", "raises")],
            id="less of an expense raises a profit that fell",
        ),
        pytest.param(
            "Operating expenses were $56 million, primarily due to tight cost controls.",
            [("operating expense", "tight cost controls", "lowers")],
            id="control of costs lowers them",
        ),
        pytest.param(
            "Attendance was up 1%, which reflects a 2 percentage point adverse impact from the rain.",
            [("attendance", "a 2 percentage point adverse impact from the rain", "lowers")],
            id="an adverse impact lowers what rose",
        ),
        pytest.param(
            "Affiliate revenue was driven by 7 points of growth due to higher fees, partially offset by a 2 point "
            "decline due to fewer tenants.",
            [
                ("affiliate revenue", "higher fees", "raises"),
                ("affiliate revenue", "7 points of growth due to higher fees", "raises"),
                ("affiliate revenue", "a 2 point decline due to fewer tenants", "lowers"),
                ("affiliate revenue", "fewer tenants", "lowers"),
            ],
            id="a move of the measure itself works as it goes, and so does its cause",
        ),
    ],
)
def test_a_cause_is_tied_to_what_it_moves(
    read: Callable[[str], Reading], text: str, causes: list[tuple[str, str, str]]
) -> None:
    reading = read(text)
    quote = reading.transcript.quote
    found = [(reading.entity(d.effect.metric).name, quote(d.cause), d.polarity.value) for d in reading.drivers]
    assert sorted(found) == sorted(causes)
