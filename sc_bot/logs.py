"""Logs say what happened and where, never what anybody wrote.

An exception's message may quote a report (pydantic and the database's driver do), a local variable too. So tracebacks
are written without words, and of a value that is no plain text or number only its type. Everything goes to standard
error: standard output belongs to the commands' answers.
"""

import logging
import sys
import threading
from collections.abc import MutableMapping
from typing import Final, Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from sc_bot.domain.safe_traceback import traceback_without_words

LogFormat = Literal["console", "json"]
OURS: Final = ("sc_bot", "handlers", "storage")
CHATTERERS: Final = ("alembic", "slack_bolt", "slack_sdk", "sqlalchemy")
"""Libraries that say at INFO what nobody needs, or print payloads below it."""

log = structlog.get_logger()


def configure_logs(log_format: LogFormat, *, level: int = logging.INFO) -> None:
    """Send our logs and the libraries' through one handler, and uncaught errors too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_errors_by_name)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_processors(),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(log_format)],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in CHATTERERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_processors(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    sys.excepthook = lambda _kind, error, _trace: log.critical("crashed", exc_info=error)
    threading.excepthook = _thread_crashed


def _processors() -> list[Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_words,
    ]


def _renderer(log_format: LogFormat) -> Processor:
    if log_format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)


def without_words(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace an exception by its traceback without words, and what is no plain value by its type's name."""
    error = _error_of(event.pop("exc_info", None))
    event.pop("stack_info", None)
    plain: MutableMapping[str, object] = {name: _plain(name, value) for name, value in event.items()}
    return {**plain, "exception": traceback_without_words(error)} if error is not None else plain


def _plain(name: str, value: object) -> object:
    if name.startswith("_") or value is None or isinstance(value, str | int | float):
        return value
    return f"<{type(value).__qualname__}>"


def _error_of(given: object) -> BaseException | None:
    if isinstance(given, tuple):
        given = given[1]
    if isinstance(given, BaseException):
        return given
    return sys.exception() if given else None


def _errors_by_name(record: logging.LogRecord) -> bool:
    """A library that logs an exception as a part of its sentence gets the exception's name instead."""
    if not record.name.startswith(OURS) and isinstance(record.args, tuple):
        record.args = tuple(
            type(value).__qualname__ if isinstance(value, BaseException) else value for value in record.args
        )
    return True


def _thread_crashed(args: threading.ExceptHookArgs) -> None:
    log.critical("thread_crashed", thread=args.thread.name if args.thread else None, exc_info=args.exc_value or True)
