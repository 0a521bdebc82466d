"""What Slack refused, or what never came: shown as errors, never hidden."""

from http import HTTPStatus

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.journal import Call
from sc_bot.playground.model import Payload

SHOWN = 50


class Refusals:
    """Late acks, bad replies, and calls that Slack refused for what they were; faults that were asked for are none."""

    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack
        self._errors, self._calls = len(slack.errors), len(slack.calls)
        self._found: list[Payload] = []

    def look(self) -> list[Payload]:
        """The newest so far, numbered from 1, newest last."""
        with self._slack.host.journal.lock:
            errors, calls = self._slack.errors[self._errors :], self._slack.calls[self._calls :]
            ended = next((n for n, call in enumerate(calls) if _is_under_way(call)), len(calls))
            self._errors, self._calls = self._errors + len(errors), self._calls + ended
            found = [{"what": each, "why": []} for each in errors]
            found += [_of_call(call) for call in calls[:ended] if _is_refusal(call)]
            self._found += [{"number": n, **each} for n, each in enumerate(found, len(self._found) + 1)]
            return self._found[-SHOWN:]


def _is_under_way(call: Call) -> bool:
    return call.status == 0 and call.fault is None


def _is_refusal(call: Call) -> bool:
    return bool(call.error) and call.fault is None and call.status != HTTPStatus.TOO_MANY_REQUESTS


def _of_call(call: Call) -> Payload:
    metadata = (call.answer or {}).get("response_metadata") or {}
    return {"what": f"{call.method}: {call.error}", "why": metadata.get("messages") or []}
