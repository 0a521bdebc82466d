"""Whose name is whose: authors, newcomers, and two communities in one workspace."""

from dataclasses import replace

from sc_bot.domain.community import Localised
from sc_bot.playground.screen import Screen
from sc_bot.ports import Place
from sc_bot.usecases.community import import_community
from tests.house import Town, card_of
from tests.stories.looking import ABOUT_CHEMO, buttons, rows, shown_to, window


def test_the_author_is_named_to_nobody_but_the_facilitator(town: Town) -> None:
    """After a report, a question, an answer and an acceptance, no other person's screen holds name or id."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    fanny.submits(window(town, fanny, "severity"), {"description": ABOUT_CHEMO, "severity": "4"})
    town.deliver()
    bastien.says("Depuis quand?", thread=card_of(bastien, "ONC-1", "problem.accept"))
    town.deliver()
    fanny.says("Depuis août", thread=next(m for m in reversed(fanny.messages) if "problem.answer" in str(m.blocks)))
    bastien.presses(card_of(bastien, "ONC-1", "problem.accept"), "problem.accept")
    town.deliver()
    for who in set(town.slack.workspace.people) - {fanny.person.id, "UADV10000", town.slack.bot.id}:
        seen = shown_to(town.slack.as_person(who))
        assert "Castelneau" not in seen
        assert fanny.person.id not in seen
        assert "HSF-S1" not in seen
    assert "Fanny Castelneau" in shown_to(town.person("ADV-1"))


def test_no_row_that_others_are_told_from_holds_the_author(town: Town, region_url: str) -> None:
    """Who reported stands in the problem itself; history and messages to others do not repeat it."""
    fanny = town.person("HSF-S1")
    fanny.runs(f"/problem {ABOUT_CHEMO}")
    town.deliver()
    others = [row for row in rows(region_url, "outbox") if row["target"] != fanny.person.id]
    for row in [*rows(region_url, "events"), *rows(region_url, "texts"), *others]:
        assert "HSF-S1" not in str(row)
        assert fanny.person.id not in str(row)


def newcomer(town: Town, slack_id: str = "UNEW00000") -> Screen:
    """Somebody whom the community file does not name, in every channel."""
    person = town.slack.add_person(slack_id, "Noé Nouveau")
    for channel in town.slack.workspace.channels.values():
        if channel.name:
            channel.members.append(person.id)
    return town.slack.as_person(person.id)


def test_a_newcomer_s_report_is_captured_first_and_their_place_asked_once(town: Town, region_url: str) -> None:
    """Anyone in the workspace may report: it is stored and routed, then one question; a second report asks nothing."""
    noe, bastien = newcomer(town), town.person("HSF-MD")
    assert "ONC-1" in noe.runs(f"/problem {ABOUT_CHEMO}").text
    noe.runs(f"/problem {ABOUT_CHEMO} encore")
    town.deliver()
    assert "problem.accept" in buttons(card_of(bastien, "ONC-1", "problem.accept"))
    asking = [each for each in noe.messages if "people.place" in str(each.blocks)]
    assert len(asking) == 1
    assert [row["reporter"] for row in rows(region_url, "problems")] == ["UNEW00000", "UNEW00000"]


def test_a_newcomer_in_an_institution_s_channel_is_not_asked(town: Town, region_url: str) -> None:
    """Where they typed it is where they work."""
    noe = newcomer(town)
    noe.runs(f"/problem {ABOUT_CHEMO}", channel="cs-cve")
    town.deliver()
    assert not [each for each in noe.messages if "people.place" in str(each.blocks)]
    assert rows(region_url, "problems")[0]["reporter_institution"] == "CVE"


def test_a_newcomer_who_later_types_in_an_institution_s_channel_is_placed_there(town: Town, region_url: str) -> None:
    """First a direct message, then the channel of the pharmacies: from then on they work there."""
    noe = newcomer(town)
    noe.runs(f"/problem {ABOUT_CHEMO}")
    noe.runs(f"/problem {ABOUT_CHEMO} encore", channel="cs-pco")
    assert [row["reporter_institution"] for row in rows(region_url, "problems")] == [None, "PCO"]


def second_community(town: Town) -> Place:
    """Another community in the same workspace, with one hospital and three people of its own."""
    first = town.community
    codes = {"HSF-S1": ("UOTHERS00", "Ondine Ailleurs"), "HSF-MD": ("UOTHERM00", "Maxime Loin")}
    codes |= {"ADV-1": ("UOTHERF00", "Fabienne Autre")}
    people = tuple(
        replace(each, slack_id=codes[each.id][0], name=codes[each.id][1]) for each in first.people if each.id in codes
    )
    hospital = next(each for each in first.institutions if each.id == "HSF")
    settings = replace(
        first.settings,
        id="ailleurs",
        code="AI",
        name=Localised("Ailleurs", "Elsewhere"),
        continua=("ONC",),
        facilitator_substitute=None,
        triage_channel=None,
        lessons_channel=None,
    )
    other = replace(
        first,
        settings=settings,
        continua=tuple(each for each in first.continua if each.id == "ONC"),
        institutions=(replace(hospital, channel=None, delegates=()),),
        people=people,
        committees=(),
        routing=(),
    )
    for slack_id, name in codes.values():
        town.slack.add_person(slack_id, name)
    with town.house.web_database.unit_of_work() as uow:
        return import_community(uow, town.slack.workspace.team_id, other, town.clock(), channels={})


def test_two_communities_in_one_workspace_do_not_see_each_other_s_problems(town: Town) -> None:
    """The same hospital's name, two directors: each hears of their own community's problem only."""
    second_community(town)
    fanny, ondine = town.person("HSF-S1"), town.slack.as_person("UOTHERS00")
    bastien, maxime = town.person("HSF-MD"), town.slack.as_person("UOTHERM00")
    fanny.runs(f"/problem {ABOUT_CHEMO}")
    ondine.runs("/problem La chimio de l'hôpital se fait attendre")
    town.deliver()
    assert "problem.accept" in buttons(card_of(bastien, "ONC-1", "problem.accept"))
    assert "problem.accept" in buttons(card_of(maxime, "ONC-2", "problem.accept"))
    assert "ONC-2" not in shown_to(bastien)
    assert "ONC-1" not in shown_to(maxime)
    for person, foreign in ((bastien, "ONC-2"), (maxime, "ONC-1"), (ondine, "ONC-1"), (fanny, "ONC-2")):
        told = person.runs(f"/sc show {foreign}").message
        assert told is not None
        assert ABOUT_CHEMO not in str(told.blocks)
        assert "attendre" not in str(told.blocks)
        listed = person.runs("/sc list").message
        assert listed is not None
        assert foreign not in str(listed.blocks)
