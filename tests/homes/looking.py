"""Open a Home, turn its pages, and let it be shown anew."""

from sc_bot.playground.inputs import elements_of
from sc_bot.playground.model import View
from sc_bot.usecases.homes.refreshing import refresh_homes
from tests.house import Town
from tests.presentation.gallery import as_text


def opens(town: Town, who: str) -> View:
    """Somebody opens their Home."""
    town.person(who).opens_home()
    return shown(town, who)


def shown(town: Town, who: str) -> View:
    """What stands on somebody's Home, once nothing is on its way."""
    person = town.person(who)
    town.house.bot.quick.wait()
    assert person.home is not None
    return person.home


def turns(town: Town, who: str, action: str, value: str | None = None) -> View:
    """Press a button that leads to another page."""
    town.person(who).presses(shown(town, who), action, value)
    return shown(town, who)


def refreshed(town: Town) -> int:
    """Look at what changed and let the worker publish; returns how often a Home was published."""
    before = publications(town)
    refresh_homes(town.house.worker_database, town.clock())
    town.deliver()
    return publications(town) - before


def publications(town: Town) -> int:
    """How often any Home was published."""
    return len(town.slack.calls_of("views.publish"))


def read(view: View) -> str:
    """The words of a Home."""
    return as_text(view.blocks)


def part(view: View, head: str) -> str:
    """The words of one part: from its head to the next one."""
    lines = read(view).splitlines()
    first = next(number for number, each in enumerate(lines) if each.startswith(f"*{head}"))
    rest = lines[first + 1 :]
    last = next((number for number, each in enumerate(rest) if each.startswith("*")), len(rest))
    return "\n".join(lines[first : first + 1 + last])


def offered(view: View) -> list[tuple[str, str]]:
    """Every action with its value, in order."""
    return [(each["action_id"], each.get("value", "")) for block in view.blocks for each in elements_of(block)]
