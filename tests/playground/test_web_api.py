"""The Web API answers Slack's own client as Slack would."""

import json
import urllib.request

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sc_bot.playground.fake_slack import FakeSlack


def error_of(refused: pytest.ExceptionInfo[SlackApiError]) -> str:
    """Slack's name for what went wrong."""
    return str(refused.value.response["error"])


def test_a_person_id_opens_their_direct_message(slack: FakeSlack, web: WebClient) -> None:
    """A post to a U id lands in a D conversation, whose id the answer gives."""
    answer = web.chat_postMessage(channel="UFANNY001", text="Bonjour")
    assert answer["channel"].startswith("D")
    assert [m.text for m in slack.as_person("UFANNY001").messages] == ["Bonjour"]
    assert slack.as_person("UBAST0001").messages == []


def test_timestamps_only_grow(web: WebClient) -> None:
    """Two messages of one conversation never share a ts, and the later one is greater."""
    stamps = [web.chat_postMessage(channel="C0TRIAGE1", text=str(n))["ts"] for n in range(5)]
    assert stamps == sorted(set(stamps))


def test_an_edit_needs_the_conversation_not_the_person(web: WebClient) -> None:
    """chat.update takes the D id and refuses the U id."""
    posted = web.chat_postMessage(channel="UFANNY001", text="Bonjour")
    assert web.chat_update(channel=posted["channel"], ts=posted["ts"], text="Bonsoir")["text"] == "Bonsoir"
    with pytest.raises(SlackApiError) as refused:
        web.chat_update(channel="UFANNY001", ts=posted["ts"], text="Bonsoir")
    assert error_of(refused) == "channel_not_found"


def test_metadata_is_found_again_and_survives_an_edit(web: WebClient) -> None:
    """A key posted as metadata is read back from the conversation, when asked for, also after an edit."""
    metadata = {"event_type": "outbox", "event_payload": {"key": "k1"}}
    posted = web.chat_postMessage(channel="UFANNY001", text="Bonjour", metadata=metadata)
    web.chat_update(channel=posted["channel"], ts=posted["ts"], text="Bonsoir")
    asked = web.conversations_history(channel=posted["channel"], include_all_metadata=True)
    assert asked["messages"][0]["metadata"] == metadata
    assert "metadata" not in web.conversations_history(channel=posted["channel"])["messages"][0]


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.postMessage", {"channel": "C0TRIAGE1"}, "no_text"),
        ("chat.postMessage", {"text": "a"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": "C0NOWHERE", "text": "a"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "U0SCBOT00", "text": "a"}, "cannot_dm_bot"),
        ("chat.postMessage", {"channel": "UGONE0001", "text": "a"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0TRIAGE1", "blocks": "[{]"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": "C0TRIAGE1", "blocks": [{"type": "x"}]}, "invalid_blocks"),
        (
            "chat.postMessage",
            {"channel": "C0TRIAGE1", "text": "a", "metadata": {}, "thread_ts": "1.2"},
            "thread_not_found",
        ),
        (
            "chat.postMessage",
            {"channel": "C0TRIAGE1", "text": "a", "metadata": {"a": 1}},
            "invalid_metadata_format",
        ),
        (
            "chat.postMessage",
            {
                "channel": "C0TRIAGE1",
                "text": "a",
                "metadata": {"event_type": "e", "event_payload": {"a": "x" * 20_000}},
            },
            "metadata_too_large",
        ),
        ("chat.update", {"channel": "C0TRIAGE1", "ts": "1.2", "text": "a"}, "message_not_found"),
        (
            "chat.postEphemeral",
            {"channel": "C0TRIAGE1", "user": "UBAST0001", "text": "a"},
            "user_not_in_channel",
        ),
        ("conversations.open", {"users": "UGONE0001"}, "user_disabled"),
        ("conversations.open", {}, "users_list_not_supplied"),
        ("users.info", {"user": "UNOBODY01"}, "user_not_found"),
        ("users.lookupByEmail", {"email": "no@example.org"}, "users_not_found"),
        ("views.open", {"view": {"type": "modal"}, "trigger_id": "1.2.3"}, "invalid_arguments"),
        ("apps.connections.open", {}, "not_allowed_token_type"),
        ("chat.postMesage", {}, "unknown_method"),
    ],
)
def test_what_slack_refuses(web: WebClient, method: str, arguments: dict[str, object], error: str) -> None:
    """Each refusal carries Slack's own error name."""
    with pytest.raises(SlackApiError) as refused:
        web.api_call(method, json=arguments) if not method.startswith("users") else web.api_call(
            method, params=arguments
        )
    assert error_of(refused) == error


def test_json_is_not_read_by_methods_that_do_not_take_it(web: WebClient) -> None:
    """users.info takes a form; the same argument as JSON counts as missing."""
    assert web.api_call("users.info", data={"user": "UFANNY001"})["user"]["id"] == "UFANNY001"
    with pytest.raises(SlackApiError) as refused:
        web.api_call("users.info", json={"user": "UFANNY001"})
    assert refused.value.response["response_metadata"]["messages"] == ["[ERROR] missing required field: user"]


def test_who_calls_is_checked_before_what_is_asked(slack: FakeSlack) -> None:
    """No token, a wrong one, a revoked one and one with too few scopes each get their own error."""
    slack.add_token("xoxb-poor", ["chat:write"])
    slack.add_token("xoxb-old", ["chat:write"])
    slack.revoke("xoxb-old")
    found = {}
    for token in ("", "xoxb-wrong", "xoxb-old", "xoxb-poor"):
        request = urllib.request.Request(f"{slack.api_url}users.info", b"user=UFANNY001")  # noqa: S310 - our own address on loopback
        request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request) as response:  # noqa: S310 - our own address on loopback
            found[token] = json.load(response)
    errors = [answer["error"] for answer in found.values()]
    assert errors == ["not_authed", "invalid_auth", "token_revoked", "missing_scope"]
    assert found["xoxb-poor"]["needed"] == "users:read"
    assert found["xoxb-poor"]["provided"] == "chat:write"


def test_a_conversation_is_read_only_with_the_scope_of_its_kind(slack: FakeSlack) -> None:
    """`im:history` opens direct messages and no channel."""
    slack.add_token("xoxb-narrow", ["chat:write", "im:history"])
    narrow = WebClient(token="xoxb-narrow", base_url=slack.api_url, retry_handlers=[])
    channel = narrow.chat_postMessage(channel="UFANNY001", text="a")["channel"]
    assert len(narrow.conversations_history(channel=channel)["messages"]) == 1
    with pytest.raises(SlackApiError) as refused:
        narrow.conversations_history(channel="C0TRIAGE1")
    assert error_of(refused) == "missing_scope"


def test_a_profile_shows_what_scopes_and_arguments_allow(slack: FakeSlack, web: WebClient) -> None:
    """The locale comes when asked for, the e-mail with its scope, no time zone for those who left."""
    assert web.users_info(user="UBAST0001", include_locale=True)["user"]["locale"] == "en-US"
    assert "locale" not in web.users_info(user="UBAST0001")["user"]
    assert web.users_info(user="UFANNY001")["user"]["profile"]["email"] == "fanny@example.org"
    assert "tz" not in web.users_info(user="UGONE0001")["user"]
    slack.add_token("xoxb-shy", ["users:read"])
    shy = WebClient(token="xoxb-shy", base_url=slack.api_url)
    assert "email" not in shy.users_info(user="UFANNY001")["user"]["profile"]


def test_a_visitor_is_seen_only_through_a_shared_channel(slack: FakeSlack, web: WebClient) -> None:
    """Someone of another workspace is not visible until a shared channel brings them in."""
    slack.add_person("UVISIT001", "Rosalie Ailleurs", team_id="T0OTHER00")
    with pytest.raises(SlackApiError) as refused:
        web.users_info(user="UVISIT001")
    assert error_of(refused) == "user_not_visible"
    slack.add_channel("cs-commun", members=["UVISIT001"], shared=True)
    assert web.users_info(user="UVISIT001")["user"]["team_id"] == "T0OTHER00"


def test_lists_come_in_pages(slack: FakeSlack, web: WebClient) -> None:
    """A cursor leads through all members once; a made-up cursor is refused."""
    seen = [m["id"] for part in web.users_list(limit=2) for m in part["members"]]
    assert sorted(seen) == sorted(slack.workspace.people)
    with pytest.raises(SlackApiError) as refused:
        web.users_list(cursor="nonsense")
    assert error_of(refused) == "invalid_cursor"


def test_a_channel_the_bot_is_not_in(slack: FakeSlack, web: WebClient) -> None:
    """`chat:write.public` lets the bot into public channels, nothing into private ones."""
    slack.add_channel("ouvert", channel_id="C0OPEN001")
    slack.add_channel("clos", channel_id="C0CLOSED1", private=True)
    slack.add_token("xoxb-plain", ["chat:write"])
    plain = WebClient(token="xoxb-plain", base_url=slack.api_url)
    errors = []
    for client, channel in ((plain, "C0OPEN001"), (web, "C0CLOSED1")):
        with pytest.raises(SlackApiError) as refused:
            client.chat_postMessage(channel=channel, text="a")
        errors.append(error_of(refused))
    assert errors == ["not_in_channel", "channel_not_found"]
    assert web.chat_postMessage(channel="#ouvert", text="a")["channel"] == "C0OPEN001"


def test_an_edit_takes_four_thousand_characters_and_a_post_is_cut_at_forty(web: WebClient) -> None:
    """chat.update refuses 4,001 characters; chat.postMessage cuts at 40,000 and warns."""
    posted = web.chat_postMessage(channel="C0TRIAGE1", text="x" * 40_001)
    assert len(posted["message"]["text"]) == 40_000
    assert posted["warning"] == "message_truncated"
    web.chat_update(channel="C0TRIAGE1", ts=posted["ts"], text="x" * 4_000)
    with pytest.raises(SlackApiError) as refused:
        web.chat_update(channel="C0TRIAGE1", ts=posted["ts"], text="x" * 4_001)
    assert error_of(refused) == "msg_too_long"


def test_a_file_travels_in_three_steps_and_is_shared_late(slack: FakeSlack, web: WebClient) -> None:
    """The SDK's upload ends before Slack has shared the file; its shares appear afterwards."""
    slack.host.file_share_delay = 60
    channel = web.conversations_open(users="UFANNY001")["channel"]["id"]
    file = web.files_upload_v2(channel=channel, filename="a.csv", content="a;b")["file"]
    assert web.files_info(file=file["id"])["file"]["shares"] == {}
    slack.host.file_share_delay = 0
    again = web.files_upload_v2(channel=channel, filename="b.csv", content="a;b")["file"]
    assert web.files_info(file=again["id"])["file"]["ims"] == [channel]
    assert slack.as_person("UFANNY001").messages[-1].files[0]["name"] == "b.csv"


def test_a_file_stands_in_its_conversation_a_little_later(slack: FakeSlack, web: WebClient) -> None:
    """Until Slack has shared it, no history shows it."""
    slack.host.file_share_delay = 60
    channel = web.conversations_open(users="UFANNY001")["channel"]["id"]
    web.files_upload_v2(channel=channel, filename="a.csv", content="a;b")
    assert web.conversations_history(channel=channel)["messages"] == []
    assert slack.as_person("UFANNY001").messages == []
    slack.host.file_share_delay = 0
    web.files_upload_v2(channel=channel, filename="b.csv", content="a;b")
    (shown,) = web.conversations_history(channel=channel)["messages"]
    assert shown["files"][0]["name"] == "b.csv"


def test_what_is_no_picture_and_is_described_is_shown_nowhere(slack: FakeSlack, web: WebClient) -> None:
    """Slack says yes and shares nothing: an alternative text is for pictures only."""
    channel = web.conversations_open(users="UFANNY001")["channel"]["id"]
    web.files_upload_v2(channel=channel, filename="a.csv", content="a;b", alt_txt="A table")
    assert slack.as_person("UFANNY001").messages == []
    web.files_upload_v2(channel=channel, filename="a.png", content=b"png", alt_txt="A picture")
    assert len(slack.as_person("UFANNY001").messages) == 1


def test_every_call_is_logged_without_its_token(slack: FakeSlack, web: WebClient) -> None:
    """The log holds arguments and answers in order, also of calls that failed, and no secret."""
    web.auth_test()
    with pytest.raises(SlackApiError):
        web.api_call("chat.postMessage", data={"token": slack.bot_token, "channel": "C0NOWHERE", "text": "a"})
    assert [(call.method, call.ok, call.error) for call in slack.calls] == [
        ("auth.test", True, None),
        ("chat.postMessage", False, "channel_not_found"),
    ]
    assert slack.calls[1].args == {"channel": "C0NOWHERE", "text": "a"}
