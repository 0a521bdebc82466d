"""The story on the terminal: what somebody does, then who is told what, in their own language."""

from dataclasses import dataclass, field

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from sc_bot.playground.stage.peopling import Appeared, Watcher
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.progress import Progress
from sc_bot.playground.stage.story.told import STORY

NBSP = "\u00a0"


@dataclass
class Teller:
    """Plays the story and shows what each step causes."""

    stage: Stage
    console: Console
    language: str
    watcher: Watcher = field(init=False)

    def __post_init__(self) -> None:
        self.watcher = Watcher(self.stage.slack)
        list(self.watcher.look())  # the region's past is told elsewhere

    def tell(self) -> bool:
        """Play the story until its end, or until a step does not hold; whether every step held."""
        progress = Progress(self.stage)
        progress.begin_anew()
        for number, step in enumerate(STORY, 1):
            self.console.print(f"[bold]{number} · {escape(step.task.in_(self.language))}[/]")
            if step.types:
                self.console.print(f"  [cyan]›[/] {escape(step.types)}")
            why = progress.does()
            self.show()
            claim = escape(step.claim.in_(self.language))
            if why:
                self.console.print(f"[bold red]✗ {claim}[/]\n  {escape(why)}")
                return False
            self.console.print(f"[green]✓[/] {claim}\n")
            progress.go_on()
        return True

    def show(self) -> None:
        """Print what appeared since the last time."""
        for each in self.watcher.look():
            self.console.print(_headline(each, self.language))
            self.console.print(Padding(escape("\n".join(each.lines)), (0, 0, 0, 4)))
            if each.labels:
                buttons = "  ".join(f"[reverse] {escape(label)} [/]" for label in each.labels)
                self.console.print(Padding(buttons, (0, 0, 0, 4)))


def _headline(each: Appeared, language: str) -> str:
    """Who reads it, or which channel shows it; new, changed, or for them alone."""
    french = language == "fr"
    if not each.language:
        what = ("montre" if each.is_new else "montre maintenant") if french else "shows" if each.is_new else "now shows"
    elif each.is_private:
        what = "lit, sans témoin" if french else "is shown, privately"
    elif french:
        what = "lit" if each.is_new else "voit changer"
    else:
        what = "reads" if each.is_new else "sees it change"
    told_in = f" [dim]({each.language})[/]" if each.language else ""
    return f"  [cyan]{escape(each.where)}[/]{told_in} {what}{NBSP if french else ''}:"
