"""The region's past is lived once and then copied; a kept database comes back as it was left."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sc_bot.domain.community import Community
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.moods import put_into
from sc_bot.playground.stage import keeping, opening
from sc_bot.playground.stage.clock import Clock
from sc_bot.playground.stage.opening import open_stage
from sc_bot.playground.stage.passing import before_the_curtain
from sc_bot.playground.stage.reopening import CannotOpen
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import fills
from sc_bot.playground.stage.travel import travel
from sc_bot.settings import Settings
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.community import import_community
from sc_bot.usecases.problems.report import Report, report_problem
from storage.database import StoredDatabase
from tests.house import THURSDAY, WORKER_PATIENCE, card_of, region

pytestmark = pytest.mark.slow  # a whole stage each time


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place of its own to keep in, and a past in which nothing happens."""

    def live(slack: FakeSlack, _settings: Settings, _region: Community, clock: Clock, *, until: datetime) -> None:
        lived.append(slack)
        slack.workspace.dm_with("UHSFS1000")
        clock.forward_to(until)

    lived: list[FakeSlack] = []
    monkeypatch.setattr(keeping, "ROOM", tmp_path / "room")
    monkeypatch.setattr(opening, "live_past", live)
    yield tmp_path / "room"
    assert len(lived) == 1, "the past was lived again"


def shown(stage: Stage) -> dict[str, list[str]]:
    """What stands in each conversation, by its readers."""
    return {
        ",".join(sorted(channel.members)): [each.text for each in channel.messages]
        for channel in stage.slack.workspace.channels.values()
        if channel.messages
    }


def test_the_past_is_lived_once(room: Path) -> None:
    """The second demo gets a copy; what happens in one is not in the next."""
    with open_stage() as first:
        first.person("HSF-S1").runs("/problem @HSF personne ne répond")
        assert first.settle()
        assert first.slack.messages
    assert len(list(room.iterdir())) == 1
    with open_stage() as second:
        assert not second.slack.messages
        second.person("HSF-S1").runs("/problem @HSF personne ne répond")
        assert second.settle()
        assert shown(second) == shown(first)


def test_what_cannot_be_read_is_lived_again(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken copy, or a program that has changed, is no reason to fail."""
    with open_stage():
        pass
    [kept] = room.iterdir()
    (kept / "workspace.pickle").write_bytes(b"not a pickle")
    assert keeping.kept_past() is None
    monkeypatch.setattr(keeping, "_fingerprint", lambda: "another program")
    assert keeping.kept_past() is None


def test_a_kept_database_comes_back_as_it_was_left(url: str) -> None:
    """Another Slack shows the same messages to the same people, each once, and the time does not run backwards."""
    with open_stage(url, past=False) as first:
        first.person("HSF-S1").runs("/problem @HSF personne ne répond")
        first.settle()
        first.person("HSF-MD").runs("/problem @CVE personne ne répond ici non plus")
        assert first.settle()
        left, before = shown(first), first.clock()
    with open_stage(url, past=False) as second:
        assert shown(second) == left
        assert second.clock() >= before
        bastien = second.person("HSF-MD")
        card = next(each for each in bastien.messages if "CS-1" in each.text and each.channel.startswith("D"))
        bastien.presses(card, "problem.accept")
        assert second.settle()
        assert any("CS-1 est pris en charge" in each.text for each in second.person("HSF-S1").messages)


def test_a_real_workspaces_database_is_not_touched(url: str) -> None:
    """Its messages would go to a Slack that is none."""
    database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
    with database.unit_of_work() as uow:
        import_community(uow, "T0REAL001", region(), THURSDAY, channels={})
    database.close()
    with pytest.raises(CannotOpen, match="real workspace"), open_stage(url):
        pass


def test_windows_of_a_kept_region_are_taken_each_once(url: str) -> None:
    """A view's id never comes again: what is submitted after a restart is stored, not taken for what was before."""
    references = set()
    for text in ("Le premier texte de l'hôpital", "Le second texte de l'hôpital"):
        with open_stage(url, past=False) as stage:
            fanny = stage.person("HSF-S1")
            fanny.runs("/problem")
            fills(stage, fanny, {"description": text})
            assert stage.settle()
            references |= {each.text.partition(" ")[0] for each in fanny.messages if "CS-" in each.text}
    assert references >= {"CS-1", "CS-2"}


def test_each_message_comes_back_at_its_hour(url: str) -> None:
    """Not when its card was last edited, nor when the region came back; what never came to be sent still comes."""
    with open_stage(url, past=False) as first:
        first.person("HSF-S1").runs("/problem @HSF personne ne répond")
        first.settle()
        posted = [card_of(first.person("HSF-MD"), "CS-1").ts]
        travel(first, first.clock() + timedelta(hours=3))
        put_into(first.slack, "down")
        bastien = first.person("HSF-MD")
        bastien.presses(card_of(bastien, "CS-1"), "problem.accept")
    with open_stage(url, past=False) as second:
        assert second.settle()
        again = [each for each in second.person("HSF-MD").messages if each.channel.startswith("D")]
        assert [int(float(each.ts)) for each in again] == [int(float(ts)) for ts in posted]
        assert "pris en charge" in again[0].text
        assert not [call.error for call in second.slack.calls if call.error]


def test_two_demos_do_not_share_a_database(url: str) -> None:
    """Each would send the other's messages into its own Slack."""
    with open_stage(url, past=False), pytest.raises(CannotOpen, match="Another demo"), open_stage(url):
        pass


def test_a_past_that_was_cut_off_is_said(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a region is no region: the next demo says what to do."""

    def dies(slack: FakeSlack, settings: Settings, _region: Community, clock: Clock, *, until: datetime) -> None:
        with before_the_curtain(settings, slack, clock) as house:
            asked = Asked(workspace=slack.workspace.team_id, slack_id="UHSFS1000", request="past-1", now=clock())
            report_problem(house.worker_database, asked, Report(description="Le formulaire manque à l'hôpital"))
        raise KeyboardInterrupt(until)

    monkeypatch.setattr(opening, "live_past", dies)
    with pytest.raises(KeyboardInterrupt), open_stage(url):
        pass
    with pytest.raises(CannotOpen, match="never lived to its end"), open_stage(url):
        pass
