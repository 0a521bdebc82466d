"""/metrics: figures from the database, without names or words."""

from datetime import timedelta

from sc_bot.metrics import as_prometheus
from storage.figures import last_moment, read_figures
from storage.tables import WAITING, outbox
from tests.house import THURSDAY, Town

TEXT = "Le résumé part par la poste de l'hôpital"


def test_what_waits_is_counted_and_aged(town: Town) -> None:
    """Messages of a report that is not yet sent: queued, and as old as they are due."""
    town.person("HSF-S1").runs(f"/problem {TEXT}")
    figures = read_figures(town.house.worker_database, THURSDAY + timedelta(minutes=5))
    assert figures.messages["queued"] >= 3
    assert figures.oldest_waiting == timedelta(minutes=5)
    assert figures.open_problems == {("T0ESTRIE0", "routed"): 1}
    assert last_moment(town.house.worker_database) == THURSDAY


def test_what_was_sent_waits_no_more(town: Town) -> None:
    """After the worker: nothing queued, nothing overdue."""
    town.person("HSF-S1").runs(f"/problem {TEXT}")
    town.deliver()
    figures = read_figures(town.house.worker_database, THURSDAY)
    assert set(figures.messages) == {"sent"}
    assert figures.oldest_waiting == timedelta(0)


def test_what_is_for_tomorrow_morning_is_not_late(town: Town) -> None:
    """A report of the evening waits for the director's list, and nothing is overdue meanwhile."""
    town.clock.forward(hours=12)
    town.person("HSF-S1").runs(f"/problem {TEXT}")
    town.deliver()
    figures = read_figures(town.house.worker_database, town.clock())
    assert figures.messages["queued"] >= 1
    assert figures.oldest_waiting == timedelta(0)


def archive(town: Town, name: str) -> None:
    """Archive a channel: whatever is posted there cannot arrive."""
    channel = town.slack.workspace.named(name)
    assert channel is not None
    channel.archived = True


def test_dead_letters_and_stopped_workspaces_say_why(town: Town) -> None:
    """A revoked token stops the workspace; an archived channel makes a dead letter."""
    archive(town, "cs-hsf")
    town.person("HSF-S1").runs(f"/problem {TEXT}")
    town.deliver()
    town.slack.revoke()
    town.person("HSF-S1").runs("/problem @HSF encore")
    town.deliver()
    figures = read_figures(town.house.worker_database, THURSDAY)
    assert figures.dead_letters == {"is_archived": 1}
    assert figures.stopped == {"T0ESTRIE0": "token_revoked"}


def test_a_workspace_that_is_stopped_does_not_hide_what_is_late_elsewhere(town: Town) -> None:
    """What waits there is counted and waits; late is what somebody should be sending."""
    town.slack.revoke()
    town.person("HSF-S1").runs(f"/problem {TEXT}")
    town.deliver()
    database, later = town.house.worker_database, THURSDAY + timedelta(minutes=20)
    assert read_figures(database, later).oldest_waiting == timedelta(0)
    with database.writing() as connection:
        row = connection.execute(outbox.select().where(outbox.c.state.in_(WAITING)).limit(1)).one()._asdict()
        other = {name: value for name, value in row.items() if name != "id"} | {"key": "x", "workspace": "TELSEWHERE"}
        connection.execute(outbox.insert().values(other))
    assert read_figures(database, later).oldest_waiting == timedelta(minutes=20)


def test_a_headline_that_was_posted_again_is_counted(town: Town) -> None:
    """A channel's history is not ours to read: after a lost answer the headline may stand twice, and that is known."""
    town.person("HSF-S1").runs(f"/problem {TEXT}")
    before = read_figures(town.house.worker_database, THURSDAY).posted_again
    with town.house.worker_database.engine.begin() as connection:
        connection.execute(outbox.update().where(outbox.c.kind == "Headline").values(posted_again=2))
    assert (before, read_figures(town.house.worker_database, THURSDAY).posted_again) == (0, 2)


def test_the_page_holds_figures_and_no_words(town: Town) -> None:
    """Prometheus' text, with every family, and nothing that somebody wrote or is called."""
    town.person("HSF-S1").runs(f"/problem {TEXT}")
    page = as_prometheus(read_figures(town.house.worker_database, THURSDAY))
    for name in (
        "sc_bot_outbox_messages", "sc_bot_outbox_oldest_waiting_seconds", "sc_bot_dead_letters",
        "sc_bot_posted_again", "sc_bot_stopped_workspaces", "sc_bot_open_problems", "sc_bot_database_reachable",
        "sc_bot_removed_workspaces", "sc_bot_tokens_not_renewed",
    ):  # fmt: skip
        assert f"# TYPE {name} gauge" in page
    assert "résumé" not in page
    assert "Fanny" not in page


def test_a_database_that_does_not_answer_is_a_figure() -> None:
    """The scrape itself succeeds, so that the alarm is about the database."""
    assert as_prometheus(None).splitlines()[-1] == "sc_bot_database_reachable 0.0"
