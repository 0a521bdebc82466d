"""A token that does not work, dead letters, and what is left to say."""

import threading

import pytest

from sc_bot.playground.faults import refused, token_revoked
from sc_bot.presentation import greetings
from tests.delivery.office import BASTIEN, FANNY, Office, another


def test_a_revoked_token_stops_the_workspace_at_once_and_loses_nothing(office: Office) -> None:
    """One refused call, then silence; everything keeps its place and goes out, in order, after the repair."""
    office.slack.misbehave("conversations.open", token_revoked("invalid_auth"))
    office.post(BASTIEN, "a", "b")
    office.post(FANNY, "c")
    office.deliver()
    office.after(hours=1)
    assert len(office.slack.calls) == 1
    assert office.deliveries.stopped() == {office.workspace: "invalid_auth"}
    assert set(office.states().values()) == {"queued"}
    office.slack.restore()
    office.worker.revive()
    office.deliver()
    office.after(seconds=1)
    assert (office.standing(BASTIEN), office.standing(FANNY)) == (["a", "b"], ["c"])


def test_a_token_that_still_does_not_work_changes_nothing(office: Office) -> None:
    """The question is one `auth.test`; the stop stays."""
    office.slack.revoke()
    office.post(BASTIEN, "a")
    office.deliver()
    office.worker.revive()
    assert office.deliveries.stopped() == {office.workspace: "token_revoked"}


def test_a_workspace_without_a_token_waits_for_one(office: Office) -> None:
    """Nothing is lost while nobody has installed the bot (again)."""
    office.post(BASTIEN, "a")
    another(office.worker, slack=lambda _: None).drain()
    assert office.deliveries.stopped() == {office.workspace: "no_token"}
    office.worker.revive()
    office.deliver()
    assert office.standing(BASTIEN) == ["a"]


def test_a_running_worker_asks_by_itself(office: Office) -> None:
    """`run` revives a stopped workspace when it starts, and sends what waited."""
    office.deliveries.stop(office.workspace, "invalid_auth")
    office.post(BASTIEN, "a")
    stop, wake = threading.Event(), threading.Event()
    thread = threading.Thread(target=office.worker.run, args=(stop, wake))
    thread.start()
    assert office.slack.wait_for(lambda: office.slack.messages)
    stop.set()
    wake.set()
    thread.join(timeout=5)
    assert not thread.is_alive()
    assert office.states() == {"a": "sent"}


def test_a_stop_does_not_hold_up_another_workspace(office: Office) -> None:
    """Each workspace has its own token."""
    office.deliveries.stop("TOTHER", "invalid_auth")
    office.post(BASTIEN, "a")
    office.deliver()
    assert office.standing(BASTIEN) == ["a"]


def test_what_can_never_be_sent_is_a_dead_letter_that_can_be_seen(office: Office) -> None:
    """Its reason is kept, the figures show it, and the message behind it goes out."""
    office.slack.misbehave("chat.postMessage", refused("invalid_blocks"))
    office.post(BASTIEN, "a", "b")
    office.deliver()
    stuck = office.deliveries.stuck()
    assert [(each.workspace, each.to, each.kind, each.reason) for each in stuck] == [
        (office.workspace, BASTIEN, "Welcome", "invalid_blocks")
    ]
    assert office.deliveries.counts() == {"dead": 1, "sent": 1}
    assert office.standing(BASTIEN) == ["b"]


def test_an_error_that_nobody_knows_is_tried_a_few_times(office: Office) -> None:
    """A name that Slack invents tomorrow neither loses a message at once nor blocks for ever."""
    office.slack.misbehave("chat.postMessage", *[refused("brand_new_error")] * 5)
    office.post(BASTIEN, "a")
    for _ in range(6):
        office.after(seconds=60)
    assert [each.reason for each in office.deliveries.stuck()] == ["brand_new_error"]
    assert len(office.slack.calls_of("chat.postMessage")) == 5


def test_a_message_that_cannot_be_worded_is_dead_and_holds_up_nobody(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours in one message is ours to see, not everybody's silence."""
    welcome, worded = greetings.welcome, iter([True])
    monkeypatch.setattr(greetings, "welcome", lambda reader: 1 / 0 if next(worded, False) else welcome(reader))
    office.post(BASTIEN, "a", "b")
    office.deliver()
    assert [each.reason for each in office.deliveries.stuck()] == ["not_worded"]
    assert office.standing(BASTIEN) == ["b"]


def test_what_nobody_may_read_any_more_is_not_sent(office: Office) -> None:
    """Access is read when the message is worded: a card for somebody who left the community in between is dropped."""
    card = office.report()
    office.retire("HSF-MD")
    office.deliver()
    assert card_of_bastien(office, card.problem) == "dropped"
    assert office.messages(BASTIEN) == []


def test_what_its_reader_may_not_see_any_more_is_taken_away(office: Office) -> None:
    """A card that stands goes with the next change when its reader has left the community, once."""
    card = office.report()
    office.deliver()
    office.retire("HSF-MD")
    office.change(card.problem)
    office.after(seconds=2)
    office.change(card.problem)
    office.after(seconds=2)
    assert office.messages(BASTIEN) == []
    assert card_of_bastien(office, card.problem) == "dropped"
    assert len(office.slack.calls_of("chat.delete")) == 1


def card_of_bastien(office: Office, problem: int) -> str:
    """The state of the director's card."""
    return next(state for key, state in office.states().items() if key.startswith(f"director:{problem}:"))


def test_to_look_for_work_takes_no_lock(office: Office) -> None:
    """An idle worker reads; a writer never waits for it, nor it for a writer."""
    with office.database.unit_of_work():
        assert not another(office.worker).step()
