"""A matrix of every read and write, generated from what is registered: nothing crosses between two communities.

Every handler is driven, with a true signature, by people of the first community against objects of the second. A new
handler is covered as soon as it stands in the table of who may; without a payload there, it fails there and here.
"""

import zipfile
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest

from handlers import registering, sc
from sc_bot.usecases.cycles.living import look_after
from sc_bot.usecases.digests.sending import send_digests
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.followups.watching import watch
from tests.crossing.two import IN_BOTH, OTHER, SAID, Two, open_two, second
from tests.databases import empty_database
from tests.house import THURSDAY
from tests.who.test_who_may import COLUMNS, LINES, READS, _send
from tests.who.world import PEOPLE

DRIVERS = {"fac": PEOPLE["fac"], "two": IN_BOTH, "dir": PEOPLE["dir"], "gmg": PEOPLE["gmg"]}
"""The facilitator; somebody who is a caregiver in the other community, too; a director, a general manager."""
FEW = [("fac", "two"), pytest.param(("dir", "gmg"), marks=pytest.mark.slow)]
AS_A_CAREGIVER = COLUMNS.index("oth")
"""What somebody who is in both may do in the second one: what a caregiver of an institution that takes no part may."""


@pytest.fixture(scope="module")
def two() -> Iterator[Two]:
    """Both communities, for all lines: of the second one nothing may change."""
    with empty_database("sqlite") as url, open_two(url) as two:
        yield two


def test_every_handler_is_driven() -> None:
    """The matrix has a line for each handler and each verb that is registered."""
    driven = {" ".join(line.split()[:2]).partition("+")[0] for line in LINES}
    sorts = {
        "command": registering.COMMANDS,
        "shortcut": registering.SHORTCUTS,
        "event": registering.EVENTS,
        "button": {**registering.BUTTONS, **registering.PLAIN_BUTTONS},
        "window": registering.WINDOWS,
    }
    assert {f"{sort} {name}" for sort, handlers in sorts.items() for name in handlers} <= driven
    verbs = {sc.VERBS[each.partition(" ")[2]] for each in driven if each.startswith("verb ")}
    assert {handler for verb, handler in sc.VERBS.items() if verb} <= verbs


@pytest.mark.parametrize("drivers", FEW, ids="+".join)
@pytest.mark.parametrize("line", LINES, ids=lambda line: " ".join(line.split()[:3]))
def test_nothing_of_the_other_community_changes_or_is_said(two: Two, line: str, drivers: tuple[str, ...]) -> None:
    """Whatever the first community's people press or type about the second one's objects; in both, as a caregiver."""
    nothing_crosses(two, line, drivers)


def nothing_crosses(two: Two, line: str, drivers: tuple[str, ...]) -> None:
    """One line of the table, tried by each driver."""
    sort, name, state, _, *marks = line.split()
    two.is_nowhere_else()
    before = two.stored()
    for driver in drivers:
        slack_id = DRIVERS[driver]
        is_theirs = driver == "two" and marks[AS_A_CAREGIVER] == "x"
        two.look_at(state)
        calls = len(two.other.town.slack.host.journal.calls)
        reply = _send(two.other, driver, slack_id, sort, name)
        said = f"{reply.text} {two.said_to(slack_id, calls)}"
        assert [each for each in SAID if each in said and not is_theirs] == [], driver
        after = two.stored()
        assert after == before or is_theirs, driver
        before = after


@pytest.mark.slow  # a server of its own
def test_nothing_is_read_across_on_postgresql_either() -> None:
    """What is asked of the database in words of its own: every command, verb and event."""
    with empty_database("postgresql") as url, open_two(url) as two:
        for line in READS:
            nothing_crosses(two, line, ("fac", "two"))


@pytest.mark.slow  # workbooks and pictures
def test_nothing_of_the_other_community_is_ever_delivered(two: Two) -> None:
    """Lists, digests, cards, Homes and workbooks of a week in which everything above has happened, file by file."""
    town = two.other.town
    town.house.deliveries.resume(town.slack.workspace.team_id)  # among the lines, the app was removed
    for who in DRIVERS.values():
        town.slack.as_person(who).runs("/sc export")
    for days, hours in ((0, 0), (1, 0), (4, -3), (5, 0)):
        town.clock.now = THURSDAY + timedelta(days=days, hours=hours)
        look_after(town.house.worker_database, town.clock())
        watch(town.house.worker_database, town.clock())
        take_due_steps(town.house.worker_database, town.clock())
        send_digests(town.house.worker_database, town.clock())
        town.deliver()
    theirs = {each.slack_id for each in second().people} - {IN_BOTH}
    people = town.slack.workspace.people.keys() - theirs - {town.slack.workspace.bot.id}  # the bot hears itself
    heard = {each: said_in_full(two, each) for each in people}
    assert sum(map(len, heard.values())) > 10_000
    in_both = heard.pop(IN_BOTH)  # a caregiver there: names, and no word of what was reported
    assert [each for each in SAID if each in in_both and each != OTHER] == []
    assert {who: [each for each in SAID if each in said] for who, said in heard.items()} == {who: [] for who in heard}
    assert any(OTHER in said_in_full(two, each) for each in theirs if each)  # they do hear of what is theirs


def said_in_full(two: Two, slack_id: str) -> str:
    """Every message that somebody may see, and every file, sheet by sheet."""
    screen = two.other.town.slack.as_person(slack_id)
    words = [f"{each.text} {each.blocks}" for each in screen.messages]
    files = two.other.town.slack.workspace.files
    contents = (files[file["id"]].content or b"" for each in screen.messages for file in each.files)
    return "\n".join([*words, *map(_unpacked, contents)])


def _unpacked(content: bytes) -> str:
    if not zipfile.is_zipfile(BytesIO(content)):
        return ""
    with zipfile.ZipFile(BytesIO(content)) as book:
        return "\n".join(book.read(each).decode("utf-8", "replace") for each in book.namelist())
