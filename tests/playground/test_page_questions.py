"""What the page asks and orders: files, what is read, what each may see, Slack's moods, what lies underneath."""

import threading

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.screen import Screen
from sc_bot.playground.screens import open_modal
from tests.playground.asking import PATIENCE, Answer, Caller
from tests.playground.samples import actions, button, report_form
from tests.playground.stand_in import StandIn

FANNY, BASTIEN, TRIAGE = "UFANNY001", "UBAST0001", "C0TRIAGE1"


def uploaded(web: WebClient, name: str, content: bytes) -> str:
    """The id of a file that the bot has shared in the channel."""
    shared = web.files_upload_v2(filename=name, content=content, channel=TRIAGE, title=name)
    return str(shared["files"][0]["id"])


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("carte.png", "inline"),
        ("photo.jpg", "inline"),
        ("dessin.svg", "attachment"),
        ("page.html", "attachment"),
        ("script.js", "attachment"),
        ("liste.csv", "attachment"),
        ("sans-nom", "attachment"),
    ],
)
def test_only_pictures_without_scripts_open_in_the_page(caller: Caller, web: WebClient, name: str, how: str) -> None:
    """What could run in the page's own name is only ever saved."""
    content = b"<svg onload=alert(1)>"
    answer = caller.sends("GET", f"/files/{uploaded(web, name, content)}/{name}")
    assert answer.status == 200
    assert answer.body == content
    assert answer.headers["Content-Disposition"].partition(";")[0] == how


def test_a_file_keeps_its_name(caller: Caller, web: WebClient) -> None:
    """Accents and spaces arrive as they were, whatever the address says."""
    file = uploaded(web, "résumé du mois.csv", b"a;b")
    for address in (f"/files/{file}/r%C3%A9sum%C3%A9%20du%20mois.csv", f"/files/{file}/x", f"/files/{file}"):
        told = caller.sends("GET", address).headers["Content-Disposition"]
        assert told == "attachment; filename*=UTF-8''r%C3%A9sum%C3%A9%20du%20mois.csv"


def test_a_file_that_nobody_shared_is_not_there(caller: Caller, web: WebClient) -> None:
    """Announced, even uploaded, is not yet shared."""
    file = web.files_getUploadURLExternal(filename="a.txt", length=3)["file_id"]
    assert caller.sends("GET", f"/files/{file}/a.txt").status == 404


@pytest.mark.usefixtures("bot")
def test_two_orders_go_on_at_once(caller: Caller) -> None:
    """An order that takes long holds up nobody else."""
    slow: list[Answer] = []
    thread = threading.Thread(target=lambda: slow.append(caller.orders("tour", {"what": "do"})))
    thread.start()
    assert caller.bare.backstage.waiting.wait(PATIENCE)
    assert caller.does("say", place=TRIAGE, text="bonjour")["ok"]
    assert slow == []
    caller.bare.backstage.let_go.set()
    thread.join(PATIENCE)
    assert [each.status for each in slow] == [200]


def test_words_said_at_once_all_arrive(caller: Caller, bot: StandIn) -> None:
    """Twenty people's worth of typing in one moment: nothing is lost, nothing is doubled."""
    lines = [f"ligne {number}" for number in range(20)]
    threads = [
        threading.Thread(target=caller.does, args=("say",), kwargs={"place": TRIAGE, "text": each}) for each in lines
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert sorted(each["text"] for each in caller.sees()["messages"]) == sorted(lines)
    assert sorted(each["event"]["text"] for each in bot.payloads) == sorted(lines)


def test_looking_at_a_place_reads_it(caller: Caller, web: WebClient) -> None:
    """Up to the message that was seen, and no further; reading never goes back."""
    first = web.chat_postMessage(channel=TRIAGE, text="un")["ts"]
    second = web.chat_postMessage(channel=TRIAGE, text="deux")["ts"]
    assert caller.unread() == 2
    caller.orders("read", {"person": FANNY, "place": TRIAGE, "ts": first})
    assert caller.unread() == 1
    caller.orders("read", {"person": FANNY, "place": TRIAGE, "ts": second})
    caller.orders("read", {"person": FANNY, "place": TRIAGE, "ts": first})
    assert caller.unread() == 0
    assert caller.sees()["seen"] == second


def test_nobody_reads_for_somebody_who_is_not_there(caller: Caller) -> None:
    """Who is not in a conversation cannot have read it."""
    assert caller.orders("read", {"person": BASTIEN, "place": TRIAGE, "ts": "9"}).status == 404


def test_only_news_of_others_counts_as_unread(caller: Caller, web: WebClient, slack: FakeSlack, fanny: Screen) -> None:
    """Neither what one wrote, nor an edit, nor what is gone, nor what others see alone, nor answers in a thread."""
    slack.workspace.channels[TRIAGE].members.append(BASTIEN)
    root = web.chat_postMessage(channel=TRIAGE, text="un")["ts"]
    caller.orders("read", {"person": FANNY, "place": TRIAGE, "ts": root})
    fanny.says("je lis", channel=TRIAGE)
    web.chat_update(channel=TRIAGE, ts=root, text="un, corrigé")
    gone = web.chat_postMessage(channel=TRIAGE, text="une erreur")["ts"]
    web.chat_delete(channel=TRIAGE, ts=gone)
    web.chat_postEphemeral(channel=TRIAGE, user=BASTIEN, text="pour lui")
    web.chat_postMessage(channel=TRIAGE, text="dans le fil", thread_ts=root)
    assert caller.unread() == 0
    web.chat_postEphemeral(channel=TRIAGE, user=FANNY, text="pour elle")
    assert caller.unread() == 1
    assert caller.unread(BASTIEN) == 3  # "un", what Fanny wrote, and what he sees alone


def test_who_is_not_in_a_channel_sees_nothing_of_it(caller: Caller) -> None:
    """Neither the conversation, nor its name in the list, nor a way to write there."""
    assert caller.asks(f"screen?person={BASTIEN}&place={TRIAGE}").status == 404
    assert TRIAGE not in [each["id"] for each in caller.sees(BASTIEN, "home")["places"]]
    assert "refused" in caller.does("say", BASTIEN, place=TRIAGE, text="bonjour")


def test_a_window_is_on_its_owners_screen_only(caller: Caller, slack: FakeSlack) -> None:
    """Another person's screen has none."""
    view = open_modal(slack.workspace, FANNY, report_form())
    assert caller.sees()["modal"]["id"] == view.id
    assert caller.sees(BASTIEN, "home")["modal"] is None
    assert caller.does("close", BASTIEN, view=view.id)["refused"] == "view_not_found"


@pytest.mark.parametrize(
    ("most", "shown"), [("1", 1), ("3", 3), ("5", 5), ("9", 5), ("0", 1), ("-2", 1), ("999999", 5)]
)
def test_a_long_conversation_is_shown_from_its_end(caller: Caller, web: WebClient, most: str, shown: int) -> None:
    """So many messages, the newest ones; how many are older is a number."""
    for number in range(5):
        web.chat_postMessage(channel=TRIAGE, text=str(number))
    screen = caller.sees(more=f"&most={most}")
    assert [each["text"] for each in screen["messages"]] == [str(each) for each in range(5 - shown, 5)]
    assert screen["older"] == 5 - shown


def test_a_thread_is_shown_apart(caller: Caller, web: WebClient) -> None:
    """The conversation shows its first message and how many answered; the thread shows them all."""
    root = web.chat_postMessage(channel=TRIAGE, text="un")["ts"]
    web.chat_postMessage(channel=TRIAGE, text="dedans", thread_ts=root)
    web.chat_postMessage(channel=TRIAGE, text="deux")
    assert [(each["text"], each["replies"]) for each in caller.sees()["messages"]] == [("un", 1), ("deux", 0)]
    assert [each["text"] for each in caller.sees(more=f"&thread={root}")["messages"]] == ["un", "dedans"]


def test_before_the_page_has_looked_one_writes_to_the_bot(caller: Caller) -> None:
    """`dm` is each person's own conversation with the bot, when they write as when they look."""
    assert "refused" not in caller.does("say", place="dm", text="bonjour")
    assert [each["text"] for each in caller.sees(place="dm")["messages"]] == ["bonjour"]
    assert caller.sees(BASTIEN, "dm")["messages"] == []


def test_words_that_are_none_are_not_said(caller: Caller) -> None:
    """Slack has no empty message."""
    assert caller.does("say", place=TRIAGE, text=" \n ")["refused"] == "no_text"
    assert caller.sees()["messages"] == []


def test_slacks_mood_changes_what_the_bot_meets(caller: Caller, web: WebClient) -> None:
    """A mood is on until the next; only those that there are can be chosen."""
    assert caller.orders("mood", {"mood": "down"}).status == 200
    assert caller.asks("status").json["mood"] == "down"
    with pytest.raises(SlackApiError, match="Server Error"):
        web.chat_postMessage(channel=TRIAGE, text="x")
    assert caller.orders("mood", {"mood": "gloomy"}).status == 404
    assert caller.asks("status").json["mood"] == "down"
    caller.orders("mood", {"mood": "well"})
    assert web.chat_postMessage(channel=TRIAGE, text="x")["ok"]


def test_each_refusal_of_slack_is_listed_once(caller: Caller, web: WebClient, slack: FakeSlack) -> None:
    """Under a number of its own, however many there are; a fault on purpose is none."""
    slack.link.fail("slash_commands: operation_timeout")
    web.api_call("chat.postMessage", json={"channel": TRIAGE, "text": "x"})
    [first] = caller.asks("status").json["refusals"]
    for _ in range(60):
        with pytest.raises(SlackApiError, match="no_text"):
            web.api_call("chat.postMessage", json={"channel": TRIAGE})
    many = caller.asks("status").json["refusals"]
    slack.link.fail("interactive: operation_timeout")
    caller.orders("mood", {"mood": "down"})
    with pytest.raises(SlackApiError, match="Server Error"):
        web.chat_postMessage(channel=TRIAGE, text="x")
    after = caller.asks("status").json["refusals"]
    known = {each["number"] for each in [first, *many]}
    assert first["what"] == "slash_commands: operation_timeout"
    assert {each["what"] for each in many} == {"chat.postMessage: no_text"}
    assert [each["what"] for each in after if each["number"] not in known] == ["interactive: operation_timeout"]
    assert len({each["number"] for each in after}) == len(after)


def test_an_action_ends_where_the_next_begins(caller: Caller, bot: StandIn, web: WebClient) -> None:
    """What it sent, called and stored is its own; what the next one caused is not."""
    caller.does("say", place=TRIAGE, text="premier")
    web.chat_postMessage(channel=TRIAGE, text="réponse au premier")
    caller.does("say", place=TRIAGE, text="second")
    web.chat_postMessage(channel=TRIAGE, text="réponse au second")
    last = caller.asks("underneath").json
    first = caller.asks(f"underneath?number={last['action'] - 1}").json
    assert [each["what"] for each in last["actions"]] == ["second", "premier"]
    for found, word, moment in ((first, "premier", 1), (last, "second", 2)):
        assert [each["payload"]["event"]["text"] for each in found["requests"]] == [word]
        assert [each["args"]["text"] for each in found["calls"]] == [f"réponse au {word}"]
        assert [each["kind"] for each in found["events"]] == [f"moment {moment}"]
    assert len(bot.payloads) == 2


def test_only_the_last_actions_are_remembered(caller: Caller) -> None:
    """Thirty of them."""
    for number in range(32):
        caller.does("say", place=TRIAGE, text=str(number))
    assert [each["what"] for each in caller.asks("underneath").json["actions"]] == [str(31 - n) for n in range(30)]


def test_no_secret_is_shown_underneath(caller: Caller, bot: StandIn, web: WebClient, slack: FakeSlack) -> None:
    """However the bot sends its token, and whatever is pressed: neither token nor signing secret is on the page."""
    caller.does("say", place=TRIAGE, text="/problem x")
    web.chat_postMessage(channel=TRIAGE, text="x", blocks=[actions(button(), block_id="b")])
    for body in (
        {"params": {"token": slack.bot_token}},
        {"json": {"token": slack.bot_token}},
        {"data": {"token": slack.bot_token}},
    ):
        web.api_call("auth.test", **body)  # type: ignore[arg-type] # each is one way of many
    slack.add_token("xapp-other", ())
    shown = caller.sends("GET", "/api/underneath").body + caller.sends("GET", "/api/status").body
    assert bot.payloads
    assert b"auth.test" in shown
    for secret in (slack.bot_token, slack.app_token, slack.signing_secret):
        assert secret.encode() not in shown
