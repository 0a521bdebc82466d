"""Cards: posted once, edited while the version shown is older than the version wanted."""

from collections.abc import Callable
from typing import BinaryIO

import pytest

from sc_bot.domain.slack_answers import SlackAnswer, SlackApi
from sc_bot.playground.faults import lost_before_effect, refused
from tests.delivery.office import BASTIEN, FANNY, Office, another


class Interrupted:
    """A Slack client that lets something happen just before one method is called, once."""

    def __init__(self, api: SlackApi, method: str, happens: Callable[[], object]) -> None:
        self._api, self._method, self._happens = api, method, [happens]

    def call(self, method: str, /, **arguments: object) -> SlackAnswer:
        """Call the real client."""
        if method == self._method and self._happens:
            self._happens.pop()()
        return self._api.call(method, **arguments)

    def upload(self, url: str, content: BinaryIO, length: int) -> SlackAnswer:
        """Send a file with the real client."""
        return self._api.upload(url, content, length)


def interrupting(office: Office, method: str, happens: Callable[[], object]) -> None:
    """Drain with a worker whose client is interrupted."""
    api = office.worker.slack(office.workspace)
    assert api is not None
    interrupted = Interrupted(api, method, happens)
    another(office.worker, slack=lambda _: interrupted).drain()


def card_edits(office: Office, slack_id: str) -> list[int]:
    """How often each card of a person was edited."""
    return [each.edited for each in office.messages(slack_id) if "ONC-1" in each.text]


def test_changes_that_come_together_are_shown_together(office: Office) -> None:
    """Five changes are one edit, and an edit is followed by a second of rest."""
    card = office.report()
    office.deliver()
    for _ in range(5):
        office.change(card.problem)
    office.after(seconds=1)
    for _ in range(3):
        office.change(card.problem)
        office.after(seconds=0.1)
    assert card_edits(office, BASTIEN) == [1]
    office.after(seconds=1)
    assert card_edits(office, BASTIEN) == [2]


def test_a_card_that_changes_before_it_is_posted_is_posted_once_as_it_is(office: Office) -> None:
    """No edit follows a post that shows the newest version already."""
    card = office.report()
    office.change(card.problem)
    office.deliver()
    office.after(seconds=5)
    assert card_edits(office, BASTIEN) == [0]


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update"])
def test_a_card_that_changes_while_it_is_on_its_way_is_edited_afterwards(office: Office, method: str) -> None:
    """The version is read with the claim, so what changes later is not taken for shown."""
    card = office.report()
    if method == "chat.update":
        office.deliver()
        office.change(card.problem)
        office.real.forward(seconds=5)
    interrupting(office, method, lambda: office.change(card.problem))
    before = card_edits(office, FANNY)[0]
    office.after(seconds=5)
    office.after(seconds=5)
    assert card_edits(office, FANNY)[0] == before + 1
    assert "queued" not in office.states().values()


@pytest.mark.parametrize("error", ["message_not_found", "edit_window_closed", "cant_update_message"])
def test_a_card_that_cannot_be_edited_is_posted_anew(office: Office, error: str) -> None:
    """The reader gets a card that works; the new one follows the problem from now on."""
    card = office.report()
    office.deliver()
    office.slack.misbehave("chat.update", *[refused(error)] * 3)
    office.change(card.problem)
    office.after(seconds=2)
    assert card_edits(office, BASTIEN) == [0, 0]
    office.change(card.problem)
    office.after(seconds=2)
    assert card_edits(office, BASTIEN) == [0, 1]


def test_the_old_card_is_not_taken_for_the_new_one(office: Office) -> None:
    """The look for a doubtful new card does not find the old one, which stands there still."""
    card = office.report()
    office.deliver()
    office.slack.misbehave("chat.update", *[refused("edit_window_closed")] * 3)
    office.slack.misbehave("chat.postMessage", *[lost_before_effect()] * 3)
    office.change(card.problem)
    office.after(seconds=2)
    office.after(seconds=60)
    office.change(card.problem)
    office.after(seconds=2)
    assert card_edits(office, BASTIEN) == [0, 1]


def test_a_card_given_up_is_tried_again_when_its_problem_changes(office: Office) -> None:
    """A card that stands there must not stay wrong for ever because one edit was refused."""
    card = office.report()
    office.deliver()
    office.slack.misbehave("chat.update", *[refused("invalid_blocks")] * 3)
    office.change(card.problem)
    office.after(seconds=2)
    assert len(office.deliveries.stuck()) == 3
    office.change(card.problem)
    office.after(seconds=2)
    assert office.deliveries.stuck() == []
    assert card_edits(office, BASTIEN) == [1]


def test_the_same_message_is_queued_once(office: Office) -> None:
    """The key says why a message exists; a second posting under it is nothing."""
    office.post(FANNY, "a", "b")
    office.post(FANNY, "b", "a")
    office.deliver()
    office.after(seconds=2)
    office.after(seconds=2)
    assert office.standing(FANNY) == ["a", "b"]
