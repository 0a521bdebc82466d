"""Lessons at their edges: nobody answers, sent back, reworded, restricted, removed words, too late, found, paged."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from sc_bot.domain.lessons import Occasion, Origin
from sc_bot.usecases.lessons.asking import ask_for_lesson
from sc_bot.usecases.lessons.following import ask_about_lessons
from tests.house import Town
from tests.stories.acting import REFERENCE, does, press_on, report, show, table, told_privately, whole
from tests.stories.learning import (
    ANNE,
    CHANGE,
    CLINIC,
    COMMITTEE,
    CONTEXT,
    FOUR,
    HOSPITAL_MANAGER,
    LESSON,
    acts,
    in_lessons,
    listed,
    offered,
    press,
    published,
    seen,
    solved,
    written,
)
from tests.stories.looking import buttons, everything, shown_to, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, lists, morning, told

PRIVACY, PHARMACY = "PRV-1", "PCO-MD"


@pytest.fixture
def kind() -> str:
    """What depends on the database is in `test_lessons`."""
    return "sqlite"


def about(town: Town, who: str, reference: str = LESSON) -> list[str]:
    """The lists of somebody that ask about a lesson."""
    return [each.text for each in lists(town, who) if reference in each.text]


def standing(town: Town) -> dict[object, object]:
    """What each institution does with it."""
    return {each["institution"]: each["standing"] for each in table(town, "lesson_offers")}


@pytest.mark.slow
def test_a_director_who_does_not_answer_is_asked_once_and_then_the_facilitator_is(town: Town) -> None:
    """Neither is asked every morning; the facilitator can write it for them."""
    solved(town)
    for day in ("20", "23", "24"):
        morning(town, f"2026-11-{day}")
    assert len(about(town, BASTIEN)) == 1
    assert about(town, ANNE) == []
    for day in ("25", "26", "27", "30"):
        morning(town, f"2026-11-{day}")
    for day in ("01", "02", "03", "04", "07", "08", "09", "10", "11"):
        morning(town, f"2026-12-{day}")
    assert len(about(town, ANNE)) == 1
    assert "le comité de soutien la valide" in acts(town, ANNE, "draft", **FOUR).casefold()


def test_nothing_to_pass_on_is_an_answer_and_is_not_asked_again(town: Town) -> None:
    """One tap; no list asks any more, nor does the same occasion."""
    solved(town)
    assert "rien à transmettre" in acts(town, BASTIEN, "pass")
    morning(town, "2026-11-20")
    assert about(town, BASTIEN) == []
    with town.house.worker_database.unit_of_work() as uow:
        problem = uow.problems.get("T0ESTRIE0", REFERENCE)
        assert problem is not None
        place = uow.communities.get(problem.community)
        assert ask_for_lesson(uow, place, problem, Occasion(Origin.SOLVED), town.clock.now) is None
        again = ask_for_lesson(uow, place, problem, Occasion(Origin.JOINT_CHANGE), town.clock.now)
        assert again is not None
        assert again.reference == "L-2"
        assert ask_for_lesson(uow, place, problem, Occasion(Origin.DEADLOCK), town.clock.now) is None  # one at a time


@pytest.mark.slow
def test_a_lesson_is_sent_back_with_what_is_missing_and_its_first_words_stay(town: Town) -> None:
    """Whoever wrote it finds that in the list, completes it, and the first version is still read."""
    written(town, conditions="Rien")
    acts(town, COMMITTEE, "send_back", missing="À quelles conditions?")
    morning(town, "2026-11-20")
    assert any("Leçon à compléter" in each for each in about(town, BASTIEN))
    press(town, BASTIEN, "draft")
    opened = window(town, town.person(BASTIEN), "context")
    assert "À quelles conditions?" in text_of(opened)
    town.person(BASTIEN).closes(opened)
    acts(town, BASTIEN, "draft", **FOUR)
    acts(town, COMMITTEE, "validate")
    assert "première version\u00a0: «\u00a0Rien\u00a0»" in seen(town, BASTIEN).text


def test_nobody_of_the_committee_judges_what_they_wrote_and_the_second_is_told_who_was_first(town: Town) -> None:
    """Stale is told, not applied: a lesson is validated once and published once."""
    written(town)
    old = seen(town, "SC-5")
    acts(town, COMMITTEE, "validate")
    town.person("SC-5").presses(old, "lesson.validate", LESSON)
    assert "Ingrid Laflammèche a agi avant vous" in told_privately(town, "SC-5", "rien n'a été changé")
    assert len(in_lessons(town)) == 1


@pytest.mark.slow
def test_two_of_the_committee_at_once_publish_one_message(town: Town) -> None:
    """Both press; one is first, the other is told."""
    written(town)
    shown = {who: seen(town, who) for who in (COMMITTEE, "SC-5")}
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda who: town.person(who).presses(shown[who], "lesson.validate", LESSON), shown))
    town.deliver()
    assert [each["did"] for each in table(town, "lesson_steps")].count("published") == 1
    assert len(in_lessons(town)) == 1


def test_a_restricted_problem_yields_no_lesson_until_the_facilitator_rewords_it(town: Town) -> None:
    """Neither published, nor read by others; reworded it is, and its problem is named to nobody who may not know."""
    written(town)
    press_on(town.person(ANNE), show(town, ANNE), "problem.restrict")
    town.deliver()
    assert "Aucune leçon de ce numéro" in seen(town, COMMITTEE).text
    acts(town, ANNE, "correct", **{**FOUR, "context": "Un document arrivait tard"})
    acts(town, COMMITTEE, "validate")
    assert "ONC-1" not in whole(seen(town, CLINIC))
    assert "Un document arrivait tard" in in_lessons(town)[0].text


def test_a_published_lesson_is_taken_out_of_the_channel_when_its_problem_is_restricted(town: Town) -> None:
    """The message stands no more, and those to whom it was offered no longer read it."""
    published(town)
    offered(town, "GTV")
    press_on(town.person(ANNE), show(town, ANNE), "problem.restrict")
    town.deliver()
    (message,) = in_lessons(town)
    assert CHANGE not in whole(message)
    assert "n'est plus affichée ici" in message.text
    assert CHANGE not in seen(town, CLINIC).text
    morning(town, "2026-11-20")
    assert about(town, CLINIC) == []


def test_removed_words_stand_nowhere_any_more(town: Town) -> None:
    """The facilitator or the privacy officer names them: gone from the channel, from each screen, from the database."""
    secret = "Fernande Tremblé"
    published(town, result=f"{secret} le lit avant la visite")
    assert secret in whole(in_lessons(town)[0])
    acts(town, PRIVACY, "redact", words=secret)
    assert secret not in whole(in_lessons(town)[0])
    assert secret not in whole(seen(town, ANNE))
    assert secret not in everything(town.house.settings.database_url)


@pytest.mark.slow
def test_what_is_removed_from_a_problem_is_removed_from_its_lesson(town: Town) -> None:
    """The same words, wherever they were copied."""
    published(town)
    press_on(town.person(ANNE), show(town, ANNE), "problem.redact")
    person = town.person(ANNE)
    person.submits(window(town, person, "words"), {"words": "fin de chimio"})
    town.deliver()
    assert "fin de chimio" not in whole(seen(town, ANNE))
    assert "fin de chimio" not in whole(in_lessons(town)[0])


def test_the_author_shows_their_name_and_the_message_in_the_channel_bears_it(town: Town) -> None:
    """Hidden until then from everybody; the facilitator cannot show it for them."""
    published(town)
    assert "Rosalie" not in whole(in_lessons(town)[0])
    assert "Rosalie" not in whole(seen(town, CLINIC))
    assert "Rosalie" in seen(town, ANNE).text
    assert "lesson.show_name" not in whole(seen(town, ANNE))
    acts(town, ROSALIE, "show_name")
    assert "merci à Rosalie Thuotel" in in_lessons(town)[0].text


@pytest.mark.slow
def test_each_institution_answers_in_its_own_way(town: Town) -> None:
    """Adapted, and how; declined, and why; later, with its date shown first: each is asked again only when it said."""
    published(town)
    offered(town, "GTV", "PCO", "CRC")
    assert "your reason" in acts(town, CLINIC, "decline", reason="No shared record here")
    assert "vous l'adaptez" in acts(town, PHARMACY, "adapt", how="Par télécopieur chiffré")
    assert "vendredi 4\u00a0décembre" in acts(town, "CRC-MD", "later", due="le 4 décembre")
    assert standing(town) == {"GTV": "declined", "PCO": "adapted", "CRC": "later"}
    told_ = seen(town, HOSPITAL_MANAGER).text
    for fact in ("No shared record here", "Par télécopieur chiffré", "Déclinée", "Adaptée", "Plus tard"):
        assert fact in told_
    morning(town, "2026-12-03")
    assert about(town, "CRC-MD") == []
    morning(town, "2026-12-04")
    assert len(about(town, "CRC-MD")) == 1
    acts(town, "CRC-MD", "adopt")
    assert standing(town)["CRC"] == "adopted"


@pytest.mark.slow
def test_what_was_adopted_is_asked_after_and_may_take_longer_or_be_given_up(town: Town) -> None:
    """Not yet, until when; then given up, with a reason; nothing is asked any more."""
    published(town)
    offered(town, "PCO")
    acts(town, PHARMACY, "adopt")
    day = str(table(town, "lesson_offers")[0]["next_on"])
    morning(town, day)
    assert len(about(town, PHARMACY)) == 1
    acts(town, PHARMACY, "not_yet", due="dans deux semaines")
    assert standing(town) == {"PCO": "adopted"}
    morning(town, str(table(town, "lesson_offers")[0]["next_on"]))
    assert len(about(town, PHARMACY)) == 2
    acts(town, PHARMACY, "give_up", reason="Le dossier partagé n'est pas venu")
    assert standing(town) == {"PCO": "given_up"}
    assert ask_about_lessons(town.house.worker_database, datetime.max.replace(tzinfo=town.clock.now.tzinfo)) == 0


@pytest.mark.slow
def test_an_answer_that_no_longer_applies_is_told_and_changes_nothing(town: Town) -> None:
    """The old buttons of somebody who has answered."""
    published(town)
    offered(town, "PCO")
    old = seen(town, PHARMACY)
    acts(town, PHARMACY, "adopt")
    town.person(PHARMACY).presses(old, "lesson.adopt", f"{LESSON} PCO")
    assert "rien n'a été changé" in told_privately(town, PHARMACY, "a agi avant vous")
    assert [each["did"] for each in table(town, "lesson_steps")].count("adopted") == 1


@pytest.mark.slow
def test_a_continuum_means_who_leads_its_problems_and_who_is_in_its_routing(town: Town) -> None:
    """It is said for each why; where the lesson comes from is left out; nobody is offered it twice."""
    published(town)
    said = offered(town, continua=("SM", "ONC"))
    assert "Val-des-Érables\u00a0: figure dans l'acheminement du continuum santé mentale" in said
    assert "HSF" not in standing(town)
    assert {"CVE", "CJB", "PCO", "OMD"} <= standing(town).keys()
    person = town.person(ANNE)
    press(town, ANNE, "offer")
    person.submits(window(town, person, "institutions"), {"institutions": ["CVE"], "continua": []})
    assert len(standing(town)) == len({*standing(town)})
    assert [each["did"] for each in table(town, "lesson_steps")].count("offered") == len(standing(town))


@pytest.mark.slow
def test_lessons_are_found_by_words_without_accents_and_by_continuum_and_paged(town: Town) -> None:
    """In either language for a continuum; several pages are turned by buttons."""
    published(town)
    assert LESSON in listed(town, CLINIC, "RESUME medecin").text
    assert LESSON in listed(town, CLINIC, "oncology").text
    assert "No lesson found" in listed(town, CLINIC, "interprète").text
    for number in range(5):
        town.person(ROSALIE).runs(f"/sc bravo La navette {number} passe deux fois par jour")
    first = listed(town, ANNE)
    assert "6 leçons" in first.text
    assert "lesson.page" in buttons(first)
    person = town.person(ANNE)
    person.presses(first, "lesson.page")
    assert town.slack.wait_for(lambda: "lesson.page_back" in shown_to(person))


def test_a_report_shows_at_once_the_lesson_that_is_like_it(town: Town) -> None:
    """In one line with a button, after the answer; a report about something else shows none."""
    published(town)
    person = town.person("GTV-S1")
    person.runs("/problem The end-of-chemo summary reaches the family doctor three weeks late")
    assert town.slack.wait_for(lambda: "A lesson like this exists: L-1" in shown_to(person))
    message = next(each for each in person.messages if "A lesson like this" in each.text)
    person.presses(message, "lesson.see")
    assert CHANGE in text_of(window(town, person))
    other = town.person("PCO-S1")
    other.runs("/problem Le stationnement des bénévoles est plein")
    town.deliver()
    assert "leçon semblable" not in shown_to(other)


def test_a_hidden_author_reads_nothing_of_the_lesson_in_a_notification(town: Town) -> None:
    """Somebody may look over their shoulder: the reference, and what became of it."""
    published(town)
    offered(town, "PCO")
    acts(town, PHARMACY, "adopt")
    for message in told(town, ROSALIE, LESSON):
        assert CHANGE not in message.text
        assert CONTEXT not in message.text


@pytest.mark.slow
def test_a_lesson_that_was_closed_without_a_yes_is_not_asked_for(town: Town) -> None:
    """Partly is no solution that others can learn from yet."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    does(town, BASTIEN, "problem.close", closing="solved", reason="Fait")
    does(town, ROSALIE, "problem.partly_fixed")
    assert table(town, "lessons") == []
