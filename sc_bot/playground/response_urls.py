"""Response URLs: five uses in thirty minutes, without a token."""

import secrets
from dataclasses import dataclass

from sc_bot.playground.errors import ApiError
from sc_bot.playground.model import Message, Payload
from sc_bot.playground.posting import bot_message, check_content, edit
from sc_bot.playground.workspace import Workspace

USES = 5
LIFETIME = 30 * 60.0


@dataclass
class ResponseUrl:
    """The right to answer one command or one press."""

    user: str
    channel: str
    issued: float
    source: Message | None
    uses: int = 0


class ResponseUrls:
    """The response URLs that were handed to the bot."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._issued: dict[str, ResponseUrl] = {}

    def issue(self, user: str, channel: str, source: Message | None) -> str:
        """The path of a fresh URL; `source` is the message that was pressed."""
        path = f"/actions/{self._workspace.team_id}/{secrets.token_hex(12)}"
        self._issued[path] = ResponseUrl(user, channel, self._workspace.seconds(), source)
        return path

    def use(self, path: str, content: Payload) -> Message | None:
        """Show, replace or delete a message; returns the one now standing."""
        url = self._issued.get(path)
        if url is None:
            raise ApiError("invalid_url")
        if self._workspace.seconds() - url.issued > LIFETIME:
            raise ApiError("expired_url")
        if url.uses >= USES:
            raise ApiError("used_url")
        url.uses += 1
        if content.get("delete_original") is True:
            return self._delete(url)
        check_content(content)
        if content.get("replace_original") is True and url.source is not None:
            edit(self._workspace, url.source, {"blocks": [], "attachments": [], **content})
            return url.source
        return self._show(url, content)

    def show(self, user: str, channel_id: str, content: Payload) -> Message:
        """Show an answer to the person who asked, or to everyone where `response_type` says so."""
        channel = self._workspace.channel(channel_id)
        message = bot_message(self._workspace, channel, content)
        if content.get("response_type") == "in_channel":
            channel.messages.append(message)
        else:
            message.ephemeral_to = user
            self._workspace.ephemerals.append(message)
        return message

    def _show(self, url: ResponseUrl, content: Payload) -> Message:
        return self.show(url.user, url.channel, content)

    @staticmethod
    def _delete(url: ResponseUrl) -> None:
        if url.source is None:
            raise ApiError("message_not_found")
        url.source.deleted = True
