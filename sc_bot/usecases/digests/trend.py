"""The weeks behind a digest, as a picture: sent once a digest, when somebody looks further."""

from collections.abc import Sequence
from datetime import date

from sc_bot.domain.counts import CommunityCounts
from sc_bot.domain.notices import Posting, Trend
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.digests.asking import Under, reader_of_digests

FEWEST, MOST = 3, 12  # weeks: fewer show no trend, more do not fit on a telephone


def ask_for_trend(database: Database, asked: Asked, under: Under) -> None:
    """Queue the picture of the weeks until a digest's for who asks for its rest; once, however often they do.

    The last week that was kept names it: what is asked for in between shows the same weeks.

    Raises:
        Refused: they get no digest.
        NotAvailable: the database did not answer; nothing is queued.
    """
    with database.unit_of_work() as uow:
        member = reader_of_digests(uow, asked, under.community)
        place, to = member.place, asked.slack_id
        weeks = weeks_of(uow, place, under.week or asked.now.date())
        if len(weeks) < FEWEST:
            return
        week = weeks[-1][0]
        key = f"trend:{place.id}:{member.person.id}:{week.isoformat()}"
        picture = Posting(notice=Trend(place.id, week), to=to, key=key, due_at=asked.now)
        uow.outbox.post(place.workspace, None, [picture])


def weeks_of(uow: UnitOfWork, place: Place, week: date) -> Sequence[tuple[date, CommunityCounts]]:
    """The weeks that the picture shows, the oldest first."""
    return uow.counts.kept(place, week, MOST)
