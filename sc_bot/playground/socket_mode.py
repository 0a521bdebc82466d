"""Socket Mode: each payload goes to one of the open WebSockets, and waits for its ack."""

import json
import threading
import uuid
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NoAck
from itertools import count
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from sc_bot.playground.host import Host
from sc_bot.playground.model import Payload
from sc_bot.playground.workspace import APP_ID

MOST_CONNECTIONS = 10
PING_SECONDS = 0.1  # clients notice between two frames that they were told to stop


class SocketMode:
    """The WebSocket side of the fake."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._acks: dict[str, Future[Payload]] = {}
        self._turns = count()
        self.connections: list[ServerConnection] = []

    def start(self) -> str:
        """Listen on an ephemeral port; returns the address."""
        self._server = serve(self._talk, "127.0.0.1", 0, ping_interval=PING_SECONDS, close_timeout=1)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}"

    def stop(self) -> None:
        """Close every connection and free the port."""
        for connection in list(self.connections):
            connection.close()
        if self._server and self._thread:
            self._server.shutdown()
            self._thread.join()

    def send(self, sort: str, payload: Payload, retry: Payload, timeout: float) -> Payload | None:
        """Give a payload to one connection; the ack's own payload, or None if no ack came."""
        envelope_id = str(uuid.uuid4())
        ack: Future[Payload] = Future()
        self._acks[envelope_id] = ack
        envelope = {
            "type": sort,
            "envelope_id": envelope_id,
            "payload": payload,
            "accepts_response_payload": sort != "events_api",
            **retry,
        }
        try:
            if not self._pass_on(json.dumps(envelope)):
                return None
            return ack.result(timeout)
        except NoAck:
            return None
        finally:
            del self._acks[envelope_id]

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every client to reconnect, as Slack does from time to time (`warning` comes first)."""
        message = json.dumps({"type": "disconnect", "reason": reason, "debug_info": {"host": "fake"}})
        for connection in list(self.connections):
            connection.send(message)
            if reason != "warning":
                connection.close()

    def _pass_on(self, text: str) -> bool:
        """Try the connections in turn until one takes the payload."""
        with self._host.journal.lock:
            open_now = list(self.connections)
            turn = next(self._turns)
        for offset in range(len(open_now)):
            try:
                open_now[(turn + offset) % len(open_now)].send(text)
            except ConnectionClosed:
                continue
            return True
        return False

    def _talk(self, connection: ServerConnection) -> None:
        if not self._admit(connection):
            connection.close(1008, "link_disabled")
            return
        try:
            connection.send(json.dumps(self._hello()))
            for text in connection:
                self._take(json.loads(text))
        except ConnectionClosed:
            pass  # how clients usually leave
        finally:
            with self._host.journal.lock:
                self.connections.remove(connection)
            self._host.journal.changed()

    def _admit(self, connection: ServerConnection) -> bool:
        path = connection.request.path if connection.request else ""
        ticket = parse_qs(urlsplit(path).query).get("ticket", [""])[0]
        with self._host.journal.lock:
            if ticket not in self._host.tickets or len(self.connections) >= MOST_CONNECTIONS:
                return False
            self._host.tickets.remove(ticket)
            self.connections.append(connection)
        self._host.journal.changed()
        return True

    def _hello(self) -> Payload:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "connection_info": {"app_id": APP_ID},
            "debug_info": {"host": "fake", "approximate_connection_time": 18060},
        }

    def _take(self, message: Payload) -> None:
        ack = self._acks.get(str(message.get("envelope_id")))
        if ack is not None and not ack.done():
            ack.set_result(message.get("payload") or {})
