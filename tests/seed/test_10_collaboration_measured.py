"""Seed, 10: "Significantly improve collaboration between institutions": measured by pair, from the history alone."""

from tests.house import Town
from tests.stories.acting import does, report
from tests.stories.promising import accepted
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
