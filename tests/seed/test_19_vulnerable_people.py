"""Seed, 19: "vulnerable people who require complex care (e.g. oncology, mental health)"."""

from contextlib import AbstractContextManager

import pytest

from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import UnitOfWork
from sc_bot.privacy import Verdict
from sc_bot.usecases.problems.report import Report, report_problem
from tests.privacy import date_probes, number_probes, person_probes
from tests.privacy.probe import Probe
from tests.seed.ground import Ground

PROBES: list[Probe] = [
    probe
    for module in (date_probes, number_probes, person_probes)
    for group in vars(module).values()
    if isinstance(group, list)
    for probe in group
    if probe[0].strip()
]


class Untouched:
    """A database that nobody may open."""

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """Never."""
        raise AssertionError("opened")

    reading = unit_of_work
    whole = unit_of_work


def test_what_identifies_a_patient_is_refused_before_anything_is_touched() -> None:
    """Every probe: blocked, confirmed with a reason, or let through, as its line says; nothing refused is repeated."""
    expected = {Verdict.BLOCK: Why.IDENTIFYING, Verdict.WARN: Why.MAYBE_IDENTIFYING}
    asked = Ground(Untouched()).asked("CVE-S1")
    for text, verdict, _ in PROBES:
        if verdict is Verdict.ALLOW:
            with pytest.raises(AssertionError, match="opened"):
                report_problem(Untouched(), asked, Report(description=text))
            continue
        with pytest.raises(Refused) as refused:
            report_problem(Untouched(), asked, Report(description=text))
        assert refused.value.why is expected[verdict], text
        assert text not in f"{refused.value!r} {refused.value.details}"
    assert len(PROBES) > 150


@pytest.mark.parametrize("text", ["usager suicidaire refusé deux fois", "A homeless client waits for a bed"])
def test_what_one_says_of_a_situation_is_not_a_patient(text: str) -> None:
    """Vulnerability may be told: nobody is silenced for a hard word about a situation."""
    with pytest.raises(AssertionError, match="opened"):
        report_problem(Untouched(), Ground(Untouched()).asked("CVE-S1"), Report(description=text))
