"""The told story, lived on the page: every step by hand, as a visitor would, in their language."""

from playwright.sync_api import expect

from sc_bot.playground.stage.story import (
    closing,
    first_report,
    monday,
    night,
    outage,
    promising,
    return_trip,
)
from sc_bot.playground.stage.story.told import STORY
from tests.browser.by_hand import a_circle, a_way_out, learned_elsewhere, one_day_for_three
from tests.browser.conftest import Scene, Visit
from tests.browser.touring import for_me, holds, types_for_me
from tests.browser.visitor import A_JOURNEY, Visitor

RELOADED = {"return", "circle", "keep"}
"""Steps before which the page is read anew: the story goes on where it was."""
HALF = "ask_decision"
"""Where the visitor leaves it: `sc-bot demo --play` does the same steps to the end, and the tour by hand ends it."""


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
        a_circle,
        _it_is_kept,
        _monday,
        _the_first_is_closed,
        a_way_out,
        one_day_for_three,
        learned_elsewhere,
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
        if step.name == HALF:
            break
    expect(visitor.page.locator(".tour-number")).to_have_text(f"Step {number + 1} of {len(STORY)}")
