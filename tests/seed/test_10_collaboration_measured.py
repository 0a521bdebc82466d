"""Seed, 10: "Significantly improve collaboration between institutions": measured by pair, from the history alone."""

from datetime import date

from sc_bot.domain.pulse import Wave
from sc_bot.domain.pulse_measures import Measures
from sc_bot.usecases.pulse.measuring import measures_of
from tests.house import Town
from tests.stories.acting import does, report
from tests.stories.jointly import begins, comes, gone, says
from tests.stories.promising import BASTIEN, ROSALIE, accepted
from tests.stories.pulsing import BEGINS, PUBLISHED, sees_all, tick


def test_what_is_shown_of_a_pair_is_what_happened_between_them(town: Town) -> None:
    """One problem accepted on its day, another one returned: a first answer, a return, what was right at first."""
    accepted(town)
    does(town, "HSF-MD", "problem.close", closing="solved")
    report(town, "Le formulaire de chimio de l'hôpital se perd", by="CVE-S1")
    does(town, "HSF-MD", "problem.return", "ONC-2", reason="Pas nous", institution="PCO")
    tick(town, BEGINS)
    tick(town, PUBLISHED)
    said = sees_all(town, "HSF-DG")
    pair = said[said.index("CLSC Val-des-Érables ↔ Hôpital") :]
    assert "retours\\xa0: 1" in pair
    assert "bien acheminés d'emblée\\xa0: 1 sur 1" in pair
    assert "jours ouvrables avant une première réponse\\xa0: 0,0" in pair


def between(town: Town, first: str, last: str) -> tuple[Measures, ...]:
    """What is counted of the days from one to another."""
    since, end = date.fromisoformat(first), date.fromisoformat(last)
    with town.house.worker_database.reading() as uow:
        (place,) = uow.communities.in_workspace("T0ESTRIE0")
        wave = Wave(id=1, workspace="", community=place.id, day=end, begun_on=end, ends_on=end, since=since)
        return measures_of(uow, place, wave)


def test_what_a_verified_joint_change_closes_was_solved_together_by_all_who_had_a_part(town: Town) -> None:
    """Nobody pressed Close: the last caregiver said that it changed. It counts on that day, once for each pair."""
    begins(town, institutions=("HSF", "CVE", "PCO"))
    gone(town, BASTIEN, "CVE-MD", "PCO-MD")
    comes(town, "2026-12-18")
    for who, answer in ((BASTIEN, "yes"), ("PCO-MD", "partly"), (ROSALIE, "yes")):
        says(town, who, answer)
    together = [each.between for each in between(town, "2026-11-01", "2026-12-31") if each.joint == 1]
    assert together == [("CVE", "HSF"), ("CVE", "PCO"), ("HSF", "PCO")]
    assert not any(each.joint for each in between(town, "2026-11-01", "2026-12-17"))
