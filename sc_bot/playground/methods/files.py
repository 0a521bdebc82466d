"""files.*: a file arrives in three steps, and is shared a little later."""

import mimetypes

from sc_bot.playground.errors import ApiError
from sc_bot.playground.methods.registry import Invocation, web_method
from sc_bot.playground.model import Channel, Payload, StoredFile
from sc_bot.playground.posting import bot_message
from sc_bot.playground.workspace import Workspace

LARGEST = 1_000_000_000
LONGEST_ALT = 1_000


@web_method(
    "files.getUploadURLExternal",
    "filename!",
    "length!:int",
    "snippet_type",
    "alt_txt",
    tier=4,
    scopes=("files:write",),
    json_body=False,
)
def get_upload_url(call: Invocation) -> Payload:
    """Announce a file; the answer says where its bytes go."""
    if not 1 <= call.args["length"] <= LARGEST:
        raise ApiError("file_upload_size_restricted")
    if len(call.args.get("alt_txt") or "") > LONGEST_ALT:
        raise ApiError("alt_txt_too_large")
    workspace = call.host.workspace
    file = StoredFile(workspace.new_id("F"), call.args["filename"], call.args["length"])
    file.alt = call.args.get("alt_txt") or None
    workspace.files[file.id] = file
    return {"upload_url": f"{call.host.base_url}/upload/v1/{file.id}", "file_id": file.id}


@web_method(
    "files.completeUploadExternal",
    "files!:list",
    "channel_id",
    "channels:names",
    "initial_comment",
    "thread_ts",
    "blocks:list",
    tier=4,
    scopes=("files:write",),
)
def complete_upload(call: Invocation) -> Payload:
    """Make uploaded files real and share them; without a channel only the bot sees them.

    What is no picture and has an alternative text is accepted and shown nowhere (python-slack-sdk, issue 1818).
    """
    workspace = call.host.workspace
    wanted = [_uploaded(workspace, each) for each in call.args["files"]]
    names = [
        *call.args.get("channels", []),
        *([call.args["channel_id"]] if "channel_id" in call.args else []),
    ]
    channels = [_shareable(workspace, name) for name in names]
    for file, title in wanted:
        file.completed, file.title = True, title or file.name
    shown = [file for file, _ in wanted if not file.alt or _is_picture(file)]
    for channel in channels if shown else []:
        for file in shown:
            file.channel = channel.id
            file.shared_at = workspace.seconds() + call.host.file_share_delay
        _announce(call, channel, shown)
    return {"files": [{"id": file.id, "title": file.title} for file, _ in wanted]}


@web_method(
    "files.info",
    "file!",
    "cursor",
    "limit:int",
    "count:int",
    "page:int",
    tier=4,
    scopes=("files:read",),
    json_body=False,
)
def files_info(call: Invocation) -> Payload:
    """Describe a file; its shares appear only once Slack has shared it."""
    file = call.host.workspace.files.get(call.args["file"])
    if file is None or not file.completed:
        raise ApiError("file_not_found")
    return {"file": file_json(call.host.workspace, file), "comments": []}


def file_json(workspace: Workspace, file: StoredFile) -> Payload:
    """A file as Slack describes it."""
    shared = file.shared_at is not None and workspace.seconds() >= file.shared_at
    channel = workspace.channels[file.channel] if file.channel and shared else None
    kind = {"public": "channels", "private": "groups", "im": "ims"}
    places: dict[str, list[str]] = {"channels": [], "groups": [], "ims": []}
    shares: Payload = {}
    if channel is not None:
        places[kind[channel.kind]].append(channel.id)
        visibility = "public" if channel.kind == "public" else "private"
        shares = {visibility: {channel.id: [{"ts": file.share_ts, "team_id": workspace.team_id}]}}
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": mimetypes.guess_type(file.name)[0] or "application/octet-stream",
        "filetype": file.name.rpartition(".")[2],
        "user": workspace.bot.id,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": channel is not None and channel.kind == "public",
        "shares": shares,
        **places,
    }


def _is_picture(file: StoredFile) -> bool:
    return (mimetypes.guess_type(file.name)[0] or "").startswith("image/")


def _uploaded(workspace: Workspace, each: Payload) -> tuple[StoredFile, str | None]:
    file = workspace.files.get(str(each.get("id")))
    if file is None or file.content is None or file.completed:
        raise ApiError("file_not_found")
    return file, each.get("title")


def _shareable(workspace: Workspace, channel_id: str) -> Channel:
    channel = workspace.channels.get(channel_id)
    if channel is None:
        raise ApiError("channel_not_found")
    if workspace.bot.id not in channel.members:
        raise ApiError("not_in_channel" if channel.kind == "public" else "channel_not_found")
    return channel


def _announce(call: Invocation, channel: Channel, files: list[StoredFile]) -> None:
    """The message that carries the files into the conversation."""
    workspace = call.host.workspace
    content = {"text": call.args.get("initial_comment", ""), "thread_ts": call.args.get("thread_ts")}
    message = bot_message(workspace, channel, content)
    message.shown_from = workspace.seconds() + call.host.file_share_delay
    message.files = [{"id": file.id, "name": file.name, "title": file.title} for file in files]
    channel.messages.append(message)
    for file in files:
        file.share_ts = message.ts


@web_method("files.delete", "file!", tier=3, scopes=("files:write",))
def delete_file(call: Invocation) -> Payload:
    """Delete one of the bot's files; the message that carried it shows it no more."""
    workspace = call.host.workspace
    file = workspace.files.get(call.args["file"])
    if file is None or not file.completed:
        raise ApiError("file_not_found")
    if file.content is None:
        raise ApiError("file_deleted")
    file.content, file.title = None, ""
    for channel in workspace.channels.values():
        for message in channel.messages:
            message.files = [each for each in message.files if each["id"] != file.id]
    return {}
