"""1. "Strategic Community": a thing of its own, with partners, continua and dates, several in one workspace."""

from tests.crossing.two import OTHER, first, second
from tests.homes.looking import opens, read
from tests.house import THURSDAY, Town, channel_ids
from tests.seed.reading import imported
from tests.stories.acting import report


def test_two_communities_of_one_workspace_show_nothing_of_each_other(town: Town) -> None:
    """What the first reports is in no list and on no Home of the second; each says what it is itself."""
    imported(town, first(), channel_ids(town.slack))
    imported(town, second(), {})
    head = next(each.slack_id for each in second().people if each.id == "ADV-1")
    for each in second().people:
        if each.slack_id and each.slack_id not in town.slack.workspace.people:
            town.slack.add_person(each.slack_id, each.name)
    town.clock.now = THURSDAY
    report(town)
    there = town.person(str(head))
    seen = "".join((there.runs("/sc list").text, there.runs("/sc board HSF").text, read(opens(town, str(head)))))
    assert "ONC-1" not in seen
    assert "Aucun problème ONC-1" in there.runs("/sc show ONC-1").text
    assert OTHER in there.runs("/sc community").text
    assert "2028" in town.person("ADV-1").runs("/sc community").text
