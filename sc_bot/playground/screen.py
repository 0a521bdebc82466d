"""A person at their screen: what they see, and what they can do there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sc_bot.playground import payloads
from sc_bot.playground.bot_link import BotLink, Reply
from sc_bot.playground.errors import ApiError, CannotDo, Unfilled
from sc_bot.playground.forms import Submission, take_response
from sc_bot.playground.host import Host
from sc_bot.playground.inputs import elements_of, entered, missing_answers, reported, state_of
from sc_bot.playground.model import Channel, Entered, Message, Payload, Person, View
from sc_bot.playground.posting import check_content
from sc_bot.playground.screens import close_all, close_top

T = TypeVar("T")
NOT_HEARD = "the bot is not in this channel"
"""No error: people write to each other, too."""


@dataclass(frozen=True)
class Answered:
    """How a command ended for the person who ran it."""

    reply: Reply
    message: Message | None

    @property
    def text(self) -> str:
        """The words shown; empty if nothing was."""
        return self.message.text if self.message else ""


class Screen:
    """Everything that one person sees and does."""

    def __init__(self, host: Host, link: BotLink, person: Person) -> None:
        self._host = host
        self._link = link
        self.person = person

    @property
    def messages(self) -> list[Message]:
        """Every message this person can see, oldest first, each as it stands now."""
        with self._host.journal.lock:
            return self._host.workspace.seen_by(self.person.id)

    @property
    def modal(self) -> View | None:
        """The modal on top, if one is open."""
        with self._host.journal.lock:
            stack = self._host.workspace.modals.get(self.person.id)
            return stack[-1] if stack else None

    @property
    def home(self) -> View | None:
        """The home tab, once the bot has published one."""
        return self._host.workspace.homes.get(self.person.id)

    def runs(self, line: str, channel: str | None = None) -> Answered:
        """Type a slash command into a conversation (id or name; by default the one with the bot)."""
        name, text = [*re.split(r"\s", line, maxsplit=1), ""][:2]
        if self.person.team_id != self._host.workspace.team_id:
            raise CannotDo(f"{name} is not a valid command")  # Slack Connect: commands are for the app's own workspace
        place = self._place(channel)
        payload = self._locked(lambda: payloads.command(self._host, self.person, place, name, text))
        reply = self._link.deliver("slash_commands", payload)
        return Answered(reply, self._shown(reply, place) if reply.acknowledged else None)

    def presses(
        self, where: Message | View, action_id: str, value: str | None = None, *, block: str | None = None
    ) -> Reply:
        """Press a button that is there (`block`: in this one, where several hold its action id)."""
        return self._acts(where, self._element(where, action_id, value, block), None)

    def chooses(self, where: Message | View, action_id: str, choice: object, *, block: str | None = None) -> Reply:
        """Choose in a menu, a picker, boxes: an option's value, or several in a list."""
        return self._acts(where, self._element(where, action_id, None, block), choice)

    def types(self, view: View, values: dict[str, object]) -> None:
        """Fill fields, by block id, without submitting."""
        self.enters(view, entered(view.blocks, values))

    def enters(self, where: Message | View, typed: Entered) -> None:
        """Fill fields, by block and action id, without submitting."""
        self._must_see(where)
        with self._host.journal.lock:
            self._typed_in(where).update(typed)

    def submits(self, view: View, values: dict[str, object] | None = None) -> Submission:
        """Fill the fields and submit; Slack's client refuses to submit an empty required field."""
        if view.closed or "submit" not in view.payload:
            raise CannotDo("this view cannot be submitted")
        self.types(view, values or {})
        state = state_of(view.blocks, view.typed)
        missing = missing_answers(view.blocks, state)
        if missing:
            raise Unfilled(missing)
        payload = self._locked(lambda: payloads.submission(self._host, self.person, view, state))
        return take_response(self._host, self._link, view, self._link.deliver("interactive", payload))

    def closes(self, view: View, *, everything: bool = False) -> Reply | None:
        """Close a modal, or the whole stack; the bot hears of it only if it asked to."""
        with self._host.journal.lock:
            (close_all if everything else close_top)(self._host.workspace, self.person.id)
        self._host.journal.changed()
        if not view.payload.get("notify_on_close"):
            return None
        closing = self._locked(lambda: payloads.closing(self._host, self.person, view, cleared=everything))
        return self._link.deliver("interactive", closing)

    def uses_shortcut(self, callback_id: str, message: Message | None = None) -> Reply:
        """Use a message shortcut, or a global one."""
        payload = self._locked(lambda: payloads.shortcut(self._host, self.person, callback_id, message))
        return self._link.deliver("interactive", payload)

    def says(self, text: str, thread: Message | None = None, channel: str | None = None) -> Reply:
        """Write a message (in a thread if `thread` is the message answered); the bot hears it where it is a member."""
        place = self._place(channel)
        with self._host.journal.lock:
            said = Message(place.id, self._host.workspace.new_ts(), self.person.id, payloads.escaped(text))
            if thread is not None:
                said.thread_ts = thread.thread_ts or thread.ts
            place.messages.append(said)
        if self._host.workspace.bot.id not in place.members:
            return Reply(0, "", error=NOT_HEARD)
        inner = {
            "type": "message",
            "channel": place.id,
            "channel_type": {"im": "im", "private": "group", "public": "channel"}[place.kind],
            "user": self.person.id,
            "text": said.text,
            "ts": said.ts,
            "event_ts": said.ts,
            "team": self.person.team_id,
        }
        if self.person.team_id != self._host.workspace.team_id:
            inner |= {"user_team": self.person.team_id, "source_team": self.person.team_id}
        return self._event(inner | ({"thread_ts": said.thread_ts} if said.thread_ts else {}))

    def opens_home(self, tab: str = "home") -> Reply:
        """Open the bot's home tab (or its messages tab)."""
        inner: Payload = {"type": "app_home_opened", "user": self.person.id, "tab": tab}
        inner["channel"] = self._place(None).id
        if self.home is not None:
            inner["view"] = {"id": self.home.id, "type": "home", "hash": self.home.hash}
        return self._event(inner | {"event_ts": self._locked(self._host.workspace.new_ts)})

    def asks_options(self, where: Message | View, action_id: str, words: str = "") -> list[Payload]:
        """Open an external menu; the options (or those of its groups) that the bot offers."""
        block, _ = self._element(where, action_id)
        asked = {"action_id": action_id, "block_id": block["block_id"], "value": words}
        payload = self._locked(lambda: payloads.suggestion(self._host, self.person, where, asked))
        offered = self._link.deliver("interactive", payload).json
        grouped = [option for group in offered.get("option_groups", []) for option in group["options"]]
        return [*offered.get("options", []), *grouped]

    def _acts(self, where: Message | View, found: tuple[Payload, Payload], choice: object) -> Reply:
        block, element = found
        chosen: Payload = {
            "action_id": element["action_id"],
            "block_id": block["block_id"],
            "action_ts": self._locked(self._host.workspace.new_ts),
        }
        typed = self._typed_in(where)
        if element["type"] == "button":
            chosen |= {name: element[name] for name in ("type", "text", "value", "style") if name in element}
        else:
            chosen |= reported(element, choice)
            typed[block["block_id"], element["action_id"]] = choice
        if isinstance(where, View):
            payload = self._locked(lambda: payloads.view_action(self._host, self.person, where, chosen))
        else:
            payload = self._locked(lambda: payloads.message_action(self._host, self.person, where, chosen, typed))
        return self._link.deliver("interactive", payload)

    def _typed_in(self, where: Message | View) -> Entered:
        return where.typed if isinstance(where, View) else where.typed.setdefault(self.person.id, {})

    def _element(
        self, where: Message | View, action_id: str, value: str | None = None, block_id: str | None = None
    ) -> tuple[Payload, Payload]:
        """The block and element on the screen with this action id (and value and block, if they are given)."""
        self._must_see(where)
        for block in where.blocks:
            for element in elements_of(block):
                here = block_id in (None, block["block_id"]) and value in (None, element.get("value"))
                if element["action_id"] == action_id and here:
                    return block, element
        there = [e["action_id"] for block in where.blocks for e in elements_of(block)]
        raise CannotDo(f"{self.person.name} sees no {action_id} {value or ''}; there is {there}")

    def _must_see(self, where: Message | View) -> None:
        if isinstance(where, View):
            visible = where.owner == self.person.id and not where.closed
        else:
            visible = any(m.ts == where.ts and m.channel == where.channel for m in self.messages)
        if not visible:
            raise CannotDo(f"{self.person.name} does not see this")

    def _shown(self, reply: Reply, place: Channel) -> Message | None:
        """What a command's reply puts on the screen; nothing valid, nothing shown."""
        content = reply.json or {"text": reply.text}
        if not (content.get("text") or content.get("blocks")):
            return None
        try:
            check_content(content)
            return self._locked(lambda: self._host.response_urls.show(self.person.id, place.id, content))
        except ApiError as error:
            self._link.fail(f"command reply: {error.name} {error.more}")
            return None
        finally:
            self._host.journal.changed()

    def _locked(self, build: Callable[[], T]) -> T:
        with self._host.journal.lock:
            return build()

    def _event(self, inner: Payload) -> Reply:
        return self._link.deliver("events_api", self._locked(lambda: payloads.event(self._host, inner)))

    def _place(self, channel: str | None) -> Channel:
        workspace = self._host.workspace
        with self._host.journal.lock:
            if channel is None:
                return workspace.dm_with(self.person.id)
            place = workspace.channels.get(channel) or workspace.named(channel)
        if place is None or self.person.id not in place.members:
            raise CannotDo(f"{self.person.name} is not in {channel}")
        return place
