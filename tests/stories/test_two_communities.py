"""Two communities in one workspace: whoever is in both is asked which is meant, and finds their way."""

import pytest

from sc_bot.domain.community import Community
from sc_bot.usecases.community import import_community
from tests.crossing.two import IN_BOTH, OTHER, first, second, theirs
from tests.homes.looking import opens, read
from tests.house import THURSDAY, Town, channel_ids
from tests.presentation.gallery import as_text
from tests.stories.acting import table
from tests.stories.looking import ABOUT_CHEMO, window
from tests.stories.promising import told

HERE, THERE = "1 -", "2 HSF"
STRANGER = "UNEW00001"


@pytest.fixture
def kind() -> str:
    """The matrix is tried on both databases; these ways through it on one."""
    return "sqlite"


@pytest.fixture(autouse=True)
def both(town: Town) -> None:
    """A second community, and somebody who is in both."""
    for who in (IN_BOTH, STRANGER, *(each.slack_id for each in second().people)):
        if who and who not in town.slack.workspace.people:
            town.slack.add_person(who, who)
    for community in (first(), second()):
        _import(town, community)


def _import(town: Town, community: Community) -> None:
    with town.house.web_database.unit_of_work() as uow:
        channels = channel_ids(town.slack) if community == first() else {}
        import_community(uow, town.slack.workspace.team_id, community, THURSDAY, channels=channels)


def communities(town: Town) -> list[object]:
    """The community of each report, oldest first."""
    return [each["community"] for each in table(town, "problems")]


def test_a_report_waits_for_its_community_and_its_words_are_kept_in_the_window(town: Town) -> None:
    """Nothing is stored before one says which is meant; then it goes there, and is answered in that one's names."""
    person = town.person(IN_BOTH)
    assert "il y a plusieurs communautés" in person.runs(f"/problem {ABOUT_CHEMO}").text
    assert table(town, "problems") == []
    asks = window(town, person, "institution")
    assert ABOUT_CHEMO in str(asks.blocks)
    sent = person.submits(asks, {"institution": THERE})
    assert communities(town) == [2]
    assert f"{OTHER} HSF" in as_text(sent.view.blocks if sent.view else [])


def test_in_an_institution_s_channel_its_own_community_is_meant(town: Town) -> None:
    """Nobody is asked what the place says."""
    channel = town.slack.workspace.named("cs-hsf")
    assert channel is not None
    channel.members.append(IN_BOTH)
    town.person(IN_BOTH).runs(f"/problem {ABOUT_CHEMO}", channel=channel.id)
    assert communities(town) == [1]


def test_somebody_unknown_is_asked_too_and_welcomed_where_they_report(town: Town) -> None:
    """A stranger's words do not go to the oldest community because it is the oldest."""
    person = town.person(STRANGER)
    person.runs(f"/problem {ABOUT_CHEMO}")
    person.submits(window(town, person, "institution"), {"institution": THERE})
    assert communities(town) == [2]
    (known,) = [each for each in table(town, "people") if each["slack_id"] == STRANGER]
    assert known["community"] == 2
    town.deliver()
    assert told(town, str(theirs("UHSFMD000")), "ONC-1") != []
    assert told(town, "HSF-MD", "ONC-1") == []


def test_references_are_counted_together_where_a_prefix_is_shared(town: Town) -> None:
    """ONC-1 is one problem in the whole workspace."""
    for place in (HERE, THERE, HERE):
        person = town.person(IN_BOTH)
        person.runs("/problem")
        given: dict[str, object] = {"description": ABOUT_CHEMO, "institution": place}
        person.submits(window(town, person, "institution"), given)
        person.closes(window(town, person), everything=True)
    assert [each["reference"] for each in table(town, "problems")] == ["ONC-1", "ONC-2", "ONC-3"]
    assert communities(town) == [1, 2, 1]


def test_one_goes_to_the_other_community_and_everything_shows_it(town: Town) -> None:
    """`/sc communauté` says where one is; the choice is remembered, for Home and lists; others' is not theirs."""
    person = town.person(IN_BOTH)
    before = read(opens(town, IN_BOTH))
    assert OTHER not in before
    here = person.runs("/sc communauté").message
    assert here is not None
    person.chooses(here, "community.choose", "2")
    town.house.bot.quick.wait()
    assert f"{OTHER} communauté" in read(opens(town, IN_BOTH))
    assert f"{OTHER} communauté" in person.runs("/sc community").text
    assert "Estrie" in town.person("HSF-MD").runs("/sc community").text


def test_more_fields_ask_about_the_community_that_was_chosen(town: Town) -> None:
    """The institutions concerned are those of the community that is meant."""
    person = town.person(IN_BOTH)
    person.runs("/problem")
    asks = window(town, person, "institution")
    person.types(asks, {"institution": THERE})
    person.presses(asks, "problem.report_more")
    more = window(town, person, "concerned")
    assert f"{OTHER} GTV" in str([each for each in more.blocks if each["block_id"] == "concerned"])
