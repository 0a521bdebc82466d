"""A post whose answer was lost: looked up before it is said again."""

import pytest
from sqlalchemy import select

from sc_bot.playground.faults import (
    Fault,
    cut_body,
    late,
    lost_after_effect,
    lost_before_effect,
    rate_limited,
    refused,
    server_error,
)
from storage.tables import outbox
from tests.delivery.office import BASTIEN, IMPATIENT, Office, another


@pytest.mark.parametrize(
    "fault",
    [
        lost_after_effect(),
        cut_body(),
        server_error(lands=True),
        refused("internal_error", lands=True),
        lost_before_effect(),
        server_error(),
    ],
    ids=["lost", "cut", "5xx_landed", "internal_landed", "lost_before", "5xx"],
)
def test_an_unknown_outcome_is_looked_up_a_minute_later(office: Office, fault: Fault) -> None:
    """Whether the post landed or not, the message stands there once, and those behind it follow."""
    office.slack.misbehave("chat.postMessage", fault)
    office.post(BASTIEN, "a", "b")
    office.deliver()
    office.after(seconds=59)
    assert office.slack.calls_of("conversations.history") == []
    office.after(seconds=1)
    office.after(seconds=2)
    assert office.standing(BASTIEN) == ["a", "b"]
    assert set(office.states().values()) == {"sent"}


def test_a_post_that_lands_after_its_timeout_is_found(office: Office) -> None:
    """The client gave up, the message came later, the look finds it."""
    office.slack.misbehave("chat.postMessage", late(IMPATIENT * 2))
    office.post(BASTIEN, "a")
    office.deliver()
    assert office.states() == {"a": "doubt"}
    assert office.slack.wait_for(lambda: office.slack.messages)
    office.after(seconds=60)
    assert office.standing(BASTIEN) == ["a"]
    assert len(office.slack.calls_of("chat.postMessage")) == 1


def test_without_the_look_a_lost_answer_is_said_twice(office: Office) -> None:
    """What the look is for: switched off, the message stands there twice."""
    office.slack.misbehave("chat.postMessage", lost_after_effect())
    office.post(BASTIEN, "a")
    hasty = another(office.worker, looks_up=False)
    hasty.drain()
    office.real.forward(seconds=60)
    hasty.drain()
    assert office.standing(BASTIEN) == ["a", "a"]


@pytest.mark.parametrize("fault", [server_error(), rate_limited(90), lost_before_effect()])
def test_a_look_that_fails_is_repeated_before_anything_is_sent(office: Office, fault: Fault) -> None:
    """No look, no resend."""
    office.slack.misbehave("chat.postMessage", lost_after_effect())
    office.slack.misbehave("conversations.history", fault)
    office.post(BASTIEN, "a")
    office.deliver()
    office.after(seconds=60)
    assert office.states() == {"a": "doubt"}
    office.after(seconds=90)
    assert office.standing(BASTIEN) == ["a"]
    assert len(office.slack.calls_of("chat.postMessage")) == 1


def test_a_doubt_stays_one_while_the_token_does_not_work(office: Office) -> None:
    """A stop in the middle of a look forgets nothing: after the repair it looks again, and does not resend."""
    office.slack.misbehave("chat.postMessage", lost_after_effect())
    office.post(BASTIEN, "a")
    office.deliver()
    office.slack.revoke()
    office.after(seconds=60)
    assert office.states() == {"a": "doubt"}
    office.slack.restore()
    office.worker.revive()
    office.after(seconds=60)
    assert office.standing(BASTIEN) == ["a"]


def test_a_worker_that_dies_in_the_middle_of_a_post_leaves_a_doubt(office: Office) -> None:
    """Its lease has to end and a minute to pass before somebody else looks."""
    office.post(BASTIEN, "a")
    envelope = office.deliveries.claim("dies", office.real(), office.worker.product_now())
    assert envelope is not None
    office.after(seconds=59)
    assert office.states() == {"a": "sending"}
    office.after(seconds=1)
    assert office.states() == {"a": "doubt"}
    office.after(seconds=59)
    assert office.states() == {"a": "doubt"}
    office.after(seconds=1)
    assert office.standing(BASTIEN) == ["a"]


def test_a_second_death_waits_again(office: Office) -> None:
    """A doubt that its worker dies over is still a doubt, with a minute of its own."""
    office.post(BASTIEN, "a")
    office.deliveries.claim("dies", office.real(), office.worker.product_now())
    office.real.forward(seconds=120)
    again = office.deliveries.claim("dies too", office.real(), office.worker.product_now())
    assert again is not None
    assert again.doubt
    office.after(seconds=119)
    assert office.states() == {"a": "doubt"}
    office.after(seconds=1)
    assert office.standing(BASTIEN) == ["a"]


def test_who_lost_the_lease_is_not_heard(office: Office) -> None:
    """A worker that comes back when another one has its message cannot free or requeue it, but may say it stands."""
    office.post(BASTIEN, "a")
    slow = office.deliveries.claim("slow", office.real(), office.worker.product_now())
    assert slow is not None
    office.real.forward(seconds=120)
    assert office.deliveries.claim("other", office.real(), office.worker.product_now()) is not None
    office.deliveries.later(slow, office.real(), doubt=False, reason="late")
    office.deliveries.give_up(slow, "late")
    office.deliveries.redirect(slow, "UELSE", "late")
    assert office.deliveries.claim("third", office.real(), office.worker.product_now()) is None
    office.deliveries.sent(slow, "D1", "1.0", office.real(), office.real())
    assert office.states() == {"a": "sent"}


def test_who_has_no_lease_any_more_does_not_post(office: Office) -> None:
    """Between opening the conversation and posting, the lease may have run out."""
    office.post(BASTIEN, "a")
    office.slack.subscribe(lambda: office.real.forward(seconds=61))
    office.worker.step()
    assert office.slack.calls_of("conversations.open")
    assert office.slack.calls_of("chat.postMessage") == []


def test_an_unknown_headline_is_posted_again_and_counted(office: Office) -> None:
    """Channel history is not read: a headline may stand twice, and the figure says so."""
    office.slack.misbehave("chat.postMessage", lost_after_effect())
    office.report()
    with office.database.engine.begin() as connection:
        only = outbox.c.kind == "Headline"
        connection.execute(outbox.update().where(~only).values(state="dropped"))
    office.deliver()
    office.after(seconds=60)
    with office.database.engine.begin() as connection:
        row = connection.execute(select(outbox).where(only)).one()
    assert len(office.messages(row.target)) == 2
    assert row.posted_again == 1


def test_a_lost_edit_is_simply_repeated(office: Office) -> None:
    """An edit may be done twice: no look, no minute."""
    card = office.report()
    office.deliver()
    office.slack.misbehave("chat.update", lost_before_effect(), lost_before_effect(), lost_before_effect())
    office.change(card.problem)
    office.after(seconds=2)
    office.after(seconds=2)
    assert office.slack.calls_of("conversations.history") == []
    assert {each.edited for each in office.slack.messages if "ONC-1" in each.text} == {1}
