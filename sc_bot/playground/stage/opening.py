"""Opens the stage: a local Slack, a database, the fictional region and its past, the bot running on all of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Community
from sc_bot.manifest import SCOPES
from sc_bot.org_file import read_community
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.stage.alone import alone_on
from sc_bot.playground.stage.clock import Clock
from sc_bot.playground.stage.keeping import keep_past, kept_past
from sc_bot.playground.stage.past import live_past
from sc_bot.playground.stage.peopling import populate
from sc_bot.playground.stage.redelivering import redelivering
from sc_bot.playground.stage.reopening import CannotOpen, already_there, settle, show_again
from sc_bot.playground.stage.stage import Stage
from sc_bot.ports import Delays
from sc_bot.running import house_running
from sc_bot.settings import Settings, database_address

QUICKLY = Delays(
    doubt=timedelta(seconds=2),
    pace=timedelta(milliseconds=50),
    look=timedelta(milliseconds=100),
    revive=timedelta(seconds=2),
)
CURTAIN = "2026-11-19T10:30"
"""A Thursday morning, in the community's zone: the region's committees and holidays are written for these weeks."""
WEEKS_BEFORE = 6
A_MOMENT = timedelta(minutes=1)
LAST_DAYS = timedelta(days=2)
"""The past ends with reports of the last days before the curtain; one that ends earlier was interrupted."""

Tell = Callable[[str], None]


@contextmanager
def open_stage(db: str | None = None, *, past: bool = True, tell: Tell = lambda _what: None) -> Iterator[Stage]:
    """Open the stage, on loopback only.

    Args:
        db: a database to keep, as DATABASE_URL; without one, a temporary one is used. One that was on the stage before
            is shown again as it was left.
        past: whether the region has lived for some weeks before the curtain rises the first time.
        tell: hears what takes long: `past` or `again`.

    Raises:
        CannotOpen: it belongs to a real workspace, another demo runs on it, or its past was never lived to the end.
        NotAvailable: the database cannot be reached.
        SchemaNotCurrent: it was made by a newer version.
        SettingsError: it is no address.
    """
    community = region()
    with TemporaryDirectory(prefix="sc_bot_demo_") as folder:
        own, clock = Path(folder) / "sc_bot.db", Clock(_curtain(community))
        kept = kept_past() if past and db is None else None
        if kept:
            kept.copy_database(own)
        url = database_address(db or f"sqlite:///{own}")
        with alone_on(url), FakeSlack(scopes=SCOPES, pace=False, now=clock) as slack:
            there = already_there(url)
            populate(slack, community)
            settings = _settings(url, slack)
            if kept:
                slack.workspace.put_back(kept.workspace)
            elif there is not None:
                tell("again")
                show_again(slack, settings, community, clock, until=_left_at(there, clock()))
            else:
                _begin(slack, settings, community, clock, past=past, tell=tell)
                if past and db is None:
                    keep_past(own, slack.workspace)
            clock.run()
            with house_running(settings, "run", clock=clock, delays=QUICKLY) as running:
                slack.bot_url = f"http://127.0.0.1:{running.port}/slack/events"
                with redelivering(slack):
                    yield Stage(slack, community, running, clock, url)


def region() -> Community:
    """The fictional region that comes with the program."""
    return read_community(files("sc_bot.playground.region").joinpath("estrie.org.yaml").read_bytes())


def _curtain(community: Community) -> datetime:
    return datetime.fromisoformat(CURTAIN).replace(tzinfo=working_calendar(community).timezone)


def _left_at(there: datetime, curtain: datetime) -> datetime:
    """When a kept region goes on: just after what happened last, and never before its curtain."""
    if there < curtain - LAST_DAYS:
        raise CannotOpen(
            "The region's past was never lived to its end in this database. Delete it, or name another one."
        )
    return max(curtain, there + A_MOMENT)


def _begin(slack: FakeSlack, settings: Settings, community: Community, clock: Clock, *, past: bool, tell: Tell) -> None:
    """The region is imported, and lives the weeks before the curtain rises."""
    curtain = clock()
    if past:
        clock.set_to(curtain - timedelta(weeks=WEEKS_BEFORE))
    settle(settings, slack, community, clock())
    if past:
        tell("past")
        live_past(slack, settings, community, clock, until=curtain)


def _settings(url: str, slack: FakeSlack) -> Settings:
    """The stage's own settings: whatever the environment says about a real Slack stays out."""
    return Settings(
        database_url=url,
        host="127.0.0.1",
        port=0,
        slack_bot_token=SecretStr(slack.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        slack_app_token=None,
        slack_client_id=None,
        slack_client_secret=None,
    )
