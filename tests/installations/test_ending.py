"""Removed, revoked, installed again: what is sent when."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from sc_bot.doctor.database import about_messages
from sc_bot.doctor.findings import Level
from sc_bot.playground.model import Payload
from sc_bot.playground.payloads import event
from sc_bot.running import all_is_well
from sc_bot.usecases.installations.purging import purge_removed
from storage.figures import read_figures
from storage.tables import installations, outbox
from tests.house import THURSDAY, Town
from tests.installations.hosting import AUTRE, ESTRIE, FANNY, Hosting

TEXT = "/problem Le résumé arrive trois semaines trop tard @HSF"


@pytest.fixture
def installed(hosting: Hosting) -> Hosting:
    """The fictional region, with the bot."""
    return with_the_region(hosting)


def with_the_region(hosting: Hosting) -> Hosting:
    """Installed in the one workspace, where the region has settled."""
    hosting.install()
    hosting.settle(hosting.slack)
    return hosting


def tell(hosting: Hosting, inner: Payload, at: float | None = None) -> None:
    """Slack tells of something that happened at a moment of real time."""
    envelope = event(hosting.slack.host, inner)
    envelope["event_time"] = int(hosting.real.seconds() if at is None else at)
    assert hosting.slack.link.deliver("events_api", envelope).status == 200


def waiting(hosting: Hosting) -> int:
    """How many messages wait."""
    with hosting.house.web_database.looking() as connection:
        return len(connection.execute(select(outbox.c.id).where(outbox.c.state == "queued")).all())


def test_removed_it_sends_nothing_and_forgets_the_token_at_once(on_both: Hosting) -> None:
    """What waits, waits; another process hears nothing of it but from the database."""
    installed = with_the_region(on_both)
    installed.slack.as_person(FANNY).runs(TEXT)
    calls = len(installed.slack.calls)
    tell(installed, {"type": "app_uninstalled"})
    assert installed.deliver() == 0
    assert len(installed.slack.calls) == calls
    assert waiting(installed) > 0
    stored = installed.installation()
    assert stored is not None
    assert (stored.token, stored.refresh, stored.removed_at) == (None, None, installed.real.now)
    assert installed.stopped() == {ESTRIE: "app_uninstalled"}
    assert all(house.bot.slack(ESTRIE) is None for house in installed.houses)


def test_who_took_the_bot_out_or_its_rights_is_no_fault_to_mend(on_both: Hosting) -> None:
    """For thirty days a ticket says so; nobody is woken, and the outside watcher is still called."""
    installed = with_the_region(on_both)
    tell(installed, {"type": "app_uninstalled"})
    database = installed.house.worker_database
    assert (installed.stopped(), read_figures(database, THURSDAY).broken) == ({ESTRIE: "app_uninstalled"}, {})
    installed.install()
    bot = installed.installation()
    assert bot is not None
    tell(installed, {"type": "tokens_revoked", "tokens": {"bot": [bot.bot_user]}})
    figures = read_figures(database, THURSDAY)
    assert (figures.stopped, figures.broken) == ({ESTRIE: "tokens_revoked"}, {})


def test_installed_again_it_sends_what_waited(on_both: Hosting) -> None:
    """One row, a new token, everything as it was; and the worker uses the new token at its next call."""
    installed = with_the_region(on_both)
    assert installed.house.slack(ESTRIE) is not None
    installed.slack.as_person(FANNY).runs(TEXT)
    installed.slack.uninstall(tell=False)
    tell(installed, {"type": "app_uninstalled"})
    installed.deliver()
    page = installed.install()
    assert "what waited is being sent" in page.text
    assert installed.deliver() > 0
    assert waiting(installed) == 0
    assert installed.stopped() == {}
    assert not installed.slack.errors
    with installed.house.web_database.looking() as connection:
        assert len(connection.execute(select(installations)).all()) == 1


def test_a_token_that_slack_refuses_stops_it_until_it_is_installed_again(installed: Hosting) -> None:
    """Without a word from Slack nothing is forgotten or deleted."""
    installed.slack.as_person(FANNY).runs(TEXT)
    installed.slack.uninstall(tell=False)
    installed.deliver()
    assert installed.stopped() == {ESTRIE: "account_inactive"}
    stored = installed.installation()
    assert stored is not None
    assert stored.removed_at is None
    installed.house.worker.revive()
    assert installed.stopped() == {ESTRIE: "account_inactive"}
    installed.install()
    assert installed.deliver() > 0


@pytest.mark.parametrize("sort", ["app_uninstalled", "tokens_revoked"])
def test_what_slack_tells_late_does_not_end_a_newer_installation(installed: Hosting, sort: str) -> None:
    """Events come again for up to a day: its own time says which installation is meant."""
    before = installed.real.seconds()
    installed.real.forward(hours=2)
    installed.install()
    tell(installed, {"type": sort, "tokens": {"bot": [installed.slack.bot.id]}}, at=before)
    stored = installed.installation()
    assert stored is not None
    assert stored.token is not None
    assert installed.stopped() == {}


@pytest.mark.parametrize(
    ("tokens", "ends"),
    [({"oauth": ["U1"]}, False), ({"bot": []}, False), ({"bot": ["UOTHERBOT"]}, False), ({"bot": ["U0SCBOT00"]}, True)],
)
def test_only_the_bots_own_token_is_its_end(installed: Hosting, tokens: Payload, ends: bool) -> None:  # noqa: FBT001 - a column
    """Slack names users: people's tokens, and those of other bots, are none of ours."""
    tell(installed, {"type": "tokens_revoked", "tokens": tokens})
    assert (installed.stopped() == {ESTRIE: "tokens_revoked"}) is ends


def test_both_ends_are_one(installed: Hosting) -> None:
    """Slack says both, in any order, more than once: the first moment counts."""
    first = installed.real.now
    replies = installed.slack.uninstall()
    assert [each.status for each in replies] == [200, 200]
    installed.real.forward(minutes=5)
    tell(installed, {"type": "app_uninstalled"})
    stored = installed.installation()
    assert stored is not None
    assert stored.removed_at is not None
    assert abs(stored.removed_at - first) < timedelta(seconds=5)


def test_the_end_of_one_is_not_the_end_of_another(installed: Hosting) -> None:
    """The other workspace goes on."""
    other = installed.slack.another(AUTRE, "autre-region")
    installed.install(AUTRE)
    installed.settle(other)
    tell(installed, {"type": "app_uninstalled"})
    other.as_person(FANNY).runs(TEXT)
    assert installed.deliver() > 0
    assert other.messages
    assert installed.stopped() == {ESTRIE: "app_uninstalled"}


def test_a_region_that_left_alarms_nobody_about_the_others(on_both: Hosting) -> None:
    """Its messages are not late, the outside watcher is called; and what is late or broken elsewhere is told."""
    installed = with_the_region(on_both)
    other = installed.slack.another(AUTRE, "autre-region")
    installed.install(AUTRE)
    installed.settle(other)
    installed.slack.as_person(FANNY).runs(TEXT)
    tell(installed, {"type": "app_uninstalled"})
    house, later = installed.house, THURSDAY + timedelta(hours=2)
    figures = read_figures(house.worker_database, later)
    assert (figures.oldest_waiting, set(figures.removed), dict(figures.broken)) == (timedelta(0), {ESTRIE}, {})
    assert all_is_well(house, installed.real.now)
    assert [each.level for each in about_messages(figures)] == [Level.WELL]
    other.as_person(FANNY).runs(TEXT)
    assert read_figures(house.worker_database, later).oldest_waiting > timedelta(hours=1)
    house.deliveries.stop(AUTRE, "token_revoked")
    assert read_figures(house.worker_database, later).broken == {AUTRE: "token_revoked"}
    assert not all_is_well(house, installed.real.now)


def test_who_never_installed_it_has_no_end(hosting: Hosting) -> None:
    """Nothing is written for a workspace that is not known."""
    tell(hosting, {"type": "app_uninstalled"})
    assert hosting.stopped() == {}
    assert hosting.installation() is None


def test_with_one_token_a_removal_stops_and_nothing_else(town: Town) -> None:
    """The database is of that one workspace: what is in it stays until its owner deletes it; a new token goes on."""
    town.person("HSF-S1").runs(TEXT)
    town.slack.uninstall()
    town.slack.revoke()
    assert town.deliver() == 0
    assert town.house.deliveries.stopped().keys() == {ESTRIE}
    assert read_figures(town.house.worker_database, THURSDAY).broken.keys() == {ESTRIE}
    assert purge_removed(town.house.worker_database, THURSDAY + timedelta(days=9999)) == 0
    with town.house.web_database.looking() as connection:
        assert connection.execute(select(installations)).all() == []
    town.house.worker.revive()
    assert town.deliver() == 0
    town.slack.restore()
    town.house.worker.revive()
    assert town.deliver() > 0
