"""The facilitator changes people and their roles in Slack."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from sc_bot.domain.answerable import answering
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.refusals import Refused, Why
from sc_bot.playground.errors import CannotDo
from sc_bot.playground.model import View
from sc_bot.playground.screen import Screen
from sc_bot.usecases import people
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.community import export_community, import_community
from sc_bot.usecases.handing_over import retire
from storage.tables import community_events
from tests.house import Town, card_of, channel_ids

PROBLEM = "/problem Le résumé de fin de chimio part par la poste @HSF"


def window_on(town: Town, who: str, about: str) -> View:
    """The facilitator opens somebody's place."""
    screen = town.person(who)
    screen.runs("/sc people")
    found = screen.submits(opened(town, screen), {"person": slack_id(town, about)}).view
    assert found is not None
    return found


def opened(town: Town, screen: Screen) -> View:
    """The window in which somebody is chosen, once Slack has opened it."""

    def is_open() -> bool:
        return screen.modal is not None and screen.modal.payload["callback_id"] == "people.choose"

    assert town.slack.wait_for(is_open)
    assert screen.modal is not None
    return screen.modal


def slack_id(town: Town, person: str) -> str:
    """The Slack id of somebody of the region."""
    known = town.community.person(person)
    return (known.slack_id if known else None) or person


def stored(town: Town) -> Community:
    """The community as an export would say it."""
    with town.house.web_database.reading() as uow:
        [place] = uow.communities.in_workspace(town.slack.workspace.team_id)
        return export_community(uow, place)


def person(town: Town, who: str) -> Person:
    """Somebody as they are stored."""
    found = stored(town).person(who)
    assert found is not None
    return found


def errors_of(screen: Screen, view: View, values: dict[str, object]) -> dict[str, str]:
    """What the window complains about."""
    return dict(screen.submits(view, values).errors)


def test_the_facilitator_gives_several_roles_and_a_place(town: Town) -> None:
    """Roles, institution and line are saved together, and the change is audited with its author."""
    facilitator = town.person("ADV-1")
    view = window_on(town, "ADV-1", "HSF-S1")
    facilitator.submits(view, {"roles": ["caregiver", "moderator"], "institution": "CVE", "line": "1"})
    fanny = person(town, "HSF-S1")
    assert (fanny.roles, fanny.institution, fanny.line) == ((Role.CAREGIVER, Role.MODERATOR), "CVE", 1)
    with town.house.web_database.engine.connect() as connection:
        last = connection.execute(select(community_events).order_by(community_events.c.id.desc())).first()
    assert last is not None
    assert (last.actor, last.subject, last.before["institution"]) == ("ADV-1", "person HSF-S1", "HSF")
    assert facilitator.modal is not None
    assert "Fanny" in str(facilitator.modal.payload)
    assert town.slack.errors == []


def test_the_substitute_may_and_nobody_else(town: Town) -> None:
    """The substitute opens the window; a director is refused in words."""
    assert window_on(town, "MOD-1", "HSF-S1") is not None
    refused = town.person("HSF-MD").runs("/sc personnes")
    assert refused.text
    assert town.person("HSF-MD").modal is None


def test_a_second_director_is_refused_by_name_and_nothing_changes(town: Town) -> None:
    """Exactly one active managing director an institution, in Slack as in the file."""
    before = stored(town)
    view = window_on(town, "ADV-1", "SC-1")
    errors = errors_of(town.person("ADV-1"), view, {"roles": ["managing_director"]})
    assert list(errors) == ["roles"]
    assert "Bastien Morelière" in errors["roles"]
    assert stored(town) == before


def test_a_director_is_replaced_when_that_is_chosen_and_open_problems_go_over(town: Town) -> None:
    """The new director gets a card for each open problem; the old one's card loses its buttons."""
    town.person("HSF-S1").runs(PROBLEM)
    town.deliver()
    old = town.person("HSF-MD")
    card = card_of(old, "ONC-1", "problem.accept")
    view = window_on(town, "ADV-1", "SC-1")
    town.person("ADV-1").submits(view, {"roles": ["managing_director"], "replaces": ["yes"]})
    town.deliver()
    new = town.person("SC-1")
    after = stored(town)
    director = after.managing_director_of("HSF")
    assert director is not None
    assert director.id == "SC-1"
    assert person(town, "HSF-MD").roles == (Role.CAREGIVER,)
    assert after.delegates_of("HSF") == ()
    with pytest.raises(CannotDo):
        old.presses(card, "problem.accept")
    new.presses(card_of(new, "ONC-1", "problem.accept"), "problem.accept")
    with town.house.web_database.reading() as uow:
        problem = uow.problems.get(town.slack.workspace.team_id, "ONC-1")
        assert problem is not None
        assert [each.actor for each in uow.history.of(problem.id) if each.kind == "accepted"] == ["SC-1"]


def test_the_last_director_and_the_facilitator_keep_their_role(town: Town) -> None:
    """Nobody may be left without: the role is given to another person first."""
    bastien = errors_of(town.person("ADV-1"), window_on(town, "ADV-1", "HSF-MD"), {"roles": ["caregiver"]})
    moved = errors_of(town.person("ADV-1"), window_on(town, "ADV-1", "HSF-MD"), {"institution": "CVE"})
    gone = errors_of(town.person("ADV-1"), window_on(town, "ADV-1", "ADV-1"), {"active": []})
    assert [*bastien, *moved, *gone] == ["roles", "roles", "active"]


def test_the_facilitator_hands_the_role_over(town: Town) -> None:
    """With the box ticked another person facilitates; the substitute who takes it over has no substitute."""
    refused = errors_of(town.person("ADV-1"), window_on(town, "ADV-1", "MOD-1"), {"roles": ["facilitator"]})
    assert "Anne-Sophie" in refused["roles"]
    chosen: dict[str, object] = {
        "roles": ["facilitator", "moderator"],
        "replaces": ["yes"],
        "stands_in": [],
    }
    town.person("ADV-1").submits(window_on(town, "ADV-1", "MOD-1"), chosen)
    after = stored(town)
    assert after.facilitator is not None
    assert after.facilitator.id == "MOD-1"
    assert after.substitute is None


def test_delegates_are_added_at_the_end_and_taken_away(town: Town) -> None:
    """The order in which delegates stand in is the order in which they were named."""
    town.person("ADV-1").submits(window_on(town, "ADV-1", "HSF-S4"), {"stands_in": ["delegate"]})
    assert [each.id for each in stored(town).delegates_of("HSF")] == ["SC-1", "HSF-S4"]
    town.person("ADV-1").submits(window_on(town, "ADV-1", "SC-1"), {"stands_in": []})
    assert [each.id for each in stored(town).delegates_of("HSF")] == ["HSF-S4"]


def test_somebody_taken_out_is_inactive_and_stands_in_for_nobody(town: Town) -> None:
    """Deactivated, not deleted; and brought back by the same window."""
    town.person("ADV-1").submits(window_on(town, "ADV-1", "SC-1"), {"active": []})
    assert stored(town).person("SC-1") is None
    assert stored(town).delegates_of("HSF") == ()
    town.person("ADV-1").submits(window_on(town, "ADV-1", "SC-1"), {"active": ["yes"]})
    assert person(town, "SC-1").roles == (Role.SUPPORT_COMMITTEE,)


def test_somebody_who_never_wrote_can_be_given_an_office(town: Town) -> None:
    """The privacy officer of next month is named before they ever open Slack."""
    town.slack.add_person("UNEW00000", "Nouvelle Venue")
    town.person("ADV-1").submits(window_on(town, "ADV-1", "UNEW00000"), {"roles": ["privacy_officer"]})
    assert person(town, "UNEW00000").roles == (Role.PRIVACY_OFFICER,)


def test_slack_itself_is_nobody(town: Town) -> None:
    """Slackbot cannot be given a role."""
    screen = town.person("ADV-1")
    screen.runs("/sc people")
    assert "person" in errors_of(screen, opened(town, screen), {"person": "USLACKBOT"})


def test_the_button_of_the_front_opens_the_same_window(town: Town) -> None:
    """`/sc` alone offers it to the facilitator."""
    screen = town.person("ADV-1")
    front = screen.runs("/sc").message
    assert front is not None
    screen.presses(front, "people.manage")
    assert "submit" in opened(town, screen).payload


def test_a_window_sent_twice_changes_once(town: Town) -> None:
    """A replay of the same request is answered alike and audited once."""
    town.person("ADV-1").submits(window_on(town, "ADV-1", "HSF-S1"), {"line": "3"})
    with town.house.web_database.engine.connect() as connection:
        before = len(connection.execute(select(community_events.c.id)).all())
    assert town.slack.replay(town.slack.sent[-1]).status == 200
    with town.house.web_database.engine.connect() as connection:
        assert len(connection.execute(select(community_events.c.id)).all()) == before


def test_two_facilitators_naming_two_directors_at_once_leave_one(town: Town) -> None:
    """The second waits for the first, and is refused with the name."""
    together, refused = Barrier(2), list[Why]()
    with town.house.web_database.unit_of_work() as uow:
        [place] = uow.communities.in_workspace(town.slack.workspace.team_id)
        uow.communities.retire_person(place, "HSF-MD", actor=None, now=town.clock())

    def name(by: str, target: str) -> None:
        asked = Asked(workspace=place.workspace, slack_id=slack_id(town, by), request=f"by {by}", now=town.clock())
        office = people.Office(roles=(Role.MANAGING_DIRECTOR,), institution="HSF")
        together.wait()
        try:
            people.save_person(town.house.worker_database, asked, place.id, slack_id(town, target), office)
        except Refused as no:
            refused.append(no.why)

    threads = [Thread(target=name, args=pair) for pair in (("ADV-1", "HSF-S1"), ("MOD-1", "HSF-S3"))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert refused == [Why.ONE_DIRECTOR]
    assert len(stored(town).having(Role.MANAGING_DIRECTOR, "HSF")) == 1


@pytest.mark.parametrize("stand_in", ["SC-1", "ADV-1"])
def test_when_the_director_leaves_the_next_in_the_chain_gets_the_open_problems(town: Town, stand_in: str) -> None:
    """The delegates in order, then the facilitator; never nobody, never the caregiver."""
    town.person("HSF-S1").runs(PROBLEM)
    town.deliver()
    with town.house.web_database.unit_of_work() as uow:
        [place] = uow.communities.in_workspace(town.slack.workspace.team_id)
        for gone in ("HSF-MD", "SC-1") if stand_in == "ADV-1" else ("HSF-MD",):
            retire(uow, place, gone, actor=None, now=town.clock())
    town.deliver()
    assert "ONC-1" in card_of(town.person(stand_in), "ONC-1").text
    with town.house.web_database.reading() as uow:
        problem = uow.problems.get(place.workspace, "ONC-1")
        assert problem is not None
        found = answering(uow.communities.get(place.id).community, problem)
    assert found is not None
    assert found.id == stand_in


def test_a_file_with_another_director_gives_them_the_open_problems(town: Town) -> None:
    """An import reassigns as a change in Slack does: whoever answers now gets the card."""
    town.person("HSF-S1").runs(PROBLEM)
    town.deliver()
    people = (each for each in town.community.people if each.id != "HSF-MD")
    named = {"SC-1": (Role.MANAGING_DIRECTOR,)}
    file = replace(
        town.community,
        people=tuple(replace(each, roles=named.get(each.id, each.roles)) for each in people),
        institutions=tuple(replace(each, delegates=()) for each in town.community.institutions),
    )
    with town.house.web_database.unit_of_work() as uow:
        team = town.slack.workspace.team_id
        import_community(uow, team, file, town.clock(), channels=channel_ids(town.slack))
    town.deliver()
    assert "ONC-1" in card_of(town.person("SC-1"), "ONC-1", "problem.accept").text
    assert stored(town).person("HSF-MD") is None


def test_the_card_of_an_author_names_the_new_director(town: Town) -> None:
    """Whoever shows their name reads on their card who has the problem now."""
    fanny = town.person("HSF-S1")
    fanny.runs(PROBLEM)
    town.deliver()
    fanny.presses(card_of(fanny, "ONC-1", "problem.show_name"), "problem.show_name")
    chosen: dict[str, object] = {"roles": ["managing_director"], "replaces": ["yes"]}
    town.person("ADV-1").submits(window_on(town, "ADV-1", "SC-1"), chosen)
    town.deliver()
    assert "Sabrina Courtemont" in card_of(fanny, "ONC-1", "problem.withdraw").text
