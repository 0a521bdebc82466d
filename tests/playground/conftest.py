"""A fake Slack with three people, a client of Slack's own SDK, and the page with somebody who asks it."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.screen import Screen
from tests.playground.asking import FANNY, TRIAGE, Caller
from tests.playground.bare_page import BarePage, open_page
from tests.playground.stand_in import StandIn


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A workspace without the pace of one message a second."""
    with FakeSlack(pace=False) as fake:
        fake.add_person("UFANNY001", "Fanny Laroche", email="fanny@example.org")
        fake.add_person("UBAST0001", "Bastien Morelière", locale="en-US")
        fake.add_person("UGONE0001", "Odile Partie", deactivated=True)
        fake.add_channel("cs-triage", channel_id="C0TRIAGE1", members=["UFANNY001", fake.bot.id])
        yield fake


@pytest.fixture
def web(slack: FakeSlack) -> WebClient:
    """The bot's Web API client; it never repeats a call by itself."""
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=5)


@pytest.fixture
def bot(slack: FakeSlack) -> Iterator[StandIn]:
    """A stand-in for the bot, known to the fake."""
    stand_in = StandIn(slack.signing_secret)
    slack.bot_url = stand_in.url
    yield stand_in
    stand_in.stop()


@pytest.fixture
def fanny(slack: FakeSlack) -> Screen:
    """A caregiver at her screen."""
    return slack.as_person("UFANNY001")


@pytest.fixture
def bare(slack: FakeSlack) -> Iterator[BarePage]:
    """The page of the fake Slack."""
    with open_page(slack) as page:
        yield page


@pytest.fixture
def caller(bare: BarePage) -> Caller:
    """Somebody who asks it."""
    return Caller(bare)


@pytest.fixture(scope="module")
def stranger() -> Iterator[Caller]:
    """Somebody who asks badly: one page for all of it, which has to outlive it."""
    with FakeSlack() as slack, open_page(slack) as page:
        slack.add_person(FANNY, "Fanny Laroche")
        slack.add_channel("cs-triage", channel_id=TRIAGE, members=[FANNY])
        yield Caller(page)
        assert Caller(page).does("say", place=TRIAGE, text="bonjour")["ok"]
