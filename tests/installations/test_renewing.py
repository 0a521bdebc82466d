"""Tokens that expire: renewed in time, once, and told when they cannot be."""

import threading
from datetime import timedelta

import pytest

from sc_bot.delivery.renewing import Renewing
from sc_bot.doctor.findings import Level
from sc_bot.doctor.workspaces import about_workspaces
from sc_bot.playground.faults import lost_after_effect, refused, server_error, slow
from sc_bot.ports import NotAvailable
from storage.figures import read_figures
from tests.house import THURSDAY
from tests.installations.hosting import ESTRIE, FANNY, Hosting
from tests.installations.test_ending import with_the_region


@pytest.fixture
def rotating(hosting: Hosting) -> Hosting:
    """A workspace whose token lives for twelve hours."""
    return with_rotation(hosting)


def with_rotation(hosting: Hosting) -> Hosting:
    """Installed in the one workspace, where the region has settled."""
    hosting.slack.host.oauth.rotates = True
    return with_the_region(hosting)


def renewing(hosting: Hosting, process: int = 0) -> Renewing:
    """What a worker does each minute."""
    found = hosting.houses[process].renewing
    assert found is not None
    return found


def asked(hosting: Hosting) -> int:
    """How often Slack was asked for tokens."""
    return len(hosting.slack.calls_of("oauth.v2.access"))


def test_a_token_is_renewed_two_hours_before_it_expires(rotating: Hosting) -> None:
    """Not before; then the new one is used, and lives for twelve hours again."""
    rotating.real.forward(hours=9, minutes=59)
    assert renewing(rotating)() == 0
    rotating.real.forward(minutes=1)
    assert renewing(rotating)() == 1
    assert renewing(rotating)() == 0
    rotating.real.forward(hours=11)
    rotating.slack.as_person(FANNY).runs("/problem Le pilulier ne suit pas @HSF")
    assert rotating.deliver() > 0
    assert rotating.stopped() == {}


def test_two_processes_do_not_renew_at_once(on_both: Hosting) -> None:
    """What renews a token works once: the second one finds it leased."""
    rotating = with_rotation(on_both)
    rotating.real.forward(hours=11)
    rotating.slack.misbehave("oauth.v2.access", slow(0.3))
    done: list[int] = []
    threads = [threading.Thread(target=lambda n=n: done.append(renewing(rotating, n)())) for n in (0, 1)]
    before = asked(rotating)
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(done) == [0, 1]
    assert asked(rotating) == before + 1
    stored = rotating.installation()
    assert stored is not None
    assert stored.fault is None


def test_a_process_that_dies_lets_go(rotating: Hosting) -> None:
    """A lease ends by itself after a minute."""
    rotating.real.forward(hours=11)
    now = rotating.real.now
    with rotating.house.web_database.unit_of_work() as uow:
        due = now + timedelta(hours=2)
        leased = uow.installations.lease("dead", expiring_before=due, now=now, until=now + timedelta(minutes=1))
    assert leased is not None
    assert renewing(rotating)() == 0
    rotating.real.forward(minutes=1)
    assert renewing(rotating)() == 1


@pytest.mark.parametrize("fault", [server_error(), lost_after_effect(), refused("internal_error")])
def test_a_renewal_that_fails_is_told_and_tried_again(rotating: Hosting, fault: object) -> None:
    """In the figures and by the doctor; two minutes later again."""
    rotating.real.forward(hours=10, minutes=30)
    rotating.slack.misbehave("oauth.v2.access", fault)  # type: ignore[arg-type] # a fault
    assert renewing(rotating)() == 0
    figures = read_figures(rotating.house.worker_database, THURSDAY)
    assert figures.not_renewed == {ESTRIE: "no_answer"}
    before = asked(rotating)
    assert renewing(rotating)() == 0
    rotating.real.forward(minutes=1)
    renewing(rotating)()
    assert asked(rotating) == before
    rotating.real.forward(minutes=1)
    renewing(rotating)()
    assert asked(rotating) == before + 1


def test_what_slack_refuses_is_explained_by_the_doctor(rotating: Hosting) -> None:
    """In time a thing to look at; in the last hour something to be fixed; and an installation mends it."""
    for renewal in rotating.slack.host.oauth.renewals.values():
        renewal.used = True
    found = []
    for hours in (10, 1.5):
        rotating.real.forward(hours=hours)
        renewing(rotating)()
        house = rotating.house
        findings = about_workspaces(house.settings, house.web_database, [], rotating.real)
        found += [(each.level, each.todo) for each in findings if "invalid_refresh_token" in each.what]
    assert [level for level, _ in found] == [Level.LOOK, Level.FIX]
    assert all("/slack/install" in todo for _, todo in found)
    rotating.install()
    assert read_figures(rotating.house.worker_database, THURSDAY).not_renewed == {}


def test_what_expired_while_no_worker_ran_is_renewed_and_what_waited_is_sent(rotating: Hosting) -> None:
    """The first message meets `token_expired`; the next look of the tick ends the stop."""
    rotating.real.forward(days=2)
    rotating.slack.as_person(FANNY).runs("/problem Le pilulier ne suit pas @HSF")
    rotating.deliver()
    assert rotating.stopped() == {ESTRIE: "token_expired"}
    assert renewing(rotating)() == 1
    assert rotating.stopped() == {}
    assert rotating.deliver() > 0


def test_a_database_that_is_away_just_then_loses_no_token(rotating: Hosting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slack gives it once: it is kept, and stored at the next look."""
    rotating.real.forward(hours=11)
    real, away = Renewing._store, iter([True])

    def store(self: Renewing, renewed: object) -> None:
        if next(away, False):
            raise NotAvailable("away")
        real(self, renewed)  # type: ignore[arg-type] # what it is given

    monkeypatch.setattr(Renewing, "_store", store)
    with pytest.raises(NotAvailable):
        renewing(rotating)()
    before = asked(rotating)
    renewing(rotating)()
    assert asked(rotating) == before
    rotating.real.forward(hours=2)
    assert rotating.house.slack(ESTRIE) is not None
    rotating.slack.as_person(FANNY).runs("/problem Le pilulier ne suit pas @HSF")
    assert rotating.deliver() > 0
    assert rotating.stopped() == {}


def test_an_installation_in_the_meantime_wins(rotating: Hosting, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was renewed for the one before it is thrown away."""
    rotating.real.forward(hours=11)
    keep = Renewing._keep

    def installs_first(self: Renewing, renewed: object) -> None:
        monkeypatch.setattr(Renewing, "_keep", keep)
        rotating.install()
        keep(self, renewed)  # type: ignore[arg-type] # what it is given

    monkeypatch.setattr(Renewing, "_keep", installs_first)
    renewing(rotating)()
    stored, api = rotating.installation(), rotating.house.slack(ESTRIE)
    assert stored is not None
    assert stored.expires_at == rotating.real.now + timedelta(hours=12)
    assert stored.installed_at == rotating.real.now
    assert api is not None
