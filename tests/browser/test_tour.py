"""The told story, lived on the page: every step by hand, as a visitor would, in their language."""

from playwright.sync_api import expect

from sc_bot.playground.stage.opening import region
from sc_bot.playground.stage.story import (
    changing,
    circle,
    closing,
    deciding,
    first_report,
    learning,
    monday,
    night,
    outage,
    promising,
    return_trip,
)
from sc_bot.playground.stage.story.told import STORY
from tests.browser.conftest import Scene, Visit
from tests.browser.visitor import A_JOURNEY, PATIENCE, Visitor

A_MOMENT = 5_000  # milliseconds


def holds(visitor: Visitor, name: str, patience: int = PATIENCE) -> None:
    """The present step is this one, and what it claims has become true."""
    number, step = next((number, each) for number, each in enumerate(STORY, 1) if each.name == name)
    expect(visitor.page.locator(".tour-number")).to_contain_text(f"{number} ")
    expect(visitor.page.locator(".held")).to_contain_text(step.claim.fr, timeout=patience)
    visitor.is_accessible()
    visitor.page.locator("#tour-next").click()
    if number < len(STORY):
        expect(visitor.pane().locator(".switch strong")).to_have_text(name_of(STORY[number].who))


RELOADED = {"circle", "ready", "adopt"}
"""Steps before which the page is read anew: the story goes on where it was."""


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


def test_the_tour_is_lived_by_hand(fresh: Scene, visit: Visit) -> None:
    """A newcomer clicks through it: a report, an outage, a night; a circle, a way out, one day for three, a lesson."""
    visitor = visit(fresh.url)
    visitor.page.get_by_role("button", name="Commencer").click()
    for chapter in (
        _a_first_report,
        _a_promise,
        _a_return,
        _a_refusal,
        _an_outage,
        _a_night,
        _a_circle,
        _it_is_kept,
        _monday,
        _the_first_is_closed,
        _a_way_out,
        _one_day_for_three,
        _learned_elsewhere,
    ):
        chapter(visitor)
    expect(visitor.page.locator(".tour")).to_contain_text("C'est fait.")


def _a_first_report(visitor: Visitor) -> None:
    types_for_me(visitor)
    expect(visitor.message("est enregistré")).to_contain_text("Visible par vous seulement")
    holds(visitor, "report")
    visitor.presses("Prendre en charge", first_report.TEXT)
    holds(visitor, "accept")


def _a_promise(visitor: Visitor) -> None:
    window = visitor.window()
    window.get_by_role("textbox", name="À quoi vous engagez-vous?").fill(promising.WHAT)
    window.get_by_role("textbox", name="Pour quand, dans vos mots?").fill(promising.DUE)
    visitor.submits()
    expect(window).to_contain_text("Compris\u00a0: vendredi 20\u00a0novembre 2026")
    visitor.is_accessible()
    visitor.submits()
    expect(window).to_contain_text("est promis pour le")
    window.get_by_role("button", name="Fermer").last.click()
    holds(visitor, "promise")


def _it_is_kept(visitor: Visitor) -> None:
    visitor.travels_to("2026-11-23T08:05")
    expect(visitor.message("En retard")).to_contain_text("l'information passe à")
    holds(visitor, "late")
    visitor.page.keyboard.press("Escape")
    visitor.message("En retard").locator(".overflow").last.click()
    visitor.page.get_by_role("menuitem", name="Nouvelle date", exact=True).click()
    window = visitor.window()
    window.get_by_role("textbox", name="Pour quand, dans vos mots?").fill(promising.NEW_DUE)
    window.get_by_role("textbox", name="Pourquoi?").fill(promising.WHY)
    visitor.submits()
    expect(window).to_contain_text("mercredi 25\u00a0novembre 2026")
    visitor.submits()
    expect(window).to_contain_text("a maintenant pour échéance")
    window.get_by_role("button", name="Fermer").last.click()
    holds(visitor, "redate")
    visitor.message("En retard").get_by_role("button", name="Réalisé").last.click()
    window.get_by_role("textbox").first.fill(promising.EVIDENCE)
    visitor.submits()
    expect(window).to_contain_text("est réalisé")
    window.get_by_role("button", name="Fermer").last.click()
    holds(visitor, "keep")


def _a_return(visitor: Visitor) -> None:
    types_for_me(visitor)
    expect(visitor.message("is recorded")).to_contain_text("Kerry Osgoodby")
    holds(visitor, "address")
    visitor.presses("Return, say why", return_trip.ADDRESSED)
    visitor.window().get_by_role("textbox").first.fill(return_trip.RETURNED)
    visitor.window().get_by_role("combobox").select_option(label="Saint-Firmin Hospital")
    visitor.submits()
    holds(visitor, "return")


def _a_refusal(visitor: Visitor) -> None:
    types_for_me(visitor)
    expect(visitor.window()).to_contain_text("Nothing was kept")
    kept = visitor.window().get_by_role("textbox").first.input_value()
    assert "waited two hours at the clinic" in kept
    assert return_trip.NUMBER not in kept
    visitor.window().get_by_role("button", name="Cancel").click()
    holds(visitor, "refuse")


def _an_outage(visitor: Visitor) -> None:
    visitor.sets_slack("refuse les messages")
    visitor.chooses("Poser une question", first_report.TEXT)
    visitor.window().get_by_role("textbox").first.fill(outage.QUESTION)
    visitor.submits()
    expect(visitor.page.locator(".count-waiting")).to_contain_text("perdus\u00a0: 0")
    holds(visitor, "outage")
    visitor.sets_slack("va bien")
    holds(visitor, "recovery")
    expect(visitor.page.locator(".count-waiting")).to_be_empty()


def _a_night(visitor: Visitor) -> None:
    visitor.travels_to("2026-11-20T03:12")
    types_for_me(visitor)
    expect(visitor.message("est enregistré")).to_contain_text("ce matin, à 8")
    expect(visitor.message(night.TEXT, "right")).to_have_count(0)
    holds(visitor, "night")
    visitor.travels("Une heure plus tard")
    visitor.travels_to("2026-11-20T08:00")
    expect(visitor.page.locator(".drawer")).to_contain_text("Ginette Aubertineau")
    holds(visitor, "morning")


def _monday(visitor: Visitor) -> None:
    for_me(visitor, "ask_decision")
    visitor.travels_to("2026-11-30T07:35")
    expect(visitor.message("Une décision vous est demandée")).to_contain_text(monday.QUESTION)
    holds(visitor, "monday")
    visitor.page.keyboard.press("Escape")
    visitor.presses("D'accord", "Une décision vous est demandée")
    holds(visitor, "decide")
    types_for_me(visitor)
    expect(visitor.message("fichier", "left")).to_be_visible()
    holds(visitor, "workbook")


def _the_first_is_closed(visitor: Visitor) -> None:
    visitor.chooses("Clore", first_report.TEXT)
    visitor.window().get_by_role("combobox").first.select_option(label="Réglé")
    visitor.window().get_by_role("textbox").first.fill(closing.ANSWER)
    visitor.submits()
    holds(visitor, "close")
    visitor.presses("Oui", "est clos")
    holds(visitor, "verify")


def _a_circle(visitor: Visitor) -> None:
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


def _a_way_out(visitor: Visitor) -> None:
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


def _one_day_for_three(visitor: Visitor) -> None:
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


def _learned_elsewhere(visitor: Visitor) -> None:
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


def test_the_tour_can_be_done_for_the_visitor(fresh: Scene, visit: Visit) -> None:
    """Pressing two buttons is enough; each step shows its people; nothing holds before it; the page may be reloaded."""
    visitor = visit(fresh.url, locale="en-CA")
    visitor.page.get_by_role("button", name="Begin").click()
    for number, step in enumerate(STORY, 1):
        expect(visitor.page.locator(".tour-number")).to_have_text(f"Step {number} of {len(STORY)}")
        expect(visitor.page.locator(".tour-text")).to_contain_text(step.task.en)
        name = fresh.stage.person(step.who).person.name
        expect(visitor.pane().locator(".switch strong")).to_have_text(name)
        if step.name in RELOADED:
            visitor.page.reload()
            expect(visitor.page.locator(".tour-number")).to_have_text(f"Step {number} of {len(STORY)}")
        expect(visitor.page.locator(".held")).to_have_count(0)
        visitor.page.locator("#tour-do").click()
        expect(visitor.page.locator(".held")).to_contain_text(step.claim.en, timeout=A_JOURNEY)
        visitor.page.locator("#tour-next").click()
    expect(visitor.page.locator(".tour")).to_contain_text("Done.")
