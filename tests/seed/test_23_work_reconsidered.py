"""Seed, 23: "encourages people to reconsider the way work is organized"."""

from datetime import date
from decimal import Decimal

import pytest

from sc_bot.domain.due import Due
from sc_bot.domain.problems import Closing
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.digest_rest import rest
from sc_bot.usecases.commitments.making import Promise, make_commitment
from sc_bot.usecases.digests.looking_further import rest_of
from sc_bot.usecases.problems.director import Close, close_problem
from sc_bot.usecases.problems.facilitator import restrict_problem
from tests.seed.ground import BASTIEN, FACILITATOR, ODILE, Ground


def test_time_freed_is_summed_for_the_community_and_nobody_is_ranked(ground: Ground) -> None:
    """2 and 3.5 hours a week are 5.5, in the digest and in the workbook; what is restricted is in no figure."""
    for freed in ("2", "3,5", ""):
        reference = ground.accepted()
        closed = Close(closing=Closing.SOLVED, reason="Une seule fiche", sort="stop", time_freed=freed)
        ground.does(BASTIEN, close_problem, reference, closed)
    hidden = ground.accepted()
    ground.does(BASTIEN, close_problem, hidden, Close(closing=Closing.SOLVED, reason="Réglé", time_freed="40"))
    ground.does(FACILITATOR, restrict_problem, hidden)
    place, person = ground.place, ground.place.community.person(ODILE)
    assert person is not None
    with ground.database.reading() as uow:
        assert uow.counts.freed(place) == Decimal("5.5")
        said = rest(rest_of(uow, place, person, ground.now.date(), ground.now)).text
    assert "5,5 heures par semaine, dans toute la communauté" in said
    sheets = ground.tables(ODILE)
    rows = sheets["problems"][1]
    assert [row["time_freed"] for row in rows] == [2, 3.5, None]
    assert [row["reorganised"] for row in rows] == ["Stop something"] * 3
    assert "time_freed" not in {each.key for each in sheets["by_institution"][0].columns}


def test_a_promise_says_what_it_stops_starts_changes_or_shares(ground: Ground) -> None:
    """One of four, or nothing; anything else is not kept."""
    reference = ground.accepted()
    for sort in ("stop", "start", "change", "share", "", "other"):
        made = Promise(what=f"Une fiche de moins ({sort})", due=Due(date(2026, 12, 4)), zone="UTC", sort=sort)
        ground.does(BASTIEN, make_commitment, reference, made)
    said = [row["reorganised"] for row in ground.tables(BASTIEN)["promises"][1]]
    assert said == ["Stop something", "Start something", "Change something", "Share something", None, None]


def test_what_is_no_number_of_hours_is_refused_on_its_field(ground: Ground) -> None:
    """Nothing is closed, and the text goes nowhere."""
    reference = ground.accepted()
    with pytest.raises(Refused) as refused:
        ground.does(BASTIEN, close_problem, reference, Close(closing=Closing.SOLVED, reason="Oui", time_freed="bien"))
    assert (refused.value.why, refused.value.field) == (Why.NOT_A_NUMBER, "time_freed")
    assert ground.sees(BASTIEN, reference).closing is None
