"""Identifying detail typed in Slack: the window mends it, and what was refused is nowhere."""

import json

import pytest

from tests.house import Town, card_of
from tests.stories.looking import NAM, bodies, everything, fields, press_until_window, rows, shown_to, window

REFUSED = f"L'hôpital attend le formulaire de {NAM}"
SUSPECT = "L'hôpital n'a pas rappelé Mme Tremblay"
CANARY = "8055"


def slack_holds(town: Town, but_for: str) -> str:
    """All that the bot ever sent to Slack, and all that anybody but the author sees."""
    calls = "\n".join(json.dumps([call.args, call.answer], default=str) for call in town.slack.calls)
    unseeing = {but_for, town.slack.bot.id}
    others = [town.slack.as_person(who) for who in town.slack.workspace.people if who not in unseeing]
    return calls + "\n".join(shown_to(person) for person in others)


def test_a_line_with_a_number_opens_the_window_without_it(town: Town, region_url: str) -> None:
    """Nothing is kept; the text is there without the number; sent, it is a report."""
    fanny = town.person("HSF-S1")
    answer = fanny.runs(f"/problem {REFUSED}")
    view = window(town, fanny, "description")
    assert CANARY not in json.dumps(view.payload)
    assert "formulaire" in json.dumps(view.payload)
    assert "confirm_reason" not in fields(view)
    assert "assurance maladie" in answer.text
    assert not rows(region_url, "problems")
    fanny.submits(view)
    assert bodies(region_url) == ["L'hôpital attend le formulaire de [retiré]"]


def test_a_line_with_a_name_opens_the_window_as_typed_with_a_reason_to_give(town: Town, region_url: str) -> None:
    """Without a reason it is not taken; with one it is, and the reason is a step of the history."""
    fanny = town.person("HSF-S1")
    fanny.runs(f"/problem {SUSPECT}")
    view = window(town, fanny, "confirm_reason")
    assert "Mme Tremblay" in json.dumps(view.payload)
    assert list(fanny.submits(view).errors) == ["description"]
    assert not rows(region_url, "problems")
    fanny.submits(view, {"confirm_reason": "C'est la directrice du CLSC"})
    assert bodies(region_url) == [SUSPECT, "C'est la directrice du CLSC"]
    confirmed = rows(region_url, "events")[-1]
    assert confirmed["kind"] == "confirmed_not_identifying"
    assert confirmed["details"] == ["name"]
    assert confirmed["actor"] is None


def test_in_a_window_a_number_is_an_error_on_its_field(town: Town, region_url: str) -> None:
    """The window stays open with what was typed; the error stands where the number is."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    view = window(town, fanny, "suggestion")
    sent = fanny.submits(view, {"description": "La chimio attend", "suggestion": f"Appeler {NAM}"})
    assert list(sent.errors) == ["suggestion"]
    assert CANARY not in str(sent.errors)
    assert not view.closed
    assert not rows(region_url, "problems")


def test_in_a_window_a_name_asks_for_its_reason_under_the_field(town: Town, region_url: str) -> None:
    """The same window comes back with one more input; what was typed stays; with a reason it is taken."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    sent = fanny.submits(window(town, fanny), {"description": SUSPECT, "institution": "CVE"})
    assert sent.view is not None
    assert fields(sent.view)[:3] == ["description", "confirm_reason", "institution"]
    fanny.submits(sent.view, {"confirm_reason": "Un nom inventé pour l'exemple"})
    assert bodies(region_url) == [SUSPECT, "Un nom inventé pour l'exemple"]
    assert rows(region_url, "problems")[0]["institution"] == "CVE"


def test_more_can_be_asked_for_after_a_reason_was(town: Town) -> None:
    """Neither the reason nor the text is lost when the other fields appear."""
    fanny = town.person("HSF-S1")
    fanny.runs(f"/problem {SUSPECT}")
    view = window(town, fanny, "confirm_reason")
    fanny.types(view, {"confirm_reason": "C'est la directrice"})
    fanny.presses(view, "problem.report_more")
    view = window(town, fanny, "severity")
    assert {"description", "confirm_reason"} <= set(fields(view))
    assert "Mme Tremblay" in json.dumps(view.payload)
    assert "C'est la directrice" in view.typed.values()


def test_a_shortcut_on_a_message_with_a_number_opens_the_window_without_it(town: Town) -> None:
    """The words of a message pass through the same mending."""
    fanny = town.person("HSF-S1")
    fanny.says(REFUSED, channel="cs-hsf")
    fanny.uses_shortcut("report_problem", fanny.messages[-1])
    view = window(town, fanny, "description")
    assert CANARY not in json.dumps(view.payload)


def test_what_was_refused_is_nowhere(
    town: Town, region_url: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """By every way that Slack has: not in the database, not in the logs, not sent back to Slack, seen by nobody."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs("/problem La chimio de l'hôpital attend")
    town.deliver()
    fanny.runs(f"/problem {REFUSED}")
    fanny.runs(f"/sc {REFUSED}")
    fanny.runs(f"/sc show {NAM}")
    fanny.runs("/problem")
    fanny.submits(window(town, fanny, "description"), {"description": REFUSED})
    fanny.says(REFUSED)
    fanny.says(REFUSED, thread=card_of(fanny, "ONC-1"))
    view = press_until_window(town, bastien, card_of(bastien, "ONC-1"), "problem.return", "reason")
    bastien.submits(view, {"reason": REFUSED})
    town.deliver()
    captured = capfd.readouterr()
    for place in (everything(region_url), captured.out, captured.err, caplog.text):
        assert CANARY not in place
    assert CANARY not in slack_holds(town, fanny.person.id)


def test_a_crash_says_where_and_not_what(
    town: Town, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person gets a number and their text; the log gets the number and the place, not one word of the text."""

    def broken(*_: object) -> object:
        raise ValueError(REFUSED)

    monkeypatch.setattr("handlers.problems.commands.report_in_one_line", broken)
    answer = town.person("HSF-S1").runs("/problem L'hôpital attend le coquelicot")
    assert answer.message is not None
    assert "coquelicot" in json.dumps(answer.message.blocks)
    captured = capfd.readouterr()
    logged = captured.out + captured.err
    assert "handler_crashed" in logged
    assert "ValueError" in logged
    assert CANARY not in logged
    assert "coquelicot" not in logged
