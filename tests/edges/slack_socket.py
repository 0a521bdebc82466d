"""Slack's side of Socket Mode: a WebSocket server that hands out envelopes and remembers the acks."""

import contextlib
import json
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from tests.edges.wire import says, wire

if TYPE_CHECKING:
    from tests.edges.wire import Wire


@dataclass
class SlackSocket:
    """What the test sees of Slack."""

    api: "Wire"
    arrivals: "queue.Queue[ServerConnection]" = field(default_factory=queue.Queue)
    acks: "queue.Queue[dict[str, object]]" = field(default_factory=queue.Queue)

    def accept(self) -> ServerConnection:
        """The next connection of the bot."""
        return self.arrivals.get(timeout=5)

    def ack(self) -> dict[str, object]:
        """The next ack."""
        return self.acks.get(timeout=5)

    def serve(self, connection: ServerConnection) -> None:
        """Read acks until the connection ends."""
        self.arrivals.put(connection)
        with contextlib.suppress(ConnectionClosed):
            for message in connection:
                self.acks.put(json.loads(message))


def send(connection: ServerConnection, envelope_id: str, text: str) -> None:
    """Hand out a /problem command."""
    command = {"command": "/problem", "text": text, "team_id": "T1", "user_id": "U1"}
    connection.send(
        json.dumps({
            "type": "slash_commands", "envelope_id": envelope_id, "accepts_response_payload": True,
            "payload": command,
        })
    )  # fmt: skip


@contextlib.contextmanager
def slack_socket() -> Iterator[SlackSocket]:
    """Listen on free ports until the block ends."""
    with wire(b"") as api:
        slack = SlackSocket(api)
        with serve(slack.serve, "127.0.0.1", 0) as server:
            api.behaviour = says({"ok": True, "url": f"ws://127.0.0.1:{server.socket.getsockname()[1]}/link?t=1"})
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            try:
                yield slack
            finally:
                server.shutdown()
                thread.join(5)
