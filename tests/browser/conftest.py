"""A stage with its past, the page on it, and a browser: one of each for all these tests."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from slack_sdk import WebClient

from sc_bot.app import WORKER_PATIENCE
from sc_bot.manifest import COMMANDS
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Payload, View
from sc_bot.playground.moods import put_into
from sc_bot.playground.page.page import Page
from sc_bot.playground.page.server import PageServer
from sc_bot.playground.screens import open_modal
from sc_bot.playground.stage.backstage import StageBackstage
from sc_bot.playground.stage.opening import open_stage
from sc_bot.playground.stage.stage import Stage
from tests.browser.visitor import PATIENCE, Visitor
from tests.playground.bare_page import BarePage, open_page
from tests.playground.stand_in import StandIn

HERE = os.path.dirname(__file__)  # noqa: PTH120 - compared with pytest's own strings
ARGUMENTS = [
    "--no-sandbox",  # CI runs as root, in a container that holds nothing else
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPENING = (1280, 800)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests share one stage, so one process runs them; they are slow."""
    for item in items:
        if str(item.path).startswith(HERE):
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine: install the package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Scene:
    """A stage and its page."""

    stage: Stage
    url: str


@contextmanager
def open_scene(*, past: bool) -> Iterator[Scene]:
    """Open a stage and serve its page. However busy the machine is, nobody on it is asked to press again."""
    with ExitStack() as house:
        with pytest.MonkeyPatch.context() as opening:
            opening.setattr("sc_bot.app.WEB_PATIENCE", WORKER_PATIENCE)
            stage = house.enter_context(open_stage(past=past))
        page = Page(stage.slack, StageBackstage(stage), frozenset(COMMANDS), stage.clock() - timedelta(hours=17))
        server = PageServer(page, 0).start()
        try:
            yield Scene(stage, server.url)
        finally:
            server.stop()


@pytest.fixture(scope="session")
def _long_lived() -> Iterator[Scene]:
    with open_scene(past=True) as scene:
        yield scene


@pytest.fixture
def scene(_long_lived: Scene) -> Scene:
    """The region with its past; tests share it, and each begins with a Slack that behaves and no window open."""
    _long_lived.stage.slack.workspace.modals.clear()
    put_into(_long_lived.stage.slack, "well")
    return _long_lived


@pytest.fixture
def fresh() -> Iterator[Scene]:
    """The region on its first day, for one test."""
    with open_scene(past=False) as scene:
        yield scene


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Opens a tab; at the end none of them may have had trouble (errors on the console)."""
    visitors: list[Visitor] = []

    def open_tab(
        url: str,
        people: str = "",
        *,
        locale: str = "fr-CA",
        size: tuple[int, int] = OPENING,
        **more: object,
    ) -> Visitor:
        context = chromium.new_context(locale=locale, viewport={"width": size[0], "height": size[1]}, **more)  # type: ignore[arg-type] # as Playwright takes it
        visitor = Visitor(context.new_page())
        visitors.append(visitor)
        visitor.page.goto(f"{url}/#{people}")
        visitor.page.locator(".pane.right .place").first.wait_for(state="attached")
        return visitor

    yield open_tab
    for visitor in visitors:
        visitor.tells()
        visitor.page.context.close()
    assert not [trouble for visitor in visitors for trouble in visitor.trouble]


FANNY, BASTIEN, TRIAGE, TEAM = "UFANNY001", "UBAST0001", "C0TRIAGE1", "C0TEAM001"


@dataclass(frozen=True)
class Bare:
    """A small workspace and its page, with a stand-in for the bot: for what the real bot never sends."""

    slack: FakeSlack
    bot: StandIn
    web: WebClient
    page: BarePage

    @property
    def url(self) -> str:
        """Where the page is."""
        return self.page.url

    @property
    def people(self) -> str:
        """Fanny, who speaks French, beside Bastien, who speaks English."""
        return f"{FANNY},{BASTIEN}"

    def posts(self, *blocks: Payload, text: str = "x", channel: str = TRIAGE, **more: object) -> str:
        """The bot posts a message; returns its name."""
        posted = self.web.api_call(
            "chat.postMessage", json={"channel": channel, "text": text, "blocks": list(blocks), **more}
        )
        return str(posted["ts"])

    def edits(self, ts: str, *blocks: Payload, text: str = "x", channel: str = TRIAGE) -> None:
        """The bot edits it."""
        self.web.chat_update(channel=channel, ts=ts, text=text, blocks=list(blocks))

    def opens(self, view: Payload, person: str = FANNY) -> View:
        """The bot opens a window before somebody."""
        opened = open_modal(self.slack.workspace, person, view)
        self.slack.host.journal.changed()
        return opened

    def begin_anew(self) -> None:
        """Nothing has been said, nothing is open."""
        with self.slack.host.journal.lock:
            for channel in self.slack.workspace.channels.values():
                channel.messages.clear()
            self.slack.workspace.modals.clear()
            self.slack.workspace.homes.clear()
        self.bot.payloads.clear()
        self.bot.answers.clear()
        self.slack.host.journal.changed()

    def hears(self, do: Callable[[], object]) -> Payload:
        """What the bot gets when somebody does something."""
        before = len(self.bot.payloads)
        do()
        assert self.slack.wait_for(lambda: len(self.bot.payloads) > before, PATIENCE / 1000)
        return self.bot.payloads[-1]


@contextmanager
def open_bare() -> Iterator[Bare]:
    """Two people, two channels."""
    with FakeSlack(pace=False) as slack:
        slack.add_person(FANNY, "Fanny Laroche")
        slack.add_person(BASTIEN, "Bastien Morelière", locale="en-CA")
        slack.add_channel("cs-triage", channel_id=TRIAGE, members=[FANNY, BASTIEN, slack.bot.id])
        slack.add_channel("cs-team", channel_id=TEAM, members=[BASTIEN, slack.bot.id])
        bot = StandIn(slack.signing_secret)
        slack.bot_url = bot.url
        web = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=5)
        with open_page(slack) as page:
            yield Bare(slack, bot, web, page)
        bot.stop()


@pytest.fixture(scope="session")
def _small() -> Iterator[Bare]:
    with open_bare() as small:
        yield small


@pytest.fixture
def bare(_small: Bare) -> Bare:
    """The small workspace, as on its first day; tests share it."""
    _small.begin_anew()
    return _small


@pytest.fixture
def unshared() -> Iterator[Bare]:
    """A small workspace of one's own: in the shared one, another tab may read a message first."""
    with open_bare() as small:
        yield small


@pytest.fixture(scope="session")
def _tab(chromium: Browser, _small: Bare) -> Iterator[Visitor]:
    context = chromium.new_context(locale="fr-CA", viewport={"width": OPENING[0], "height": OPENING[1]})
    visitor = Visitor(context.new_page())
    visitor.page.goto(f"{_small.url}/#{_small.people}")
    yield visitor
    context.close()


@pytest.fixture
def tab(_tab: Visitor, bare: Bare) -> Iterator[Visitor]:  # noqa: ARG001 - what it shows begins anew as well
    """One tab on the small workspace, which tests share; none of them may have trouble in it."""
    _tab.trouble.clear()
    yield _tab
    _tab.tells()
    assert _tab.trouble == []


@pytest.fixture
def visitor(tab: Visitor) -> Visitor:
    """Somebody who looks at an empty channel as Fanny, and as Bastien beside her."""
    if tab.page.locator(".veil, .menu, .toast").count():
        tab.page.reload()  # what the test before has left open
    tab.goes("cs-triage")
    expect(tab.pane().locator(".message, .veil")).to_have_count(0)
    expect(tab.pane().locator(".composer")).to_be_visible()
    return tab


@pytest.fixture
def newcomer(tab: Visitor, bare: Bare) -> Visitor:
    """Somebody who has just come to the small workspace."""
    tab.page.emulate_media(color_scheme="light")
    tab.page.evaluate("localStorage.clear()")
    tab.page.evaluate("(people) => { location.hash = people; }", bare.people)
    tab.page.reload()
    expect(tab.pane().locator(".composer")).to_be_visible()
    return tab
