"""Each test opens databases of its own, and each engine compiled every statement anew: a quarter of a story's time.

Engines of one kind share what one of them compiled, and for that their dialect: no connection. Whoever listens to the
dialect (`do_execute`), or changes it, asks for an engine that is `alone` first.
"""

from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Engine, create_engine
from sqlalchemy.util import LRUCache

from storage import engine as engines

_first: dict[str, Engine] = {}
_own: WeakKeyDictionary[Engine, Dialect] = WeakKeyDictionary()


def compile_once() -> None:
    """From now on, in this process."""
    vars(engines)["create_engine"] = _sharing


def alone(engine: Engine) -> Engine:
    """The same engine, from now on with a dialect and statements of its own."""
    if engine in _own:
        engine.dialect = engine.pool._dialect = _own.pop(engine)
        engine._compiled_cache = LRUCache(500)
    elif _first.get(engine.dialect.name) is engine:
        del _first[engine.dialect.name]  # those that come share another's
    return engine


def _sharing(*arguments: Any, **options: Any) -> Engine:
    engine = create_engine(*arguments, **options)
    first = _first.get(engine.dialect.name)
    if first is None or first.dialect.server_version_info is None:  # it never connected, so it knows nothing
        _first[engine.dialect.name] = engine
        return engine
    _own[engine] = engine.dialect
    engine.dialect = engine.pool._dialect = first.dialect  # a statement is kept by its dialect
    engine._compiled_cache = first._compiled_cache
    return engine
