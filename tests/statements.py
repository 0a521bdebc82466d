"""Each test opens databases of its own, and each engine compiled every statement anew: a quarter of a story's time.

Engines of one kind share what one of them compiled. Nothing else is shared: not a connection, not a listener.
"""

from typing import Any

from sqlalchemy import Engine, create_engine

from storage import engine as engines

_first: dict[str, Engine] = {}


def compile_once() -> None:
    """From now on, in this process."""
    vars(engines)["create_engine"] = _sharing


def _sharing(*arguments: Any, **options: Any) -> Engine:
    engine = create_engine(*arguments, **options)
    first = _first.get(engine.dialect.name)
    if first is None or first.dialect.server_version_info is None:  # it never connected, so it knows nothing
        _first[engine.dialect.name] = engine
        return engine
    engine.dialect = engine.pool._dialect = first.dialect  # a statement is kept by its dialect
    engine._compiled_cache = first._compiled_cache
    return engine
