"""A real Bolt app behind the door."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.authorization import AuthorizeResult

from sc_bot.web import SlackRequest, Unreadable, bolt_handler
from sc_bot.web.payloads import readable_body
from tests.web.signing import FORM


def _authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=enterprise_id, team_id=team_id, bot_token="xoxb-1", bot_id="B1", bot_user_id="U1"
    )


@dataclass
class Bench:
    """A Bolt app with one command that says what it was given."""

    heard: list[str] = field(default_factory=list)

    def handler(self) -> Callable[[str, str], tuple[int, str]]:
        """Sends a body of a content type, gives status and text."""
        app = App(
            authorize=_authorize, process_before_response=True, request_verification_enabled=False,
            signing_secret="unused",
        )  # fmt: skip

        def on_problem(ack: Ack, command: dict[str, str]) -> None:
            self.heard.append(command["text"])
            ack(f"heard: {command['text']}")

        app.command("/problem")(on_problem)
        handle = bolt_handler(app)

        def send(content_type: str, body: str) -> tuple[int, str]:
            text = readable_body(content_type, body.encode())
            reply = handle(SlackRequest(headers={"content-type": content_type}, body=text))
            return reply.status, reply.body

        return send


@pytest.mark.parametrize("text", ["hello", "the payload is lost", "payload", "100 % payload={"])
def test_a_command_reaches_its_listener_whatever_it_says(text: str) -> None:
    """The word that Bolt looks for in raw forms hides no command from its listener."""
    bench = Bench()
    status, said = bench.handler()(FORM, urlencode({"command": "/problem", "text": text, "team_id": "T1"}))
    assert (status, said, bench.heard) == (200, f"heard: {text}", [text])


def test_url_verification_is_answered_by_bolt() -> None:
    """Slack's first request gets its challenge back."""
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw"})
    assert Bench().handler()("application/json", body) == (200, '{"challenge": "3eZbrw"}')


@pytest.mark.parametrize("payload", [{"authorizations": 5}, {"event": {"user": []}, "team": 3, "enterprise": 4}])
def test_an_object_of_impossible_types_is_unreadable(payload: dict[str, object]) -> None:
    """A signed object can still have nonsense in its fields; that is a 400, not a crash."""
    with pytest.raises(Unreadable):
        Bench().handler()("application/json", json.dumps(payload))


def test_headers_cannot_choose_a_listener() -> None:
    """Bolt's own headers for function platforms are not taken from outside."""
    app = App(authorize=_authorize, request_verification_enabled=False, signing_secret="unused")
    seen: list[tuple[bool, str | None]] = []

    def watch(req: BoltRequest, next_: Callable[[], None]) -> None:
        seen.append((req.lazy_only, req.lazy_function_name))
        next_()

    app.middleware(watch)
    headers = {"content-type": FORM, "x-slack-bolt-lazy-only": "1", "x-slack-bolt-lazy-function-name": "f"}
    bolt_handler(app)(SlackRequest(headers=headers, body="command=%2Fproblem&text=x&team_id=T1"))
    assert seen == [(False, None)]
