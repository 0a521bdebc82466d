"""The seed's story by hand: a circle, its way out, one day for three, and what others learn of it."""

from playwright.sync_api import expect

from sc_bot.playground.stage.story import (
    changing,
    circle,
    deciding,
    learning,
)
from tests.browser.touring import for_me, holds, types_for_me
from tests.browser.visitor import Visitor

A_MOMENT = 5_000  # milliseconds


def a_circle(visitor: Visitor) -> None:
    """Three promises are made for the visitor; they close the circle themselves."""
    for_me(visitor, "wait")
    visitor.page.keyboard.press("Escape")
    types_for_me(visitor)
    visitor.message("engagements en cours").locator(".overflow").last.click()
    visitor.page.get_by_role("menuitem", name="Bloqué", exact=True).click()
    window = visitor.window()
    window.get_by_role("textbox", name="Que faut-il?").fill(circle.NEEDED[circle.HOSPITAL])
    window.get_by_role("textbox", name="Quels engagements").fill("PA-1.1")
    visitor.submits()
    expect(window).to_contain_text("il est dans une boucle")
    visitor.is_accessible()
    window.get_by_role("button", name="Fermer").last.click()
    holds(visitor, "circle")


def a_way_out(visitor: Visitor) -> None:
    """On the agenda by itself; the committee's decision is recorded, with who leads and a joint plan."""
    types_for_me(visitor)
    expect(visitor.message("Comité de soutien")).to_contain_text("PA-1 perte d'autonomie")
    holds(visitor, "agenda")
    visitor.travels_to("2026-12-01T13:35")
    visitor.page.keyboard.press("Escape")
    visitor.types("/sc voir PA-1")
    expect(visitor.message("Dans l'impasse depuis")).to_contain_text("PA-1.1 (CLSC Val-des-Érables) → PA-1.2")
    visitor.presses("Consigner la décision", "Dans l'impasse depuis")
    window = visitor.window()
    window.get_by_role("combobox").first.select_option(label="Un responsable et un plan conjoint")
    window.get_by_role("combobox").last.select_option(label="CLSC Val-des-Érables")
    window.get_by_role("textbox").first.fill(deciding.PLAN)
    visitor.submits()
    expect(window).to_contain_text("la décision est consignée")
    window.get_by_role("button", name="Fermer").last.click()
    expect(visitor.message(deciding.PLAN, "right")).to_be_visible()
    holds(visitor, "way_out")


def one_day_for_three(visitor: Visitor) -> None:
    """Three ready, one date; two weeks later a caregiver of each says whether it changed."""
    for_me(visitor, "together")
    for_me(visitor, "ready")
    visitor.travels_to("2026-12-10T08:05")
    expect(visitor.message("un changement conjoint est en vigueur")).to_contain_text(changing.WHAT)
    holds(visitor, "the_day")
    visitor.page.keyboard.press("Escape")
    visitor.travels_to("2026-12-24T08:05")
    visitor.page.keyboard.press("Escape")
    for name in ("Étienne Goulard", "Rosalie Thuotel", "Josiane Métayer-Caron"):
        visitor.becomes(name)
        _says_yes(visitor)
    holds(visitor, "lived")


def _says_yes(visitor: Visitor) -> None:
    """Another answer shows the question anew: where that happens under the finger, one taps again."""
    visitor.presses("Oui", "est-ce que cela a changé")
    noted = visitor.message("c'est noté. Merci.")
    try:
        expect(noted).to_be_visible(timeout=A_MOMENT)
    except AssertionError:
        visitor.presses("Oui", "est-ce que cela a changé")
    expect(noted).to_be_visible()


def learned_elsewhere(visitor: Visitor) -> None:
    """Written by the one who led, validated, offered to mental health, and adopted there."""
    visitor.types("/sc leçons L-2")
    visitor.presses("Rédiger la leçon", "une impasse dénouée")
    window = visitor.window()
    labels = ("Contexte", "Ce qui a changé", "Résultat", "Conditions")
    for label, text in zip(labels, learning.FOUR.values(), strict=True):
        window.get_by_role("textbox", name=label).fill(text)
    visitor.submits()
    window.get_by_role("button", name="Fermer").last.click()
    holds(visitor, "lesson")
    visitor.types("/sc leçons L-2")
    visitor.presses("Valider", learning.FOUR["result"])
    expect(visitor.message("validée et publiée")).to_be_visible()
    visitor.becomes("Anne-Sophie Kerouac-Tily")
    visitor.types("/sc leçons L-2")
    visitor.presses("Proposer", learning.FOUR["result"])
    window.locator("summary").last.click()
    window.get_by_label("santé mentale").check()
    visitor.submits()
    expect(window).to_contain_text("Centre jeunesse")
    window.get_by_role("button", name="Fermer").last.click()
    holds(visitor, "publish")
    types_for_me(visitor)
    visitor.presses("La voir", learning.FOUR["change"])
    visitor.window().get_by_role("button", name="Adopter").click()
    expect(visitor.message("adopte cette leçon", "right")).to_be_visible()
    holds(visitor, "adopt")
