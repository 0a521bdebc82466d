"""The auditor looks often at what is new, and now and then at everything."""

from datetime import timedelta

from sqlalchemy import delete

from sc_bot.ticking import WHOLE_LOOK, Following
from sc_bot.usecases.followups.watching import LATELY, watch, watch_new
from storage.tables import followups
from tests.house import Town
from tests.stories.acting import does, report, table
from tests.stories.promising import accepted, lists, morning
from tests.stories.test_tryouts import acts, proposes


def planned(town: Town) -> list[object]:
    """What has a next step."""
    return [each["subject"] for each in table(town, "followups")]


def forget(town: Town) -> None:
    """Something went wrong: the next steps are lost."""
    with town.house.worker_database.writing() as connection:
        connection.execute(delete(followups))


def test_what_is_new_has_its_first_step_at_once_and_what_was_lost_a_few_minutes_later(town: Town) -> None:
    """The same tick, asked again and again while the clock goes on."""
    tick = Following(town.house)
    tick.ask()
    report(town)
    town.clock.forward(seconds=20)
    tick.ask()
    assert planned(town) == ["problem:1"]
    town.clock.forward(hours=2)
    tick.ask()
    forget(town)
    town.clock.forward(seconds=20)
    tick.ask()
    assert planned(town) == []
    town.clock.forward(seconds=WHOLE_LOOK.total_seconds())
    tick.ask()
    assert planned(town) == ["problem:1"]


def test_what_was_reported_while_nobody_looked_is_found_by_the_whole_look(town: Town) -> None:
    """A worker that begins again looks at everything first; nothing is planned twice."""
    report(town)
    later = town.clock.now + LATELY + timedelta(minutes=1)
    assert watch_new(town.house.worker_database, later) == 0
    assert watch(town.house.worker_database, later).planned == 1
    assert watch_new(town.house.worker_database, later) == 0
    assert watch(town.house.worker_database, later).planned == 0


def test_a_try_out_whose_next_step_was_lost_is_asked_about_on_its_last_day(town: Town) -> None:
    """Also one that nobody watched any more while its problem was closed, once that is open again."""
    accepted(town)
    proposes(town)
    acts(town, "tryout.start", where="À l'unité 4", due="le 27 novembre")
    forget(town)
    assert watch(town.house.worker_database, town.clock.now).planned == 2
    assert planned(town) == ["problem:1", "tryout:1"]
    does(town, "HSF-MD", "problem.close", closing="solved")
    forget(town)
    assert watch(town.house.worker_database, town.clock.now).planned == 0
    does(town, "CVE-S1", "problem.not_fixed")
    forget(town)
    watch(town.house.worker_database, town.clock.now)
    assert planned(town) == ["problem:1", "tryout:1"]
    morning(town, "2026-11-27")
    assert "Fin d'un essai" in lists(town, "HSF-MD")[-1].text
