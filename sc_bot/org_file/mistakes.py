"""What may be wrong with a community file: values that the command line puts into words."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing to correct.

    `line` counts from 1, `key` is a path such as `people[3].roles`, `what` is a code of `words`, and `params`
    are what its sentence needs.
    """

    line: int
    key: str
    what: str
    params: tuple[tuple[str, str], ...] = ()


class OrgFileInvalid(Exception):
    """The file was refused; nothing of it may be used. Carries every mistake, in the order of the lines."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes


def dotted(path: Path) -> str:
    """A path as people write it: `people[3].roles`, the first item being 0."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in path).lstrip(".")


def shown(text: str, limit: int = 60) -> str:
    """A piece of the file made fit for a terminal: short, and nothing that the terminal would obey."""
    clean = "".join(each if each.isprintable() else "�" for each in text[: limit + 1])
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"
