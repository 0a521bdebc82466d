"""The Web API client: one call, one request, and whatever happens to it becomes a value.

slack_sdk's own retries are off: its retry handler posts again by itself when an answer is lost, and the
outbox owns every retry. Its own logger is silenced: it prints arguments and bodies.
"""

import errno
import logging
import math
import re
import socket
import ssl
from base64 import b64encode
from collections.abc import Mapping
from http import HTTPStatus
from http.client import HTTPException
from typing import BinaryIO, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sc_bot.domain.slack_answers import (
    DEFAULT_RETRY_AFTER,
    RATE_LIMIT_ERRORS,
    UNCERTAIN_ERRORS,
    Failed,
    Ok,
    RateLimited,
    Refused,
    SlackAnswer,
    Unknown,
    Unreachable,
)

FORM_ONLY: Final = frozenset({
    "auth.revoke", "auth.teams.list", "bots.info", "chat.getPermalink", "conversations.info", "conversations.list",
    "conversations.members", "conversations.replies", "files.getUploadURLExternal", "files.info",
    "oauth.v2.access", "users.conversations", "users.getPresence", "users.info", "users.list",
    "users.lookupByEmail", "users.profile.get",
})  # fmt: skip
"""Methods that do not read a JSON body (``json_input_supported`` in Slack's reference)."""

ASKED_OF_A_WORKSPACE: Final = frozenset({"conversations.create", "conversations.list", "users.list"})
"""Methods to which an organisation's token must say the workspace (``team_id`` in Slack's reference)."""

UPLOAD_TIMEOUT: Final = 60.0
"""Seconds for each piece of a file that is sent: more than a call gets, for the bytes are many."""

_ERROR_NAME = re.compile(r"[a-z][a-z0-9_.:-]*")
_NOBODY_THERE: Final = frozenset({
    errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.ENETDOWN,
})  # fmt: skip


class SlackClient:
    """The Web API of one workspace; implements the port ``SlackApi``. Threads may share it."""

    def __init__(
        self, token: str | None, api_url: str, timeout: float = 10.0, *, of_workspace: str | None = None
    ) -> None:
        """Prepare, without any request.

        Args:
            token: The workspace's bot token; None for the app itself.
            api_url: Where the Web API is, Slack's own unless a test or the playground says otherwise.
            timeout: Seconds to wait for the connection and for each piece of the answer.
            of_workspace: With an organisation's token, which of its workspaces is meant.
        """
        self._of_workspace = of_workspace
        self._web = WebClient(
            token=token,
            base_url=api_url,
            timeout=timeout,  # type: ignore[arg-type]  # handed to the socket as it is: a float is fine
            logger=_silent_logger(),
            retry_handlers=[],
        )
        self._web.proxy = None  # urllib reads the proxy itself and, unlike slack_sdk, obeys NO_PROXY

    def call(self, method: str, /, **arguments: object) -> SlackAnswer:
        """Call ``method`` once; what Slack, the network or nobody answered comes back as a value."""
        if self._of_workspace and method in ASKED_OF_A_WORKSPACE:
            arguments = {"team_id": self._of_workspace, **arguments}
        try:
            response = (
                self._web.api_call(method, params=arguments)
                if method in FORM_ONLY
                else self._web.api_call(method, json=arguments)
            )
        except SlackApiError as error:
            return _what_slack_said(error)
        except URLError as error:
            return _why_nothing_left(error.reason)
        except (OSError, HTTPException, UnicodeDecodeError, LookupError, AttributeError) as error:
            # Lost, cut or unreadable (slack_sdk trips over JSON that is no object): the call may have worked.
            return Unknown(type(error).__name__)
        return Ok(response.data) if isinstance(response.data, dict) else Unknown("binary answer")

    def upload(self, url: str, content: BinaryIO, length: int) -> SlackAnswer:
        """Send the bytes of a file, piece by piece, to the address that Slack gave for them; once.

        Raises:
            ValueError: the address is none of Slack's.
        """
        if not url.startswith(("https://", "http://127.0.0.1:")):
            raise ValueError("not an address of Slack's")
        headers = {"Content-Type": "application/octet-stream", "Content-Length": str(length)}
        request = Request(url, content, headers)  # noqa: S310 - checked above
        try:
            with urlopen(request, timeout=UPLOAD_TIMEOUT) as answer:  # noqa: S310 - checked above
                answer.read()
        except HTTPError as error:
            with error:
                return _what_the_upload_said(error)
        except URLError as error:
            return _why_nothing_left(error.reason)
        except (OSError, HTTPException) as error:
            return Unknown(type(error).__name__)
        return Ok({})


class AppClient(SlackClient):
    """The app itself, before it has a token: what it calls carries its id and its secret, and nothing else calls so."""

    def __init__(self, client_id: str, client_secret: str, api_url: str) -> None:
        """Prepare; the secret goes in a header, so that it is in no address and no body."""
        super().__init__(None, api_url)
        both = b64encode(f"{client_id}:{client_secret}".encode()).decode()
        self._web.headers = {"Authorization": f"Basic {both}"}


def _silent_logger() -> logging.Logger:
    logger = logging.getLogger("sc_bot.slack.wire")
    logger.setLevel(logging.CRITICAL + 1)
    return logger


def _what_slack_said(error: SlackApiError) -> SlackAnswer:
    status: int = error.response.status_code
    body = error.response.data if isinstance(error.response.data, dict) else {}
    name = body.get("error")
    if status == HTTPStatus.TOO_MANY_REQUESTS or name in RATE_LIMIT_ERRORS:
        return RateLimited(_retry_after(error.response.headers))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
        return Unknown(f"http_{status}")
    if isinstance(name, str) and _ERROR_NAME.fullmatch(name):
        return Unknown(name) if name in UNCERTAIN_ERRORS else Failed(name, _detail(body))
    return Unknown("unreadable answer") if status == HTTPStatus.OK else Refused(status)


def _what_the_upload_said(error: HTTPError) -> SlackAnswer:
    if error.code == HTTPStatus.TOO_MANY_REQUESTS:
        return RateLimited(_retry_after(dict(error.headers.items())))
    is_uncertain = error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    return Unknown(f"http_{error.code}") if is_uncertain else Refused(error.code)


def _retry_after(headers: Mapping[str, str]) -> float:
    value = {name.lower(): text for name, text in headers.items()}.get("retry-after", "")
    try:
        seconds = float(value)
    except ValueError:
        return DEFAULT_RETRY_AFTER
    return seconds if math.isfinite(seconds) and seconds >= 0 else DEFAULT_RETRY_AFTER


def _detail(body: Mapping[str, object]) -> str:
    metadata = body.get("response_metadata")
    messages = metadata.get("messages") if isinstance(metadata, dict) else None
    said = [str(message) for message in messages] if isinstance(messages, list) else []
    return "; ".join([*said, *(f"{key}={body[key]}" for key in ("needed", "provided") if key in body)])


def _why_nothing_left(reason: object) -> SlackAnswer:
    name = type(reason).__name__
    if isinstance(reason, socket.gaierror | ssl.SSLCertVerificationError):
        return Unreachable(name)
    if isinstance(reason, OSError) and reason.errno in _NOBODY_THERE:
        return Unreachable(name)
    return Unknown(name)  # a timeout or a reset here may have come after the request was written
