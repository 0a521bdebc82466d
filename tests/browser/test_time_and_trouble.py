"""Time travel, bad days, and the look underneath."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.browser.conftest import Scene, Visit


def client(scene: Scene) -> WebClient:
    """The bot's Web API client."""
    slack = scene.stage.slack
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=5)


def test_time_goes_forward_only(fresh: Scene, visit: Visit) -> None:
    """One hour, tomorrow, Monday, a date; what is past is refused in words."""
    visitor = visit(fresh.url)
    clock = visitor.page.locator(".clock")
    expect(clock).to_contain_text("jeudi 19 novembre")
    visitor.travels("Une heure plus tard")
    expect(clock).to_contain_text("11\u00a0h\u00a030")
    visitor.travels("Demain, 8")
    expect(clock).to_contain_text("vendredi 20 novembre")
    visitor.is_accessible()
    visitor.travels("Lundi prochain")
    expect(clock).to_contain_text("lundi 23 novembre 2026, 7\u00a0h\u00a030")
    expect(visitor.page.locator(".drawer")).to_contain_text("Odile Vaugeois (1)")  # the digest
    visitor.travels("Une heure plus tard")
    expect(visitor.page.locator(".drawer")).to_contain_text("personne n'a rien reçu")
    clock.click()
    visitor.page.get_by_role("menuitem").last.click()
    visitor.page.locator("#a-date").evaluate("(field) => { field.min = ''; field.value = '2026-11-01T08:00'; }")
    visitor.page.locator(".date-form [type=submit]").click()
    expect(visitor.page.locator(".date-error")).to_contain_text("Le temps ne recule pas")
    assert fresh.stage.clock() > datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_what_happened_on_the_way_leads_there(fresh: Scene, visit: Visit) -> None:
    """A report of the evening reaches its director next morning; one press shows it on their screen."""
    visitor = visit(fresh.url, "HSF-S1,OMD-S1")
    visitor.travels_to("2026-11-19T22:05")
    visitor.types("/problem @CVE personne ne reçoit la liste des congés du soir")
    expect(visitor.message("acheminé")).to_be_visible()
    visitor.travels("Demain, 8")
    hers = visitor.page.locator(".drawer .part", has_text="Ginette Aubertineau")
    hers.locator("li", has_text="nouveau").get_by_role("button").click()
    expect(visitor.pane().locator(".switch strong")).to_have_text("Ginette Aubertineau")
    expect(visitor.pane().locator(".message.revealed")).to_contain_text("liste des congés du soir")
    expect(visitor.pane().locator(".message.revealed time")).to_have_text("8\u00a0h")


def test_the_drawer_shows_what_an_action_caused(scene: Scene, visit: Visit) -> None:
    """The signed request, the ack and its time, the history, the outbox and its states, Slack's answers."""
    visitor = visit(scene.url, "HSF-S1,HSF-MD")
    visitor.page.locator("#toggle-drawer").click()
    drawer = visitor.page.locator(".drawer")
    visitor.types("/problem Le formulaire de l'hôpital existe en trois versions")
    expect(drawer).to_contain_text("POST /slack/events · slash_commands")
    expect(drawer).to_contain_text(re.compile(r"confirmé en [\d.]+ ms"))
    expect(drawer.locator("td code", has_text="reported")).to_be_visible()
    for kind in ("AuthorCard", "DirectorCard", "Headline"):
        expect(drawer.locator("tr", has_text=kind)).to_contain_text("sent")
    expect(drawer).to_contain_text("chat.postMessage")
    drawer.locator("summary", has_text="En-têtes et corps").click()
    expect(drawer).to_contain_text("X-Slack-Signature: v0=")
    expect(drawer).to_contain_text("command=%2Fproblem")
    visitor.is_accessible()
    visitor.presses("Retirer", "acheminé")
    expect(drawer.locator("select option").first).to_contain_text("problem.withdraw")
    expect(drawer.locator("td code", has_text="withdrawn")).to_be_visible()


def test_a_bad_day_loses_nothing(scene: Scene, visit: Visit) -> None:
    """Whatever Slack does, each report's card arrives once."""
    visitor = visit(scene.url, "HSF-S3,HSF-MD")
    for number, mood in enumerate(("trop de demandes", "refuse les messages", "perd des réponses"), 1):
        visitor.sets_slack(mood)
        visitor.types(f"/problem Le fauteuil attend à l'hôpital, jour {number}")
        expect(visitor.message("est enregistré")).to_be_visible()
    visitor.sets_slack("va bien")
    expect(visitor.page.locator(".count-waiting")).to_be_empty(timeout=30_000)
    for number in (1, 2, 3):
        cards = visitor.pane("right").locator(".message", has_text=f"Le fauteuil attend à l'hôpital, jour {number}")
        expect(cards).to_have_count(1)


def test_what_slack_refuses_is_never_hidden(scene: Scene, visit: Visit) -> None:
    """Invalid blocks are told with Slack's own error name, at once, and kept in the drawer."""
    visitor = visit(scene.url)
    channel = scene.stage.slack.workspace.named("cs-hsf")
    assert channel is not None
    long = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client(scene).chat_postMessage(channel=channel.id, text="x", blocks=[long])
    toast = visitor.page.locator(".toast")
    expect(toast).to_contain_text("chat.postMessage: invalid_blocks")
    visitor.is_accessible()
    toast.get_by_role("button", name="En dessous").click()
    expect(visitor.page.locator(".drawer .refusals")).to_contain_text("must be less than 151 characters")


def test_a_late_ack_is_an_error(fresh: Scene, visit: Visit) -> None:
    """The one who waited reads Slack's error; it is listed."""
    fresh.stage.slack.link.ack_seconds = 0.0
    visitor = visit(fresh.url)
    visitor.types("/sc help")
    expect(visitor.pane().locator(".notice")).to_have_text(
        "Slack\u00a0: l'application n'a pas répondu (operation_timeout)."
    )
    expect(visitor.page.locator(".toast").first).to_contain_text("operation_timeout")


def test_fifty_messages_in_a_second_all_arrive(scene: Scene, visit: Visit) -> None:
    """None is dropped, without reloading, and the newest is in sight."""
    visitor = visit(scene.url, "HSF-S1,HSF-S2")
    visitor.goes("cs-hsf")
    channel = scene.stage.slack.workspace.named("cs-hsf")
    assert channel is not None
    bot = client(scene)
    for number in range(50):
        bot.chat_postMessage(channel=channel.id, text=f"ligne numéro {number:02}")
    expect(visitor.pane().locator(".message", has_text="ligne numéro")).to_have_count(50)
    shown = visitor.pane().locator(".message .text", has_text="ligne numéro").all_inner_texts()
    assert shown == [f"ligne numéro {number:02}" for number in range(50)]
    expect(visitor.message("ligne numéro 49")).to_be_in_viewport()
