"""Seed, 3: "Improving the accessibility of healthcare services"."""

from sc_bot.domain.access import Given
from sc_bot.domain.problems import Closing, Verdict
from sc_bot.presentation.digest_rest import rest
from sc_bot.usecases.access.measuring import measure_access
from sc_bot.usecases.digests.looking_further import rest_of
from sc_bot.usecases.problems.author import verify_problem
from sc_bot.usecases.problems.director import Close, close_problem
from tests.seed.ground import BASTIEN, ODILE, ROSALIE, Ground


def test_a_measure_before_and_after_stands_in_the_digest_and_the_workbook(ground: Ground) -> None:
    """21 days when it was reported, 2 when it was closed, 3.5 for the author: nobody's figure replaces another's."""
    reference = ground.accepted(access=Given("delay", "21"))
    solved = Close(closing=Closing.SOLVED, reason="Envoyé le jour même", access_after="2 jours")
    ground.does(BASTIEN, close_problem, reference, solved)
    ground.does(ROSALIE, verify_problem, reference, Verdict.YES)
    ground.does(ROSALIE, measure_access, reference, Given("", "3,5"))
    (row,) = ground.tables(ODILE)["problems"][1]
    assert [row[f"access{each}"] for each in ("", "_before", "_after", "_lived")] == ["Delay, in days", 21, 2, 3.5]
    place, person = ground.place, ground.place.community.person(ODILE)
    assert person is not None
    with ground.database.reading() as uow:
        said = rest(rest_of(uow, place, person, ground.now.date(), ground.now)).text
    assert "délai\u00a0: 21 → 2 jours (3,5 selon l'auteur·e)" in said
