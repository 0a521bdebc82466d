"""A keyboard: Tab until one is there, and keys in turn."""

from playwright.sync_api import Locator

from tests.browser.visitor import Visitor
from tests.playground.samples import option

FAR = 60  # presses of Tab, after which a control counts as out of reach
OVERFLOW = {"type": "overflow", "action_id": "more", "options": [option("a", "Poser"), option("b", "Mettre à jour")]}


def reaches(visitor: Visitor, control: Locator, key: str = "Tab") -> None:
    """Go there with Tab alone."""
    for _ in range(FAR):
        if control.evaluate("(each) => each === document.activeElement"):
            return
        visitor.page.keyboard.press(key)
    raise AssertionError(f"{control} is out of reach")


def presses(visitor: Visitor, *keys: str) -> None:
    """Press keys."""
    for key in keys:
        visitor.page.keyboard.press(key)
