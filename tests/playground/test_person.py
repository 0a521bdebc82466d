"""A person at their screen drives the bot as Slack would."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from sc_bot.playground.errors import CannotDo
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import View
from sc_bot.playground.screen import Screen
from tests.playground.samples import actions, button, field, modal, option, report_form, section
from tests.playground.stand_in import StandIn


def opened(web: WebClient, bot: StandIn, person: Screen, view: dict[str, Any]) -> View:
    """The modal that a command opened."""
    person.runs("/sc")
    web.views_open(trigger_id=bot.payloads[-1]["trigger_id"], view=view)
    assert person.modal
    return person.modal


def test_a_command_arrives_signed_and_escaped(bot: StandIn, fanny: Screen) -> None:
    """Slash text arrives with `&`, `<` and `>` escaped, in a form that the bot can believe."""
    answered = fanny.runs("/problem a < b & c")
    assert answered.reply.acknowledged
    assert bot.payloads[0]["command"] == "/problem"
    assert bot.payloads[0]["text"] == "a &lt; b &amp; c"


def test_named_people_and_channels_become_ids(bot: StandIn, fanny: Screen) -> None:
    """`@people` and `#channels` turn into ids; an `@` that names nobody stays as typed."""
    fanny.runs("/problem voir @fanny.laroche dans #cs-triage pour @HSF")
    assert bot.payloads[0]["text"] == ("voir <@UFANNY001|fanny.laroche> dans <#C0TRIAGE1|cs-triage> pour @HSF")


def test_the_reply_to_a_command_is_seen_by_its_author_alone(slack: FakeSlack, bot: StandIn, fanny: Screen) -> None:
    """What the bot answers a command stays on one screen."""
    bot.will_answer({"text": "ONC-1 est enregistré."})
    assert fanny.runs("/problem x", channel="cs-triage").text == "ONC-1 est enregistré."
    assert [m.text for m in fanny.messages] == ["ONC-1 est enregistré."]
    assert slack.as_person("UBAST0001").messages == []


def test_a_late_ack_is_an_error_and_shows_nothing(slack: FakeSlack, bot: StandIn, fanny: Screen) -> None:
    """An ack after the limit is too late: its text is not shown."""
    slack.link.ack_seconds, bot.delay = 0.01, 0.03
    bot.will_answer({"text": "trop tard"})
    assert fanny.runs("/problem x").reply.error == "operation_timeout"
    assert fanny.messages == []
    assert "operation_timeout" in slack.errors[0]


def test_an_invalid_reply_is_an_error_and_shows_nothing(slack: FakeSlack, bot: StandIn, fanny: Screen) -> None:
    """Blocks that Slack refuses in a reply are never shown."""
    bot.will_answer({"text": "a", "blocks": [{"type": "section"}]})
    assert fanny.runs("/problem x").message is None
    assert "invalid_blocks" in slack.errors[0]


def test_a_pressed_button_says_where_it_stood(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """The payload holds the action, the message and its conversation; the reply's body is ignored."""
    web.chat_postMessage(channel="UFANNY001", text="ONC-1", blocks=[section(), actions(button())])
    bot.will_answer({"text": "ignored"})
    fanny.presses(fanny.messages[0], "problem.accept")
    payload = bot.payloads[0]
    assert payload["actions"][0] | {"action_ts": "", "block_id": ""} == {
        "type": "button",
        "action_id": "problem.accept",
        "value": "ONC-1",
        "text": button()["text"],
        "action_ts": "",
        "block_id": "",
    }
    assert payload["message"]["ts"] == payload["container"]["message_ts"] == fanny.messages[0].ts
    assert len(fanny.messages) == 1


def test_only_a_button_that_is_there_can_be_pressed(
    slack: FakeSlack, web: WebClient, bot: StandIn, fanny: Screen
) -> None:
    """Another action, another value, someone else's message: none of them can be pressed."""
    web.chat_postMessage(channel="UFANNY001", text="ONC-1", blocks=[actions(button())])
    message = fanny.messages[0]
    for person, action, value in (
        (fanny, "problem.close", None),
        (fanny, "problem.accept", "ONC-2"),
        (slack.as_person("UBAST0001"), "problem.accept", None),
    ):
        with pytest.raises(CannotDo):
            person.presses(message, action, value)
    assert bot.payloads == []


def test_an_ephemeral_message_is_changed_through_its_response_url(bot: StandIn, fanny: Screen) -> None:
    """A press on an ephemeral answer brings no message, but a URL that replaces, then deletes it."""
    bot.will_answer({"text": "ONC-1", "blocks": [section(), actions(button())]})
    answered = fanny.runs("/problem x")
    assert answered.message
    fanny.presses(answered.message, "problem.accept")
    assert "message" not in bot.payloads[1]
    url = WebhookClient(bot.payloads[1]["response_url"])
    assert url.send_dict({"text": "retiré", "replace_original": True}).status_code == 200
    assert [(m.text, m.blocks) for m in fanny.messages] == [("retiré", [])]
    url.send_dict({"delete_original": True})
    assert fanny.messages == []


def test_an_overflow_menu_sends_the_option_chosen(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """A choice in a menu arrives as its option; what is not offered cannot be chosen."""
    menu = {"type": "overflow", "action_id": "problem.more", "options": [option("a"), option("b")]}
    web.chat_postMessage(channel="UFANNY001", text="ONC-1", blocks=[section(accessory=menu)])
    fanny.chooses(fanny.messages[0], "problem.more", "b")
    assert bot.payloads[0]["actions"][0]["selected_option"]["value"] == "b"
    with pytest.raises(CannotDo):
        fanny.chooses(fanny.messages[0], "problem.more", "c")


def test_a_submitted_form_has_slacks_shapes(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """Each kind of field reports its value under Slack's own name; prefilled values count."""
    view = opened(web, bot, fanny, report_form())
    fanny.submits(
        view,
        {
            "description": "Le résumé < arrive tard",
            "concerned": ["A"],
            "show": ["yes"],
            "due": "2026-11-20",
            "owner": "UBAST0001",
        },
    )
    values = bot.payloads[-1]["view"]["state"]["values"]
    assert values["description"]["value"] == {"type": "plain_text_input", "value": "Le résumé < arrive tard"}
    assert values["institution"]["value"]["selected_option"]["value"] == "HSF"
    assert [o["value"] for o in values["concerned"]["value"]["selected_options"]] == ["A"]
    assert [o["value"] for o in values["show"]["value"]["selected_options"]] == ["yes"]
    assert values["due"]["value"]["selected_date"] == "2026-11-20"
    assert values["owner"]["value"]["selected_user"] == "UBAST0001"
    assert fanny.modal is None


def test_a_form_cannot_be_submitted_half_filled(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """An empty required field, a text too long, a field that is not there: the client refuses."""
    view = opened(web, bot, fanny, report_form())
    for values in ({}, {"description": "x" * 101}, {"description": "a", "severity": "4"}):
        with pytest.raises(CannotDo):
            fanny.submits(view, dict(values))
    assert [p.get("type") for p in bot.payloads] == [None]


def test_errors_keep_the_form_open(slack: FakeSlack, web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """Field errors are shown and the form stays; errors under no field are the app's mistake."""
    view = opened(web, bot, fanny, report_form())
    bot.will_answer({"response_action": "errors", "errors": {"description": "trop vague"}})
    assert fanny.submits(view, {"description": "a"}).errors == {"description": "trop vague"}
    assert fanny.modal is view
    bot.will_answer({"response_action": "errors", "errors": {"nowhere": "?"}})
    assert fanny.submits(view).action == "refused"
    assert len(slack.errors) == 1


def test_a_form_leads_on_to_others_three_deep(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """`push` stacks up to three views, `update` replaces, `clear` closes them all."""
    view = opened(web, bot, fanny, report_form())
    for title in ("deux", "trois"):
        bot.will_answer({"response_action": "push", "view": modal(private_metadata=title)})
        pushed = fanny.submits(view, {"description": "a"} if view.previous_id is None and title == "deux" else {})
        assert pushed.view
        view = pushed.view
    bot.will_answer({"response_action": "push", "view": modal()})
    assert fanny.submits(view).action == "refused"
    bot.will_answer({"response_action": "update", "view": modal(private_metadata="quatre")})
    fanny.submits(view)
    assert view.payload["private_metadata"] == "quatre"
    bot.will_answer({"response_action": "clear"})
    fanny.submits(view)
    assert fanny.modal is None


def test_typed_values_survive_an_update_of_the_view(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """What a person typed stays in its field when the app redraws the form."""
    view = opened(web, bot, fanny, report_form())
    fanny.types(view, {"description": "déjà écrit"})
    extra = field("more", {"type": "plain_text_input"}, optional=True)
    web.views_update(
        view_id=view.id, hash=view.hash, view={**report_form(), "blocks": [*report_form()["blocks"], extra]}
    )
    fanny.submits(view)
    values = bot.payloads[-1]["view"]["state"]["values"]
    assert values["description"]["value"]["value"] == "déjà écrit"


def test_a_closed_view_is_reported_only_if_the_app_asked(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """`notify_on_close` decides whether the bot hears that a modal was closed."""
    assert fanny.closes(opened(web, bot, fanny, modal())) is None
    fanny.closes(opened(web, bot, fanny, modal(notify_on_close=True)))
    assert [p.get("type") for p in bot.payloads] == [None, None, "view_closed"]


def test_a_shortcut_brings_its_message(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """A message shortcut carries the message and a trigger."""
    web.chat_postMessage(channel="C0TRIAGE1", text="un problème")
    fanny.uses_shortcut("report_problem", fanny.messages[0])
    assert bot.payloads[0]["type"] == "message_action"
    assert bot.payloads[0]["message"]["text"] == "un problème"


def test_words_to_the_bot_arrive_as_events(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """A message in the direct conversation is an event, with its thread."""
    web.chat_postMessage(channel="UFANNY001", text="ONC-1")
    fanny.says("merci", thread=fanny.messages[0])
    event = bot.payloads[0]["event"]
    assert (event["type"], event["channel_type"], event["text"]) == ("message", "im", "merci")
    assert event["thread_ts"] == fanny.messages[0].ts


def test_the_bot_hears_nothing_where_it_is_not(slack: FakeSlack, bot: StandIn, fanny: Screen) -> None:
    """Words in a channel without the bot are no event."""
    slack.add_channel("pause-cafe", members=["UFANNY001"])
    assert not fanny.says("bonjour", channel="pause-cafe").acknowledged
    assert bot.payloads == []
    assert [m.text for m in fanny.messages] == ["bonjour"]


def test_a_failed_event_is_sent_again_and_says_so(slack: FakeSlack, bot: StandIn, fanny: Screen) -> None:
    """The same event id comes back with Slack's retry headers until it is acknowledged."""
    bot.will_answer("", status=503)
    bot.will_answer("", status=503)
    fanny.opens_home()
    slack.redeliver()
    slack.redeliver()
    assert slack.redeliver() == []
    assert len({p["event_id"] for p in bot.payloads}) == 1
    assert [h.get("x-slack-retry-num") for h in bot.headers] == [None, "1", "2"]


def test_a_replay_is_the_same_request_to_the_letter(slack: FakeSlack, bot: StandIn, fanny: Screen) -> None:
    """A replayed request has the bytes and the signature of the first."""
    fanny.runs("/problem x")
    slack.replay(slack.sent[0])
    assert bot.bodies[0] == bot.bodies[1]
    assert bot.headers[0]["x-slack-signature"] == bot.headers[1]["x-slack-signature"]


def test_a_home_is_published_and_guarded_by_its_hash(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """The home shows what was published last, unless its hash is out of date."""
    first = web.views_publish(user_id="UFANNY001", view={"type": "home", "blocks": [section("un")]})["view"]
    web.views_publish(user_id="UFANNY001", view={"type": "home", "blocks": [section("deux")]}, hash=first["hash"])
    with pytest.raises(SlackApiError, match="hash_conflict"):
        web.api_call(
            "views.publish",
            json={"user_id": "UFANNY001", "view": {"type": "home", "blocks": []}, "hash": first["hash"]},
        )
    assert fanny.home
    assert fanny.home.blocks[0]["text"]["text"] == "deux"
    fanny.opens_home()
    assert bot.payloads[0]["event"]["type"] == "app_home_opened"


def test_an_external_menu_asks_the_bot(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """Opening the menu brings the options that the bot offers for the words typed."""
    view = opened(web, bot, fanny, modal(field("owner", {"type": "external_select"})))
    bot.will_answer({"options": [option("a")]})
    assert fanny.asks_options(view, "value", "bas") == [option("a")]
    assert (bot.payloads[-1]["type"], bot.payloads[-1]["value"]) == ("block_suggestion", "bas")


def test_nobody_at_the_address_is_an_error_not_a_crash(slack: FakeSlack, fanny: Screen) -> None:
    """Where no bot listens the person sees a failed command."""
    slack.bot_url = "http://127.0.0.1:9/slack/events"
    assert fanny.runs("/problem x").reply.status == 0
    assert len(slack.errors) == 1
