"""A short look at what the fault loop shows; `python -m tests.faults.loop` fails every call in every way."""

import pytest

from sc_bot.ports import NotAvailable
from sc_bot.usecases import asking
from storage.requests import StoredRequests
from tests.faults.database import Kind
from tests.faults.journeys import JOURNEYS, Journey
from tests.faults.loop import Tried, some, tried

REPORT = JOURNEYS[0]


def some_end_wrong(each: Tried, *kinds: str) -> bool:
    """Whether a call that fails in one of these ways leaves something wrong."""
    return any(each.tries(failure) for failure in each.failures() if failure.kind in kinds)


@pytest.mark.parametrize(
    "journey", [pytest.param(each, marks=[] if each is REPORT else pytest.mark.slow) for each in JOURNEYS]
)
def test_a_call_that_fails_leaves_no_trace(journey: Journey, kind: str) -> None:
    """Whatever fails once, each journey ends as on a good day: nothing lost, nothing twice."""
    with tried(journey, kind) as each:
        chosen = [failure for failure in each.failures() if kind == "sqlite" or failure.kind in set(Kind)]
        for failure in some(chosen, seed=JOURNEYS.index(journey), each=1):
            each.tries(failure)
        assert dict(each.wrong) == {}


@pytest.mark.parametrize("plant", ["no look", "no second question", "no memory of requests"])
def test_the_loop_sees_a_planted_mistake(plant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without looking up what is in doubt, without asking again after a lost commit, without the request's key."""
    if plant == "no second question":
        monkeypatch.setattr(asking, "_after_a_doubt", _gives_up)
    if plant == "no memory of requests":
        monkeypatch.setattr(StoredRequests, "begin", lambda *_: True)
        monkeypatch.setattr(StoredRequests, "finish", lambda *_: None)
    with tried(REPORT, "sqlite", looks_up=plant != "no look") as each:
        assert some_end_wrong(each, "reset after" if plant == "no look" else Kind.IN_DOUBT)


def _gives_up(*_: object) -> None:
    raise NotAvailable
