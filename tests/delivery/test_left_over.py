"""What an older or a newer version left in the outbox must not hold up what this one knows."""

from sqlalchemy import update

from sc_bot.playground.faults import rate_limited, refused
from sc_bot.usecases.problems.director import accept_problem
from storage.tables import outbox
from tests.delivery.office import BASTIEN, FANNY, Office


def outdate(office: Office, key: str) -> None:
    """Make a message one of a kind that this version does not know."""
    unknown = {"kind": "MorningFanfare", "trumpets": 3}
    with office.database.engine.begin() as connection:
        connection.execute(update(outbox).where(outbox.c.key == key).values(kind="MorningFanfare", notice=unknown))


def test_a_message_of_an_unknown_kind_is_a_dead_letter_and_the_others_go_out(office: Office) -> None:
    """It is the oldest of all; its own conversation goes on too, and the doctor shows it."""
    office.post(BASTIEN, "old", "new")
    office.post(FANNY, "hers")
    outdate(office, "old")
    office.deliver()
    office.after(seconds=2)
    assert (office.standing(BASTIEN), office.standing(FANNY)) == (["new"], ["hers"])
    assert [(each.kind, each.reason) for each in office.deliveries.stuck()] == [("MorningFanfare", "unknown_kind")]


def test_a_long_rest_asked_for_by_slack_does_not_use_up_a_message(office: Office) -> None:
    """Forty times "too many requests" say nothing against it: an unknown error afterwards is its first."""
    office.slack.misbehave("conversations.open", *[rate_limited(60)] * 40, refused("some_new_error"))
    office.post(BASTIEN, "a")
    for _ in range(50):
        office.after(minutes=2)
    assert office.standing(BASTIEN) == ["a"]
    assert office.deliveries.stuck() == []


def test_a_headline_that_had_nowhere_to_go_is_posted_once_its_channel_is_open_again(office: Office) -> None:
    """The facilitator was told, somebody repaired it: the next change of the problem shows it there."""
    channel = next(each for each in office.slack.workspace.channels.values() if each.name == "cs-hsf")
    channel.archived = True
    reported = office.report()
    office.after(seconds=2)
    assert [each.kind for each in office.deliveries.stuck()] == ["Headline"]
    channel.archived = False
    accept_problem(office.database, office.asked(BASTIEN), reported.reference)
    office.after(seconds=2)
    assert len(office.messages(channel.id)) == 1
    assert office.deliveries.stuck() == []
