"""What identifies a patient is refused before anything is touched, by every door through which words come in."""

import inspect as look
from contextlib import AbstractContextManager

import pytest

from sc_bot.domain.answers import Identifying
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import UnitOfWork
from sc_bot.usecases import charter
from sc_bot.usecases.commitments import changing, making, providing
from sc_bot.usecases.cycles import archiving, reviewing
from sc_bot.usecases.deadlocks import ending
from sc_bot.usecases.decisions import answering as deciding
from sc_bot.usecases.decisions import asking
from sc_bot.usecases.joining import splitting
from sc_bot.usecases.joint_changes import beginning, checking, saying, stopping
from sc_bot.usecases.joint_changes import taking as part_taking
from sc_bot.usecases.keeping import officer
from sc_bot.usecases.lessons import asking as asking_lessons
from sc_bot.usecases.lessons import taking as taking_lessons
from sc_bot.usecases.lessons import writing
from sc_bot.usecases.meetings import closing, minutes, preparing, running
from sc_bot.usecases.participations import answering, inviting
from sc_bot.usecases.problems import author, director, facilitator, report
from sc_bot.usecases.tryouts import proposing, trying
from sc_bot.usecases.wordings import agreeing
from tests.stories.doors import ASKED, DOORS
from tests.stories.looking import NAM

BLOCKED, SUSPECT = f"NAM {NAM}", "Mme Tremblay attend encore"
TELLING = "Le numéro du patient est le sien"


class Untouched:
    """A database that nobody may open: a refusal comes before any lock."""

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """Never."""
        raise AssertionError("the database was opened before the gate")

    reading = unit_of_work
    whole = unit_of_work


NO_WORDS = {
    *("meeting", "item", "coming", "hour", "present", "community", "number"),
    *("slack_id", "confirmed"),
    "carried",
    "database",
    "asked",
    "reference",
    "institution",
    "verdict",
    "person",
    "act",
    "value",
    "day",
    "targets",
}
NEVER_KEPT = {"redact_problem", "redact_lesson"}  # its words are searched for, and kept nowhere
ANSWERED = {"report_in_one_line"}  # answers with a window instead of refusing; tested below


def door_ids(door: tuple[str, str]) -> str:
    """How a door is called in the list of tests."""
    return ".".join(door)


@pytest.mark.parametrize("door", DOORS, ids=door_ids)
def test_a_health_insurance_number_is_refused_on_its_field(door: tuple[str, str]) -> None:
    """With or without a reason, by every door, before the database is opened; the refusal does not repeat it."""
    for why in (None, "Ce n'est pas un patient"):
        with pytest.raises(Refused) as refused:
            DOORS[door](Untouched(), BLOCKED, why)
        assert (refused.value.why, refused.value.field) == (Why.IDENTIFYING, door[1])
        assert "8055" not in f"{refused.value!r} {refused.value.details}"


@pytest.mark.parametrize("door", DOORS, ids=door_ids)
def test_a_name_is_refused_on_its_field_until_a_reason_is_given(door: tuple[str, str]) -> None:
    """What may identify somebody is confirmed with a reason; then, and only then, the database is opened."""
    with pytest.raises(Refused) as refused:
        DOORS[door](Untouched(), SUSPECT, None)
    assert (refused.value.why, refused.value.field) == (Why.MAYBE_IDENTIFYING, door[1])
    with pytest.raises(AssertionError, match="opened"):
        DOORS[door](Untouched(), SUSPECT, "C'est la directrice, elle est d'accord")


@pytest.mark.parametrize("door", DOORS, ids=door_ids)
def test_the_reason_itself_may_not_identify_anybody(door: tuple[str, str]) -> None:
    """A number in the reason is refused there, a name too: no reason confirms itself."""
    for words, why in ((BLOCKED, Why.IDENTIFYING), (SUSPECT, Why.MAYBE_IDENTIFYING)):
        with pytest.raises(Refused) as refused:
            DOORS[door](Untouched(), "Rien de spécial", words)
        assert (refused.value.why, refused.value.field) == (why, "confirm_reason")


@pytest.mark.parametrize("door", DOORS, ids=door_ids)
def test_more_than_10000_characters_are_refused_on_their_field(door: tuple[str, str]) -> None:
    """No door stores without bound."""
    with pytest.raises(Refused) as refused:
        DOORS[door](Untouched(), "mot " * 2_501, None)
    assert (refused.value.why, refused.value.field) == (Why.TOO_LONG, door[1])


def test_a_line_with_a_number_is_answered_before_the_database_is_opened() -> None:
    """`/problem` with a health insurance number: not a refusal but a window; nothing is touched."""
    answer = report.report_in_one_line(Untouched(), ASKED, BLOCKED)
    assert answer == Identifying(kinds=("nam",), blocks=True)


def test_no_door_is_missing_from_the_table() -> None:
    """Each use case that takes words is here: one that is added must be added to the table too."""
    found = set()
    of_problems, of_promises = (report, author, director, facilitator), (making, changing, providing)
    grounds = (proposing, trying, agreeing, beginning, part_taking, saying, stopping, checking)
    others = (
        inviting,
        answering,
        asking,
        deciding,
        ending,
        asking_lessons,
        writing,
        taking_lessons,
        preparing,
        running,
        minutes,
        splitting,
        charter,
        reviewing,
        archiving,
        officer,
    )
    for module in (*of_problems, *of_promises, *grounds, *others, closing):
        for name, function in look.getmembers(module, look.isfunction):
            parameters = list(look.signature(function).parameters)
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and parameters[:2] == ["database", "asked"] and set(parameters) - NO_WORDS:
                found.add(name)
    assert found - NEVER_KEPT - ANSWERED == {name for name, _ in DOORS}
