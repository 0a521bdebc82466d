"""An erasure touches one person of one community: nobody and nothing that only has the same name or id."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sc_bot.domain.accesses import Screen
from sc_bot.domain.community import Community
from sc_bot.upkeep import keep_terms
from sc_bot.usecases.community import import_community
from sc_bot.usecases.keeping.erasing import erase_person
from sc_bot.usecases.keeping.person import find_person
from tests.crossing.two import second, theirs
from tests.house import THURSDAY, Town, channel_ids, open_town, region
from tests.stories.acting import report
from tests.stories.looking import everything, rows


@pytest.fixture
def town(region_url: str) -> Iterator[Town]:
    """The region; who reports is asked nothing."""
    with open_town(region_url) as town:
        yield town


def erased(town: Town, person: str, community: str = "estrie") -> None:
    """Somebody is forgotten, in Slack too."""
    database = town.house.worker_database
    for each in find_person(database, None, community, person):
        erase_person(database, each, town.clock(), Screen.ERASE_COMMAND)
    town.deliver()
    keep_terms(town.house)


def settled(town: Town, community: Community) -> None:
    """Another community file is imported."""
    with town.house.worker_database.unit_of_work() as uow:
        channels = channel_ids(town.slack) if community.settings.id == "estrie" else {}
        import_community(uow, town.slack.workspace.team_id, community, THURSDAY, channels=channels)


def test_the_same_id_in_another_community_is_somebody_else(town: Town, region_url: str) -> None:
    """What was said there, remembered answers too, stays as it was."""
    settled(town, second())
    other = theirs("UCVES1000")
    assert other is not None
    town.slack.add_person(other, "Zibeline")
    report(town)
    report(town, by=other)

    def there() -> list[object]:
        kinds = [(each["target"], each["kind"]) for each in rows(region_url, "outbox") if each["problem"] == 2]
        answers = [str(each["answer"]) for each in rows(region_url, "requests") if "'community': 2" in str(each)]
        return [*kinds, *answers, rows(region_url, "problems")[1]["reporter"]]

    before = there()
    assert before[-1] == "CVE-S1"
    assert len(before) > 3
    erased(town, "CVE-S1")
    assert there() == before
    assert [each["reporter"] for each in rows(region_url, "problems")] == ["-", "CVE-S1"]


def test_who_is_called_like_an_institution_takes_none_with_them(town: Town, region_url: str) -> None:
    """Its id stands in many documents; it is the institution there."""
    called = replace(region(), people=tuple(
        replace(each, id="HSF") if each.id == "CVE-S1" else each for each in region().people
    ))  # fmt: skip
    settled(town, called)
    report(town)
    before = [row["kind"] for row in rows(region_url, "outbox") if row["kind"] == "Headline"]
    erased(town, "HSF")
    with town.house.worker_database.reading() as uow:
        homes = uow.communities.get(1).community.institutions
    assert [each.id for each in homes] == [each.id for each in region().institutions]
    assert [row["kind"] for row in rows(region_url, "outbox") if row["kind"] == "Headline"] == before != []
    assert "Rosalie" not in everything(region_url)


def test_the_newcomer_that_somebody_was_goes_with_them(town: Town, region_url: str) -> None:
    """They wrote before the file named them: that row goes too, and what they did under that id."""
    newcomer = "UNEWCOMER0"
    town.slack.add_person(newcomer, "Ondine Nouvelle")
    report(town, by=newcomer)
    named = replace(region().people[-1], id="CVE-S9", name="Ondine Nouvelle", slack_id=newcomer)
    settled(town, replace(region(), people=(*region().people, named)))
    assert {each["key"] for each in rows(region_url, "people") if each["slack_id"] == newcomer} == {newcomer, "CVE-S9"}
    erased(town, newcomer)
    kept = everything(region_url)
    assert [each for each in (newcomer, "CVE-S9", "Ondine") if each in kept] == []
