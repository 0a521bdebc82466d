"""Seed, 14: "as defined by the managers and the caregivers"."""

from sc_bot.usecases.wordings.agreeing import agree_wording, propose_wording
from tests.seed.ground import BASTIEN, ROSALIE, Ground

FIRST = "Le résumé de fin de chimio part par la poste"
OTHERS = "Le résumé de fin de chimio arrive trois semaines après le rendez-vous"


def test_words_of_a_manager_keep_the_first_version_visible(ground: Ground) -> None:
    """A manager rewords, the caregiver agrees: both versions are read by both, and nothing was overwritten."""
    reference = ground.reports(description=FIRST)
    ground.does(BASTIEN, propose_wording, f"{reference} 0", OTHERS, None)
    before = ground.sees(ROSALIE, reference)
    assert (before.statement, before.description) == (None, FIRST)
    ground.does(ROSALIE, agree_wording, f"{reference} 1")
    for who in (BASTIEN, ROSALIE):
        seen = ground.sees(who, reference)
        assert (seen.description, seen.statement) == (FIRST, OTHERS)
    (row,) = ground.tables(BASTIEN)["problems"][1]
    assert (row["description"], row["statement"]) == (FIRST, OTHERS)


def test_managers_report_as_caregivers_do(ground: Ground) -> None:
    """The same door for both."""
    assert ground.reports("CVE-MD").partition("-")[0] == ground.reports(ROSALIE).partition("-")[0]
