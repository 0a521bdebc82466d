"""A committee meets on the page: led from the moderator's window, seen on the wall by another, in two languages."""

from datetime import datetime

from playwright.sync_api import Locator, expect

from sc_bot.calendar import working_calendar
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import fills, presses, presses_there, puts_away, shows, types, window_with
from sc_bot.playground.stage.travel import travel
from tests.browser.conftest import Scene, Visit
from tests.browser.visitor import Visitor

HEAD = "Comité de soutien · mardi 1er\u00a0décembre"
REPORT = "Le résumé de fin de chimio part par la poste de l'hôpital"
PLAN = "L'hôpital mène; le résumé part et se lit le jour même"
PROMISED = "Bastien envoie le résumé d'ici vendredi"
UNDERSTOOD = "✓ Bastien Morelière\u00a0: «\u00a0Bastien envoie le résumé\u00a0» (ONC-1), vendredi 4\u00a0décembre 2026"
TOPIC, ROOM = "Les transferts de la fin de semaine", "La salle de la prochaine rencontre"
LATER = "Attendre le calendrier de janvier"


def at(stage: Stage, local: str) -> None:
    """Go to an hour in Val-Sauvage."""
    there = datetime.fromisoformat(local)
    travel(stage, working_calendar(stage.community).at(there.date(), there.time()))


def an_agenda_of_three(stage: Stage) -> None:
    """Something that its director finds unsolvable, and two items that a nurse added; the agenda has come."""
    nurse, director = stage.person("CVE-S1"), stage.person("HSF-MD")
    types(nurse, f"/problem {REPORT}")
    stage.settle()
    presses(director, "ONC-1", "problem.accept")
    window_with(stage, director, "what")
    puts_away(director)
    stage.settle()
    presses_there(director, shows(director, "/sc voir ONC-1"), "deadlock.perceive")
    for topic in (TOPIC, ROOM):
        presses_there(nurse, shows(nurse, "/sc ordre du jour"), "meeting.add")
        window_with(stage, nurse, "topic")
        fills(stage, nurse, {"topic": topic})
        puts_away(nurse)
        stage.settle()
    at(stage, "2026-12-01T13:30")


def wall(visitor: Visitor) -> Locator:
    """What hangs in the committee's channel, on the screen of who sits there: one message, however often it changes."""
    messages = visitor.pane("right").locator(".message", has_text="Comité de soutien")
    expect(messages).to_have_count(1)
    return messages


def test_a_meeting_is_run_from_its_agenda_to_its_minutes(fresh: Scene, visit: Visit) -> None:
    """The moderator walks through three items; a director watches the wall; minutes come in each one's language."""
    an_agenda_of_three(fresh.stage)
    visitor = visit(fresh.url, "MOD-1,HSF-MD")
    visitor.page.locator("#toggle-tour").click()
    visitor.goes("cs-soutien", "right")
    for chapter in (_it_begins, _a_deadlock_ends, _one_is_put_aside, _it_is_over, _a_promise_is_confirmed, _minutes):
        chapter(visitor)


def _it_begins(visitor: Visitor) -> None:
    visitor.presses("Commencer la rencontre", HEAD)
    window = visitor.window()
    expect(window).to_contain_text("3 points")
    expect(window.locator("summary")).to_have_text("Jocelyne Rivardeau")
    window.locator("summary").click()
    for name in ("Bastien Morelière", "Sabrina Courtemont"):
        window.get_by_label(name).check()
    window.locator("summary").click()
    visitor.submits()
    expect(window).to_contain_text("ONC-1")
    expect(wall(visitor)).to_contain_text("point 1 de 3")
    expect(wall(visitor)).to_contain_text("ONC-1 oncologie · impasse")
    visitor.is_accessible()


def _a_deadlock_ends(visitor: Visitor) -> None:
    """A decision, and a promise in a few words: shown as it is understood, kept when it is sent again."""
    window = visitor.window()
    window.get_by_label("En une phrase").fill(PLAN)
    window.get_by_label("L'issue").select_option(label="Un responsable et un plan conjoint")
    window.get_by_label("Quel établissement mène le plan, ou fournit les ressources?").select_option(
        label="Hôpital Saint-Firmin-des-Monts"
    )
    window.get_by_label("Engagements, un par ligne").fill(PROMISED)
    visitor.submits()
    expect(window).to_contain_text(UNDERSTOOD)
    expect(wall(visitor)).to_contain_text("point 1 de 3")
    visitor.is_accessible()
    visitor.submits()
    expect(window.get_by_text(TOPIC)).to_be_in_viewport()
    expect(window.get_by_label("En une phrase")).to_have_value("")
    expect(wall(visitor)).to_contain_text("point 2 de 3")
    expect(wall(visitor)).to_contain_text(PLAN)
    expect(wall(visitor)).to_contain_text("1 engagement noté")
    expect(wall(visitor)).to_contain_text("modifié")
    for name in ("Bastien", "Sabrina", "Jocelyne", "Rosalie"):
        expect(wall(visitor)).not_to_contain_text(name)


def _one_is_put_aside(visitor: Visitor) -> None:
    window = visitor.window()
    window.get_by_label("Qu'en est-il sorti?").select_option(label="mis de côté")
    window.get_by_label("En une phrase").fill(LATER)
    visitor.submits()
    expect(window).to_contain_text(ROOM)
    expect(wall(visitor)).to_contain_text("point 3 de 3")


def _it_is_over(visitor: Visitor) -> None:
    window = visitor.window()
    window.get_by_label("Qu'en est-il sorti?").select_option(label="discuté, rien de décidé")
    visitor.submits()
    expect(window).to_contain_text("Tous les points sont faits.")
    expect(wall(visitor)).to_contain_text("L'ordre du jour est épuisé.")
    visitor.submits()
    expect(window).to_contain_text("La rencontre est terminée")
    window.get_by_role("button", name="Fermer").last.click()
    expect(wall(visitor)).to_contain_text("La rencontre est terminée.")


def _a_promise_is_confirmed(visitor: Visitor) -> None:
    """What was noted is nobody's until its owner says so, with one tap."""
    visitor.goes("Messages", "right")
    visitor.presses("Je m'en charge", "noté pour vous en rencontre", "right")
    expect(visitor.message("ONC-1.1", "right")).to_be_visible()


def _minutes(visitor: Visitor) -> None:
    """Approved by who led; then Bastien reads them in French, Kerry in English."""
    expect(visitor.message("Compte rendu à approuver")).to_contain_text(PLAN)
    visitor.presses("Approuver et envoyer", "Compte rendu à approuver")
    expect(visitor.message("approuvé")).to_be_visible()
    expect(visitor.message(f"Compte rendu · {HEAD}", "right")).to_contain_text(PLAN)
    visitor.becomes("Kerry Osgoodby", "right")
    english = visitor.message("Minutes · Support committee · Tuesday, December 1", "right")
    expect(english).to_contain_text("1 decision, 1 promise noted")
    english.get_by_role("button", name="See all").click()
    expect(visitor.window("right").get_by_role("heading")).to_have_text("Minutes")
    expect(visitor.window("right")).to_contain_text("Parking lot")
    expect(visitor.pane().locator(".message", has_text=f"Compte rendu · {HEAD}")).to_have_count(1)
    visitor.is_accessible()
