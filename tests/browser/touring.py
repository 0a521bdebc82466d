"""What a visitor does in every chapter of the tour: go on when a step holds, let the tour type, or act."""

from playwright.sync_api import expect

from sc_bot.playground.stage.opening import region
from sc_bot.playground.stage.story.told import STORY
from tests.browser.visitor import A_JOURNEY, PATIENCE, Visitor


def holds(visitor: Visitor, name: str, patience: int = PATIENCE) -> None:
    """The present step is this one, and what it claims has become true."""
    number, step = next((number, each) for number, each in enumerate(STORY, 1) if each.name == name)
    expect(visitor.page.locator(".tour-number")).to_contain_text(f"{number} ")
    expect(visitor.page.locator(".held")).to_contain_text(step.claim.fr, timeout=patience)
    visitor.is_accessible()
    visitor.page.locator("#tour-next").click()
    if number < len(STORY):
        expect(visitor.pane().locator(".switch strong")).to_have_text(name_of(STORY[number].who))


def name_of(key: str) -> str:
    """Somebody's name, by the id of the community file."""
    found = region().person(key)
    assert found is not None
    return found.name


def types_for_me(visitor: Visitor) -> None:
    """Let the tour type the line, and send it."""
    visitor.page.locator("#tour-type").click()
    visitor.pane().locator(".composer textarea").press("Enter")


def for_me(visitor: Visitor, name: str) -> None:
    """Let the tour do a step; weeks may have to pass."""
    visitor.page.locator("#tour-do").click()
    holds(visitor, name, A_JOURNEY)
