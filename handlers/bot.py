"""What every handler is given: the database, the clocks, and a way to say what cannot wait for the worker."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore
from typing import Any

import structlog

from handlers.origins import installed_in, team_of
from sc_bot.domain.safe_traceback import traceback_without_words
from sc_bot.domain.slack_answers import Ok, SlackAnswer, SlackApi
from sc_bot.ports import Database, Message, NotAvailable, Sealing

Body = dict[str, Any]
"""A payload as Slack sends it."""

log = structlog.get_logger()


class Quick:
    """A small bounded pool for what must be said within three seconds: windows and `response_url`.

    A full pool does it at once, in the request's own thread: late rather than never.
    """

    def __init__(self, workers: int = 4, waiting: int = 32) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="quick")
        self._places = BoundedSemaphore(workers + waiting)
        self._underway: set[Future[None]] = set()

    @property
    def is_idle(self) -> bool:
        """Whether everything that was to be done soon is done."""
        return all(each.done() for each in tuple(self._underway))

    def do(self, work: Callable[[], None]) -> None:
        """Do it soon."""
        if not self._places.acquire(blocking=False):
            _guarded(work)
            return
        begun = self._pool.submit(self._run, work)
        self._underway.add(begun)
        begun.add_done_callback(self._underway.discard)

    def _run(self, work: Callable[[], None]) -> None:
        try:
            _guarded(work)
        finally:
            self._places.release()

    def wait(self) -> None:
        """Return when what was begun is done."""
        wait(tuple(self._underway))

    def close(self) -> None:
        """Finish what was begun."""
        self._pool.shutdown(wait=True)


def _guarded(work: Callable[[], None]) -> None:
    try:
        work()
    except Exception as error:  # noqa: BLE001 - the request is answered already; what is left is to know about it
        log.warning("quick_work_failed", where=traceback_without_words(error))


@dataclass(frozen=True, slots=True)
class Bot:
    """The handlers' view of the house."""

    database: Database
    now: Callable[[], datetime]
    """The product's time."""
    slack: Callable[[str], SlackApi | None]
    respond: Callable[[str, Body], None]
    """Posts to a `response_url`."""
    quick: Quick
    wake: Callable[[], None]
    """Tells the worker that something was committed."""
    sealing: Sealing
    """Seals what the database may keep but not know."""
    trouble: Callable[[str], None]
    """Counts a request that was not recorded, or crashed."""
    real_now: Callable[[], datetime]
    """Real time: for what Slack says about its own time."""

    def workspace_of(self, body: Body) -> str:
        """The workspace where the app is installed, from the signed payload only.

        A button of an answer that only one person sees, and a shortcut, tell of whoever acts alone: then it is the
        workspace whose community knows them.

        Raises:
            NotAvailable: the database did not answer in time.
        """
        told = installed_in(body)
        if told is not None:
            return told
        team, person = team_of(body), str((body.get("user") or {}).get("id"))
        with self.database.reading() as uow:
            if uow.installations.serving(team) is not None:
                return team
            return uow.communities.workspace_for(team, person)

    def open_window(self, body: Body, view: Body, sorry: str) -> None:
        """Open a window over the payload's trigger; if Slack will not, the person is told in words."""
        in_a_window = (body.get("view") or {}).get("type") == "modal"
        method = "views.push" if in_a_window else "views.open"
        self._window(body, method, {"trigger_id": body["trigger_id"], "view": view}, sorry)

    def change_window(self, body: Body, view: Body, sorry: str) -> None:
        """Change the window in which a button was pressed."""
        arguments = {"view_id": body["view"]["id"], "hash": body["view"]["hash"], "view": view}
        self._window(body, "views.update", arguments, sorry)

    def _window(self, body: Body, method: str, arguments: Body, sorry: str) -> None:
        def work() -> None:
            answer = self._ask(body, method, arguments)
            if not isinstance(answer, Ok):
                log.warning("window_not_opened", method=method, answer=type(answer).__name__)
                self._say_sorry(body, sorry)

        self.quick.do(work)

    def _ask(self, body: Body, method: str, arguments: Body) -> SlackAnswer | None:
        """What Slack answers; None where it cannot be asked: without a token, or where the database does not answer."""
        try:
            api = self.slack(self.workspace_of(body))
        except NotAvailable:
            return None
        return api.call(method, **arguments) if api else None

    def _say_sorry(self, body: Body, sorry: str) -> None:
        if body.get("response_url"):
            self.respond(body["response_url"], private(Message(sorry)))

    def point_at(self, body: Body, spot: tuple[str, str], say: Callable[[str], Message]) -> None:
        """Say, after the answer, where a message stands, as channel and ts; where Slack gives no link, nothing."""

        def work() -> None:
            answer = self._ask(body, "chat.getPermalink", {"channel": spot[0], "message_ts": spot[1]})
            if isinstance(answer, Ok):
                self.respond(body["response_url"], private(say(str(answer.data["permalink"]))))

        self.quick.do(work)

    def answer_privately(self, body: Body, *messages: Message) -> None:
        """Answer a pressed button, or go on answering a command: to the one who asked, in order."""
        self._respond(body, [private(each) for each in messages])

    def answer_in_place(self, body: Body, message: Message) -> None:
        """Show something else in place of the message whose button was pressed."""
        self._respond(body, [private(message) | {"replace_original": True}])

    def _respond(self, body: Body, answers: Sequence[Body]) -> None:
        url = body.get("response_url")

        def work() -> None:
            for each in answers:
                self.respond(str(url), each)

        if url and answers:
            self.quick.do(work)


def private(message: Message) -> Body:
    """A message that only the one who asked sees; it replaces nothing."""
    body: Body = {"response_type": "ephemeral", "replace_original": False, "text": message.text}
    return {**body, "blocks": message.blocks} if message.blocks else body
