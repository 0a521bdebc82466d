"""The story on the terminal: what somebody does, then who is told what, in their own language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from sc_bot.commands.demo.stage import Stage
from sc_bot.commands.demo.story import Step
from sc_bot.playground.demo import Appeared, Watcher
from sc_bot.playground.errors import CannotDo
from sc_bot.playground.screen import Screen

FANNY = "HSF-S1"
_BY_ID = re.compile(r"(?P<who>[A-Z]{2,4}-[A-Z0-9]+):\s*(?P<text>.*)")


@dataclass
class Teller:
    """Plays steps and shows what they cause."""

    stage: Stage
    console: Console
    watcher: Watcher = field(init=False)

    def __post_init__(self) -> None:
        self.watcher = Watcher(self.stage.slack)

    def tell(self, story: Iterable[Step]) -> bool:
        """Play a story until its end, or until a step does not hold; whether every step held."""
        references: dict[str, str] = {}
        for number, step in enumerate(story, 1):
            self.console.print(f"[bold]{number} · {escape(step.title)}[/]")
            try:
                step.act(self.stage, references)
                why = None if self.stage.settle() else "a message was still not sent"
                self.show()
                why = why or step.failure(self.stage, references)
            except (CannotDo, LookupError, StopIteration) as error:
                why = f"{type(error).__name__}: {error}"
            if why:
                self.console.print(f"[bold red]✗ {escape(step.claim)}[/]\n  {escape(why)}")
                return False
            self.console.print(f"[green]✓[/] {escape(step.claim)}\n")
        return True

    def take(self, line: str) -> None:
        """Do what was typed: a command or words, as Fanny or, after `ID:`, as somebody else."""
        named = _BY_ID.fullmatch(line.strip())
        who, text = (named["who"], named["text"]) if named else (FANNY, line.strip())
        if self.stage.community.person(who) is None:
            self.console.print(f"  Nobody here is {escape(who)}.")
            return
        person = self.stage.person(who)
        if text.startswith("/"):
            if not person.runs(text).reply.acknowledged:
                self.console.print(f"  The bot has no command {escape(text.split()[0])}.")
        elif text:
            person.says(text)
        self.stage.settle()
        self.show()
        self._close_window(person)

    def _close_window(self, person: Screen) -> None:
        """Say that a window opened; a line of text cannot fill it in."""
        if person.modal is not None:
            title = escape(person.modal.payload["title"]["text"])
            self.console.print(f"  A window opens: {title}. It can only be filled in on a screen.")
            person.closes(person.modal, everything=True)

    def show(self) -> None:
        """Print what appeared since the last time."""
        for each in self.watcher.look():
            self.console.print(_headline(each))
            self.console.print(Padding(escape("\n".join(each.lines)), (0, 0, 0, 4)))
            if each.labels:
                buttons = "  ".join(f"[reverse] {escape(label)} [/]" for label in each.labels)
                self.console.print(Padding(buttons, (0, 0, 0, 4)))


def _headline(each: Appeared) -> str:
    what = "is shown" if each.is_private else "reads" if each.is_new else "sees it change"
    if not each.language:
        what = "shows" if each.is_new else "now shows"
    language = f" [dim]({each.language})[/]" if each.language else ""
    alone = " [dim]only they see it[/]" if each.is_private else ""
    return f"  [cyan]{escape(each.where)}[/]{language} {what}:{alone}"
