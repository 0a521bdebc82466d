"""Seed, 26: "make it a strategic priority"."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sc_bot.domain.due import Due
from sc_bot.domain.refusals import Refused, Why
from sc_bot.org_file import read_community, write_community
from sc_bot.presentation.digest_rest import rest
from sc_bot.presentation.digests import digest
from sc_bot.usecases.decisions.asking import Request, ask_decision
from sc_bot.usecases.digests.composing import Composer
from sc_bot.usecases.digests.looking_further import rest_of
from sc_bot.usecases.objectives.linking import link_objective
from tests.house import region
from tests.seed.ground import BASTIEN, FACILITATOR, ODILE, ROSALIE, Ground

CLOSER = "Des soins plus près de chez soi"


def test_the_digest_shows_the_oldest_that_wait_for_general_managers_with_their_objective(ground: Ground) -> None:
    """First due, first read; each with the objective to which it is linked; and the oldest open ones with theirs."""
    for number, (day, objective) in enumerate(((9, ""), (2, "CLOSER")), 1):
        reference = ground.accepted()
        asked = Request(
            question=f"Question {number}?", otherwise="Rien ne change", due=Due(date(2026, 12, day)), zone="UTC",
            of=(ODILE,),
        )  # fmt: skip
        ground.does(FACILITATOR, ask_decision, reference, asked)
        if objective:
            ground.does(FACILITATOR, link_objective, reference, objective)
    ground.now += timedelta(days=4)
    place, person = ground.place, ground.place.community.person(ODILE)
    assert person is not None
    monday = date(2026, 11, 23)
    with ground.database.reading() as uow:
        first = digest(Composer(uow, place, monday, ground.now, live=True).first_screen(person)).text
        beyond = rest(rest_of(uow, place, person, monday, ground.now)).text
    assert -1 < first.find("Question 2?") < first.find("Question 1?")
    assert first.count(f"objectif\u00a0: {CLOSER}") == 1
    assert beyond.count(f"objectif\u00a0: {CLOSER}") == 1
    assert [row["objective"] for row in ground.tables(ODILE)["problems"][1]] == [None, "Care closer to home"]


def test_who_leads_or_facilitates_links_it_to_what_the_community_has(ground: Ground) -> None:
    """One of the file's objectives, the last one stands; nobody else's choice, and no words of one's own."""
    reference = ground.accepted()
    ground.does(BASTIEN, link_objective, reference, "SAME-DAY")
    ground.does(FACILITATOR, link_objective, reference, "CLOSER")
    seen = ground.sees(ROSALIE, reference).objective
    assert seen is not None
    assert seen.fr == CLOSER
    for who, objective, why in ((BASTIEN, "Un autre", Why.UNKNOWN_OBJECTIVE), (ROSALIE, "CLOSER", Why.NOT_YOURS)):
        with pytest.raises(Refused) as refused:
            ground.does(who, link_objective, reference, objective)
        assert refused.value.why is why


def test_objectives_are_optional_and_survive_the_file() -> None:
    """Written and read back equal, with and without them."""
    for community in (region(), replace(region(), objectives=())):
        assert read_community(write_community(community).encode()) == community
