"""Anyone says, once, where they work."""

from sc_bot.domain.problems import Problem
from sc_bot.playground.model import View
from sc_bot.playground.screen import Screen
from sc_bot.ports import Member
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.people import Work, place_person
from tests.house import Town, card_of

NEW = "UNEW00000"


def newcomer(town: Town) -> Screen:
    """Somebody whom the community file does not name, after a first report."""
    town.slack.add_person(NEW, "Nouvelle Venue", locale="fr-CA")
    screen = town.person(NEW)
    screen.runs("/problem Les rendez-vous ne sont pas coordonnés @CVE")
    town.deliver()
    return screen


def asked(town: Town, screen: Screen) -> View:
    """They press the button of the question that they were asked."""
    question = next(each for each in screen.messages if "people.place" in str(each.blocks))
    screen.presses(question, "people.place")
    return opened(town, screen)


def opened(town: Town, screen: Screen) -> View:
    """The window, once Slack has opened it."""

    def is_open() -> bool:
        return screen.modal is not None and screen.modal.payload["callback_id"] == "people.place"

    assert town.slack.wait_for(is_open)
    assert screen.modal is not None
    return screen.modal


def member(town: Town, slack_id: str) -> Member:
    """Somebody's place as stored."""
    with town.house.web_database.reading() as uow:
        [found] = uow.communities.members(town.slack.workspace.team_id, slack_id)
    return found


def problem(town: Town, reference: str) -> Problem:
    """A problem as stored."""
    with town.house.web_database.reading() as uow:
        found = uow.problems.get(town.slack.workspace.team_id, reference)
    assert found is not None
    return found


def test_a_newcomer_is_asked_once_and_earlier_reports_then_say_where_they_come_from(town: Town) -> None:
    """The report is captured first; the director's card shows the origin once it is known."""
    screen = newcomer(town)
    assert problem(town, "CS-1").reporter_institution is None
    screen.submits(asked(town, screen), {"institution": "HSF", "line": "2"})
    town.deliver()
    assert (member(town, NEW).person.institution, member(town, NEW).is_new) == ("HSF", False)
    found = problem(town, "CS-1")
    assert (found.reporter_institution, found.line) == ("HSF", 2)
    assert "Saint-Firmin" in card_of(town.person("CVE-MD"), "CS-1").text
    screen.runs("/problem Encore un rendez-vous manqué @CVE")
    town.deliver()
    assert len([each for each in screen.messages if "people.place" in str(each.blocks)]) == 1
    assert town.slack.errors == []


def test_once_it_is_known_only_the_line_is_ones_own_to_change(town: Town) -> None:
    """The institution opens its problems to read, so nobody moves by themselves."""
    screen = newcomer(town)
    old_window = asked(town, screen)
    screen.submits(old_window, {"institution": "HSF"})
    front = screen.runs("/sc").message
    assert front is not None
    screen.presses(front, "people.place")
    view = opened(town, screen)
    assert [each["block_id"] for each in view.blocks if each["type"] == "input"] == ["line"]
    screen.submits(view, {"line": "3"})
    assert (member(town, NEW).person.institution, member(town, NEW).person.line) == ("HSF", 3)


def test_a_window_opened_before_does_not_move_somebody_afterwards(town: Town) -> None:
    """It was said on the telephone meanwhile; the other window's institution is refused in words, on its field."""
    screen = newcomer(town)
    view = asked(town, screen)
    by_phone = Asked(workspace=town.slack.workspace.team_id, slack_id=NEW, request="phone", now=town.clock())
    place_person(town.house.web_database, by_phone, Work(institution="HSF"))
    assert list(screen.submits(view, {"institution": "CVE"}).errors) == ["institution"]
    assert member(town, NEW).person.institution == "HSF"


def test_somebody_whom_the_file_places_says_no_other_institution(town: Town) -> None:
    """The director's own place is the facilitator's to change; the window shows it."""
    screen = town.person("HSF-MD")
    front = screen.runs("/sc").message
    assert front is not None
    screen.presses(front, "people.place")
    view = opened(town, screen)
    assert "Saint-Firmin" in str(view.blocks)
    assert "institution" not in [each["block_id"] for each in view.blocks]


def test_a_newcomer_is_audited_and_nobody_else_is_touched(town: Town) -> None:
    """Saying where one works changes nobody else's place."""
    before = member(town, "UHSFMD000").person
    screen = newcomer(town)
    screen.submits(asked(town, screen), {"institution": "HSF"})
    assert member(town, "UHSFMD000").person == before
