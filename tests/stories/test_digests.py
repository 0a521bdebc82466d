"""Monday's digest: one message, what is asked first, two lines of figures; the rest is one tap away."""

from datetime import UTC, date, datetime, time

from sc_bot.playground.model import Message
from sc_bot.ticking import follow_up
from sc_bot.usecases.digests.sending import send_digests
from storage.database import StoredDatabase
from tests.house import WORKER_PATIENCE, Town
from tests.stories.acting import REFERENCE, cards, does, offered, press_on, report, told_privately
from tests.stories.deciding import QUESTION, asks
from tests.stories.looking import buttons, rows, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, SABRINA, VAL_SAUVAGE, lists, on, promise, told

MANAGER, FACILITATOR = "HSF-DG", "ADV-1"
MONDAY = "2026-11-23"


def at(town: Town, day: str, hour: time = time(7, 30)) -> None:
    """Move the clock to an hour in Val-Sauvage; the ticks look, the worker sends."""
    town.clock.now = datetime.combine(date.fromisoformat(day), hour, VAL_SAUVAGE).astimezone(UTC)
    follow_up(town.house)
    town.deliver()


def opened(town: Town) -> None:
    """The community is known since Thursday."""
    at(town, "2026-11-19", time(10, 31))


def digests(town: Town, who: str) -> list[Message]:
    """The digests that somebody has got."""
    return [each for each in told(town, who, "") if "digest.rest" in buttons(each)]


def asked_for(town: Town, who: str) -> str:
    """What `/sc sommaire` answers."""
    town.person(who).runs("/sc sommaire")
    return town.person(who).messages[-1].text


def test_a_general_manager_gets_one_on_monday_whatever_happens(town: Town) -> None:
    """Not a minute before half past seven, not twice however often the ticks look, and nothing else all week."""
    opened(town)
    report(town)
    at(town, MONDAY, time(7, 29))
    assert digests(town, MANAGER) == []
    for _ in range(3):
        at(town, MONDAY, time(7, 30))
    at(town, "2026-11-27", time(16))
    (only,) = digests(town, MANAGER)
    assert only.text.startswith("Lundi 23\u00a0novembre · Rien ne vous est demandé cette semaine")
    assert len(told(town, MANAGER, "")) == 1
    at(town, "2026-11-30")
    assert len(digests(town, MANAGER)) == 2


def test_a_decision_is_taken_from_the_digest_which_then_shows_it(town: Town) -> None:
    """First what is asked, with its answers; pressed there, it is confirmed, told, and shown where it was asked."""
    opened(town)
    asks(town)
    at(town, MONDAY)
    (only,) = digests(town, MANAGER)
    assert only.text.startswith("Lundi 23\u00a0novembre · Une décision vous est demandée")
    assert QUESTION in only.text
    assert {"decision.agree", "decision.no", "decision.discuss"} <= set(buttons(only))
    town.person(MANAGER).presses(only, "decision.agree")
    town.deliver()
    told_privately(town, MANAGER, "votre accord est enregistré")
    assert told(town, FACILITATOR, "Odile Vaugeois donne son accord")
    (only,) = digests(town, MANAGER)
    assert "Vous êtes d'accord. Vous pouvez changer de réponse jusqu'au mercredi 9\u00a0décembre" in only.text
    assert "Rien ne vous est demandé cette semaine" in only.text
    assert {"decision.no", "decision.discuss"} <= set(buttons(only))
    at(town, "2026-11-30")
    assert QUESTION not in digests(town, MANAGER)[-1].text


def test_nobody_gets_one_for_a_week_in_which_they_were_not_there(town: Town) -> None:
    """A community that is imported on Thursday is not told of the Monday before."""
    opened(town)
    assert rows(str(town.house.settings.database_url), "outbox") == []


def test_a_directors_digest_contains_the_list_of_its_day(town: Town) -> None:
    """One message on Monday; on Thursday, when the answer is due, the list comes by itself again."""
    opened(town)
    report(town)
    at(town, MONDAY)
    at(town, MONDAY, time(8, 30))
    (only,) = lists(town, BASTIEN)
    assert "digest.rest" in buttons(only)
    assert f"À répondre : {REFERENCE}".replace(" :", "\u00a0:") in only.text
    assert "Votre établissement" in only.text
    at(town, "2026-11-26", time(8, 1))
    assert len(lists(town, BASTIEN)) == 2


def test_after_an_outage_it_comes_late_and_says_so(town: Town) -> None:
    """Two Mondays were missed: one digest comes, the last one's."""
    opened(town)
    at(town, "2026-12-01", time(11))
    (only,) = digests(town, MANAGER)
    assert "arrive en retard" in only.text
    assert only.text.startswith("Lundi 30\u00a0novembre")


def test_a_worker_that_dies_after_queueing_sends_nothing_twice(region_url: str, town: Town) -> None:
    """Another process looks at the same moment, with a memory of its own: the same message is the same message."""
    opened(town)
    at(town, MONDAY)
    other = StoredDatabase.open(region_url, patience=WORKER_PATIENCE)
    assert send_digests(other, town.clock.now) == 0
    other.close()
    town.deliver()
    assert len(digests(town, MANAGER)) == 1


def test_its_figures_are_those_of_its_moment(town: Town) -> None:
    """A promise kept: the director reads it in the line of their institution, and it is compared a week later."""
    opened(town)
    promise(town, "le 4 décembre")
    town.person(BASTIEN).runs("/sc todo")
    on(town, BASTIEN, "commitment.done", evidence="Vu")
    at(town, MONDAY)
    (first,) = digests(town, MANAGER)
    assert "1 engagement tenu" in first.text
    at(town, "2026-11-30")
    assert "aucun engagement n'a bougé" in digests(town, MANAGER)[-1].text


def test_the_rest_opens_in_a_window(town: Town) -> None:
    """The oldest problems with their reference; in the reader's language, without a name."""
    opened(town)
    report(town)
    at(town, MONDAY)
    person = town.person(MANAGER)
    person.presses(digests(town, MANAGER)[-1], "digest.rest")
    shown = text_of(window(town, person))
    assert REFERENCE in shown
    assert "Les plus anciens" in shown
    assert "Rosalie" not in shown


def test_an_author_is_quoted_only_if_they_agree(town: Town) -> None:
    """Verified is not quoted; what they write after that, knowing for whom, is."""
    opened(town)
    report(town)
    does(town, BASTIEN, "problem.close", closing="solved", reason="Envoyé le jour même")
    does(town, ROSALIE, "problem.verified")
    before = asked_for(town, MANAGER)
    assert f"Réglé\u00a0: {REFERENCE}" in before
    assert "cité avec accord" not in before
    does(town, ROSALIE, "problem.quote", quote="Le résumé arrive maintenant le jour même")
    after = asked_for(town, MANAGER)
    assert "«\u00a0Le résumé arrive maintenant le jour même\u00a0» (cité avec accord)" in after
    assert "Rosalie" not in after


def test_a_facilitator_reads_what_nobody_has_in_hand(town: Town) -> None:
    """A report that names nobody, and one whose answer is late."""
    opened(town)
    report(town, "Personne ne sait qui appeler la nuit")
    report(town)
    at(town, "2026-11-30")
    text = digests(town, FACILITATOR)[-1].text
    assert "1 sans responsable" in text


def test_a_restricted_problem_is_in_nobodys_figures(town: Town) -> None:
    """The difference between two figures would tell of it."""
    opened(town)
    report(town)
    report(town, "Personne ne sait qui appeler la nuit")
    assert "2 problèmes ouverts" in asked_for(town, MANAGER)
    card = next(
        each for each in reversed(cards(town.person(FACILITATOR), "CS-1")) if "problem.restrict" in offered(each)
    )
    press_on(town.person(FACILITATOR), card, "problem.restrict", "CS-1")
    assert "1 problème ouvert" in asked_for(town, MANAGER)


def test_who_only_reports_is_told_where_to_look(town: Town) -> None:
    """A caregiver who asks for the digest hears what it is, and where their reports are."""
    person = town.person(ROSALIE)
    person.runs("/sc digest")
    assert "/sc liste" in person.messages[-1].text


def test_one_list_and_one_digest_are_one_message_for_many_roles(town: Town) -> None:
    """A member of the support committee who also directs: one on Monday."""
    opened(town)
    report(town)
    at(town, MONDAY)
    at(town, MONDAY, time(9))
    assert len(digests(town, SABRINA)) == 1
    assert len(lists(town, SABRINA)) <= 1


def test_the_rest_brings_a_picture_of_the_weeks_once(town: Town) -> None:
    """A file of its own, with its words; it needs three weeks to show anything."""
    opened(town)
    report(town)
    for week in ("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"):
        at(town, week)
    person = town.person(MANAGER)
    first, *_, last = digests(town, MANAGER)
    for message in (first, last, last):
        person.presses(message, "digest.rest")
        town.deliver()
    (picture,) = [each for each in told(town, MANAGER, "") if each.files]
    assert str(picture.files[0]["name"]).endswith(".png")
    assert "Du lundi 23\u00a0novembre au lundi 14\u00a0décembre" in picture.text


def test_the_workbook_is_one_tap_away(town: Town) -> None:
    """From the digest: it is being made, then it comes."""
    opened(town)
    at(town, MONDAY)
    town.person(MANAGER).presses(digests(town, MANAGER)[-1], "workbook.ask")
    town.deliver()
    assert [each for each in told(town, MANAGER, "") if each.files]


def test_what_the_committee_could_not_move_stands_before_the_general_manager(town: Town) -> None:
    """The last circle: a promise late for more than a week is in Monday's figures, and first under “late”; unnamed."""
    opened(town)
    promise(town, "le 20 novembre")
    for day in ("2026-11-23", "2026-11-25", "2026-11-27"):  # a day late, three, five: the committee is asked to help
        at(town, day, time(8, 1))
    at(town, "2026-11-30")
    digest = digests(town, MANAGER)[-1]
    assert "1 en retard" in digest.text
    person = town.person(MANAGER)
    person.presses(digest, "digest.rest")
    shown = text_of(window(town, person))
    assert "*En retard*" in shown
    assert f"{REFERENCE}.1" in shown
    assert "6 jours ouvrables de retard" in shown
    assert "Bastien" not in shown
