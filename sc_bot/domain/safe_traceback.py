"""Where an error happened, without what it says: its words may quote a report, its place never does."""

from traceback import format_tb


def traceback_without_words(error: BaseException) -> str:
    """The frames and the type of ``error`` and of the errors that led to it, oldest first, and no message."""
    chain: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        chain.append("".join(format_tb(current.__traceback__)) + type(current).__qualname__)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n-- led to --\n".join(reversed(chain))
