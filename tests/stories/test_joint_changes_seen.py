"""A joint change where one looks for it: several problems, Home, the digest's rest, the workbook, the agenda's read."""

import pytest

from sc_bot.domain.exports import Export, JointRow
from sc_bot.domain.joint_changes import Stage
from sc_bot.usecases.exporting.reading import book_of
from sc_bot.usecases.joint_reading import joint_changes_of
from tests.house import Town
from tests.stories.acting import does, offered, report, table
from tests.stories.jointly import (
    DAY,
    FACILITATOR,
    FIRST,
    KERRY,
    ROSALIE,
    WHAT,
    begins,
    change,
    comes,
    gone,
    says,
    takes,
    told_of,
)
from tests.stories.looking import fields, text_of, window
from tests.stories.promising import BASTIEN, accepted

SECOND, FANNY = "ONC-2", "HSF-S1"


def two_problems(town: Town) -> None:
    """Two problems that the hospital leads, by two authors."""
    accepted(town)
    report(town, "L'hôpital envoie le plan de chimio trop tard", by=FANNY)
    does(town, BASTIEN, "problem.accept", SECOND)
    town.person(BASTIEN).closes(window(town, town.person(BASTIEN), "what"))


def test_several_problems_share_one_change_and_each_author_hears_of_it_once(town: Town) -> None:
    """Each history has every step with its words; each author reads it under their own reference."""
    two_problems(town)
    begins(town, FACILITATOR, also=SECOND)
    gone(town, BASTIEN, KERRY)
    assert told_of(town, "joint_went").count(town.person(FANNY).person.id) == 1
    assert told_of(town, "joint_went").count(town.person(ROSALIE).person.id) == 1
    steps = [each for each in table(town, "events") if str(each["kind"]).startswith("joint_")]
    first, second = ([each["kind"] for each in steps if each["problem"] == number] for number in (1, 2))
    assert first == second
    assert FIRST in str(town.person(FANNY).runs(f"/sc voir {SECOND}").text)


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_a_problem_is_in_one_running_change_and_a_stranger_to_it_is_refused(town: Town) -> None:
    """A second change of the same problem, one institution alone, and a problem nobody leads are refused there."""
    accepted(town)
    person = town.person(BASTIEN)
    given = {"what": WHAT, "due": "le 4 décembre", "rule": "all"}
    for institutions, also, field in ((["HSF"], "", "institutions"), (["HSF", "GTV"], "ONC-99", "also")):
        person.runs("/sc conjoint ONC-1")
        person.submits(window(town, person, "what"), {**given, "institutions": institutions, "also": also})
        refused = person.submits(window(town, person, "what"), {})
        assert field in refused.errors
        person.closes(window(town, person, "what"))
    assert table(town, "joint_changes") == []
    begins(town)
    person.runs("/sc conjoint ONC-1")
    person.submits(window(town, person, "what"), {**given, "institutions": ["HSF", "GTV"]})
    assert FIRST in str(person.submits(window(town, person, "what"), {}).errors)
    assert fields(person.modal)


def test_home_lists_what_is_asked_and_its_button_opens_the_card(town: Town) -> None:
    """A director finds the part that is asked of their institution; taken and far away, nothing is asked."""
    begins(town)
    person = town.person(KERRY)
    person.opens_home()
    assert town.slack.wait_for(lambda: FIRST in str(person.home))
    person.presses(person.home, "joint.see")  # type: ignore[arg-type] # it is there
    assert town.slack.wait_for(lambda: person.modal is not None and "joint.take" in str(person.modal.blocks))
    takes(town, BASTIEN, KERRY)
    person.opens_home()
    assert town.slack.wait_for(lambda: f"{FIRST} GTV" not in str(person.home))


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_the_rest_of_the_digest_lists_it_and_the_command_shows_it(town: Town) -> None:
    """By date, without the words that its reader may not read; `/sc joint` shows the cards, one's own first."""
    begins(town)
    shown = town.person("PCO-MD").runs("/sc joint").message
    assert shown is not None
    assert FIRST in shown.text
    assert WHAT not in text_of(shown)
    assert offered(shown) == {"problem.see"}
    own = town.person(KERRY).runs("/sc joint").message
    assert own is not None
    assert "joint.take" in offered(own)


def test_the_digests_rest_and_the_workbook_hold_it_without_a_name(town: Town) -> None:
    """General managers read it by date; in the workbook institutions stand, and the words only for who reads them."""
    begins(town)
    manager = town.person("HSF-DG")
    digest = manager.runs("/sc sommaire").message
    assert digest is not None
    manager.presses(digest, "digest.rest")
    assert FIRST in text_of(window(town, manager))
    for who, words in (("HSF-DG", WHAT), ("PCO-DG", None)):
        (row,) = joint_rows_of(town, who)
        assert (row.reference, row.what, row.needed, len(row.silent)) == (FIRST, words, 2, 2)


def joint_rows_of(town: Town, who: str) -> list[JointRow]:
    """What somebody's workbook holds of joint changes."""
    with town.house.web_database.reading() as uow:
        place = uow.communities.in_workspace(town.slack.workspace.team_id)[0]
        reader = place.community.person(who)
        assert reader is not None
        export = Export(id=1, workspace=place.workspace, community=place.id, person=who, at=town.clock.now)
        return list(book_of(uow, place, reader, export, town.clock.now).joint_changes())


@pytest.mark.slow  # told in full; the fast suite has its main line
def test_a_restricted_problem_tells_nothing_of_its_change(town: Town) -> None:
    """Restricted after it began: those who may not know of it see nothing of it, and no channel names it."""
    begins(town)
    takes(town, BASTIEN, KERRY)
    for who in (BASTIEN, KERRY):
        says(town, who, "ready")
    shown = town.person(FACILITATOR).runs("/sc voir ONC-1").message
    assert shown is not None
    town.person(FACILITATOR).chooses(shown, "problem.more", "problem.restrict ONC-1")
    comes(town, DAY)
    assert change(town)["ended"] == "gone"
    assert all(each["kind"] != "JointHeadline" for each in table(town, "outbox"))
    assert FIRST not in str(town.person("PCO-MD").runs("/sc joint").text)


def test_an_agenda_finds_every_change_that_runs_by_date(town: Town) -> None:
    """What is asked for by committees: the change, its problems and its words; what is over is not among it."""
    begins(town)
    with town.house.web_database.reading() as uow:
        place = uow.communities.in_workspace(town.slack.workspace.team_id)[0]
        (found,) = joint_changes_of(uow, place)
    assert (found.change.reference, found.change.stage, found.what) == (FIRST, Stage.PLANNED, WHAT)
    says(town, BASTIEN, "abandon", reason="Le ministère le fait")
    with town.house.web_database.reading() as uow:
        assert joint_changes_of(uow, place) == []
