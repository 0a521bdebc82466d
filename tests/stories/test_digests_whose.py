"""Whose digest it is, and when: several roles, several communities of a workspace, a day chosen anew."""

from dataclasses import replace
from datetime import time

import pytest

from sc_bot.domain.community import Community, Habits, Localised, Role
from sc_bot.domain.policies import Weekday, WeeklyDigest
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.community import import_community
from sc_bot.usecases.habits import choose_habits
from tests.house import Town, channel_ids
from tests.stories.acting import REFERENCE, report, told_privately
from tests.stories.deciding import FIRST, ODILE, QUESTION, asks
from tests.stories.leaving import slack_id
from tests.stories.looking import rows, text_of, window
from tests.stories.promising import accepted, lists, told
from tests.stories.test_digests import MONDAY, asked_for, at, digests, opened

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # nothing here depends on the database

ON_FRIDAY = WeeklyDigest(Weekday.FRIDAY, time(8))
ELSEWHERE = Localised("Ailleurs", "Elsewhere")


def imports(town: Town, community: Community) -> None:
    """A community file is read."""
    with town.house.web_database.unit_of_work() as uow:
        team = town.slack.workspace.team_id
        import_community(uow, team, community, town.clock(), channels=channel_ids(town.slack))
    town.deliver()


def chooses(town: Town, who: str, digest: WeeklyDigest | None) -> None:
    """Somebody chooses when their digest comes."""
    now = town.clock.now
    asked = Asked(workspace=town.slack.workspace.team_id, slack_id=slack_id(town, who), request=f"{now}", now=now)
    choose_habits(town.house.web_database, asked, Habits(digest=digest))


def elsewhere(town: Town) -> Community:
    """Another community of the workspace: a caregiver of the first manages its hospital."""
    first = town.community
    codes = {"HSF-S1": Role.GENERAL_MANAGER, "ADV-1": Role.FACILITATOR}
    people = tuple(replace(each, roles=(codes[each.id],)) for each in first.people if each.id in codes)
    hospital = next(each for each in first.institutions if each.id == "HSF")
    return replace(
        first,
        settings=replace(
            first.settings, id="ailleurs", code="AI", name=ELSEWHERE, continua=("ONC",), facilitator_substitute=None,
            triage_channel=None, lessons_channel=None,
        ),
        continua=tuple(each for each in first.continua if each.id == "ONC"),
        institutions=(replace(hospital, name=ELSEWHERE, channel=None, delegates=()),),
        people=people,
        committees=(),
        routing=(),
    )  # fmt: skip


def test_a_general_manager_who_answers_for_an_institution_reads_that_too(town: Town) -> None:
    """A small institution without a managing director: Monday's digest contains what is to be answered."""
    people = tuple(each for each in town.community.people if each.id != "HSF-MD")
    homes = tuple(
        replace(each, delegates=(ODILE,) if each.id == "HSF" else each.delegates)
        for each in town.community.institutions
    )
    imports(town, replace(town.community, people=people, institutions=homes))
    opened(town)
    report(town)
    at(town, MONDAY)
    at(town, MONDAY, time(8, 30))
    (only,) = lists(town, ODILE)
    assert f"À répondre\u00a0: {REFERENCE}" in only.text


def test_the_rest_of_a_digest_is_of_the_community_that_sent_it(town: Town) -> None:
    """Who only reports in one community manages in another: the digest of the second opens, and not the first's."""
    imports(town, elsewhere(town))
    opened(town)
    report(town)
    at(town, MONDAY)
    manager = town.person("HSF-S1")
    (only,) = digests(town, "HSF-S1")
    manager.presses(only, "digest.rest")
    shown = text_of(window(town, manager))
    assert "Rien n'a bougé" in shown
    assert REFERENCE not in shown
    assert "0 problème ouvert" in asked_for(town, "HSF-S1")


def test_the_workbook_of_a_digest_is_of_the_community_that_sent_it(town: Town) -> None:
    """Who only reports in the first community has the second's; a button that names the first gives nothing."""
    imports(town, elsewhere(town))
    opened(town)
    at(town, MONDAY)
    (only,) = digests(town, "HSF-S1")
    town.person("HSF-S1").presses(only, "workbook.ask")
    town.deliver()
    assert [each["community"] for each in rows(str(town.house.settings.database_url), "exports")] == [2]
    button = next(each for block in only.blocks for each in block.get("elements", []) if "workbook.ask" in str(each))
    button["value"] = "1"
    town.clock.forward(minutes=2)
    town.person("HSF-S1").presses(only, "workbook.ask")
    town.deliver()
    assert len([each for each in told(town, "HSF-S1", "") if each.files]) == 1


def test_what_is_asked_in_one_community_is_listed_wherever_one_looks(town: Town) -> None:
    """Who manages in two communities of a workspace has one list, from any channel."""
    other, odile = elsewhere(town), next(each for each in town.community.people if each.id == ODILE)
    town.slack.add_channel("ailleurs", channel_id="CAILLEURS", members=[slack_id(town, ODILE), town.slack.bot.id])
    homes = tuple(replace(each, channel="#ailleurs") for each in other.institutions)
    imports(town, replace(other, institutions=homes, people=(*other.people, odile)))
    asks(town)
    shown = town.person(ODILE).runs("/sc décisions", channel="ailleurs").message
    assert shown is not None
    assert QUESTION in shown.text


def test_a_button_that_names_another_community_or_no_week_shows_nothing_of_it(town: Town) -> None:
    """Whatever its value: their own digest, or a word that there is none; never a crash."""
    imports(town, elsewhere(town))
    opened(town)
    report(town)
    at(town, MONDAY)
    manager = town.person(ODILE)
    for value in ("0001-01-01", "1 0001-01-01", "1 9999-12-31", "x\u0000"):
        press_rest(town, value)
        assert "Ailleurs" not in text_of(window(town, manager))
        manager.closes(window(town, manager))
    for value in ("2 2026-11-23", f"{'9' * 40} 2026-11-23"):
        press_rest(town, value)
        told_privately(town, ODILE, "sommaire")
        assert manager.modal is None


def press_rest(town: Town, value: str) -> None:
    """Press "See the rest" with a value that the bot did not give it."""
    (only,) = digests(town, ODILE)
    rest = next(each for block in only.blocks for each in block.get("elements", []) if "digest.rest" in str(each))
    rest["value"] = value
    town.person(ODILE).presses(only, "digest.rest")


def test_a_day_that_is_chosen_anew_is_no_outage(town: Town) -> None:
    """From Friday to Monday in the middle of a week: this week's comes at once, and does not say that it is late."""
    opened(town)
    chooses(town, ODILE, ON_FRIDAY)
    at(town, "2026-11-27", time(8))
    assert len(digests(town, ODILE)) == 1
    town.clock.forward(days=5)  # Wednesday
    chooses(town, ODILE, None)
    at(town, "2026-12-02", time(9))
    assert len(digests(town, ODILE)) == 2
    assert "arrive en retard" not in digests(town, ODILE)[-1].text
    at(town, "2026-12-07")
    assert len(digests(town, ODILE)) == 3


def test_what_is_due_before_the_digest_of_the_new_day_comes_at_once(town: Town) -> None:
    """Monday's digest was read; Friday is chosen: this week brings no other, so the question does not wait for it."""
    opened(town)
    at(town, MONDAY)
    at(town, "2026-11-24", time(10))
    chooses(town, ODILE, ON_FRIDAY)
    accepted(town)
    asks(town, due="le 30 novembre")
    at(town, "2026-11-25", time(10))
    (card,) = [each for each in told(town, ODILE, QUESTION) if "problem.see" in str(each.blocks)]
    assert REFERENCE in card.text


def test_an_answer_is_shown_where_it_was_asked_though_another_day_was_chosen(town: Town) -> None:
    """The digest that stands is Monday's, whenever the next one comes."""
    opened(town)
    asks(town)
    at(town, MONDAY)
    at(town, "2026-11-24", time(10))
    chooses(town, ODILE, ON_FRIDAY)
    town.person(ODILE).presses(digests(town, ODILE)[-1], "decision.agree", FIRST)
    town.deliver()
    assert "Vous êtes d'accord" in digests(town, ODILE)[-1].text
