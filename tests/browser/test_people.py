"""Be anyone: each sees what that person would see in Slack, and nothing of the others'."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Scene, Visit


def test_anybody_is_found_by_name_role_or_institution(scene: Scene, visit: Visit) -> None:
    """Accents and capitals do not matter; arrows and Enter choose."""
    visitor = visit(scene.url)
    visitor.pane().locator(".switch").click()
    search = visitor.pane().get_by_role("combobox", name="Nom, rôle ou établissement")
    options = visitor.pane().get_by_role("option")
    expect(search).to_be_focused()
    everybody = options.count()
    assert everybody == sum(1 for each in scene.stage.community.people if each.slack_id)
    search.fill("aubertineau")
    expect(options).to_have_count(1)
    search.fill("direction ERABLES")
    expect(options).to_have_count(2)
    visitor.is_accessible()
    search.press("ArrowDown")
    search.press("Enter")
    expect(visitor.pane().locator(".switch strong")).to_have_text("Ginette Aubertineau")
    visitor.pane().locator(".switch").click()
    search.fill("personne de ce nom")
    expect(visitor.pane()).to_contain_text("Personne ne correspond.")
    search.press("Escape")
    expect(visitor.pane().get_by_role("dialog")).to_have_count(0)
    expect(visitor.pane().locator(".switch")).to_be_focused()


def test_each_is_in_their_own_channels(scene: Scene, visit: Visit) -> None:
    """A nurse sees her institution's channel; the facilitator sees them all, in her language."""
    visitor = visit(scene.url, "HSF-S1,OMD-S1")
    names = visitor.pane().locator(".place .name")
    expect(names).to_have_text(["Accueil", "Messages", "cs-hsf", "cs-lecons"])
    expect(visitor.pane("right").locator(".place .name")).to_have_text(["Home", "Messages", "cs-lecons", "cs-omd"])
    facilitator = next(each for each in scene.stage.community.people if each.id.startswith("ADV"))
    visitor.becomes(facilitator.name)
    expect(visitor.pane().locator(".place", has_text="cs-triage")).to_be_visible()


def test_news_is_counted_until_it_is_read(scene: Scene, visit: Visit) -> None:
    """What arrives while somebody looks elsewhere is a number beside the place; looking makes it go."""
    visitor = visit(scene.url, "GTV-MD,OMD-S1")
    direct = visitor.pane().locator(".place", has_text="Messages")
    visitor.goes("Home")
    expect(direct.locator(".count")).to_have_count(0)
    visitor.types("/problem @GTV the clinic's answering machine is full on Mondays", "right")
    expect(direct.locator(".count")).to_have_text("1")
    expect(direct).to_contain_text("1 unread")
    visitor.goes("Messages")
    expect(visitor.message("answering machine")).to_be_visible()
    expect(direct.locator(".count")).to_have_count(0)


def test_what_is_private_stays_on_its_own_screen(scene: Scene, visit: Visit) -> None:
    """A command's answer and a window are seen by nobody else, even in the same channel."""
    visitor = visit(scene.url, "HSF-S1,HSF-S2")
    for side in ("left", "right"):
        visitor.goes("cs-hsf", side)
    visitor.types("/sc help")
    expect(visitor.message("Visible par vous seulement")).to_be_visible()
    expect(visitor.pane("right").locator(".message", has_text="Visible par vous seulement")).to_have_count(0)
    visitor.types("/problem")
    expect(visitor.window()).to_contain_text("Signaler un problème")
    expect(visitor.window("right")).to_have_count(0)
    visitor.goes("Messages", "right")  # the other screen goes on
    visitor.window().locator(".cross").click()
    expect(visitor.window()).to_have_count(0)


def test_home_is_drawn_by_the_bot(scene: Scene, visit: Visit) -> None:
    """Opening it asks the bot; its buttons work."""
    visitor = visit(scene.url, "HSF-MD,OMD-S1")
    visitor.goes("Accueil")
    expect(visitor.pane().locator(".home")).to_contain_text("Réception à confirmer")
    visitor.is_accessible()
    visitor.pane().locator(".home").get_by_role("button", name="Signaler un problème").click()
    expect(visitor.window()).to_contain_text("Que se passe-t-il?")
    visitor.window().get_by_role("button", name="Annuler").click()
    visitor.goes("Home", "right")
    expect(visitor.pane("right").locator(".home")).to_contain_text(re.compile("My reports|Nothing yet"))


def test_the_page_speaks_both_languages_and_people_their_own(scene: Scene, visit: Visit) -> None:
    """The page's language is the visitor's; each screen stays in the language of whose it is."""
    visitor = visit(scene.url, "HSF-S1,OMD-S1")
    expect(visitor.page.locator("#toggle-drawer")).to_have_text("En dessous")
    visitor.page.get_by_role("button", name="English").click()
    expect(visitor.page.locator("#toggle-drawer")).to_have_text("Underneath")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    expect(visitor.pane().locator(".send")).to_have_text("Envoyer")
    expect(visitor.pane("right").locator(".send")).to_have_text("Send")
    visitor.page.reload()
    expect(visitor.page.locator("#toggle-drawer")).to_have_text("Underneath")
    expect(visitor.pane().locator(".switch strong")).to_have_text("Fanny Castelneau")


def test_it_says_that_it_is_a_simulation(scene: Scene, visit: Visit) -> None:
    """At the top, always."""
    visitor = visit(scene.url)
    expect(visitor.page.locator(".tag")).to_contain_text("simulation")
    expect(visitor.page.locator(".tag")).to_contain_text("Tout est inventé et reste sur cet ordinateur")
