"""Lists, agendas, minutes and decision requests of people without Slack: by e-mail, and somebody acts for them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest

from sc_bot.domain.community import Role
from sc_bot.domain.refusals import Refused, Why
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.decisions.answering import agree
from tests.house import Town, open_town
from tests.mail_server import MailServer, Taken
from tests.stories.acting import does, does_from_show, report
from tests.stories.deciding import FACILITATOR, OTHERWISE, QUESTION, REJEAN, asks, mine
from tests.stories.looking import ABOUT_CHEMO, buttons, rows, window
from tests.stories.meeting import MODERATOR, at, draft_of, ended, saves, started
from tests.stories.outside import know
from tests.stories.promising import accepted, follow_up, lists, morning, told
from tests.stories.test_meetings import DECIDED, TOPIC, with_an_item

MANAGER, MANAGER_AT = "HSF-DG", "dg@exemple.test"
DIRECTOR, DIRECTOR_AT, DELEGATE = "HSF-MD", "direction@exemple.test", "SC-1"
THURSDAY = "2026-11-26"  # an answer was expected of the hospital on Monday


@pytest.fixture
def town(region_url: str, server: MailServer) -> Iterator[Town]:
    """The region, with a mail server."""
    with open_town(region_url, smtp_port=server.port) as town:
        yield town


def leaves_slack(town: Town, person: str, address: str, *more: Role) -> None:
    """The community file names an e-mail, and no account."""
    known = next(each for each in town.community.people if each.id == person)
    know(town, replace(known, slack_id=None, email=address, roles=(*known.roles, *more)))


def lists_to(server: MailServer, address: str) -> list[Taken]:
    """The lists of the morning that came by e-mail."""
    return [each for each in server.to(address) if "pour vous" in str(each.mail["Subject"])]


def test_a_director_reads_the_list_by_mail_and_the_delegate_acts(town: Town, server: MailServer) -> None:
    """What the office owes, by when; who acts in Slack; once a day, and not before the hour of lists."""
    leaves_slack(town, DIRECTOR, DIRECTOR_AT)
    report(town)
    follow_up(town)
    morning(town, THURSDAY)
    follow_up(town)
    (letter,) = lists_to(server, DIRECTOR_AT)
    assert "À répondre\u00a0: ONC-1" in letter.text
    assert "Dans Slack, Sabrina Courtemont agit pour vous." in letter.text
    assert ABOUT_CHEMO not in letter.text
    (own,) = lists(town, DELEGATE)
    assert "À répondre\u00a0: ONC-1" in own.text
    does(town, DELEGATE, "problem.accept")
    town.person(DELEGATE).closes(window(town, town.person(DELEGATE), "what"))


def test_of_a_restricted_problem_the_list_says_the_reference_alone(town: Town, server: MailServer) -> None:
    """No continuum, no institution beside it: an e-mail is forwarded."""
    leaves_slack(town, DIRECTOR, DIRECTOR_AT)
    report(town)
    does_from_show(town, FACILITATOR, "problem.restrict")
    follow_up(town)
    morning(town, THURSDAY)
    (letter,) = lists_to(server, DIRECTOR_AT)
    (asked,) = [each for each in letter.text.splitlines() if each.startswith("À répondre")]
    assert asked.startswith("À répondre\u00a0: ONC-1 problème à accès restreint, attendu depuis")
    assert "oncologie" not in letter.text


def test_whoever_is_reached_in_slack_gets_no_letter_and_whoever_is_kept_out_none_at_all(
    town: Town, server: MailServer
) -> None:
    """An address beside an account changes nothing."""
    known = next(each for each in town.community.people if each.id == DIRECTOR)
    know(town, replace(known, email=DIRECTOR_AT))
    report(town)
    follow_up(town)
    morning(town, THURSDAY)
    assert len(lists(town, DIRECTOR)) == 1
    assert server.taken == []


def test_the_facilitator_hears_once_that_a_list_does_not_arrive(town: Town, server: MailServer) -> None:
    """However many lists there are: which messages, and why."""
    leaves_slack(town, DIRECTOR, DIRECTOR_AT)
    server.answers = {"RCPT": "550 nobody"}
    report(town)
    follow_up(town)
    for day in ("2026-11-23", THURSDAY, "2026-11-27"):
        morning(town, day)
    assert server.taken == []
    missed = [each for each in told(town, FACILITATOR, "courriel") if "Bastien Morelière" in each.text]
    assert len(missed) == 1, [each.text for each in missed]


def test_a_manager_decides_by_mail_and_the_facilitator_records_it(
    town: Town, server: MailServer, region_url: str
) -> None:
    """The question in a letter, the buttons with the facilitator; the manager reads at once what was recorded."""
    leaves_slack(town, MANAGER, MANAGER_AT)
    asks(town, of=(MANAGER,), due="demain")
    (letter,) = server.to(MANAGER_AT)
    for fact in ("une décision vous est demandée", QUESTION, OTHERWISE):
        assert fact in letter.text
    assert "Sans Slack\u00a0: Anne-Sophie Kerouac-Tily" in letter.text
    (card,) = told(town, FACILITATOR, "une décision est demandée à Odile Vaugeois")
    assert buttons(card)[:3] == ["decision.agree", "decision.no", "decision.discuss"]
    person = town.person(FACILITATOR)
    assert "(pour Odile Vaugeois)" in mine(town, FACILITATOR).text
    person.presses(card, "decision.no")
    person.submits(window(town, person, "reason"), {"reason": "Pas avant le printemps"})
    town.deliver()
    assert rows(region_url, "decision_answers")[0]["reply"] == "no"
    assert rows(region_url, "decision_answers")[0]["person"] == MANAGER
    (heard,) = told(town, DIRECTOR, "dit non")
    assert "(pour Hôpital Saint-Firmin-des-Monts)" in heard.text
    assert "Vous avez dit non" in server.to(MANAGER_AT)[-1].text
    assert len(server.to(MANAGER_AT)) == 2


def test_nobody_but_the_facilitator_answers_for_a_manager(town: Town, region_url: str) -> None:
    """Another manager who presses the same button is refused; nor does the facilitator answer for one in Slack."""
    leaves_slack(town, MANAGER, MANAGER_AT)
    asks(town, of=(MANAGER, REJEAN))
    (card,) = told(town, FACILITATOR, "une décision est demandée à Odile Vaugeois")
    value = f"ONC-1/1 {MANAGER}"
    assert value in str(card.blocks)
    assert told(town, FACILITATOR, "une décision est demandée à Réjean") == []
    for who, whose in ((REJEAN, MANAGER), (DIRECTOR, MANAGER), (FACILITATOR, REJEAN), (FACILITATOR, "HSF-S1")):
        with pytest.raises(Refused) as refused:
            agree(town.house.worker_database, asked_by(town, who), f"ONC-1/1 {whose}")
        assert refused.value.why is Why.NOT_YOURS
    assert {each["reply"] for each in rows(region_url, "decision_answers")} == {None}


def asked_by(town: Town, who: str) -> Asked:
    """Somebody presses a button."""
    workspace = town.slack.workspace.team_id
    return Asked(workspace=workspace, slack_id=town.person(who).person.id, request="r1", now=town.clock.now)


def test_a_member_of_a_committee_reads_agenda_and_minutes_whole(town: Town, server: MailServer) -> None:
    """Every item, for nothing opens the rest; of a confidential problem the neutral title, no words."""
    accepted(town)
    leaves_slack(town, DIRECTOR, DIRECTOR_AT)
    at(town, "2026-11-25")
    for topic, reference in ((TOPIC, "ONC-1"), ("La salle", ""), ("Le stationnement", ""), ("La prochaine fois", "")):
        with_an_item(town, topic, reference)
    at(town, "2026-11-27")
    agenda = server.to(DIRECTOR_AT)[-1]
    assert str(agenda.mail["Subject"]).startswith("Comité de soutien")
    for fact in ("1. ONC-1 oncologie", "La salle", "4. ", "La prochaine fois"):
        assert fact in agenda.text
    assert TOPIC not in agenda.text
    at(town, "2026-12-01", time(13, 31))
    started(town, present=(DELEGATE,))
    saves(town, decided=DECIDED)
    saves(town, decided="La grande salle")
    ended(town)
    town.person(MODERATOR).presses(draft_of(town), "meeting.approve")
    town.deliver()
    _, _, minutes = server.to(DIRECTOR_AT)  # the problem in hand, the agenda once however often it is edited
    assert str(minutes.mail["Subject"]).startswith("Compte rendu")
    assert "La grande salle" in minutes.text
    assert DECIDED not in minutes.text
