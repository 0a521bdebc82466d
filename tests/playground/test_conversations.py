"""Channels, threads and what stands around a message."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.screen import Screen
from tests.playground.samples import actions, button
from tests.playground.stand_in import StandIn


def test_the_bot_creates_a_channel_and_brings_people_in(slack: FakeSlack, web: WebClient) -> None:
    """A new channel holds the bot; invited people see what is said there from then on."""
    channel = web.conversations_create(name="cs-hsf", is_private=True)["channel"]["id"]
    web.conversations_invite(channel=channel, users=["UFANNY001", "UBAST0001"])
    assert web.conversations_members(channel=channel)["members"] == [slack.bot.id, "UFANNY001", "UBAST0001"]
    with pytest.raises(SlackApiError, match="name_taken"):
        web.conversations_create(name="cs-hsf")
    with pytest.raises(SlackApiError, match="invalid_name_specials"):
        web.conversations_create(name="Majuscule")
    with pytest.raises(SlackApiError, match="already_in_channel"):
        web.conversations_invite(channel=channel, users="UFANNY001")


def test_lists_show_public_channels_and_the_bots_own(slack: FakeSlack, web: WebClient) -> None:
    """Private channels without the bot stay unknown; direct messages come when asked for."""
    slack.add_channel("clos", channel_id="C0CLOSED1", private=True)
    slack.add_channel("ouvert", channel_id="C0OPEN001")
    web.conversations_open(users="UFANNY001")
    every = web.conversations_list(types="public_channel,private_channel,im")["channels"]
    assert [c.get("name", c.get("user")) for c in every] == ["cs-triage", "ouvert", "UFANNY001"]
    assert [c["id"] for c in web.users_conversations()["channels"]] == ["C0TRIAGE1"]
    web.conversations_join(channel="C0OPEN001")
    assert web.conversations_info(channel="C0OPEN001")["channel"]["is_member"] is True
    assert web.conversations_join(channel="C0OPEN001")["warning"] == "already_in_channel"


def test_a_thread_stays_out_of_the_history(web: WebClient) -> None:
    """Replies are read with their parent, oldest first, and not with the conversation."""
    parent = web.chat_postMessage(channel="C0TRIAGE1", text="ONC-1")
    for text in ("un", "deux"):
        web.chat_postMessage(channel="C0TRIAGE1", text=text, thread_ts=parent["ts"])
    thread = web.conversations_replies(channel="C0TRIAGE1", ts=parent["ts"])["messages"]
    assert [m["text"] for m in thread] == ["ONC-1", "un", "deux"]
    assert [m["text"] for m in web.conversations_history(channel="C0TRIAGE1")["messages"]] == ["ONC-1"]


def test_history_is_newest_first_and_can_start_after_a_message(web: WebClient) -> None:
    """`oldest` leaves out what came before, and that message itself unless `inclusive`."""
    stamps = [web.chat_postMessage(channel="C0TRIAGE1", text=str(n))["ts"] for n in range(3)]
    later = web.conversations_history(channel="C0TRIAGE1", oldest=stamps[0])
    assert [m["text"] for m in later["messages"]] == ["2", "1"]
    from_there = web.conversations_history(channel="C0TRIAGE1", oldest=stamps[0], inclusive=True, limit=2)
    assert (len(from_there["messages"]), from_there["has_more"]) == (2, True)


def test_a_deleted_message_is_gone_everywhere(web: WebClient, fanny: Screen) -> None:
    """Nobody sees it, it cannot be edited, and only the bot's own can be deleted."""
    posted = web.chat_postMessage(channel="C0TRIAGE1", text="a")
    web.chat_delete(channel="C0TRIAGE1", ts=posted["ts"])
    assert fanny.messages == []
    with pytest.raises(SlackApiError, match="message_not_found"):
        web.chat_update(channel="C0TRIAGE1", ts=posted["ts"], text="b")


def test_only_its_own_messages_can_the_bot_change(bot: StandIn, web: WebClient, fanny: Screen) -> None:
    """What a person wrote can be neither edited nor deleted by the bot."""
    fanny.says("bonjour")
    said = bot.payloads[0]["event"]
    with pytest.raises(SlackApiError, match="cant_update_message"):
        web.chat_update(channel=said["channel"], ts=said["ts"], text="b")
    with pytest.raises(SlackApiError, match="cant_delete_message"):
        web.chat_delete(channel=said["channel"], ts=said["ts"])


def test_an_ephemeral_message_is_for_one_pair_of_eyes(slack: FakeSlack, web: WebClient, fanny: Screen) -> None:
    """Others in the channel do not see it, and history does not hold it."""
    slack.workspace.channels["C0TRIAGE1"].members.append("UBAST0001")
    web.chat_postEphemeral(channel="C0TRIAGE1", user="UFANNY001", text="pour vous")
    assert [m.text for m in fanny.messages] == ["pour vous"]
    assert slack.as_person("UBAST0001").messages == []
    assert web.conversations_history(channel="C0TRIAGE1")["messages"] == []


def test_a_permalink_needs_the_bot_in_the_conversation(slack: FakeSlack, web: WebClient) -> None:
    """Where the bot is not a member it gets no link."""
    posted = web.chat_postMessage(channel="C0TRIAGE1", text="a")
    link = web.chat_getPermalink(channel="C0TRIAGE1", message_ts=posted["ts"])["permalink"]
    assert link.endswith(f"/archives/C0TRIAGE1/p{posted['ts'].replace('.', '')}")
    slack.workspace.channels["C0TRIAGE1"].members.remove(slack.bot.id)
    with pytest.raises(SlackApiError, match="channel_not_found"):
        web.chat_getPermalink(channel="C0TRIAGE1", message_ts=posted["ts"])


def test_a_reaction_stands_once(web: WebClient) -> None:
    """The second identical reaction is refused."""
    posted = web.chat_postMessage(channel="C0TRIAGE1", text="a")
    web.reactions_add(channel="C0TRIAGE1", timestamp=posted["ts"], name="eyes")
    with pytest.raises(SlackApiError, match="already_reacted"):
        web.reactions_add(channel="C0TRIAGE1", timestamp=posted["ts"], name="eyes")


def test_an_archived_channel_takes_nothing_more(slack: FakeSlack, web: WebClient) -> None:
    """Neither a post nor an edit lands in an archived channel."""
    posted = web.chat_postMessage(channel="C0TRIAGE1", text="a")
    slack.workspace.channels["C0TRIAGE1"].archived = True
    with pytest.raises(SlackApiError, match="is_archived"):
        web.chat_postMessage(channel="C0TRIAGE1", text="b")
    with pytest.raises(SlackApiError, match="is_inactive"):
        web.chat_update(channel="C0TRIAGE1", ts=posted["ts"], text="b")


def test_a_stale_screen_still_shows_its_button(web: WebClient, bot: StandIn, fanny: Screen) -> None:
    """A person may press what their screen showed before someone else's edit arrived."""
    posted = web.chat_postMessage(channel="UFANNY001", text="ONC-1", blocks=[actions(button())])
    stale = fanny.messages[0].snapshot()
    web.chat_update(channel=posted["channel"], ts=posted["ts"], text="ONC-1 clos", blocks=[])
    assert fanny.messages[0].blocks == []
    assert fanny.presses(stale, "problem.accept").acknowledged
    assert bot.payloads[0]["actions"][0]["value"] == "ONC-1"


def test_someone_who_left_is_out_of_reach(slack: FakeSlack, web: WebClient) -> None:
    """An old direct message with a person who left takes nothing more."""
    channel = web.chat_postMessage(channel="UFANNY001", text="a")["channel"]
    slack.workspace.people["UFANNY001"].deactivated = True
    for name, error in ((channel, "is_archived"), ("UFANNY001", "channel_not_found")):
        with pytest.raises(SlackApiError, match=error):
            web.chat_postMessage(channel=name, text="b")
