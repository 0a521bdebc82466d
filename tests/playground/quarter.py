"""A quarter of the fictional region: its sixty lives spread over thirteen weeks, and what each person got.

`python -m tests.playground.quarter` prints it: for each person the direct messages, and the most on one of their days.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from sqlalchemy import or_, select

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Community, Person
from sc_bot.domain.events import Happened
from sc_bot.manifest import SCOPES
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.stage.clock import Clock
from sc_bot.playground.stage.opening import CURTAIN, region
from sc_bot.playground.stage.passing import before_the_curtain, pass_time
from sc_bot.playground.stage.past.agenda import agenda
from sc_bot.playground.stage.past.casting import read_cast
from sc_bot.playground.stage.past.living import Living
from sc_bot.playground.stage.peopling import populate
from sc_bot.playground.stage.reopening import already_there, settle
from sc_bot.settings import Settings
from storage.engine import open_engine
from storage.tables import events, outbox

WEEKS = 13
SLOWER = 2  # the past is six weeks long
DAYS_OF_A_WEEK = 7
CARDS = ("DirectorCard", "TriageCard", "ArbitrationCard", "ContributorCard")


@dataclass(frozen=True)
class Quarter:
    """The quarter, lived."""

    community: Community
    url: str
    told: dict[str, Counter[date]]
    """New direct messages of each person, but those of their committees, by their local day."""
    lists: dict[str, Counter[date]]
    """Morning lists of each person, by their local day."""
    arrived: dict[str, Counter[date]]
    """Messages of what had just arrived, by their local day."""

    def most_in_a_day(self, person: Person) -> int:
        """The most new direct messages that somebody got on one day."""
        return max(self.told.get(person.id, Counter()).values(), default=0)

    def most_in_a_week(self, person: Person) -> int:
        """The most in one calendar week."""
        weeks = Counter[tuple[int, int]]()
        for day, number in self.told.get(person.id, Counter()).items():
            weeks[day.isocalendar()[:2]] += number
        return max(weeks.values(), default=0)


@contextmanager
def quarter_lived() -> Iterator[Quarter]:
    """Live it on a database of its own; about half a minute."""
    community = region()
    calendar = working_calendar(community)
    until = datetime.fromisoformat(CURTAIN).replace(tzinfo=calendar.timezone)
    clock = Clock(until)
    with TemporaryDirectory() as folder, FakeSlack(scopes=SCOPES, pace=False, now=clock) as slack:
        url = f"sqlite:///{folder}/quarter.db"
        settings = Settings(
            database_url=url,
            slack_bot_token=SecretStr(slack.bot_token),
            slack_signing_secret=SecretStr(slack.signing_secret),
            slack_api_url=slack.api_url,
        )
        already_there(url)
        populate(slack, community)
        clock.set_to(until - timedelta(weeks=WEEKS))
        settle(settings, slack, community, clock())
        slower = [replace(each, days=each.days * SLOWER) for each in read_cast()]
        with before_the_curtain(settings, slack, clock) as house:
            living = Living(house.worker_database, slack.workspace.team_id, community)
            for act in agenda(slower, calendar, until):
                pass_time(house, clock, act.at)
                living.do(act, clock())
            pass_time(house, clock, until)
        yield Quarter(community, url, *_told(slack, community), _arrived(url, community))


def _told(slack: FakeSlack, community: Community) -> tuple[dict[str, Counter[date]], dict[str, Counter[date]]]:
    told: dict[str, Counter[date]] = {}
    lists: dict[str, Counter[date]] = {}
    for person in community.people:
        zone = ZoneInfo(community.timezone_of(person))
        for each in slack.as_person(person.slack_id).messages if person.slack_id else []:
            if each.channel.startswith("D") and each.from_bot and each.ephemeral_to is None:
                day = datetime.fromtimestamp(float(each.ts), zone).date()
                if "'meeting." in str(each.blocks):  # an agenda, or minutes: who sits in a committee asked for them
                    continue
                told.setdefault(person.id, Counter())[day] += 1
                if "problem.list" in str(each.blocks):
                    lists.setdefault(person.id, Counter())[day] += 1
    return told, lists


def _arrived(url: str, community: Community) -> dict[str, Counter[date]]:
    """What is new for somebody: a problem that is theirs to answer, or to contribute to; a solution to try."""
    people = {each.slack_id: each for each in community.people}
    arrived: dict[str, Counter[date]] = {}
    engine = open_engine(url, patience=timedelta(seconds=5))
    with engine.connect() as connection:
        proposals = select(events.c.id).where(events.c.kind == Happened.TRYOUT_PROPOSED.value)
        proposed = [f"told:{number}:" for number in connection.execute(proposals).scalars()]
        arrives = or_(outbox.c.kind.in_(CARDS), *(outbox.c.key.startswith(each) for each in proposed))
        cards = select(outbox.c.target, outbox.c.ts).where(arrives, outbox.c.ts.is_not(None))
        for slack_id, ts in connection.execute(cards):
            if slack_id in people:
                zone = ZoneInfo(community.timezone_of(people[slack_id]))
                day = datetime.fromtimestamp(float(ts), zone).date()
                arrived.setdefault(people[slack_id].id, Counter())[day] += 1
    engine.dispose()
    return arrived


def _main() -> None:
    with quarter_lived() as quarter:
        print(f"{'person':<10}{'messages':>10}{'lists':>7}{'a day':>7}{'a week':>8}  days with more than two")  # noqa: T201 - a table to read
        for person in quarter.community.people:
            told, lists = quarter.told.get(person.id, Counter()), quarter.lists.get(person.id, Counter())
            crowded = sum(number > 2 for number in told.values())
            print(  # noqa: T201 - as above
                f"{person.id:<10}{told.total():>10}{lists.total():>7}{quarter.most_in_a_day(person):>7}"
                f"{quarter.most_in_a_week(person):>8}  {crowded or ''}"
            )


if __name__ == "__main__":
    _main()
