"""Somebody who looks at the page: clicks, types, reads; and the rules of accessibility, applied to what they see."""

import re
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

AXE = "([within, rules]) => axe.run(within, {resultTypes: ['violations'], rules})"
COLOURS = "color-contrast"  # takes longer than all others together
SERIOUS = {"serious", "critical"}
PATIENCE = 15_000  # milliseconds
LAST_WORDS = 1_500  # letters: the newest messages, and what is said below them
A_JOURNEY = 150_000  # of weeks, hour by hour, on a busy machine
expect.set_options(timeout=PATIENCE)


@dataclass
class Visitor:
    """One browser tab with the page in it."""

    page: Page
    trouble: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("console", lambda said: self._hears(said.type, said.text))

    def _hears(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.trouble.append(text)

    def tells(self) -> None:
        """Print what is on the screens now: the report of a test that failed shows it."""
        for pane in self.page.locator(".pane").all():
            print(pane.inner_text()[-LAST_WORDS:], end="\n\n")  # noqa: T201 - pytest shows it where a test failed

    def pane(self, side: str = "left") -> Locator:
        """One person's screen."""
        return self.page.locator(f".pane.{side}")

    def has(self, selector: str) -> None:
        """Wait until it is there. The page is asked in each of its frames; Playwright's own looks are 100 ms apart."""
        self.page.wait_for_function("selector => document.querySelector(selector)", arg=selector)

    def becomes(self, name: str, side: str = "left") -> None:
        """Be somebody else: search their name, and choose them."""
        self.pane(side).locator(".switch").click()
        self.page.keyboard.type(name)
        self.pane(side).get_by_role("option", name=name).click()
        expect(self.pane(side).locator(".switch strong")).to_have_text(name)

    def goes(self, place: str, side: str = "left") -> None:
        """Open a place by its name."""
        self.pane(side).locator(".place", has_text=re.compile(rf"^\W*{re.escape(place)}")).click()

    def types(self, text: str, side: str = "left") -> None:
        """Write something and send it."""
        self.pane(side).locator(".composer textarea").fill(text)
        self.pane(side).locator(".composer textarea").press("Enter")

    def message(self, text: str | re.Pattern[str], side: str = "left") -> Locator:
        """The newest message with these words."""
        return self.pane(side).locator(".message", has_text=text).last

    def presses(self, label: str, about: str, side: str = "left") -> None:
        """Press a button of the newest message about something that has it."""
        button = self.pane(side).locator(".message", has_text=about).get_by_role("button", name=label, exact=True)
        button.last.click()

    def chooses(self, label: str, about: str, side: str = "left") -> None:
        """Choose in the ⋯ menu of the newest message about something."""
        self.pane(side).locator(".message", has_text=about).locator(".overflow").last.click()
        self.page.get_by_role("menuitem", name=label, exact=True).click()

    def window(self, side: str = "left") -> Locator:
        """The window that is open on a screen."""
        return self.pane(side).get_by_role("dialog")

    def submits(self, side: str = "left") -> None:
        """Send the window."""
        self.window(side).locator("[type=submit]").click()

    def sets_slack(self, mood: str) -> None:
        """Choose how Slack behaves."""
        self.page.locator(".mood").click()
        self.page.get_by_role("menuitemradio", name=mood).click()
        expect(self.page.locator(".mood")).to_contain_text(mood)

    def travels(self, to: str) -> None:
        """Choose in the clock's menu, and arrive."""
        self.page.locator(".clock").click()
        self.page.get_by_role("menuitem", name=to).click()
        expect(self.page.locator(".clock")).to_be_enabled(timeout=A_JOURNEY)

    def travels_to(self, moment: str) -> None:
        """Choose a date and time, and arrive."""
        self.page.locator(".clock").click()
        self.page.get_by_role("menuitem").last.click()
        self.page.locator("#a-date").fill(moment)
        self.page.locator(".date-form [type=submit]").click()
        expect(self.page.locator(".clock")).to_be_enabled(timeout=A_JOURNEY)

    def is_accessible(self, within: str = "body", *, colours: bool = True) -> None:
        """No rule of axe-core of a serious kind is broken by what is on the screen now, or by a part of it.

        `colours`: also none about contrast; needless where only the words are others.
        """
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(Axe().axe_script)
        found: list[dict[str, Any]] = self.page.evaluate(AXE, [within, {COLOURS: {"enabled": colours}}])["violations"]
        broken = [
            f"{each['id']}: {each['help']}: {[node['html'][:160] for node in each['nodes'][:3]]}"
            for each in found
            if each["impact"] in SERIOUS
        ]
        assert not broken, "\n".join(broken)

    def fits(self) -> None:
        """Nothing sticks out at the side."""
        width, shown = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert width <= shown, f"{width} pixels wide on a screen of {shown}"
