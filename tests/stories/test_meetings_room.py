"""In the room: two moderators, lost windows, who leads, what not all may know, promises that nobody confirms."""

from dataclasses import replace
from datetime import time

from sc_bot.domain.problems import State
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.facilitator import redact_problem
from tests.house import Town
from tests.stories.acting import does, report, seen, table
from tests.stories.looking import ABOUT_CHEMO, fields, text_of, window
from tests.stories.meeting import FACILITATOR, MODERATOR, agenda_of, at, ended, opened, saves, started, wall
from tests.stories.promising import BASTIEN, accepted, on, promise, told
from tests.stories.test_meetings import DECIDED, with_an_item

GINETTE = "CVE-MD"
LINE = "Bastien envoie le sommaire d'ici vendredi"


def begun(town: Town) -> None:
    """A meeting under way, about one problem that somebody leads, and one topic about none."""
    accepted(town)
    at(town, "2026-11-25")
    with_an_item(town)
    with_an_item(town, "La salle", reference="")
    at(town, "2026-11-27")
    at(town, "2026-12-01", time(13, 30))
    started(town)


def test_of_two_moderators_the_first_wins_and_the_second_is_told_and_goes_on(town: Town) -> None:
    """Both look at the first item; one saves it; the other is told who and when, and finds the next item."""
    begun(town)
    second = town.person(FACILITATOR)
    shown = opened(town, FACILITATOR, agenda_of(town, FACILITATOR), "meeting.run", "outcome")
    saves(town, MODERATOR, decided=DECIDED)
    second.submits(shown, {"decided": "Autre chose"})
    assert "Jocelyne Rivardeau a clos ce point" in text_of(second.modal)
    assert [each["body"] for each in table(town, "texts") if each["kind"] == "decided"] == [DECIDED]
    second.presses(window(town, second), "meeting.run")
    assert town.slack.wait_for(lambda: second.modal is not None and "La salle" in text_of(second.modal))


def test_what_is_saved_stays_when_a_window_is_closed_and_the_next_one_opens_at_the_current_item(town: Town) -> None:
    """Slack goes down, the window is lost: `/sc réunion` goes on where the meeting is, and nothing starts twice."""
    begun(town)
    saves(town, MODERATOR, decided=DECIDED)
    person = town.person(MODERATOR)
    person.closes(window(town, person))
    person.runs("/sc réunion")
    assert town.slack.wait_for(lambda: person.modal is not None)
    assert "La salle" in text_of(window(town, person, "outcome"))
    assert DECIDED in wall(town).text
    assert len([each for each in table(town, "outbox") if each["kind"] == "Projector"]) == 1


def test_nothing_is_kept_that_was_not_shown_and_what_is_lacking_stays_in_the_window(town: Town) -> None:
    """A line without a date is asked about; changed after it was shown, the line is shown again before it is kept."""
    begun(town)
    person = town.person(MODERATOR)
    person.submits(window(town, person, "promises"), {"decided": DECIDED, "promises": "Bastien envoie le sommaire"})
    assert "Pour quand?" in text_of(window(town, person, "promises"))
    person.submits(window(town, person, "promises"), {"promises": LINE})
    assert "vendredi 4\u00a0décembre 2026" in text_of(window(town, person, "promises"))
    person.submits(window(town, person, "promises"), {"promises": LINE.replace("vendredi", "jeudi")})
    assert "jeudi 3\u00a0décembre 2026" in text_of(window(town, person, "promises"))
    assert table(town, "commitments") == []
    person.submits(window(town, person, "promises"), {})
    town.deliver()
    (noted,) = table(town, "commitments")
    assert (str(noted["due_day"]), noted["owner"]) == ("2026-12-03", BASTIEN)


def test_an_item_needs_an_outcome_and_its_words_pass_the_gate(town: Town) -> None:
    """Decided without words is asked about; a name is confirmed with a reason, in the same window."""
    begun(town)
    person = town.person(MODERATOR)
    errors = person.submits(window(town, person, "decided"), {}).errors
    assert "ce qui a été décidé" in errors["decided"]
    person.submits(window(town, person, "decided"), {"decided": "Mme Tremblay attend encore"})
    assert "confirm_reason" in fields(window(town, person, "confirm_reason"))
    assert not [each for each in table(town, "agenda_items") if each["outcome"]]


def test_a_noted_promise_that_its_owner_declines_is_nobodys_and_who_noted_it_hears(town: Town) -> None:
    """Nothing is owed, nothing is late; the moderator reads why; a problem's history keeps both."""
    begun(town)
    saves(town, MODERATOR, decided=DECIDED, promises=LINE)
    on(town, BASTIEN, "commitment.decline", "ONC-1.1", reason="Le poste est vacant")
    (heard,) = told(town, MODERATOR, "ne prend pas l'engagement noté en rencontre")
    assert "Le poste est vacant" in heard.text
    (noted,) = table(town, "commitments")
    assert noted["standing"] == "cancelled"
    assert "à confirmer" in seen(town, BASTIEN)


def test_what_is_not_confirmed_is_on_the_next_agenda_and_in_no_figure(town: Town) -> None:
    """Nobody answers: no reminder of a date that nobody promised, and the committee takes it up again."""
    begun(town)
    saves(town, MODERATOR, decided=DECIDED, promises=LINE)
    saves(town, MODERATOR, outcome="nothing")
    ended(town)
    assert at(town, "2026-12-11") == 1
    agenda = agenda_of(town, BASTIEN, "Comité de soutien · mardi 15")
    assert "engagement à confirmer" in agenda.text
    assert "engagement en retard" not in agenda.text
    at(town, "2026-12-15", time(13, 30))
    view = opened(town, MODERATOR, agenda_of(town, MODERATOR, "Comité de soutien · mardi 15"), "meeting.run", "present")
    town.person(MODERATOR).submits(view, {"present": []})
    saves(town, MODERATOR, decided="On y renonce")
    (noted,) = table(town, "commitments")
    assert noted["standing"] == "cancelled"


def test_a_name_is_confirmed_once_though_promises_are_shown_first(town: Town) -> None:
    """The reason goes with the words through both looks, and is kept."""
    begun(town)
    person = town.person(MODERATOR)
    values: dict[str, object] = {"decided": "Mme Vaugeois en parle au ministère", "promises": LINE}
    person.submits(window(town, person, "decided"), values)
    person.submits(window(town, person, "confirm_reason"), {"confirm_reason": "C'est la directrice générale"})
    person.submits(window(town, person, "confirm_reason"), {})
    town.deliver()
    kept = [each["body"] for each in table(town, "texts") if each["kind"] == "confirmation"]
    assert kept == ["C'est la directrice générale"]
    assert len(table(town, "commitments")) == 1


def test_what_is_redacted_in_a_problem_is_gone_from_the_wall_and_the_minutes(town: Town) -> None:
    """The words of a decision belong to its problem; where they stand in Slack they are edited away."""
    begun(town)
    saves(town, MODERATOR, decided="Le dossier bleu part le jour même")
    assert "dossier bleu" in wall(town).text
    who = town.person(FACILITATOR).person.id
    asked = Asked(workspace=town.slack.workspace.team_id, slack_id=who, request="redact", now=town.clock.now)
    redact_problem(town.house.web_database, asked, "ONC-1", "dossier bleu")
    assert "dossier bleu" not in text_of(wall(town))


def test_the_committee_decides_who_leads_if_somebody_of_it_is_there(town: Town) -> None:
    """Returned twice, it is on the agenda; the moderator writes the decision down, and the lead hears of it."""
    report(town)
    does(town, BASTIEN, "problem.return", reason="Pas nous", institution="CVE")
    does(town, GINETTE, "problem.return", reason="Pas nous non plus")
    at(town, "2026-11-27")
    assert "qui mène?" in agenda_of(town, BASTIEN).text
    at(town, "2026-12-01", time(13, 30))
    started(town, MODERATOR, ("HSF-MD",))
    person = town.person(MODERATOR)
    errors = person.submits(window(town, person, "lead"), {"lead": "CVE", "decided": "Plus près"}).errors
    assert "un comité décide" in errors["lead"]
    promises = "Ginette rappelle la famille d'ici vendredi"
    values = {"lead": "CVE", "decided": "Plus près", "present": ["HSF-MD", "SC-1"], "promises": promises}
    saves(town, MODERATOR, **values)
    (problem,) = table(town, "problems")
    assert (problem["state"], problem["institution"]) == (State.ACCEPTED.value, "CVE")
    (noted,) = table(town, "commitments")
    assert (noted["owner"], noted["institution"]) == (GINETTE, "CVE")


def test_what_not_all_may_know_hangs_on_no_wall_and_on_nobodys_agenda_but_theirs(town: Town) -> None:
    """A restricted problem is a reserved item: no reference, no title, no decision; its director reads it."""
    promise(town, "le 20 novembre")
    at(town, "2026-11-23")
    with town.house.worker_database.unit_of_work() as uow:
        uow.problems.save(replace(uow.problems.by_id(1, to_change=True), restricted=True))
    at(town, "2026-11-27")
    assert "ONC-1" in agenda_of(town, BASTIEN).text
    assert "Point réservé" in agenda_of(town, GINETTE).text
    assert "ONC-1" not in text_of(agenda_of(town, GINETTE))
    at(town, "2026-12-01", time(13, 30))
    started(town, FACILITATOR)
    saves(town, FACILITATOR, decided="Une entente à part")
    for word in ("ONC-1", "Une entente", "oncologie"):
        assert word not in text_of(wall(town))
    ended(town, FACILITATOR)
    assert ABOUT_CHEMO not in text_of(wall(town))


def test_late_promises_are_named_on_the_wall_without_anybodys_name(town: Town) -> None:
    """The reference and a neutral title; not who owes it, not for how long."""
    promise(town, "le 20 novembre")
    at(town, "2026-11-27")
    at(town, "2026-12-01", time(13, 30))
    started(town)
    said = text_of(wall(town))
    assert "engagement en retard" in said
    assert "ONC-1" in said
    for name in ("Bastien", "Morelière", "Saint-Firmin", "jours"):
        assert name not in said
