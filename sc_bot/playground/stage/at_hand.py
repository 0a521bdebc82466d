"""Slack within reach: the fake's Web API, asked without the wire, while weeks have to pass in seconds.

The same checks of tokens, arguments and Block Kit; only the HTTP between is left out.
"""

import json
from http import HTTPStatus
from typing import BinaryIO
from urllib.parse import urlencode

from sc_bot.domain.slack_answers import Failed, Ok, Refused, SlackAnswer
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.methods import METHODS
from sc_bot.playground.web_api import Received, WebApi

FORM = "application/x-www-form-urlencoded"


class SlackAtHand:
    """The Web API of the local Slack; implements the port `SlackApi`."""

    def __init__(self, slack: FakeSlack) -> None:
        self._secret = slack.bot_token
        self._web_api = WebApi(slack.host)

    def call(self, method: str, /, **arguments: object) -> SlackAnswer:
        """Ask the method, once."""
        known = METHODS.get(method)
        reads_json = known is None or known.json_body
        kind, body = ("application/json", json.dumps(arguments)) if reads_json else (FORM, urlencode(arguments))
        received = Received(method, self._secret, kind, "", body.encode())
        call = self._web_api.log(received)
        call.status, call.answer = 200, self._web_api.perform(received)
        return Ok(call.answer) if call.ok else Failed(str(call.error))

    def upload(self, url: str, content: BinaryIO, length: int) -> SlackAnswer:
        """Hand over a file's bytes."""
        status = self._web_api.take_bytes(url.rpartition("/")[2], content.read(length))
        return Ok({}) if status == HTTPStatus.OK else Refused(status)
