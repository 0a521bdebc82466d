"""Somebody who types `/problem` over a signed connection that stays open."""

import http.client
import itertools
import time
from urllib.parse import urlencode

from bench.servers import SECRET
from sc_bot.playground.bot_link import signed

TEXT = "Le résumé de fin de chimio parvient au médecin de famille trois semaines trop tard, par la poste de l'hôpital"
_numbers = itertools.count()


class Client:
    """One connection to one server."""

    def __init__(self, port: int, team: str, user: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._fixed = {"team_id": team, "user_id": user, "command": "/problem", "text": TEXT, "channel_id": "D0"}
        self._fixed |= {"api_app_id": "A0", "response_url": "http://127.0.0.1:9/"}

    def report(self) -> float:
        """Report once; returns the seconds from the request to the whole answer."""
        body = urlencode({**self._fixed, "trigger_id": f"bench.{next(_numbers)}"}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", **signed(SECRET, body, time.time())}
        began = time.perf_counter()
        self._connection.request("POST", "/slack/events", body, headers)
        answer = self._connection.getresponse()
        said = answer.read()
        seconds = time.perf_counter() - began
        assert answer.status == http.client.OK, (answer.status, said[:200])
        assert b"-" in said or b"stored" in said, said[:200]
        return seconds

    def close(self) -> None:
        """Hang up."""
        self._connection.close()
