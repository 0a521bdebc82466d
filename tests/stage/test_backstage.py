"""What the page is told of the stage: who is who, what was stored, what happened on the way, where the tour stands."""

from collections.abc import Iterator

import pytest

from sc_bot.manifest import COMMANDS, MESSAGE_SHORTCUTS
from sc_bot.playground.page.backstage import CannotTravel, Unknown
from sc_bot.playground.stage.backstage import StageBackstage
from sc_bot.playground.stage.opening import open_stage
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.told import STORY

pytestmark = pytest.mark.slow  # a whole stage each time


@pytest.fixture
def stage() -> Iterator[Stage]:
    """The region on its first day."""
    with open_stage(past=False) as stage:
        yield stage


def test_everybody_is_in_the_cast(stage: Stage) -> None:
    """Each with an institution and roles in both languages; the commands are the manifest's."""
    cast = StageBackstage(stage).cast()
    assert {each["key"] for each in cast["people"]} == {each.id for each in stage.community.people if each.slack_id}
    nurse = next(each for each in cast["people"] if each["key"] == "HSF-S1")
    assert nurse["institution"]["en"] == "Saint-Firmin Hospital"
    assert nurse["roles"]["en"] == ["Caregiver"]
    assert nurse["title"] == "infirmière pivot en oncologie"
    assert [each["name"] for each in cast["commands"]] == list(COMMANDS)
    assert [each["id"] for each in cast["shortcuts"]] == list(MESSAGE_SHORTCUTS)


def test_what_was_stored_since_a_mark(stage: Stage) -> None:
    """Only the events since then, and only the messages that are new or have changed; never a word of anybody."""
    backstage = StageBackstage(stage)
    fanny, bastien = stage.person("HSF-S1"), stage.person("HSF-MD")
    fanny.runs("/problem @HSF personne ne répond")
    assert stage.settle()
    mark = backstage.mark()
    assert backstage.stored_since(mark) == {"events": [], "outbox": []}
    card = next(each for each in bastien.messages if "CS-1" in each.text)
    bastien.presses(card, "problem.accept")
    assert stage.settle()
    stored = backstage.stored_since(mark)
    assert [(each["kind"], each["from"], each["to"]) for each in stored["events"]] == [
        ("accepted", "routed", "accepted")
    ]
    kinds = {each["kind"]: each["state"] for each in stored["outbox"]}
    assert kinds == {"AuthorCard": "sent", "DirectorCard": "sent", "Headline": "sent", "Told": "sent"}
    assert "personne ne répond" not in str(stored)


def test_a_journey_tells_who_got_what(stage: Stage) -> None:
    """By reader, with where it stands; the clock says where it ended."""
    backstage = StageBackstage(stage)
    backstage.travel("2026-11-19T22:00", None)
    stage.person("HSF-S1").runs("/problem @CVE personne ne répond")
    assert stage.settle()
    journey = backstage.travel("tomorrow", None)
    ginette = stage.person("CVE-MD").person.id
    [hers] = [each for each in journey["appeared"] if each["to"] == ginette]
    assert hers["is_new"]
    assert hers["channel"].startswith("D")
    assert hers["at"].startswith("2026-11-20T13:00")
    assert journey["to"] <= backstage.now()["now"]


def test_the_tour_notices_who_did_the_step(stage: Stage) -> None:
    """Whether the visitor did it or asked for it makes no difference."""
    backstage = StageBackstage(stage)
    assert backstage.tour()["at"] == -1
    assert not backstage.tour_step("restart")["held"]
    stage.person("HSF-S1").runs(STORY[0].types)
    assert stage.settle()
    assert backstage.tour()["held"]
    assert backstage.tour_step("next")["at"] == 1
    done = backstage.tour_step("do")
    assert done["held"]
    assert done["failed"] is None
    with pytest.raises(Unknown):
        backstage.tour_step("dance")


def test_the_tour_lets_nobody_get_stuck(stage: Stage) -> None:
    """What held has held, whatever comes after; a step can be skipped; stale orders of another tab do nothing."""
    backstage = StageBackstage(stage)
    backstage.tour_step("restart")
    backstage.tour_step("do", "report")
    bastien = stage.person("HSF-MD")
    bastien.presses(next(each for each in bastien.messages if "ONC-1" in each.text), "problem.accept")
    assert stage.settle()
    assert backstage.tour()["held"]
    assert backstage.tour_step("next", "report")["at"] == 1
    assert backstage.tour_step("next", "report")["at"] == 1
    assert backstage.tour_step("do", "accept")["failed"]  # he accepted before his turn, and cannot again
    assert backstage.tour_step("next", "accept")["at"] == 2
    for _ in ("promise", "address"):
        backstage.tour_step("next")
    assert backstage.tour_step("do", "return")["failed"] == "skipped"
    assert backstage.tour_step("restart")["at"] == 0


def test_two_visitors_who_ask_for_tomorrow_mean_the_same_day(stage: Stage) -> None:
    """The journey begins from the time that each of them saw."""
    backstage = StageBackstage(stage)
    seen = backstage.now()["now"]
    backstage.travel("tomorrow", seen)
    with pytest.raises(CannotTravel):
        backstage.travel("tomorrow", seen)


def test_every_step_speaks_both_languages() -> None:
    """With different words, and a no-break space before a French colon."""
    for step in STORY:
        for said in (step.task, step.claim):
            assert said.fr
            assert said.en
            assert said.fr != said.en
            assert " :" not in said.fr
