"""The Web API: from raw arguments to an answer, in the order in which Slack checks."""

import json
from dataclasses import dataclass

from sc_bot.playground.arguments import checked, raw_arguments
from sc_bot.playground.errors import ApiError
from sc_bot.playground.faults import Fault
from sc_bot.playground.host import Host
from sc_bot.playground.journal import Call
from sc_bot.playground.methods import METHODS, Invocation, Method
from sc_bot.playground.model import Payload
from sc_bot.playground.tokens import Token

RESPONSE_URL = "response_url"  # the name under which the log and the faults know response URLs
UPLOAD = "files.upload"  # the name under which the faults know the bytes of files
NAMING = ("channel", "channel_id", "users", "user", "user_id", "team_id", "view_id")
TOLD_THE_TEAM = {"conversations.create", "conversations.list", "users.list"}  # by an organisation's token
USED_UP = {"used_url", "expired_url", "invalid_url"}


@dataclass(frozen=True)
class Received:
    """A request to the Web API, as it came in."""

    method: str
    secret: str | None
    content_type: str
    query: str
    body: bytes
    app: tuple[str, str] | None = None
    """The app's own id and secret, in a header of their own."""


class WebApi:
    """Answers calls; raises `TooFast` where Slack answers 429."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def log(self, received: Received) -> Call:
        """Write a call down on arrival, without its token."""
        method = METHODS.get(received.method)
        try:
            args = self._raw(received, method)
        except ApiError:
            args = {}
        for secret in ("token", "client_secret", "refresh_token", "code"):
            args.pop(secret, None)
        call = Call(received.method, args, self._host.workspace.now())
        accepted = {argument.name for argument in method.arguments} if method else set()
        call.unknown_args = sorted(args.keys() - accepted) if received.method != "api.test" else []
        self._host.journal.add(call)
        return call

    def log_response_url(self, body: bytes) -> Call:
        """Write down what was sent to a response URL; what is no JSON object counts as nothing."""
        try:
            sent = json.loads(body)
        except ValueError:
            sent = None
        call = Call(RESPONSE_URL, sent if isinstance(sent, dict) else {}, self._host.workspace.now())
        self._host.journal.add(call)
        return call

    def respond(self, path: str, content: Payload) -> tuple[int, Payload]:
        """Use a response URL; it answers with a status, unlike a method."""
        with self._host.journal.lock:
            try:
                self._of_path(path).response_urls.use(path, content)
            except ApiError as error:
                status = 404 if error.name in USED_UP else 400
                return status, {"ok": False, "error": error.name, **error.more}
            return 200, {"ok": True}

    def take_bytes(self, file_id: str, body: bytes) -> int:
        """Take the bytes of a file that was announced, as many as were; answers with a status."""
        with self._host.journal.lock:
            files = (each.workspace.files.get(file_id) for each in self._host.teams.values())
            file = next(filter(None, files), None)
            if file is None or file.completed:
                return 404
            if len(body) != file.length:
                return 400
            file.content = body
            return 200

    def perform(self, received: Received) -> Payload:
        """Do what was asked, or say why not."""
        with self._host.journal.lock:
            try:
                return {"ok": True, **self._run(received)}
            except ApiError as error:
                return {"ok": False, "error": error.name, **error.more}

    def next_fault(self, received: Received) -> Fault | None:
        """What goes wrong with this call on purpose."""
        with self._host.journal.lock:
            fault = self._host.faults.next_for(received.method)
            if fault and fault.refuses_token:
                self._host.tokens.refuse(self._secret(received) or "", fault.refuses_token)
            return fault

    def _run(self, received: Received) -> Payload:
        method = METHODS.get(received.method)
        if method is None:
            raise ApiError("unknown_method", req_method=received.method)
        token = self._let_in(received, method)
        self._host.pace.call(method.name, method.tier)
        raw = self._raw(received, method)
        args = checked({**raw, **self._app(received)}, method.arguments)
        if token.enterprise and not token.team and method.name in TOLD_THE_TEAM and "team_id" not in raw:
            raise ApiError("missing_argument", messages=["missing required field: team_id"])
        return method.run(Invocation(self._meant(token, raw), token, args))

    def _meant(self, token: Token, args: Payload) -> Host:
        """The workspace that a call is about; with an organisation's token what it names says it."""
        if not token.enterprise or token.team:
            return self._host.of(token, None)
        named = {str(args.get(name)) for name in NAMING}
        for each in self._host.teams.values():
            there = each.workspace
            known = {there.team_id, *there.channels, *there.people, *(view.id for view in there.open_views())}
            if there.enterprise == token.enterprise and (named & known or each.triggers.has(args.get("trigger_id"))):
                return each
        return self._host.of(token, None)

    def _of_path(self, path: str) -> Host:
        return next((each for team, each in self._host.teams.items() if f"/{team}/" in path), self._host)

    @staticmethod
    def _app(received: Received) -> Payload:
        return dict(zip(("client_id", "client_secret"), received.app, strict=True)) if received.app else {}

    def _let_in(self, received: Received, method: Method) -> Token:
        if method.caller == "anyone":
            return Token("bot", frozenset())
        token = self._host.tokens.check(self._secret(received), method.caller)
        token.needs(*method.scopes)
        return token

    def _secret(self, received: Received) -> str | None:
        if received.secret:
            return received.secret
        secret = self._raw(received, METHODS.get(received.method)).get("token")
        return secret if isinstance(secret, str) else None

    @staticmethod
    def _raw(received: Received, method: Method | None) -> Payload:
        json_body = method is None or method.json_body
        return raw_arguments(received.content_type, received.query, received.body, json_body=json_body)
