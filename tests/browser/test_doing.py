"""Do anything: type, press, choose, fill windows, use shortcuts, answer in threads; Slack's own refusals are shown."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Scene, Visit

LATE = "La feuille de route de l'hôpital arrive après le rendez-vous"


def test_a_slash_lists_the_commands(scene: Scene, visit: Visit) -> None:
    """From the manifest; arrows, Tab and Escape work; what is no command is refused as Slack does."""
    visitor = visit(scene.url, "HSF-S1,HSF-MD")
    area = visitor.pane().locator(".composer textarea")
    options = visitor.pane().get_by_role("option")
    area.fill("/")
    expect(options).to_have_count(3)
    visitor.is_accessible()
    area.press("ArrowDown")
    area.press("Tab")
    expect(area).to_have_value("/probleme ")
    area.fill("/pro")
    area.press("Escape")
    expect(options).to_have_count(0)
    area.fill("/zut alors")
    area.press("Enter")
    expect(visitor.pane().locator(".notice")).to_have_text("/zut n'est pas une commande de cet espace.")
    expect(area).to_have_value("/zut alors")  # nothing typed is lost


def test_a_window_shows_errors_under_its_fields(scene: Scene, visit: Visit) -> None:
    """Slack's own (a required field) and the bot's (an identifier); what was typed stays."""
    visitor = visit(scene.url, "HSF-S1,HSF-MD")
    visitor.types("/problem")
    visitor.submits()
    expect(visitor.window().locator(".field-error")).to_have_text("Ce champ est obligatoire.")
    field = visitor.window().get_by_role("textbox").first
    expect(field).to_be_focused()
    field.fill("Dossier 482915 : la personne attend")
    visitor.submits()
    expect(visitor.window().locator(".field-error")).to_contain_text("Rien n'a été conservé")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("Dossier 482915 : la personne attend")
    visitor.is_accessible()
    visitor.window().get_by_role("button", name="Préciser davantage").click()
    expect(visitor.window()).to_contain_text("Au nom d'une personne")
    expect(field).to_have_value("Dossier 482915 : la personne attend")  # the window changed, the words did not
    field.fill(LATE)
    visitor.submits()
    expect(visitor.window()).to_contain_text("est enregistré. Merci.")
    visitor.window().get_by_role("button", name="Fermer").last.click()
    expect(visitor.window()).to_have_count(0)
    expect(visitor.message(re.compile(r"acheminé"))).to_be_visible()
    visitor.presses("Retirer", "acheminé")


def test_a_confirmation_asks_first(scene: Scene, visit: Visit) -> None:
    """Showing one's name cannot be undone, so it asks; "no" changes nothing, "yes" does."""
    visitor = visit(scene.url, "HSF-S1,HSF-MD")
    visitor.types(f"/problem {LATE}, encore")
    expect(visitor.message("acheminé")).to_be_visible()
    reference = re.search(r"[A-Z]+-\d+", visitor.message("acheminé").inner_text())
    assert reference is not None
    card = visitor.message(re.compile(rf"{reference[0]}\b.*acheminé", re.DOTALL))
    card.get_by_role("button", name="Montrer mon nom").click()
    expect(visitor.window()).to_have_count(1)
    visitor.is_accessible()
    visitor.window().locator(".window-foot button").first.click()
    expect(visitor.window()).to_have_count(0)
    expect(visitor.message(f"{reference[0]} · nouveau", "right")).to_contain_text("nom non montré")
    card.get_by_role("button", name="Montrer mon nom").click()
    visitor.window().locator(".window-foot button").last.click()
    expect(visitor.message(f"{reference[0]} · nouveau", "right")).to_contain_text("Fanny Castelneau")
    visitor.presses("Retirer", reference[0])
    expect(visitor.message(reference[0])).to_contain_text("retiré")


def test_a_message_becomes_a_report(scene: Scene, visit: Visit) -> None:
    """The shortcut is behind each message's ⋮, and a window opens on its words."""
    visitor = visit(scene.url, "HSF-S1,HSF-S2")
    for side in ("left", "right"):
        visitor.goes("cs-hsf", side)
    visitor.types("Le relevé du laboratoire n'arrive que le lundi", "right")
    said = visitor.message("relevé du laboratoire")
    expect(said).to_be_visible()
    said.hover()
    said.get_by_role("button", name="Autres actions").click()
    visitor.page.get_by_role("menuitem", name=re.compile("Signaler")).click()
    expect(visitor.window().get_by_role("textbox").first).to_have_value(
        "Le relevé du laboratoire n'arrive que le lundi"
    )
    visitor.window().get_by_role("button", name="Annuler").click()


def test_words_to_the_bot_are_answered_in_a_thread_too(scene: Scene, visit: Visit) -> None:
    """What is written under a message goes to the bot with its thread; a command there is refused as Slack does."""
    visitor = visit(scene.url, "HSF-S1,HSF-MD")
    visitor.types("Bonjour, à quoi servez-vous?")
    expect(visitor.message("Bonjour, à quoi servez-vous?")).to_be_visible()
    expect(visitor.pane().locator(".message").last).to_contain_text("APPLI")
    card = visitor.pane().locator(".message").last
    card.hover()
    card.get_by_role("button", name="Autres actions").last.click()
    visitor.page.get_by_role("menuitem", name="Répondre dans le fil").click()
    expect(visitor.pane().locator(".place-head h2")).to_contain_text("Fil")
    visitor.types("/sc list")
    expect(visitor.pane().locator(".notice")).to_have_text("/sc ne marche pas dans un fil.")
    visitor.types("Une précision dans le fil")
    expect(visitor.message("Une précision dans le fil")).to_be_visible()
    visitor.pane().get_by_role("button", name="← Retour").click()
    expect(visitor.pane().locator(".thread-link").last).to_contain_text("réponse")


def test_what_people_type_stays_text(scene: Scene, visit: Visit) -> None:
    """Markup, scripts and calls to everybody are words, on every screen."""
    visitor = visit(scene.url, "HSF-S1,HSF-S2")
    for side in ("left", "right"):
        visitor.goes("cs-hsf", side)
    hostile = "<img src=x onerror=document.title='gone'> <!channel> <script>1</script> &lt; *gras* `code`"
    visitor.types(hostile)
    for side in ("left", "right"):
        shown = visitor.message("onerror", side)
        expect(shown).to_contain_text("<img src=x onerror=document.title='gone'> <!channel> <script>1</script> &lt;")
        expect(shown.locator("strong", has_text="gras")).to_be_visible()
        expect(shown.locator("img, script")).to_have_count(0)
    assert "simulation" in visitor.page.title()
