"""The check of Block Kit refuses what Slack refuses, and nothing that it accepts."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sc_bot.playground.block_kit.surfaces import findings_in_home, findings_in_message, findings_in_modal
from tests.playground.samples import actions, button, field, modal, option, plain, report_form, section

Json = dict[str, Any]
MRKDWN = {"type": "mrkdwn", "text": "a"}


def select(**more: object) -> Json:
    """A menu of two options."""
    return {"type": "static_select", "action_id": "a", "options": [option("1"), option("2")], **more}


def boxes(*values: str, **more: object) -> Json:
    """Checkboxes."""
    return {"type": "checkboxes", "action_id": "a", "options": [option(v) for v in values], **more}


RICH = {
    "type": "rich_text",
    "elements": [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "a", "style": {"bold": True}}]},
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U1"}]}],
        },
    ],
}
TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, RICH]]}
DATA = {
    "type": "data_table",
    "caption": "Réponses",
    "rows": [[{"type": "raw_text", "text": "a"}], [{"type": "raw_text", "text": "b"}]],
}
TRASH = {"type": "icon_button", "action_id": "a", "icon": "trash", "text": plain("Retirer")}
CONFIRM = {"title": plain("a"), "text": MRKDWN, "confirm": plain("a"), "deny": plain("a")}


@pytest.mark.parametrize(
    "blocks",
    [
        [section("x" * 3000)],
        [section(fields=[MRKDWN] * 10)],
        [{"type": "header", "text": plain("x" * 150)}],
        [{"type": "divider"}] * 50,
        [{"type": "context", "elements": [MRKDWN] * 10}],
        [actions(*(button(f"a.{n}", style="primary", confirm=CONFIRM) for n in range(25)))],
        [actions(button("same")), actions(button("same"))],
        [section(accessory=select(initial_option=option("1"), placeholder=plain("x" * 150)))],
        [section(accessory=boxes("1", initial_options=[option("1")]))],
        [{"type": "image", "image_url": "https://example.org/a.png", "alt_text": "une image"}],
        [{"type": "markdown", "text": "x" * 12_000}],
        [RICH, TABLE],
        [DATA],
        [],
    ],
)
def test_a_valid_message_is_accepted(blocks: list[Json]) -> None:
    """Each limit can be reached."""
    assert findings_in_message(blocks) == []


@pytest.mark.parametrize(
    ("blocks", "finding"),
    [
        ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
        ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        ([section("x" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        ([section(fields=[{**MRKDWN, "text": "x" * 2001}])], "must be less than 2001 characters"),
        ([section(fields=[MRKDWN] * 11)], "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
        ([section(colour="red")], "invalid additional property: colour [json-pointer:/blocks/0]"),
        ([{"type": "section"}], "must define one of text, fields"),
        ([{"type": "header", "text": MRKDWN}], "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]"),
        ([{"type": "header", "text": plain("x" * 151)}], "must be less than 151 characters"),
        ([{"type": "banner"}], "unsupported type: banner [json-pointer:/blocks/0/type]"),
        ([{"text": "a"}], "missing required field: type"),
        (["a"], "must provide an object [json-pointer:/blocks/0]"),
        ([{"type": "context", "elements": []}], "no fewer than 1 items allowed"),
        ([{"type": "context", "elements": [MRKDWN] * 11}], "no more than 10 items allowed"),
        ([actions(*(button(f"a.{n}") for n in range(26)))], "no more than 25 items allowed"),
        ([actions(button("same"), button("same"))], "action_id must be unique"),
        ([{"type": "context_actions", "elements": [TRASH, TRASH]}], "action_id must be unique"),
        ([section(block_id="b"), section(block_id="b")], "block_id must be unique: b"),
        ([section(block_id="b" * 256)], "must be less than 256 characters"),
        ([actions({**button(), "text": MRKDWN})], "unsupported type: mrkdwn"),
        ([actions({**button(), "text": plain("x" * 76)})], "must be less than 76 characters"),
        ([actions(button(value="x" * 2001))], "must be less than 2001 characters"),
        ([actions(button(style="default"))], "must be one of primary, danger"),
        (
            [actions(button(confirm={**CONFIRM, "title": plain("x" * 101)}))],
            "must be less than 101 characters",
        ),
        ([actions({"type": "plain_text_input", "action_id": "a"})], "unsupported type: plain_text_input"),
        ([section(accessory=select(options=[]))], "no fewer than 1 items allowed"),
        ([section(accessory=select(options=[option(str(n)) for n in range(101)]))], "no more than 100 items"),
        ([section(accessory=select(options=[option("1", "x" * 76)]))], "must be less than 76 characters"),
        ([section(accessory=select(options=[option("x" * 151)]))], "must be less than 151 characters"),
        ([section(accessory=select(options=[option("1"), option("1")]))], "option values must be unique"),
        (
            [section(accessory=select(initial_option=option("3")))],
            "initial option must match one of the options",
        ),
        ([section(accessory=select(placeholder=plain("x" * 151)))], "must be less than 151 characters"),
        ([section(accessory=boxes(*map(str, range(11))))], "no more than 10 items allowed"),
        ([section(accessory={"type": "overflow", "action_id": "a", "options": []})], "no fewer than 1 items"),
        (
            [
                section(
                    accessory={
                        "type": "overflow",
                        "action_id": "a",
                        "options": [option(str(n)) for n in range(6)],
                    }
                )
            ],
            "no more than 5",
        ),
        ([{"type": "image", "image_url": "https://example.org/a.png"}], "missing required field: alt_text"),
        ([{"type": "markdown", "text": "x" * 6001}] * 2, "markdown must be less than 12001 characters"),
        ([{"type": "alert", "text": MRKDWN}], "unsupported type: alert"),
        ([{**TABLE, "rows": [[{"type": "raw_text", "text": "a"}] * 21]}], "no more than 20 items allowed"),
        ([{**DATA, "rows": [*DATA["rows"], []]}], "no fewer than 1 items allowed"),
        (
            [{**DATA, "rows": [*DATA["rows"], [{"type": "raw_text", "text": "a"}] * 2]}],
            "the same number of cells",
        ),
        (
            [{"type": "section", "text": {"type": "mrkdwn", "text": "a", "emoji": True}}],
            "invalid additional property: emoji",
        ),
        ([{"type": "section", "text": None}], "must provide an object"),
    ],
)
def test_an_invalid_message_is_refused(blocks: list[object], finding: str) -> None:
    """Each broken rule is reported in Slack's words, with its place."""
    assert any(finding in each for each in findings_in_message(blocks)), findings_in_message(blocks)


def test_valid_views_are_accepted() -> None:
    """A form with one field of each usual kind, a full modal and an empty home are fine."""
    assert findings_in_modal(report_form(private_metadata="x" * 3000, notify_on_close=True)) == []
    assert findings_in_modal(modal(*[section() for _ in range(100)], title=plain("x" * 24))) == []
    assert findings_in_home({"type": "home", "blocks": [section(), TABLE, *report_form()["blocks"]]}) == []
    assert findings_in_home({"type": "home", "blocks": []}) == []


TEXT_FIELD = {"type": "plain_text_input"}


@pytest.mark.parametrize(
    ("view", "finding"),
    [
        ({"type": "modal", "blocks": [section()]}, "missing required field: title"),
        (modal(title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (modal(submit=plain("x" * 25)), "must be less than 25 characters"),
        (modal(close=MRKDWN), "unsupported type: mrkdwn"),
        (
            modal(*[section() for _ in range(101)]),
            "no more than 100 items allowed [json-pointer:/view/blocks]",
        ),
        (modal(private_metadata="x" * 3001), "must be less than 3001 characters"),
        (modal(callback_id="x" * 256), "must be less than 256 characters"),
        (modal(colour="red"), "invalid additional property: colour"),
        (modal({"type": "markdown", "text": "a"}), "unsupported type: markdown"),
        (modal(TABLE), "unsupported type: table"),
        ({k: v for k, v in report_form().items() if k != "submit"}, "must define `submit`"),
        (modal(field("a", TEXT_FIELD), field("a", TEXT_FIELD)), "block_id must be unique: a"),
        (modal(field("a", {**TEXT_FIELD, "max_length": 3001})), "must be between 1 and 3000"),
        (modal(field("a", {**TEXT_FIELD, "initial_value": "x" * 3001})), "must be less than 3001 characters"),
        (modal(field("a", {**TEXT_FIELD, "initial_value": "xx", "max_length": 1})), "must be less than 2"),
        (modal(field("a", TEXT_FIELD, hint=plain("x" * 2001))), "must be less than 2001 characters"),
        (modal(field("a", button())), "unsupported type: button"),
        (
            modal(field("a", {"type": "datepicker", "initial_date": "20/11/2026"})),
            "must look like 2026-11-20",
        ),
        (
            modal(
                field("a", {**TEXT_FIELD, "focus_on_load": True}),
                field("b", {**TEXT_FIELD, "focus_on_load": True}),
            ),
            "focus_on_load",
        ),
        (modal(field("a", TEXT_FIELD, optional="yes")), "must provide a boolean"),
    ],
)
def test_an_invalid_modal_is_refused(view: Json, finding: str) -> None:
    """Each broken rule is reported in Slack's words, with its place."""
    assert any(finding in each for each in findings_in_modal(view)), findings_in_modal(view)


def test_a_home_is_not_a_modal() -> None:
    """A home has no title and no markdown block."""
    home = {"type": "home", "title": plain("a"), "blocks": [{"type": "markdown", "text": "a"}]}
    findings = findings_in_home(home)
    assert any("invalid additional property: title" in each for each in findings)
    assert any("unsupported type: markdown" in each for each in findings)


def test_the_wire_reports_findings_as_slack_does(web: WebClient) -> None:
    """An invalid message answers `invalid_blocks`, an invalid view `invalid_arguments`, both with reasons."""
    with pytest.raises(SlackApiError) as refused:
        web.api_call("chat.postMessage", json={"channel": "C0TRIAGE1", "blocks": [{"type": "section"}]})
    assert refused.value.response["error"] == "invalid_blocks"
    assert "json-pointer:/blocks/0" in refused.value.response["response_metadata"]["messages"][0]
    with pytest.raises(SlackApiError) as refused:
        web.api_call("views.publish", json={"user_id": "UFANNY001", "view": {"type": "home"}})
    assert refused.value.response["error"] == "invalid_arguments"
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] missing required field: blocks [json-pointer:/view]"
    ]


def test_a_message_shows_one_table(web: WebClient) -> None:
    """A second table is refused as an invalid attachment."""
    with pytest.raises(SlackApiError, match="invalid_attachments"):
        web.api_call("chat.postMessage", json={"channel": "C0TRIAGE1", "text": "a", "blocks": [TABLE, TABLE]})
