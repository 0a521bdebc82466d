"""A town in which every secret is a unique string."""

import logging
from dataclasses import replace

import pytest

from sc_bot.domain.texts import TextKind
from tests.house import Town
from tests.keeping.canaries import BEHALF, NAME, REFUSED, RESTRICTED, WORDS
from tests.stories.acting import press_on, report, show
from tests.stories.looking import NAM


@pytest.fixture
def singing(town: Town, caplog: pytest.LogCaptureFixture) -> Town:
    """A confidential author with a unique name, unique reports, a unique line that is refused; everybody heard."""
    caplog.set_level(logging.DEBUG)
    with town.house.worker_database.unit_of_work() as uow:
        place = uow.communities.get(1)
        person = uow.communities.person(place.id, "CVE-S1")
        assert person is not None
        uow.communities.save_person(place, replace(person, name=f"Rosalie {NAME}"), actor=None, now=town.clock())
    report(town, f"La chimio de l'hôpital attend {WORDS}")
    report(town, f"La chimio de l'hôpital attend {RESTRICTED}")
    press_on(town.person("ADV-1"), show(town, "ADV-1", "ONC-2"), "problem.restrict", "ONC-2")
    with town.house.worker_database.unit_of_work() as uow:
        problem = uow.problems.by_id(1)
        uow.history.write(problem, TextKind.ON_BEHALF, f"pour {BEHALF}", town.clock())
    town.person("CVE-S1").runs(f"/problem {REFUSED} {NAM}")
    show(town, "ADV-1")
    town.deliver()
    return town
