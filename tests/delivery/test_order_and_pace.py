"""Order in each conversation, and no faster than Slack allows."""

from datetime import timedelta

from sc_bot.playground.faults import rate_limited, server_error
from tests.delivery.office import BASTIEN, FANNY, Office
from tests.house import THURSDAY


def test_messages_of_one_conversation_arrive_in_the_order_in_which_they_were_said(office: Office) -> None:
    """However many are queued, each conversation reads them in order."""
    office.post(BASTIEN, "a", "b", "c")
    office.post(FANNY, "d", "e")
    for _ in range(3):
        office.after(seconds=2)
    assert office.standing(BASTIEN) == ["a", "b", "c"]
    assert office.standing(FANNY) == ["d", "e"]


def test_a_message_that_must_wait_holds_back_those_behind_it(office: Office) -> None:
    """A retried message is not overtaken in its own conversation, and holds up nobody else's."""
    office.slack.misbehave("chat.postMessage", rate_limited(5))
    office.slack.misbehave("conversations.open", server_error())
    office.post(BASTIEN, "a", "b")
    office.deliver()
    office.post(FANNY, "c")
    office.after(seconds=1)
    assert office.standing(BASTIEN) == []
    for _ in range(4):
        office.after(seconds=60)
    assert office.standing(BASTIEN) == ["a", "b"]
    assert office.standing(FANNY) == ["c"]


def test_a_conversation_gets_one_message_a_second(office: Office) -> None:
    """What is queued for one conversation goes out a second apart; another conversation need not wait for it."""
    office.post(BASTIEN, "a", "b")
    office.post(FANNY, "c")
    office.deliver()
    assert (office.standing(BASTIEN), office.standing(FANNY)) == (["a"], ["c"])
    office.after(seconds=0.9)
    assert office.standing(BASTIEN) == ["a"]
    office.after(seconds=0.1)
    assert office.standing(BASTIEN) == ["a", "b"]


def test_too_fast_rests_the_method_in_the_workspace_and_nothing_else(office: Office) -> None:
    """After a 429 for posting nobody is posted to, edits go on, and posting resumes when Slack said."""
    card = office.report()
    office.deliver()
    office.slack.misbehave("chat.postMessage", rate_limited(20))
    office.post(FANNY, "a")
    office.post(BASTIEN, "b")
    office.after(seconds=2)
    office.change(card.problem)
    office.after(seconds=10)
    asked = len(office.slack.calls_of("chat.postMessage"))
    assert len(office.slack.calls_of("chat.update")) == 3
    assert not {"a", "b"} & set(office.standing(FANNY) + office.standing(BASTIEN))
    office.after(seconds=9)
    assert len(office.slack.calls_of("chat.postMessage")) == asked
    office.after(seconds=10)
    office.after(seconds=1)
    assert "a" in office.standing(FANNY)
    assert "b" in office.standing(BASTIEN)


def test_a_rest_is_kept_also_where_something_else_may_go(office: Office) -> None:
    """A message that became due and must rest is not taken along with the card behind it, which needs no rest."""
    office.post(BASTIEN, "a", due_at=THURSDAY + timedelta(hours=1))
    card = office.report()
    office.deliver()
    office.product.forward(hours=2)
    office.deliveries.pause(office.workspace, "chat.postMessage", office.real() + timedelta(seconds=20))
    office.change(card.problem)
    asked = len(office.slack.calls_of("chat.postMessage"))
    office.after(seconds=10)
    assert len(office.slack.calls_of("chat.postMessage")) == asked
    office.after(seconds=10)
    assert "a" in office.standing(BASTIEN)


def test_too_fast_in_one_workspace_does_not_rest_another(office: Office) -> None:
    """The pause is kept for one workspace."""
    office.deliveries.pause("TOTHER", "chat.postMessage", office.real().replace(year=2030))
    office.post(BASTIEN, "a")
    office.deliver()
    assert office.standing(BASTIEN) == ["a"]


def test_too_fast_without_a_time_waits_half_a_minute(office: Office) -> None:
    """Retry-After may be missing."""
    office.slack.misbehave("chat.postMessage", rate_limited(None))
    office.post(BASTIEN, "a")
    office.deliver()
    office.after(seconds=29)
    assert office.standing(BASTIEN) == []
    office.after(seconds=1)
    assert office.standing(BASTIEN) == ["a"]


def test_opening_too_many_conversations_rests_only_those_that_are_not_open(office: Office) -> None:
    """A 429 for opening leaves the conversations that are known alone."""
    office.post(BASTIEN, "a")
    office.deliver()
    office.slack.misbehave("conversations.open", rate_limited(20))
    office.post(FANNY, "b")
    office.post(BASTIEN, "c")
    office.after(seconds=2)
    assert (office.standing(FANNY), office.standing(BASTIEN)) == ([], ["a", "c"])
    office.after(seconds=20)
    assert office.standing(FANNY) == ["b"]
