"""Whom Slack does not reach is written to by e-mail, once, with no more than an e-mail may hold."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import SecretStr

from sc_bot.domain.answerable import chain
from sc_bot.ports import EVERY_METHOD, MAIL
from sc_bot.settings import Settings
from sc_bot.smtp import SmtpMailer
from sc_bot.usecases.community import import_community
from sc_bot.usecases.problems.author import show_name
from sc_bot.usecases.problems.director import acknowledge_problem
from tests.delivery.office import BASTIEN, FANNY, Office
from tests.delivery.test_redirecting import leave, settle, told_of_problem
from tests.house import THURSDAY, channel_ids
from tests.mail_server import MailServer, Taken

AT = {FANNY: "fanny@exemple.test", BASTIEN: "bastien@exemple.test"}
WORDS = "Le résumé de chimio arrive en retard"


def settings_of(server: MailServer, **more: object) -> Settings:
    """The settings of a server on loopback."""
    of_server = {"smtp_host": "127.0.0.1", "smtp_port": server.port, "smtp_security": "none"}
    return Settings.model_validate({**of_server, "smtp_from": "robot@exemple.test", **more})


@pytest.fixture
def post(office: Office, server: MailServer) -> Office:
    """The office with a mail server, and a community file with two addresses."""
    know_addresses(office)
    office.worker = replace(office.worker, mailer=SmtpMailer(settings_of(server), timeout=10.0))
    return office


def know_addresses(office: Office) -> None:
    """The community file names the e-mail of two people."""
    people = tuple(replace(each, email=AT.get(each.slack_id or "")) for each in office.community.people)
    office.community = replace(office.community, people=people)
    with office.database.unit_of_work() as uow:
        import_community(uow, office.workspace, office.community, THURSDAY, channels=channel_ids(office.slack))


def told_facilitator(office: Office) -> list[str]:
    """What the facilitator hears about people who cannot be reached."""
    return [each.text for each in office.messages("UADV10000") if "ONC-1" not in each.text]


def subjects(letters: list[Taken]) -> list[str]:
    """The subjects, in order."""
    return [str(each.mail["Subject"]) for each in letters]


def test_an_author_who_left_slack_hears_by_mail_and_nobody_else_is_told(post: Office, server: MailServer) -> None:
    """Reference and state, for the name is hidden; a link; and the same letter is not sent at each edit."""
    leave(post, FANNY)
    card = post.report()
    settle(post)
    acknowledge_problem(post.database, post.asked(BASTIEN), card.reference)
    settle(post)
    letters = server.to(AT[FANNY])
    assert len([each for each in subjects(letters) if each.startswith("ONC-1")]) == 1
    news = next(each for each in letters if "ONC-1" in str(each.mail["Subject"]))
    assert WORDS not in news.text
    assert f"https://app.slack.com/client/{post.workspace}" in news.text
    assert news.mail["Auto-Submitted"] == "auto-generated"
    assert news.mail["Content-Transfer-Encoding"] == "quoted-printable"
    assert told_facilitator(post) == []
    assert post.deliveries.stuck() == []


def test_what_a_director_does_goes_to_the_delegate_and_an_e_mail_to_the_director(
    post: Office, server: MailServer
) -> None:
    """The delegate has the buttons, the director the reference; the facilitator hears that the account is gone."""
    leave(post, BASTIEN)
    post.report()
    settle(post)
    delegate = chain(post.community, "HSF")[1].slack_id or ""
    assert told_of_problem(post, delegate) == 1
    (letter,) = server.to(AT[BASTIEN])
    assert str(letter.mail["Subject"]).startswith("ONC-1")
    assert WORDS not in letter.text
    (told,) = told_facilitator(post)
    assert "Un courriel lui est envoyé." in told


def test_words_go_by_mail_only_where_their_author_shows_the_name(post: Office, server: MailServer) -> None:
    """Neither confidential nor restricted: then the letter holds what the card says, without Slack's escapes."""
    leave(post, BASTIEN)
    card = post.report(f"{WORDS} & <demain>")
    show_name(post.database, post.asked(FANNY), card.reference)
    settle(post)
    (letter,) = server.to(AT[BASTIEN])
    assert f"{WORDS} & <demain>" in letter.text


@pytest.mark.parametrize(
    ("answers", "sent"),
    [({"END": "DROP"}, 3), ({"RCPT": "550 nobody"}, 0), ({"END": "554 no"}, 0)],
    ids=["no answer after the letter", "no such address", "refused"],
)
def test_the_facilitator_hears_once_when_an_e_mail_fails_too(
    post: Office, server: MailServer, answers: dict[str, str], sent: int
) -> None:
    """Why, and what to do; not once a message. A doubtful letter is repeated under its Message-ID, then given up."""
    server.answers = answers
    leave(post, FANNY)
    post.report()
    post.report()
    for _ in range(20):
        post.after(minutes=2)
    assert len(told_facilitator(post)) == 1
    assert {each.reason for each in post.deliveries.stuck()} <= {"mail_unknown", "mail_refused"}
    names = [str(each.mail["Message-ID"]) for each in server.taken]
    assert len(names) == sent * len(set(names))
    assert all(name.endswith("@exemple.test>") for name in names)


def test_a_busy_server_is_asked_again_and_one_that_is_away_too(post: Office, server: MailServer) -> None:
    """4xx and silence are no reason to give up; nobody is told before hours have passed."""
    server.answers = {"RCPT": "451 later"}
    leave(post, FANNY)
    post.report()
    settle(post)
    assert server.taken == []
    server.answers = {"MAIL": "DROP"}
    post.after(minutes=2)
    server.answers = {}
    for _ in range(6):
        post.after(minutes=10)
    assert len(server.to(AT[FANNY])) == 2  # the first words, and the card
    assert told_facilitator(post) == []


def test_one_e_mail_a_second(post: Office, server: MailServer) -> None:
    """However many people cannot be reached, and whoever sends."""
    leave(post, FANNY, BASTIEN)
    post.report()
    post.after(seconds=0)
    assert len(server.taken) == 1
    post.after(seconds=1)
    assert len(server.taken) == 2


def test_a_mail_server_that_is_away_rests_for_every_workspace(post: Office, server: MailServer) -> None:
    """There is one for all of them: each would make the worker wait for it anew, and Slack's messages behind it."""
    post.deliveries.pause("T0ELSEWHERE", MAIL, post.worker.real_now() + timedelta(minutes=1))
    leave(post, FANNY)
    post.report()
    post.after(seconds=0)
    assert server.taken == []
    post.after(minutes=2)
    assert len(server.taken) >= 1


def test_letters_go_on_while_slack_rests(post: Office, server: MailServer) -> None:
    """Slack asks for a rest of a whole workspace: its messages wait, what goes by mail does not."""
    now = post.worker.real_now()
    post.deliveries.pause("T0ELSEWHERE", MAIL, now + timedelta(minutes=1))
    leave(post, FANNY)
    post.report()
    post.after(seconds=0)
    post.deliveries.pause(post.workspace, EVERY_METHOD, now + timedelta(hours=1))
    stood = len(post.slack.messages)
    post.report()
    post.after(minutes=2)
    assert len(server.taken) >= 1
    assert len(post.slack.messages) == stood


def test_a_letter_that_waited_long_is_still_repeated_when_its_answer_is_lost(post: Office, server: MailServer) -> None:
    """An hour without a server are no letters handed over: the facilitator is not told that there were three."""
    server.answers = {"MAIL": "DROP"}
    leave(post, FANNY)
    post.report()
    for _ in range(6):
        post.after(minutes=20)
    server.answers = {"END": "DROP"}
    post.after(minutes=60)
    assert server.taken
    server.answers = {}
    for _ in range(6):
        post.after(minutes=20)
    assert told_facilitator(post) == []
    assert post.deliveries.stuck() == []


def test_without_a_mail_server_the_facilitator_hears_that_it_could_be_set_up(office: Office) -> None:
    """And of somebody without an address that it is missing."""
    know_addresses(office)
    leave(office, FANNY)
    office.report()
    settle(office)
    (told,) = told_facilitator(office)
    assert "serveur de courriel" in told


def test_without_an_address_the_facilitator_hears_that_it_is_missing(post: Office, server: MailServer) -> None:
    """One sentence, with what to do."""
    leave(post, chain(post.community, "HSF")[1].slack_id or "", BASTIEN)
    post.report()
    settle(post)
    assert any("n'ajouter" in each or "ne contient pas son adresse" in each for each in told_facilitator(post))
    assert len(server.taken) == 1


def test_a_password_that_is_refused_gives_nothing_up_at_once(office: Office, server: MailServer) -> None:
    """A server that does not offer it is not the message's fault: it waits for its repair."""
    know_addresses(office)
    closed = settings_of(server, smtp_user="robot", smtp_password=SecretStr("hush"))
    office.worker = replace(office.worker, mailer=SmtpMailer(closed, timeout=2.0))
    leave(office, FANNY)
    office.report()
    settle(office)
    assert server.taken == []
    assert office.deliveries.stuck() == []
