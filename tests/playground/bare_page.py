"""The page without a stage: the workspace's own people behind it, and nobody who stores anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from threading import Event

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Payload, Person
from sc_bot.playground.page.backstage import CannotTravel, Mark, Unknown
from sc_bot.playground.page.page import Page
from sc_bot.playground.page.server import PageServer

COMMANDS = {"/problem": "Signaler", "/sc": "Suivre"}
SHORTCUTS = {"report_problem": "Signaler"}


class BareBackstage:
    """People and channels as the workspace has them; no journey, no tour, and each moment stores one event."""

    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack
        self._moments = count(1)
        self.last = 0
        self.let_go = Event()  # a step of the tour waits for it
        self.waiting = Event()

    def cast(self) -> Payload:
        """Everybody but the bot and those who have left."""
        workspace = self._slack.workspace
        people = [each for each in workspace.people.values() if not (each.is_bot or each.deactivated)]
        return {
            "community": {"fr": "Essai", "en": "Trial"},
            "timezone": "America/Toronto",
            "bot": {"id": workspace.bot.id, "name": workspace.bot.name},
            "people": [_person(each) for each in people],
            "channels": {each.id: each.name for each in workspace.channels.values() if each.kind != "im"},
            "commands": [{"name": name, "what": what, "hint": ""} for name, what in COMMANDS.items()],
            "shortcuts": [{"id": name, "label": label, "what": ""} for name, label in SHORTCUTS.items()],
        }

    def now(self) -> Payload:
        """The workspace's time; nothing waits."""
        now = self._slack.workspace.now().isoformat()
        return {"now": now, "waiting": 0, "given_up": 0, "posted_again": 0, "late_seconds": 0}

    def mark(self) -> Mark:
        """Each is one later than the one before."""
        self.last = next(self._moments)
        return Mark(self.last)

    def stored_since(self, mark: Mark) -> Payload:
        """One event for each moment since then."""
        return {"events": [self._event(each) for each in range(mark.inside, self.last + 1)], "outbox": []}

    def _event(self, number: int) -> Payload:
        at = self._slack.workspace.now().isoformat()
        return {"at": at, "reference": "", "kind": f"moment {number}", "actor": None, "from": None, "to": None}

    def travel(self, _to: str, _seen: str | None) -> Payload:
        """Nowhere."""
        raise CannotTravel("no_time")

    def tour(self) -> Payload:
        """Not begun, and without steps."""
        return {"at": -1, "held": False, "failed": None, "steps": []}

    def tour_step(self, what: str, _step: str | None = None) -> Payload:
        """Wait until a test lets go."""
        if what != "do":
            raise Unknown(what)
        self.waiting.set()
        self.let_go.wait(5)
        return self.tour()


@dataclass(frozen=True)
class BarePage:
    """A page that is served, and the workspace that it shows."""

    slack: FakeSlack
    backstage: BareBackstage
    page: Page
    server: PageServer

    @property
    def url(self) -> str:
        """Where it is."""
        return self.server.url


@contextmanager
def open_page(slack: FakeSlack, port: int = 0) -> Iterator[BarePage]:
    """Serve the page of a workspace; everybody has read what stands there."""
    backstage = BareBackstage(slack)
    page = Page(slack, backstage, frozenset(COMMANDS), slack.workspace.now())
    server = PageServer(page, port).start()
    try:
        yield BarePage(slack, backstage, page, server)
    finally:
        server.stop()


def _person(person: Person) -> Payload:
    return {
        "id": person.id,
        "key": person.id,
        "name": person.name,
        "title": "",
        "language": person.locale[:2],
        "timezone": person.tz,
        "institution": {"fr": "Hôpital", "en": "Hospital"},
        "roles": {"fr": ["soignant"], "en": ["caregiver"]},
    }
