"""How a figure was said: reported, guided, aimed at, supposed, or taken as a fact by an analyst."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Modality, Reading
from tests.facts.observations.told import TALK

Reader = Callable[[str], Reading]

SAID = [
    ("Revenue was $5 billion.", Modality.ACTUAL),
    ("You will see that revenue was up 36% in the second quarter.", Modality.ACTUAL),
    ("On slide 4, you'll see our revenue of $5 billion.", Modality.ACTUAL),
    ("We achieved our goal of a 20% margin.", Modality.ACTUAL),
    ("I'll point out that revenue is $5 billion.", Modality.ACTUAL),
    ("Next I will move to revenue, which was $5 billion.", Modality.ACTUAL),
    ("I will say that we expect revenue of $5 billion.", Modality.GUIDANCE),
    ("Individual projects deployed in the quarter increased 14%.", Modality.ACTUAL),
    ("We hit our plan of 24 stores.", Modality.ACTUAL),
    ("We have raised the middle of our EPS range by 8% to $4.24.", Modality.GUIDANCE),
    ("We raised our full year revenue range to $26 million to $28 million.", Modality.GUIDANCE),
    ("Our EPS range was raised to $4.24.", Modality.GUIDANCE),
    ("We raised our prices by 4% in the second quarter.", Modality.ACTUAL),
    ("We are affirming our long-term EPS growth rate in the 4% to 6% range.", Modality.GUIDANCE),
    ("We have a plan to repurchase approximately $2 billion of shares.", Modality.GUIDANCE),
    ("Our plan calls for capital expenditures of $24 million.", Modality.GUIDANCE),
    ("Operating expenses could range from $24 million to $26 million.", Modality.GUIDANCE),
    ("We could have 40 to 60 members in a store.", Modality.ACTUAL),
    ("Our targeted leverage ratio is 2 times.", Modality.TARGET),
    ("Revenue of the plants targeted for sale was $5 million.", Modality.ACTUAL),
    ("We see potential for revenue of $5 billion.", Modality.HYPOTHETICAL),
    ("If revenue reaches $5 billion, we are in great shape.", Modality.HYPOTHETICAL),
    ("Included in our guidance is $4 million of restructuring costs.", Modality.GUIDANCE),
    ("We work hard to achieve our goal of 240 stores.", Modality.TARGET),
    ("We remain on plan to open 240 stores.", Modality.GUIDANCE),
    ("For full year 2024, we also see revenue in the range of $26 million to $28 million.", Modality.GUIDANCE),
    ("Revenue was $26 million to $28 million in the third quarter.", Modality.ACTUAL),
    ("Gross margin should be roughly 64%.", Modality.GUIDANCE),
    ("Revenue should decline in the high teens.", Modality.GUIDANCE),
    ("We're positioned to deliver revenue of more than $100 billion this year.", Modality.GUIDANCE),
    ("We are on track to open about 200 stores this year.", Modality.GUIDANCE),
    ("Our full year expected tax rate is 17%.", Modality.GUIDANCE),
    ("We are targeting an operating margin of 20%.", Modality.TARGET),
    ("We have a clear path to a 20% margin.", Modality.TARGET),
    ("I can see a path to grow Tarvel to revenue of $2 billion.", Modality.TARGET),
    ("The path to a 20% margin is clear.", Modality.TARGET),
    ("We continue to march toward $7 billion of revenue.", Modality.TARGET),
    ("An estimated 70% of the fleet is still coal-fired.", Modality.ACTUAL),
    ("The toll road to Alva earned revenue of $5 million.", Modality.ACTUAL),
    ("We are early on the journey of getting to revenue of $9 billion.", Modality.TARGET),
    ("The delinquency rate would have to rise to 5%.", Modality.HYPOTHETICAL),
    ("If rates fell, revenue would be $4 billion.", Modality.HYPOTHETICAL),
    ("We grew revenue 4% in the third quarter, and we will keep growing.", Modality.ACTUAL),
    ("Anticipate 2025 revenue of $5 billion.", Modality.GUIDANCE),
    ("We estimate that 1/4 of our customers have bought the new lamp.", Modality.ACTUAL),
    ("We estimate revenue to be $5 billion.", Modality.GUIDANCE),
    ("For 2025, we are now roughly 50% hedged.", Modality.ACTUAL),
    ("We had previously guided to revenue of $5 billion.", Modality.GUIDANCE),
    ("Revenue of $5 billion was above our guided range.", Modality.ACTUAL),
    ("We will have opened 250 stores by then.", Modality.GUIDANCE),
    ("Costs in the fourth quarter include $3 million of tax.", Modality.GUIDANCE),
    ("Debt repayments in 2025 are about $370 million.", Modality.GUIDANCE),
    ("Each additional point of growth matters, and revenue was $5 billion.", Modality.ACTUAL),
    ("The kilns remain on track for an operating margin of 13%.", Modality.GUIDANCE),
    ("The kilns were on track for an operating margin of 13%.", Modality.ACTUAL),
    ("We have 350 stores at the end of 2025.", Modality.GUIDANCE),
    ("Each 25 basis points would be about $50 million of net interest income.", Modality.HYPOTHETICAL),
    ("Our plan assumes revenue of $5 billion.", Modality.GUIDANCE),
    ("We're budgeting for capex of $3 million next year.", Modality.GUIDANCE),
    ("Capex was $3 million, assuming no strike.", Modality.ACTUAL),
    ("Thus far in the fourth quarter, brick revenue is up 7%.", Modality.ACTUAL),
    ("We are 50% hedged for the first half of 2025.", Modality.ACTUAL),
    ("Excluding the charge, revenue would have been $6 billion.", Modality.ACTUAL),
]


@pytest.mark.parametrize(("sentence", "modality"), SAID)
def test_what_management_commits_to(read: Reader, sentence: str, modality: Modality) -> None:
    found = [o.modality for o in read(sentence).observations if o.evidence.rule == "observation.figure"]
    assert found == [modality]


def test_what_a_step_would_cost_is_supposed(read: Reader) -> None:
    said = "A 37-basis point rise in freight rates would have a $3 million impact on our revenue."
    assert {o.modality for o in read(said).observations} == {Modality.HYPOTHETICAL}


ASKED = [
    ("Revenue grew 10% in the quarter, so how long can that last?", Modality.REPORTED_BY_OTHER),
    ("Do you expect revenue to grow 10% next year?", Modality.HYPOTHETICAL),
    ("How much of the 10% revenue growth came from Chile?", Modality.REPORTED_BY_OTHER),
    ("How does the $3 billion of revenue break down?", Modality.REPORTED_BY_OTHER),
    ("Is the 10% revenue growth that we saw here to stay?", Modality.REPORTED_BY_OTHER),
    ("In terms of the brick revenue guide of 10%, what is better than before?", Modality.REPORTED_BY_OTHER),
    ("You're guiding to revenue growth of 10%, so could you say why the kilns rest?", Modality.REPORTED_BY_OTHER),
    ("What is driving revenue up 10%?", Modality.REPORTED_BY_OTHER),
    ("I would like to return to brick revenue, which you said was growing 10%.", Modality.REPORTED_BY_OTHER),
    ("What drove revenue up 10%?", Modality.REPORTED_BY_OTHER),
    ("Can you get to that 10% revenue growth?", Modality.HYPOTHETICAL),
    ("Should we think of revenue growth in the 10% range?", Modality.HYPOTHETICAL),
    ("If revenue grows 10%, what happens to margins?", Modality.HYPOTHETICAL),
]


@pytest.mark.parametrize(("sentence", "modality"), ASKED)
def test_what_an_analyst_takes_as_a_fact(
    read_text: Callable[[str], Reading], sentence: str, modality: Modality
) -> None:
    call = TALK.format(question=sentence, answer="Thank you for the question.")
    found = [o.modality for o in read_text(call).observations if o.evidence.rule == "observation.figure"]
    assert found == [modality]
