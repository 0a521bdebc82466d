"""With the keyboard alone: everything can be reached, used and left, and nothing steals the focus."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import BASTIEN, FANNY, TRIAGE, Bare
from tests.browser.keyboard import OVERFLOW, presses, reaches
from tests.browser.visitor import Visitor
from tests.playground.samples import actions, button, field, modal, section

PHONE, DESKTOP = (390, 780), (1280, 800)


@pytest.fixture
def visitor(newcomer: Visitor) -> Visitor:
    """Each test here begins with somebody who has just come."""
    return newcomer


def test_a_link_skips_what_is_above_the_screens(visitor: Visitor) -> None:
    """It is the first thing that Tab reaches; the address, which says who is on the screens, stays."""
    address = visitor.page.url
    presses(visitor, "Tab")
    expect(visitor.page.locator("#skip")).to_be_focused()
    expect(visitor.page.locator("#skip")).to_be_in_viewport()
    presses(visitor, "Enter")
    expect(visitor.page.get_by_role("main")).to_be_focused()
    presses(visitor, "Tab")
    expect(visitor.pane().locator(".switch")).to_be_focused()
    assert visitor.page.url == address


def test_somebody_else_is_chosen_with_the_keyboard(visitor: Visitor) -> None:
    """The list opens with Enter, is searched and walked, and gives the focus back."""
    switch = visitor.pane().locator(".switch")
    reaches(visitor, switch)
    presses(visitor, "Enter")
    visitor.page.keyboard.type("laroche")
    presses(visitor, "Control+A", "Backspace", "ArrowDown", "Enter")
    expect(switch.locator("strong")).to_have_text("Bastien Morelière")
    expect(switch).to_be_focused()


def test_a_place_is_opened_and_written_to_with_the_keyboard(visitor: Visitor) -> None:
    """The place keeps the focus, the composer is further on; a command is completed and sent."""
    place = visitor.pane().locator(f"[data-place='{TRIAGE}']")
    reaches(visitor, place)
    presses(visitor, "Enter")
    expect(visitor.pane().get_by_role("heading", name="#cs-triage")).to_be_visible()
    expect(place).to_be_focused()
    expect(place).to_have_attribute("aria-current", "page")
    reaches(visitor, visitor.pane().get_by_role("combobox"))
    visitor.page.keyboard.type("bonjour")
    presses(visitor, "Enter")
    expect(visitor.message("bonjour")).to_be_visible()
    expect(visitor.pane().get_by_role("combobox")).to_be_focused()
    reaches(visitor, visitor.pane().locator(".send"))
    presses(visitor, "Shift+Tab")
    expect(visitor.pane().get_by_role("combobox")).to_be_focused()


def test_a_button_is_pressed_with_the_keyboard(bare: Bare, visitor: Visitor) -> None:
    """And keeps the focus, though the bot answers by drawing its message anew."""
    ts = bare.posts(actions(button("go", "1"), button("stop", "2")), channel=FANNY)
    stop = visitor.pane().locator("button[data-action=stop]")
    reaches(visitor, stop)
    payload = bare.hears(lambda: presses(visitor, "Enter"))
    assert payload["actions"][0]["action_id"] == "stop"
    expect(stop).to_be_focused()
    dm = bare.slack.workspace.dm_with(FANNY).id
    bare.edits(ts, section("changé"), actions(button("go", "1"), button("stop", "2")), channel=dm)
    expect(visitor.message("changé")).to_be_visible()
    expect(stop).to_be_focused()
    bare.hears(lambda: presses(visitor, "Space"))


def test_a_menu_is_walked_with_the_keyboard(bare: Bare, visitor: Visitor) -> None:
    """Enter opens it on its first line, arrows go round, Escape gives the focus back, Enter chooses."""
    bare.posts(actions(OVERFLOW), channel=FANNY)
    dots = visitor.pane().locator(".overflow")
    first, second = (visitor.page.get_by_role("menuitem", name=each) for each in ("Poser", "Mettre à jour"))
    reaches(visitor, dots)
    presses(visitor, "Enter")
    expect(dots).to_have_attribute("aria-expanded", "true")
    expect(first).to_be_focused()
    presses(visitor, "ArrowDown")
    expect(second).to_be_focused()
    presses(visitor, "ArrowDown")
    expect(first).to_be_focused()
    presses(visitor, "ArrowUp")
    expect(second).to_be_focused()
    presses(visitor, "Escape")
    expect(dots).to_be_focused()
    expect(dots).to_have_attribute("aria-expanded", "false")
    presses(visitor, "Enter", "End")
    payload = bare.hears(lambda: presses(visitor, "Enter"))
    assert payload["actions"][0]["selected_option"]["value"] == "b"
    expect(dots).to_be_focused()


def test_a_window_takes_the_focus_and_gives_it_back(bare: Bare, visitor: Visitor) -> None:
    """It goes to the first field, Tab goes round inside, Escape closes, and the button that opened it has it again."""
    bare.posts(actions(button("open", "1")), channel=FANNY)
    opener = visitor.pane().locator("button[data-action=open]")
    reaches(visitor, opener)
    pressed = bare.hears(lambda: presses(visitor, "Enter"))
    form = modal(field("words", {"type": "plain_text_input"}), actions(button("inside", "1")))
    bare.web.views_open(trigger_id=pressed["trigger_id"], view=form)
    window, words = visitor.window(), visitor.window().get_by_label("words")
    expect(words).to_be_focused()
    passed = []
    for key in ("Tab",) * 7 + ("Shift+Tab",) * 7:
        presses(visitor, key)
        assert window.evaluate("(window) => window.contains(document.activeElement)")
        passed.append(visitor.page.evaluate("document.activeElement.textContent || document.activeElement.tagName"))
    assert {"×", "Fermer", "Envoyer", "Prendre en charge", "INPUT"} <= set(passed)
    expect(words).to_be_focused()
    presses(visitor, "Escape")
    expect(window).to_have_count(0)
    expect(opener).to_be_focused()


def test_a_question_takes_the_focus_and_gives_it_back(bare: Bare, visitor: Visitor) -> None:
    """A confirmation can be declined with Escape; the message behind it may have changed meanwhile."""
    plain = {"type": "plain_text", "text": "Oui?"}
    asking = button("go", "1", confirm={"title": plain, "text": plain, "confirm": plain, "deny": plain})
    ts = bare.posts(actions(asking), channel=FANNY)
    reaches(visitor, visitor.pane().locator("button[data-action=go]"))
    presses(visitor, "Enter")
    expect(visitor.window().get_by_role("button").first).to_be_focused()
    bare.edits(ts, section("changé"), actions(asking), channel=bare.slack.workspace.dm_with(FANNY).id)
    expect(visitor.pane().locator(".message", has_text="changé")).to_be_attached()
    expect(visitor.window().get_by_role("button").first).to_be_focused()
    presses(visitor, "Escape")
    expect(visitor.window()).to_have_count(0)
    expect(visitor.pane().locator("button[data-action=go]")).to_be_focused()
    assert bare.bot.payloads == []


def test_the_clock_is_moved_with_the_keyboard(visitor: Visitor) -> None:
    """Its menu opens and closes; a date is typed, refused in words, and left again."""
    clock = visitor.page.locator(".clock")
    reaches(visitor, clock)
    presses(visitor, "Enter", "ArrowUp")
    expect(visitor.page.get_by_role("menuitem", name="Une date…")).to_be_focused()
    presses(visitor, "Escape")
    expect(clock).to_be_focused()
    presses(visitor, "Enter", "ArrowUp", "Enter")
    expect(visitor.page.locator("#a-date")).to_be_focused()
    reaches(visitor, visitor.page.get_by_role("button", name="Y aller"))
    presses(visitor, "Enter")
    expect(visitor.page.locator(".date-error")).to_have_text("Ce n'est pas une date.")
    reaches(visitor, visitor.page.get_by_role("button", name="Annuler"))
    presses(visitor, "Enter")
    expect(visitor.page.locator(".date-form")).to_be_hidden()
    expect(clock).to_be_focused()


def test_the_drawer_is_used_with_the_keyboard(bare: Bare, visitor: Visitor) -> None:
    """Arrows go from tab to tab; what is unfolded stays, and keeps the focus, while the rest changes; it closes."""
    visitor.types("bonjour")
    toggle = visitor.page.locator("#toggle-drawer")
    reaches(visitor, toggle)
    presses(visitor, "Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    tabs = visitor.page.locator(".drawer").get_by_role("tab")
    reaches(visitor, tabs.first)
    for number in (1, 2, 0):
        presses(visitor, "ArrowRight")
        expect(tabs.nth(number)).to_be_focused()
        expect(tabs.nth(number)).to_have_attribute("aria-selected", "true")
    presses(visitor, "ArrowLeft")
    expect(tabs.last).to_be_focused()
    presses(visitor, "ArrowRight")
    payload = visitor.page.locator(".drawer summary", has_text="Contenu").first
    reaches(visitor, payload)
    presses(visitor, "Enter")
    bare.posts(text="une ligne de plus")
    expect(visitor.page.locator(".drawer .call")).to_contain_text("chat.postMessage")
    expect(payload).to_be_focused()
    expect(visitor.page.locator(".drawer details").nth(1)).to_have_attribute("open", "")
    reaches(visitor, visitor.page.get_by_role("button", name="Fermer le tiroir"), "Shift+Tab")
    presses(visitor, "Enter")
    expect(visitor.page.locator(".drawer")).to_be_hidden()
    expect(toggle).to_be_focused()


def test_the_tour_is_left_with_the_keyboard(visitor: Visitor) -> None:
    """What is closed gives the focus to what opens it again; so does the other language."""
    reaches(visitor, visitor.page.get_by_role("button", name="Fermer la visite"))
    presses(visitor, "Enter")
    expect(visitor.page.locator(".tour")).to_be_hidden()
    expect(visitor.page.locator("#toggle-tour")).to_be_focused()
    reaches(visitor, visitor.page.get_by_role("button", name="English"))
    presses(visitor, "Enter")
    expect(visitor.page.get_by_role("button", name="Français")).to_be_focused()


def test_nobody_is_interrupted_while_they_type(bare: Bare, visitor: Visitor) -> None:
    """Messages come, change and go, here and beside: words and caret stay where they are."""
    visitor.goes("cs-triage")
    area = visitor.pane().get_by_role("combobox")
    area.press_sequentially("un eux")
    presses(visitor, *("ArrowLeft",) * 3)
    ts = bare.posts(text="première")
    for number in range(5):
        bare.posts(actions(button()), text=f"ligne {number}")
        bare.edits(ts, text=f"changée {number}")
        bare.opens(modal(), BASTIEN)
        visitor.page.keyboard.type("d" if number == 4 else "")
    bare.web.chat_delete(channel=TRIAGE, ts=ts)
    expect(visitor.window("right")).to_be_visible()
    expect(visitor.pane().locator(".message")).to_have_count(5)
    expect(area).to_be_focused()
    presses(visitor, "End")
    visitor.page.keyboard.type("!")
    expect(area).to_have_value("un deux!")


def test_an_open_menu_that_is_overtaken_leaves_the_focus_on_its_button(bare: Bare, visitor: Visitor) -> None:
    """The bot edits the message behind an open ⋯ menu: the reader is still where they were."""
    ts = bare.posts(actions(OVERFLOW), channel=FANNY)
    reaches(visitor, visitor.pane().locator(".overflow"))
    presses(visitor, "Enter")
    bare.edits(ts, section("changé"), actions(OVERFLOW), channel=bare.slack.workspace.dm_with(FANNY).id)
    expect(visitor.message("changé")).to_be_visible()
    expect(visitor.pane().locator(".overflow")).to_be_focused()
