"""Answers to a decision request, and its edges: changed, stale, urgent, restricted, redacted, hostile, identifying."""

from dataclasses import replace
from datetime import time

import pytest
from sqlalchemy import event

from sc_bot.domain.community import Role
from sc_bot.domain.decision_views import DecisionView
from sc_bot.usecases.decisions.seeing import OpenDecisions, open_decisions_for
from tests.house import Town
from tests.stories.acting import REFERENCE, does, press_on, report, seen, show, table, told_privately
from tests.stories.deciding import (
    ALDER,
    COMMITTEE,
    FACILITATOR,
    FIRST,
    ODILE,
    QUESTION,
    REJEAN,
    answers,
    asks,
    asks_again,
    mine,
    open_asking,
)
from tests.stories.looking import NAM, bodies, buttons, fields, text_of, window
from tests.stories.promising import BASTIEN, accepted, morning, told
from tests.stories.test_twice import kinds

LATER = "Pas avant que le poste soit comblé"


@pytest.fixture
def kind() -> str:
    """What depends on the database is in `test_decisions`."""
    return "sqlite"


def replies(town: Town) -> list[object]:
    """What was answered."""
    return [each["reply"] for each in table(town, "decision_answers")]


def test_a_no_is_told_with_its_reason_and_may_become_a_yes(town: Town) -> None:
    """Both answers stay in the history; the list says the present one, and offers the others."""
    asks(town, COMMITTEE)
    answers(town, ODILE, "no", reason=LATER)
    (heard,) = told(town, COMMITTEE, "Odile Vaugeois dit non")
    assert LATER in heard.text
    assert "Vous pouvez poser une autre question" in heard.text
    assert f"Vous avez dit non\u00a0: «\u00a0{LATER}\u00a0»" in mine(town, ODILE).text
    answers(town, ODILE, "agree")
    assert replies(town) == ["agree"]
    assert "Toutes les personnes consultées sont d'accord" in told(town, COMMITTEE, "donne son accord")[0].text
    history = seen(town, FACILITATOR)
    assert "a dit non à la décision 1" in history
    assert LATER in history
    assert "a donné son accord à la décision 1" in history


def test_a_wish_to_discuss_names_the_meeting_in_each_ones_language(town: Town) -> None:
    """An English reader presses; who asked reads in French what to put on the agenda, and when."""
    asks(town, of=(ALDER,))
    assert "Discuss on Dec 9" in text_of(mine(town, ALDER))
    answers(town, ALDER, "discuss")
    assert "Wednesday, December 9, 9:00\u00a0a.m." in told_privately(town, ALDER, "recorded, you want to discuss it")
    (heard,) = told(town, FACILITATOR, "souhaite en discuter (mercredi 9\u00a0décembre")
    assert "ordre du jour" in heard.text
    assert buttons(mine(town, ALDER)) == ["decision.agree", "decision.no"]


def test_pressed_twice_it_is_recorded_once_and_confirmed_twice(town: Town) -> None:
    """Two presses are two triggers; nobody is told twice."""
    asks(town)
    shown = mine(town, ODILE)
    for _ in range(2):
        press_on(town.person(ODILE), shown, "decision.agree")
    town.deliver()
    assert kinds(town).count("decision_answered") == 1
    assert len(told(town, FACILITATOR, "donne son accord")) == 1
    assert town.slack.wait_for(lambda: _confirmations(town) == 2)


def _confirmations(town: Town) -> int:
    return sum(bool(each.ephemeral_to) and "enregistré" in each.text for each in town.person(ODILE).messages)


def test_a_second_question_waits_for_the_first_and_closes_it_once_it_is_settled(town: Town) -> None:
    """Whoever asks meanwhile reads who asked first; after a no one may ask anew, and the old buttons are told so."""
    accepted(town)
    open_asking(town, COMMITTEE)
    asks(town)
    refused = asks_again(town, COMMITTEE)
    assert "Anne-Sophie Kerouac-Tily a agi avant vous" in refused
    assert "en attente d'une décision" in refused
    old = mine(town, ODILE)
    answers(town, ODILE, "no", reason=LATER)
    asks(town, COMMITTEE, question="Admettre à l'essai un mois?")
    assert [each["number"] for each in table(town, "decisions")] == [1, 2]
    press_on(town.person(ODILE), old, "decision.agree")
    told_privately(town, ODILE, "on ne répond plus à la demande de décision sur ONC-1")
    assert replies(town) == ["no", None]
    assert mine(town, ODILE).text.startswith("1 décision vous est demandée")


def test_what_is_due_before_the_next_digest_comes_as_a_card_in_working_hours(town: Town) -> None:
    """Asked on Thursday evening for Friday: the card stands on Friday morning, and changes with the answer."""
    accepted(town)
    town.clock.forward(hours=10)
    assert "pendant leurs heures de travail" in asks(town, due="demain")
    assert told(town, ODILE, QUESTION) == []
    morning(town, "2026-11-20", time(8, 0))
    (card,) = told(town, ODILE, QUESTION)
    assert "une décision vous est demandée" in card.text
    assert buttons(card) == ["decision.agree", "decision.no", "decision.discuss", "problem.see"]
    press_on(town.person(ODILE), card, "decision.agree")
    town.deliver()
    (card,) = told(town, ODILE, QUESTION)
    assert "accord unanime" in card.text
    assert "Vous êtes d'accord" in card.text


def test_who_is_no_general_manager_any_more_answers_nothing_and_is_not_waited_for(town: Town) -> None:
    """Roles are read when the button is pressed; the other manager's yes is then enough."""
    asks(town, of=(ODILE, REJEAN))
    shown = mine(town, ODILE)
    with town.house.web_database.unit_of_work() as uow:
        member = uow.communities.members("T0ESTRIE0", "UHSFDG000")[0]
        person = replace(member.person, roles=(Role.CAREGIVER,))
        uow.communities.save_person(member.place, person, actor=None, now=town.clock.now)
    press_on(town.person(ODILE), shown, "decision.agree")
    told_privately(town, ODILE, "Rien n'a changé")
    assert mine(town, ODILE).text == "Aucune décision ne vous est demandée pour le moment."
    answers(town, REJEAN, "agree")
    assert replies(town) == ["agree", None]
    assert "Toutes les personnes consultées" in told(town, FACILITATOR, "Réjean Trottechaud donne son accord")[0].text


def test_a_restricted_problem_asks_nobody_and_hides_what_was_asked(town: Town) -> None:
    """It disappears from the list with its question; it is not offered any more, and typed it is refused."""
    asks(town)
    assert QUESTION in mine(town, ODILE).text
    does_restrict(town)
    assert mine(town, ODILE).text == "Aucune décision ne vous est demandée pour le moment."
    assert "decision.ask" not in text_of(show(town, FACILITATOR))
    reply = town.person(FACILITATOR).runs(f"/sc décision {REFERENCE} encore?")
    assert reply.message is not None
    assert "il faut une direction générale qui puisse avoir connaissance" in reply.message.text


def does_restrict(town: Town) -> None:
    """The facilitator restricts it, from what `/sc show` answers."""
    press_on(town.person(FACILITATOR), show(town, FACILITATOR), "problem.restrict")
    town.deliver()


def test_what_is_typed_fills_the_window_with_its_date_read(town: Town) -> None:
    """The question, its date understood, and the managers of those who take part; sent as it was shown, it is asked."""
    accepted(town)
    facilitator = town.person(FACILITATOR)
    facilitator.runs(f"/sc décision {REFERENCE} Admettre sans dossier complet, d'ici le 9 décembre")
    opened = window(town, facilitator, "question")
    assert "mercredi 9\u00a0décembre 2026" in text_of(opened)
    assert "Admettre sans dossier complet" in text_of(opened)
    facilitator.submits(opened, {"otherwise": "Rien ne change"})
    assert not fields(facilitator.modal)
    (asked,) = table(town, "decisions")
    assert (str(asked["due_day"]), asked["behalf"], asked["institution"]) == ("2026-12-09", "facilitation", None)
    assert [each["person"] for each in table(town, "decision_answers")] == [ODILE]
    usage = facilitator.runs("/sc decide").message
    assert usage is not None
    assert "/sc décision SM-17" in usage.text


def test_of_two_dates_that_words_can_mean_one_is_chosen_in_the_window(town: Town) -> None:
    """And a director asks in the name of the institution."""
    accepted(town)
    open_asking(town, BASTIEN)
    director = town.person(BASTIEN)
    given: dict[str, object] = {"question": QUESTION, "otherwise": "Rien", "due": "vendredi prochain"}
    director.submits(window(town, director, "question"), given)
    director.presses(window(town, director, "question"), "decision.due_2")
    assert town.slack.wait_for(lambda: "27\u00a0novembre 2026" in text_of(director.modal))
    director.submits(window(town, director, "question"), {})
    (asked,) = table(town, "decisions")
    assert (str(asked["due_day"]), asked["behalf"], asked["institution"]) == ("2026-11-27", "institution", "HSF")
    assert "Demandé par l'Hôpital Saint-Firmin-des-Monts" in mine(town, ODILE).text


def test_what_identifies_somebody_is_neither_asked_nor_answered(town: Town) -> None:
    """Each text is refused on its field, nothing of it is kept, and what was typed stays in the window."""
    accepted(town)
    open_asking(town, FACILITATOR)
    facilitator = town.person(FACILITATOR)
    given: dict[str, object] = {"question": f"Admettre {NAM}?", "otherwise": "Rien", "due": "le 9 décembre"}
    facilitator.submits(window(town, facilitator, "question"), given)
    assert list(facilitator.submits(window(town, facilitator, "question"), {}).errors) == ["question"]
    asks_again(town, FACILITATOR)
    manager = town.person(ODILE)
    manager.presses(mine(town, ODILE), "decision.no", FIRST)
    assert list(manager.submits(window(town, manager, "reason"), {"reason": f"{NAM} attend"}).errors) == ["reason"]
    assert not [each for each in bodies(town.house.settings.database_url) if "8055" in each]
    assert replies(town) == [None]


def test_words_that_were_redacted_are_gone_from_the_list(town: Town) -> None:
    """A question is a text of its problem."""
    asks(town, question="Admettre la dame du 4e étage sans dossier complet?")
    facilitator = town.person(FACILITATOR)
    press_on(facilitator, show(town, FACILITATOR), "problem.redact")
    facilitator.submits(window(town, facilitator, "words"), {"words": "la dame du 4e étage"})
    town.deliver()
    assert "sans dossier complet" in mine(town, ODILE).text
    assert "la dame" not in text_of(mine(town, ODILE))


def test_somebody_who_turns_out_to_be_another_person_stays_asked(town: Town) -> None:
    """A newcomer whom the community file names later keeps what was asked of them, and what they asked; once."""
    asks(town, of=(ODILE, REJEAN))
    with town.house.web_database.unit_of_work() as uow:
        place = uow.communities.members("T0ESTRIE0", "UHSFDG000")[0].place
        for old in (ODILE, REJEAN, FACILITATOR):
            uow.decisions.rename(place, old, ALDER)
    assert {each["person"] for each in table(town, "decision_answers")} == {ALDER, REJEAN}
    assert [each["asked_by"] for each in table(town, "decisions")] == [ALDER]
    assert QUESTION in mine(town, ALDER).text


def test_hostile_words_stay_words(town: Town) -> None:
    """Nobody is called, nothing is bold, no line is added."""
    asks(town, question="<!channel> *oui*\n\n<@UHSFMD000> {0} \u202e?", otherwise="&lt;\n" * 40)
    shown = mine(town, ODILE)
    live = [block["text"]["text"] for block in shown.blocks if block.get("text", {}).get("type") == "mrkdwn"]
    assert not [each for each in live if "channel" in each]
    assert "&lt;!channel&gt; *oui* &lt;@UHSFMD000&gt;" in shown.text
    assert town.slack.errors == []


def test_a_list_of_many_takes_as_many_queries_as_a_list_of_one(town: Town) -> None:
    """What a digest asks of the database does not grow with what is asked, for one reader or for all of them."""
    asks(town)
    one = _counted(town)
    for number in range(2, 6):
        report(town, "Le résumé de fin de chimio part par la poste de l'hôpital")
        does(town, BASTIEN, "problem.accept", f"ONC-{number}")
        town.person(FACILITATOR).runs(f"/sc décision ONC-{number} Un essai, d'ici le 9 décembre")
        facilitator = town.person(FACILITATOR)
        facilitator.submits(window(town, facilitator, "question"), {"otherwise": "Rien"})
    many = _counted(town)
    assert (len(one[0]), len(many[0])) == (1, 5)
    assert one[1] == many[1] <= 8


def _counted(town: Town) -> tuple[list[DecisionView], int]:
    """What waits for Odile, and how many statements that took."""
    seen_: list[str] = []

    def note(*arguments: object) -> None:
        seen_.append(str(arguments[2]))

    with town.house.web_database.reading() as uow:
        member = uow.communities.members("T0ESTRIE0", "UHSFDG000")[0]
        event.listen(town.house.web_database.engine, "before_cursor_execute", note)
        found = open_decisions_for(uow, member.place, member.person, town.clock.now)
        assert OpenDecisions(uow, member.place, town.clock.now).of(member.person) == found
        event.remove(town.house.web_database.engine, "before_cursor_execute", note)
    return found, len(seen_)
