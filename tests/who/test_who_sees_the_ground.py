"""What is measured, tried and worded together is read by those who read the report, and by nobody else."""

import pytest

from sc_bot.domain.access import Given
from sc_bot.domain.events import Happened
from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation.history import whole
from sc_bot.presentation.words import Words
from sc_bot.usecases.access.measuring import measure_access
from sc_bot.usecases.problems.facilitator import restrict_problem
from sc_bot.usecases.tryouts.proposing import Proposal, propose_solution
from sc_bot.usecases.tryouts.trying import decline_tryout
from sc_bot.usecases.wordings.agreeing import agree_wording, propose_wording
from tests.house import region
from tests.seed.ground import BASTIEN, FACILITATOR, FANNY, ROSALIE, Ground, open_ground

SOLUTION, WORDS, OTHERS = "Par la messagerie", "Le résumé tarde", "Le résumé arrive tard"
INSIDE, OUTSIDE = (ROSALIE, BASTIEN, FANNY, FACILITATOR, "SC-4"), ("PCO-S1", "PCO-MD", "GTV-DG", "EXT-1", "CVE-MD")


def lived(ground: Ground) -> str:
    """A problem with a bit of everything; the solution is a hidden colleague's."""
    reference = ground.accepted()
    ground.does(ROSALIE, measure_access, reference, Given("delay", "21"))
    ground.does(FANNY, propose_solution, reference, Proposal(what=SOLUTION))
    ground.does(BASTIEN, decline_tryout, f"{reference}?1", "Pas maintenant", None)
    ground.does(BASTIEN, propose_wording, f"{reference} 0", WORDS, None)
    ground.does(ROSALIE, agree_wording, f"{reference} 1")
    ground.does(ROSALIE, propose_wording, f"{reference} 1", OTHERS, None)
    return reference


def test_only_who_reads_the_report_reads_them(region_url: str) -> None:
    """Inside everything, outside not a word; and in no workbook of those outside."""
    with open_ground(region_url) as ground:
        reference = lived(ground)
        for who in INSIDE:
            told = "\n".join(whole(Words("fr"), ground.sees(who, reference)))
            assert [each for each in (SOLUTION, WORDS, OTHERS, "21 jours") if each not in told] == [], who
        for who in OUTSIDE:
            seen = ground.sees(who, reference)
            assert (seen.access, seen.statement, seen.wording, seen.tryouts) == (None, None, None, ()), who
            told = "\n".join(whole(Words("fr"), seen))
            assert [each for each in (SOLUTION, WORDS, OTHERS, "21 jours") if each in told] == [], who
        rows = str([rows for _, rows in ground.tables("PCO-MD").values()])
        assert [each for each in (SOLUTION, WORDS, OTHERS) if each in rows] == []


def test_who_proposed_a_solution_without_their_name_is_named_nowhere(region_url: str) -> None:
    """Not on the screen of whoever has the problem, not in the workbook, not in the history as it is stored."""
    with open_ground(region_url) as ground:
        reference = lived(ground)
        fanny = region().person(FANNY)
        assert fanny is not None
        told = "\n".join(whole(Words("fr"), ground.sees(BASTIEN, reference)))
        rows = str([rows for _, rows in ground.tables(BASTIEN).values()])
        assert fanny.name not in told + rows
        with ground.database.reading() as uow:
            problem = uow.problems.get("T0ESTRIE0", reference)
            assert problem is not None
            steps = uow.history.of(problem.id)
        assert [each.actor for each in steps if each.kind is Happened.TRYOUT_PROPOSED] == [None]
        assert FANNY not in {each.actor for each in steps}


def test_a_restricted_problem_takes_no_proposal_and_shows_none_outside_its_circle(region_url: str) -> None:
    """Whoever proposed before it was restricted is outside now."""
    with open_ground(region_url) as ground:
        reference = lived(ground)
        ground.does(FACILITATOR, restrict_problem, reference)
        told = "\n".join(whole(Words("fr"), ground.sees(BASTIEN, reference)))
        assert SOLUTION in told
        for who in (FANNY, "SC-4"):
            with pytest.raises(Refused) as refused:
                ground.sees(who, reference)
            assert refused.value.why is Why.NOT_FOUND
