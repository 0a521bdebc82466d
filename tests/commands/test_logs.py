"""Logs hold no words of anybody, in either format, from whoever logs."""

import io
import json
import logging
import sys
import threading

import pytest
import structlog

from sc_bot.domain.routing import Route
from sc_bot.logs import LogFormat, configure_logs
from sc_bot.usecases.problems import report
from tests.databases import empty_database
from tests.house import open_town

CANARY = "canary-Tremblay"


@pytest.fixture(params=["console", "json"])
def logs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Everything that is logged from here on."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    form: LogFormat = request.param
    configure_logs(form)
    return written


def _crash() -> None:
    said = CANARY  # a local variable, for whoever would print it
    raise ValueError(f"cannot read {said}")


def test_our_exceptions_are_logged_by_place_and_type(logs: io.StringIO) -> None:
    """Neither the message nor a local variable; the function and the type are there."""
    try:
        _crash()
    except ValueError:
        structlog.get_logger().exception("message_not_worded", outbox=7)
    assert CANARY not in logs.getvalue()
    assert "_crash" in logs.getvalue()
    assert "ValueError" in logs.getvalue()
    assert "message_not_worded" in logs.getvalue()


def test_a_given_exception_is_logged_alike(logs: io.StringIO) -> None:
    """`exc_info=error`, and an error or a record given as a value."""
    try:
        _crash()
    except ValueError as error:
        structlog.get_logger().error("handler_crashed", exc_info=error, reason=error, body={"text": CANARY})
    assert CANARY not in logs.getvalue()
    assert "_crash" in logs.getvalue()


def test_libraries_are_logged_alike(logs: io.StringIO) -> None:
    """A library's `exception`, and an exception in its sentence."""
    try:
        _crash()
    except ValueError as error:
        logging.getLogger("other_package").exception("it broke")
        logging.getLogger("other_package").warning("it broke: %s", error)
    assert CANARY not in logs.getvalue()
    assert logs.getvalue().count("it broke") == 2


def test_uncaught_errors_are_logged_alike(logs: io.StringIO) -> None:
    """In the main thread and in others."""
    thread = threading.Thread(target=_crash)
    thread.start()
    thread.join()
    try:
        _crash()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert CANARY not in logs.getvalue()
    assert logs.getvalue().count("crashed") == 2


def test_json_is_one_object_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line can be read by a machine, tracebacks included."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    configure_logs("json")
    structlog.get_logger().warning("window_not_opened", method="views.open")
    logging.getLogger("waitress").error("it broke", exc_info=ValueError(CANARY))
    first, second = (json.loads(line) for line in written.getvalue().splitlines())
    assert (first["event"], first["level"], first["method"]) == ("window_not_opened", "warning", "views.open")
    assert second["exception"] == "ValueError"


def test_a_crash_while_a_report_is_stored_keeps_its_words_to_itself(
    logs: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log says where, with the number that the person was given; the report's text is nowhere in it."""
    with empty_database("sqlite", region=True) as address, open_town(address) as town:
        monkeypatch.setattr(report, "route", _refuse_text)
        answer = town.person("HSF-S1").runs(f"/problem {CANARY}")
    assert CANARY in answer.text
    assert CANARY not in logs.getvalue()
    assert "handler_crashed" in logs.getvalue()
    assert "_refuse_text" in logs.getvalue()


def _refuse_text(text: str, **_more: object) -> Route:
    raise ValueError(text)
