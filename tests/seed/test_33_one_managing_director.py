"""33. "A managing director in each institution": one at a time; a second is refused or replaces the first, audited."""

from dataclasses import replace
from importlib.resources import files

import pytest

from sc_bot.domain.community import Role
from sc_bot.domain.refusals import Refused, Why
from sc_bot.org_file import OrgFileInvalid, read_community
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.people import Office, save_person
from tests.house import Town, channel_ids, region
from tests.seed.reading import imported, without
from tests.stories.acting import table

SECOND = "HSF-S2"


def asked(town: Town, request: str) -> Asked:
    """The facilitator changes somebody's place."""
    return Asked(workspace=town.slack.workspace.team_id, slack_id="UADV10000", request=request, now=town.clock())


def test_a_file_with_two_directors_of_one_institution_is_refused_with_its_lines(town: Town) -> None:
    """Nothing of it is stored."""
    source = files("sc_bot.playground.region").joinpath("estrie.org.yaml").read_text("utf-8")
    before = table(town, "people")
    first = source.index("- id: HSF-S2")
    roles = source.index("- caregiver", first)
    twice = f"{source[:roles]}- managing_director{source[roles + len('- caregiver') :]}"
    with pytest.raises(OrgFileInvalid) as wrong:
        read_community(twice.encode())
    assert "second_director" in str(wrong.value.mistakes)
    assert table(town, "people") == before


def test_a_second_director_is_refused_and_replaces_only_when_that_is_said(town: Town) -> None:
    """In Slack: refused with the name of who has the office; replaced, both changes are in the audit."""
    office = Office(roles=(Role.MANAGING_DIRECTOR,), institution="HSF", line=2)
    person = next(each for each in region().people if each.id == SECOND)
    database = town.house.web_database
    with pytest.raises(Refused) as refused:
        save_person(database, asked(town, "1"), 1, str(person.slack_id), office)
    assert (refused.value.why, refused.value.details) == (Why.ONE_DIRECTOR, ("Bastien Morelière",))
    save_person(database, asked(town, "2"), 1, str(person.slack_id), replace(office, replaces=True))
    directors = [
        each["key"]
        for each in table(town, "people")
        if "managing_director" in str(each["roles"]) and each["institution"] == "HSF"
    ]
    assert directors == [SECOND]
    subjects = [each["subject"] for each in table(town, "community_events") if each["actor"] == "ADV-1"]
    assert subjects == ["person HSF-MD", f"person {SECOND}"]


def test_a_file_that_names_another_director_replaces_the_first_and_says_so_in_the_audit(town: Town) -> None:
    """One at a time, before and after."""
    changed = without(region(), "HSF-MD", Role.MANAGING_DIRECTOR)
    people = tuple(
        replace(each, roles=(Role.MANAGING_DIRECTOR,)) if each.id == SECOND else each for each in changed.people
    )
    imported(town, replace(changed, people=people), channel_ids(town.slack))
    with town.house.web_database.reading() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
    director = place.community.managing_director_of("HSF")
    assert director is not None
    assert director.id == SECOND
    assert {f"person {SECOND}", "person HSF-MD"} <= {each["subject"] for each in table(town, "community_events")}
