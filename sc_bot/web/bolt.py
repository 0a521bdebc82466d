"""A Bolt app behind the guard, as plain functions from request to reply.

The app is to be made with ``request_verification_enabled=False``: the guard has verified the raw bytes, and
the text that reaches Bolt may differ from them by one percent-encoding (see ``payloads``).
"""

from collections.abc import Callable

from slack_bolt import App, BoltRequest, BoltResponse

from sc_bot.web.requests import SlackReply, SlackRequest, Unreadable

Handler = Callable[[SlackRequest], SlackReply]


def bolt_handler(app: App) -> Handler:
    """What answers ``POST /slack/events``.

    The handler raises ``Unreadable`` for an object with fields of impossible types, before any listener runs.
    """
    return lambda request: _reply(app.dispatch(_bolt_request(request)))


def _bolt_request(request: SlackRequest) -> BoltRequest:
    # Bolt lets these two headers choose which listener runs; they are for its own use on function platforms.
    headers = {name: value for name, value in request.headers.items() if not name.startswith("x-slack-bolt-")}
    try:
        return BoltRequest(body=request.body, query=request.query, headers=dict(headers))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Unreadable("the payload has fields of impossible types") from None


def _reply(response: BoltResponse) -> SlackReply:
    headers = tuple((name, value) for name, values in response.headers.items() for value in values)
    return SlackReply(status=response.status, body=response.body, headers=headers)
