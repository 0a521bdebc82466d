"""conversations.info, list, members, history, replies and users.conversations."""

from sc_bot.playground.errors import ApiError
from sc_bot.playground.host import SCOPE_OF_KIND
from sc_bot.playground.methods.describing import described
from sc_bot.playground.methods.paging import page
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Channel, Message, Payload
from sc_bot.playground.posting import as_json

READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
KIND_OF_TYPE = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
PAGED = ("cursor", "limit:int")
WINDOW = ("latest", "oldest", "inclusive:bool", "include_all_metadata:bool")


@web_method(
    "conversations.info",
    "channel!",
    "include_locale:bool",
    "include_num_members:bool",
    tier=3,
    scopes=READ,
    json_body=False,
)
def info(call: Invocation) -> Payload:
    """Describe one conversation."""
    return {"channel": described(call, call.host.visible(call.args["channel"], call.token, "read"))}


@web_method(
    "conversations.list",
    *PAGED,
    "exclude_archived:bool",
    "types:names",
    "team_id",
    tier=2,
    scopes=READ,
    json_body=False,
)
def list_conversations(call: Invocation) -> Payload:
    """List the public channels, and the other conversations that the bot is in."""
    bot = call.host.workspace.bot.id
    wanted = [c for c in _of_wanted_types(call) if c.kind == "public" or bot in c.members]
    return page("channels", [described(call, channel) for channel in wanted], call.args)


@web_method(
    "users.conversations",
    *PAGED,
    "exclude_archived:bool",
    "types:names",
    "user",
    "team_id",
    tier=3,
    scopes=READ,
    json_body=False,
)
def users_conversations(call: Invocation) -> Payload:
    """List the conversations that someone (by default the bot) is in."""
    bot = call.host.workspace.bot.id
    someone = call.args.get("user") or bot
    theirs = [c for c in _of_wanted_types(call) if someone in c.members]
    wanted = [c for c in theirs if c.kind == "public" or bot in c.members]
    return page("channels", [described(call, channel) for channel in wanted], call.args)


def _of_wanted_types(call: Invocation) -> list[Channel]:
    types = call.args.get("types") or ["public_channel"]
    if not KIND_OF_TYPE.keys() >= set(types):
        raise ApiError("invalid_types")
    kinds = [KIND_OF_TYPE[wanted] for wanted in types]
    for kind in kinds:
        call.token.needs(f"{SCOPE_OF_KIND.get(kind, kind)}:read")
    channels = [c for c in call.host.workspace.channels.values() if c.kind in kinds]
    return [c for c in channels if not (c.archived and call.args.get("exclude_archived"))]


@web_method("conversations.members", "channel!", *PAGED, tier=4, scopes=READ, json_body=False)
def members(call: Invocation) -> Payload:
    """List who is in a conversation."""
    channel = call.host.visible(call.args["channel"], call.token, "read")
    return page("members", channel.members, call.args)


@web_method("conversations.history", "channel!", *PAGED, *WINDOW, tier=3, scopes=HISTORY)
def history(call: Invocation) -> Payload:
    """Read a conversation that the bot is in, newest first, replies in threads left out."""
    channel = call.host.visible(call.args["channel"], call.token, "history")
    if call.host.workspace.bot.id not in channel.members:
        raise ApiError("not_in_channel")
    top = [m for m in channel.messages if m.thread_ts in (None, m.ts)]
    return _page_of_messages(call, _in_window(call, top)[::-1])


@web_method("conversations.replies", "channel!", "ts!", *PAGED, *WINDOW, tier=3, scopes=HISTORY, json_body=False)
def replies(call: Invocation) -> Payload:
    """Read a thread: its first message, then the answers, oldest first."""
    channel = call.host.visible(call.args["channel"], call.token, "history")
    parent = call.args["ts"]
    thread = [m for m in channel.messages if parent in (m.ts, m.thread_ts)]
    if not any(m.ts == parent for m in thread):
        raise ApiError("thread_not_found")
    return _page_of_messages(call, _in_window(call, thread))


def _in_window(call: Invocation, messages: list[Message]) -> list[Message]:
    oldest, latest = _instant(call, "oldest", 0.0), _instant(call, "latest", float("inf"))
    seconds = call.host.workspace.seconds()
    standing = [m for m in messages if not m.deleted and m.shown_from <= seconds]
    if call.args.get("inclusive"):
        return [m for m in standing if oldest <= float(m.ts) <= latest]
    return [m for m in standing if oldest < float(m.ts) < latest]


def _instant(call: Invocation, name: str, default: float) -> float:
    try:
        return float(call.args.get(name) or default)
    except ValueError:
        raise ApiError(f"invalid_ts_{name}") from None


def _page_of_messages(call: Invocation, messages: list[Message]) -> Payload:
    with_metadata = bool(call.args.get("include_all_metadata"))
    shown = [as_json(call.host.workspace, m, with_metadata=with_metadata) for m in messages]
    answer = page("messages", shown, call.args)
    return {**answer, "has_more": bool(answer["response_metadata"]["next_cursor"]), "pin_count": 0}
