"""What a step is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sc_bot.playground.stage.stage import Stage


@dataclass(frozen=True, slots=True)
class Said:
    """One text in both languages."""

    en: str
    fr: str

    def in_(self, language: str) -> str:
        """For a reader of this language."""
        return self.fr if language.startswith("fr") else self.en


@dataclass
class Memory:
    """What the story remembers: where things stood when the present step began, and the reference of each report.

    `since` is the workspace's time in seconds, `sent` how many requests the bot had got, `event` the newest event.
    """

    since: float = 0.0
    sent: int = 0
    event: int = 0
    references: dict[str, str] = field(default_factory=dict)


Act = Callable[[Stage, Memory], None]
Check = Callable[[Stage, Memory], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Somebody does something, and then something is true.

    `who` acts and `beside` is who feels it, by the ids of the community file. `types` is what they type to the bot,
    `presses` the action ids of what they press instead, about the report that the story remembers as `about`. Whether
    somebody or `act` did it makes no difference to `holds`, which may remember what it finds.
    """

    name: str
    who: str
    beside: str
    task: Said
    claim: Said
    act: Act
    holds: Check
    types: str = ""
    presses: tuple[str, ...] = ()
    about: str = ""
    settles: bool = True
    """Whether everything can be sent afterwards; not while Slack takes no messages."""
