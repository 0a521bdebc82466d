"""For everybody: with the keyboard alone, with a screen reader, on a phone, in the dark, while all of it is alive."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Bare, Scene, Visit
from tests.browser.keyboard import presses
from tests.browser.visitor import Visitor
from tests.playground.bare_page import open_page
from tests.playground.samples import modal

PHONE, DESKTOP = (390, 780), (1280, 800)


@pytest.fixture
def visitor(newcomer: Visitor) -> Visitor:
    """Each test here begins with somebody who has just come."""
    return newcomer


def opens_places(visitor: Visitor) -> None:
    """On a narrow screen the places are behind a button."""
    if visitor.pane().locator(".show-places").is_visible():
        visitor.pane().locator(".show-places").click()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_view_can_be_read(fresh: Scene, visit: Visit, size: tuple[int, int], look: str) -> None:
    """In both looks, on both sizes: names, contrast, nothing that sticks out."""
    visitor = visit(fresh.url, size=size, color_scheme=look)

    def is_fine() -> None:
        visitor.is_accessible()
        visitor.fits()

    visitor.page.get_by_role("button", name="Commencer").click()
    visitor.page.locator("#tour-type").click()
    visitor.pane().get_by_role("combobox").press("Enter")
    expect(visitor.page.locator(".held")).to_be_visible()
    is_fine()
    visitor.page.locator("#toggle-drawer").click()
    expect(visitor.page.locator(".drawer")).to_contain_text("DirectorCard")
    is_fine()
    visitor.page.locator("#toggle-drawer").click()
    opens_places(visitor)
    visitor.goes("Accueil")
    expect(visitor.pane().locator(".home")).to_contain_text("Mes signalements")
    is_fine()
    visitor.pane().locator(".home").get_by_role("button", name="Signaler un problème").click()
    visitor.submits()
    expect(visitor.window().locator(".field-error")).to_be_visible()
    is_fine()
    visitor.window().locator(".cross").click()
    visitor.pane().locator(".switch").click()
    expect(visitor.pane().get_by_role("option").first).to_be_visible()
    is_fine()


def test_a_look_can_be_chosen(visitor: Visitor) -> None:
    """Dark where the system is light; it stays after a reload, and the system's own comes back."""
    colour = "getComputedStyle(document.body).backgroundColor"
    light = visitor.page.evaluate(colour)
    visitor.page.get_by_role("button", name="Apparence").click()
    visitor.page.get_by_role("menuitemradio", name="Sombre").click()
    dark = visitor.page.evaluate(colour)
    assert dark != light
    visitor.is_accessible()
    visitor.page.reload()
    assert visitor.page.evaluate(colour) == dark
    visitor.page.emulate_media(color_scheme="dark")
    visitor.page.get_by_role("button", name="Apparence").click()
    visitor.page.get_by_role("menuitemradio", name="Clair").click()
    assert visitor.page.evaluate(colour) == light
    visitor.page.get_by_role("button", name="Apparence").click()
    visitor.page.get_by_role("menuitemradio", name="Comme le système").click()
    assert visitor.page.evaluate(colour) == dark


def test_a_phone_shows_one_screen_at_a_time(bare: Bare, visit: Visit) -> None:
    """Tabs lead from one to the other; the places come and go behind a button."""
    visitor = visit(bare.url, bare.people, size=PHONE)
    expect(visitor.pane()).to_be_visible()
    expect(visitor.pane("right")).to_be_hidden()
    visitor.page.get_by_role("tab", name="Bastien Morelière").click()
    expect(visitor.pane("right")).to_be_visible()
    expect(visitor.pane()).to_be_hidden()
    places, toggle = visitor.pane("right").get_by_role("navigation"), visitor.pane("right").locator(".show-places")
    expect(places).to_be_hidden()
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(places).to_be_visible()
    visitor.goes("cs-team", "right")
    expect(places).to_be_hidden()
    expect(visitor.pane("right").get_by_role("heading", name="#cs-team")).to_be_visible()
    toggle.click()
    presses(visitor, "Escape")
    expect(places).to_be_hidden()
    expect(toggle).to_be_focused()
    toggle.click()
    visitor.pane("right").locator(".messages").click(position={"x": 350, "y": 30})
    expect(places).to_be_hidden()
    visitor.fits()


def test_news_is_seen_on_a_phone(unshared: Bare, visit: Visit) -> None:
    """What waits in a place behind the button is a number on the button."""
    visitor = visit(unshared.url, unshared.people, size=PHONE)
    toggle = visitor.pane().locator(".show-places")
    expect(toggle.locator(".count")).to_have_count(0)
    unshared.posts(text="bonjour")
    expect(toggle.locator(".count")).to_have_text("1")
    expect(toggle).to_have_accessible_name("Conversations, 1 non lu")


def test_the_tour_begins_on_a_phone(fresh: Scene, visit: Visit) -> None:
    """A nurse types, a director presses what the tour points at: by thumb, with nothing in the way."""
    visitor = visit(fresh.url, size=PHONE, has_touch=True)
    visitor.page.get_by_role("button", name="Commencer").tap()
    visitor.page.locator("#tour-type").tap()
    visitor.pane().locator(".send").tap()
    expect(visitor.page.locator(".held")).to_be_visible()
    visitor.fits()
    visitor.page.locator("#tour-next").tap()
    pointed = visitor.pane().locator("button.spot")
    expect(pointed).to_have_text("Prendre en charge")
    expect(pointed).to_be_in_viewport()
    pointed.tap()
    expect(visitor.page.locator(".held")).to_be_visible()
    visitor.page.locator("#tour-next").tap()
    visitor.page.locator("#tour-do").tap()
    expect(visitor.page.locator(".held")).to_be_visible()
    visitor.fits()


@pytest.mark.parametrize(("motion", "name"), [("reduce", "none"), ("no-preference", "spot")])
def test_nothing_moves_for_whoever_wants_no_motion(fresh: Scene, visit: Visit, motion: str, name: str) -> None:
    """What the tour points at is marked without moving."""
    visitor = visit(fresh.url, reduced_motion=motion)
    visitor.page.get_by_role("button", name="Commencer").click()
    expect(visitor.pane().locator(".composer.spot")).to_have_css("animation-name", name)


def test_each_part_is_in_its_language(bare: Bare, visit: Visit) -> None:
    """The page in the visitor's, each screen and its window in its person's: a screen reader speaks each right."""
    visitor = visit(bare.url, bare.people, locale="en-US")
    bare.opens(modal())
    for part, language in (
        (visitor.page.locator("html"), "en"),
        (visitor.pane(), "fr"),
        (visitor.pane("right"), "en"),
        (visitor.window(), "fr"),
        (visitor.page.get_by_role("button", name="Français"), "fr"),
        (visitor.pane().locator(".switch"), "en"),
    ):
        expect(part).to_have_attribute("lang", language)
    expect(visitor.page).to_have_title("sc_bot · simulation")


def test_a_screen_reader_finds_its_way(visitor: Visitor) -> None:
    """One banner, one main part, and parts whose names tell them apart."""
    visitor.page.locator("#toggle-drawer").click()
    for parts, names in {
        "header:has(h1)": ["sc_bot"],
        "section[aria-label]": ["Visite guidée", "Écran de Fanny Laroche", "Écran de Bastien Morelière", "En dessous"],
        "nav": ["Conversations (Fanny Laroche)", "Conversations (Bastien Morelière)"],
        "[role=log]": ["sc_bot", "sc_bot"],
    }.items():
        found = visitor.page.locator(parts)
        expect(found).to_have_count(len(names))
        assert [each.get_attribute("aria-label") for each in found.all()] == names
    expect(visitor.page.get_by_role("banner")).to_have_count(1)
    expect(visitor.page.get_by_role("main")).to_have_count(1)
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("sc_bot")


def test_two_tabs_follow_the_same_demo(bare: Bare, visit: Visit) -> None:
    """What one does the other shows: words, a window that opens, and that it was closed."""
    first, second = visit(bare.url, bare.people), visit(bare.url, bare.people)
    for each in (first, second):
        each.goes("cs-triage")
    first.types("bonjour de l'un")
    expect(second.message("bonjour de l'un")).to_be_visible()
    second.types("et de l'autre", "right")
    second.goes("cs-triage", "right")
    second.types("et de l'autre", "right")
    expect(first.message("et de l'autre")).to_be_visible()
    bare.opens(modal())
    for each in (first, second):
        expect(each.window()).to_be_visible()
    second.window().locator(".cross").click()
    expect(first.window()).to_have_count(0)


def test_a_demo_that_has_stopped_is_told_and_found_again(bare: Bare, visit: Visit) -> None:
    """The page says that nobody answers; when somebody does again, it goes on with what happened meanwhile."""
    with open_page(bare.slack) as page:
        visitor = visit(page.url, bare.people)
        visitor.goes("cs-triage")
        expect(visitor.page.locator("#lost")).to_have_count(0)
    expect(visitor.page.locator("#lost")).to_contain_text("La démonstration ne répond plus. Relancez « make demo ».")
    visitor.is_accessible()
    bare.posts(text="pendant ce temps")
    with open_page(bare.slack, page.server.server_address[1]):
        expect(visitor.page.locator("#lost")).to_have_count(0)
        expect(visitor.message("pendant ce temps")).to_be_visible()
    assert all("ERR_" in each for each in visitor.trouble)
    visitor.trouble.clear()
