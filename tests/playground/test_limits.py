"""Limits in time and number: pace, tiers, triggers, response URLs, views."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from sc_bot.playground.fake_slack import FakeSlack
from tests.playground.samples import modal, section
from tests.playground.stand_in import StandIn


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.time

    def forward(self, seconds: float) -> None:
        """Move on."""
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """The workspace's clock."""
    return Clock()


@pytest.fixture
def slack(clock: Clock) -> Iterator[FakeSlack]:
    """A workspace with every limit on."""
    with FakeSlack(now=clock, tiers=True) as fake:
        fake.add_person("UFANNY001", "Fanny Laroche")
        fake.add_person("UBAST0001", "Bastien Morelière")
        yield fake


def test_one_message_a_second_a_channel(slack: FakeSlack, web: WebClient) -> None:
    """A second message to one channel is told to wait; another channel is free."""
    web.chat_postMessage(channel="UFANNY001", text="a")
    with pytest.raises(SlackApiError) as refused:
        web.chat_postMessage(channel="UFANNY001", text="b")
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "1"
    web.chat_postMessage(channel="UBAST0001", text="c")
    assert [m.text for m in slack.messages] == ["a", "c"]


def test_timestamps_grow_while_the_clock_stands_still(web: WebClient) -> None:
    """Even within one microsecond each message gets a name of its own."""
    people = ("UFANNY001", "UBAST0001")
    first, second = (web.chat_postMessage(channel=person, text="a")["ts"] for person in people)
    assert first < second


def test_each_method_has_its_tier(web: WebClient) -> None:
    """A tier 2 method answers twenty times a minute; a tier 5 one is not held up by it."""
    for _ in range(20):
        web.users_list()
    with pytest.raises(SlackApiError) as refused:
        web.users_list()
    assert 1 <= int(refused.value.response.headers["Retry-After"]) <= 60
    assert web.auth_test()["ok"]


def test_a_trigger_works_once(slack: FakeSlack, bot: StandIn, web: WebClient) -> None:
    """The second use of a trigger is refused."""
    slack.as_person("UFANNY001").runs("/sc")
    trigger = bot.payloads[0]["trigger_id"]
    web.views_open(trigger_id=trigger, view=modal())
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        web.views_open(trigger_id=trigger, view=modal())


def test_a_trigger_lives_three_real_seconds(slack: FakeSlack, bot: StandIn, web: WebClient, clock: Clock) -> None:
    """After three seconds a trigger opens nothing; the workspace's clock may be moved in the meantime."""
    slack.as_person("UFANNY001").runs("/sc")
    clock.forward(3.1)
    web.views_open(trigger_id=bot.payloads[0]["trigger_id"], view=modal())
    slack.as_person("UFANNY001").runs("/sc")
    issued = slack.host.triggers.seconds()
    slack.host.triggers.seconds = lambda: issued + 3.1
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        web.views_open(trigger_id=bot.payloads[1]["trigger_id"], view=modal())


def test_an_invalid_view_does_not_use_its_trigger_up(slack: FakeSlack, bot: StandIn, web: WebClient) -> None:
    """A view refused for its blocks can be corrected under the same trigger."""
    slack.as_person("UFANNY001").runs("/sc")
    trigger = bot.payloads[0]["trigger_id"]
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        web.views_open(trigger_id=trigger, view=modal(title={"type": "plain_text", "text": "x" * 25}))
    assert web.views_open(trigger_id=trigger, view=modal())["ok"]


def test_a_response_url_works_five_times(slack: FakeSlack, bot: StandIn) -> None:
    """The sixth use is refused."""
    slack.as_person("UFANNY001").runs("/sc")
    url = WebhookClient(bot.payloads[0]["response_url"])
    answers = [url.send(text=str(n)) for n in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[5].body
    assert len(slack.as_person("UFANNY001").messages) == 5


def test_a_response_url_lives_half_an_hour(slack: FakeSlack, bot: StandIn, clock: Clock) -> None:
    """After thirty minutes it is refused."""
    slack.as_person("UFANNY001").runs("/sc")
    clock.forward(30 * 60 + 1)
    answer = WebhookClient(bot.payloads[0]["response_url"]).send(text="a")
    assert (answer.status_code, "expired_url" in answer.body) == (404, True)


def test_an_update_needs_the_hash_last_seen(slack: FakeSlack, bot: StandIn, web: WebClient) -> None:
    """Of two updates with one hash the second conflicts."""
    slack.as_person("UFANNY001").runs("/sc")
    view = web.views_open(trigger_id=bot.payloads[0]["trigger_id"], view=modal())["view"]
    web.views_update(view_id=view["id"], hash=view["hash"], view=modal(section("un")))
    with pytest.raises(SlackApiError, match="hash_conflict"):
        web.views_update(view_id=view["id"], hash=view["hash"], view=modal(section("deux")))


def test_a_view_over_250_kb_is_too_large(web: WebClient) -> None:
    """The size is looked at before anything else."""
    blocks = [section("x" * 2900) for _ in range(90)]
    with pytest.raises(SlackApiError, match="view_too_large"):
        web.views_publish(user_id="UFANNY001", view={"type": "home", "blocks": blocks})


def test_a_home_must_be_enabled(slack: FakeSlack, web: WebClient) -> None:
    """Without the home tab nothing is published."""
    slack.workspace.home_enabled = False
    with pytest.raises(SlackApiError, match="not_enabled"):
        web.views_publish(user_id="UFANNY001", view={"type": "home", "blocks": []})
