"""What has been kept long enough goes, a batch at a time."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, or_, select, update

from sc_bot.domain.common_notices import LessonHeadline
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.notices import HomeTab, TakenBack, Welcome
from sc_bot.ports import Place
from storage import tables as t
from storage.holdings import HOLDINGS
from storage.nameless import ABOUT_PEOPLE, forget, forget_change, forget_in_details
from storage.outbox import StoredOutbox
from storage.searching import refresh_words
from storage.taking_back import forget_taken_back, take_back

_OF_MEETINGS = (t.meetings, t.agenda_items, t.meeting_people)
_STAY = tuple(each.__name__ for each in (Welcome, HomeTab, LessonHeadline, TakenBack))
"""Messages without a problem that do not grow old: said once a person, shown live, or a lesson that stands."""


class StoredRetention:
    """Everything that has a term."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def naming(self, place: Place, closed_before: datetime, limit: int) -> Sequence[int]:
        """The problems closed before then that still say who took part, the oldest first."""
        return self._closed(place, t.problems.c.identities_removed_at, closed_before, limit)

    def worded(self, place: Place, closed_before: datetime, limit: int) -> Sequence[int]:
        """The problems closed before then that still have words, the oldest first."""
        return self._closed(place, t.problems.c.words_removed_at, closed_before, limit)

    def remove_identities(self, ids: Sequence[int], now: datetime) -> None:
        """Nobody is named in these problems any more, and no message about them stands in Slack."""
        for each in HOLDINGS:
            if each.is_of_problems or each.table is t.problems:
                forget(self._connection, each, each.of_problems(ids))
        forget_in_details(self._connection, t.events.c.problem.in_(ids))
        self._take_back(ids, now)
        self._done(ids, identities_removed_at=now)

    def remove_words(self, ids: Sequence[int], instead: str, now: datetime) -> None:
        """Nothing that was written about these problems is left; a published lesson is not about them any more."""
        gone = {"body": instead, "redacted": True}
        self._connection.execute(update(t.texts).where(t.texts.c.problem.in_(ids)).values(gone))
        drafts = select(t.lessons.c.id).where(t.lessons.c.problem.in_(ids), t.lessons.c.published_at.is_(None))
        self._connection.execute(update(t.lesson_texts).where(t.lesson_texts.c.lesson.in_(drafts)).values(gone))
        here = select(t.problems.c.community, t.problems.c.id).where(t.problems.c.id.in_(ids))
        for each in self._connection.execute(here).all():
            refresh_words(self._connection, each.community, each.id)
        self._take_back(ids, now)
        self._done(ids, words_removed_at=now, because_matched="")

    def forget_meetings(self, place: Place, before: datetime) -> int:
        """Nobody is named any more in meetings held before then; what they decided stays. Returns how many were."""
        old = select(t.meetings.c.id).where(t.meetings.c.community == place.id, t.meetings.c.at < before)
        return sum(
            forget(self._connection, each, _meeting_of(each.table).in_(old))
            for each in HOLDINGS
            if each.table in _OF_MEETINGS
        )

    def forget_meeting_words(self, place: Place, before: datetime, instead: str) -> int:
        """What was written in meetings held before then goes; what they decided of problems is of these."""
        old = select(t.meetings.c.id).where(t.meetings.c.community == place.id, t.meetings.c.at < before)
        left = t.meeting_texts.c.meeting.in_(old) & (t.meeting_texts.c.body != instead)
        return self._connection.execute(update(t.meeting_texts).where(left).values(body=instead)).rowcount

    def forget_changes(self, place: Place, before: datetime, limit: int) -> int:
        """Who changed what about whom before then is not told any more; that something changed is."""
        subject, actor = t.community_events.c.subject, t.community_events.c.actor
        about = or_(*(subject.startswith(f"{each} ") for each in ABOUT_PEOPLE)) & ~subject.endswith(f" {NOBODY}")
        old = (t.community_events.c.community == place.id) & (t.community_events.c.at < before)
        query = select(t.community_events).where(old, or_(about, actor.is_not(None) & (actor != NOBODY)))
        rows = self._connection.execute(query.limit(limit)).all()
        for row in rows:
            forget_change(self._connection, row)
        return len(rows)

    def forget_rows(self, place: Place, before: datetime) -> int:
        """Absences that ended before then, and who was sent a workbook before then."""
        here = (
            delete(t.absences).where(t.absences.c.community == place.id, t.absences.c.ended_at < before),
            delete(t.exports).where(t.exports.c.community == place.id, t.exports.c.at < before),
        )
        return sum(self._connection.execute(each).rowcount for each in here)

    def forget_registers(self, place: Place, accesses_before: datetime, incidents_before: date) -> int:
        """What the registers hold from before then."""
        here = (
            delete(t.accesses).where(t.accesses.c.community == place.id, t.accesses.c.at < accesses_before),
            delete(t.incidents).where(t.incidents.c.community == place.id, t.incidents.c.day < incidents_before),
        )
        return sum(self._connection.execute(each).rowcount for each in here)

    def forget_requests(self, before: datetime, limit: int) -> int:
        """Requests made before then: Slack sends none again after a day."""
        return self._some(t.requests, t.requests.c.at < before, (t.requests.c.workspace, t.requests.c.request), limit)

    def take_back_old(self, kinds: Sequence[str], before: datetime, now: datetime, limit: int) -> int:
        """Messages of no problem sent before then, of some kinds or of any that grows old, go from Slack."""
        outbox = t.outbox.c
        which = outbox.kind.in_(kinds) if kinds else (outbox.kind.not_in(_STAY) & outbox.problem.is_(None))
        which &= outbox.state.in_(("sent", "dead", "dropped")) & (outbox.due_at < before)
        ids = self._connection.execute(select(outbox.id).where(which).order_by(outbox.id).limit(limit)).scalars().all()
        return take_back(self._connection, outbox.id.in_(ids), now) if ids else 0

    def forget_taken_back(self) -> int:
        """What is gone from Slack goes from the outbox."""
        return forget_taken_back(self._connection)

    def _take_back(self, ids: Sequence[int], now: datetime) -> None:
        """Nothing about these problems stands in Slack any more, but published lessons, which name nobody then."""
        about = t.outbox.c.problem.in_(ids) & (t.outbox.c.kind != LessonHeadline.__name__)
        take_back(self._connection, about, now)
        for each in ids:
            StoredOutbox(self._connection).refresh(each, now)

    def _closed(self, place: Place, done: Column[Any], before: datetime, limit: int) -> Sequence[int]:
        old = (t.problems.c.community == place.id) & (t.problems.c.closed_at < before)
        left = or_(done.is_(None), done < t.problems.c.closed_at)  # it was opened since, and closed again
        query = select(t.problems.c.id).where(old, left).order_by(t.problems.c.closed_at).limit(limit)
        return self._connection.execute(query).scalars().all()

    def _done(self, ids: Sequence[int], **values: object) -> None:
        """Whoever reads one of them meanwhile does not save it as it was."""
        newer = update(t.problems).where(t.problems.c.id.in_(ids)).values(version=t.problems.c.version + 1)
        self._connection.execute(newer.values(values))

    def _some(self, table: Table, old: ColumnElement[bool], key: tuple[Column[Any], ...], limit: int) -> int:
        """Delete some of the old rows of a table: no write lasts long."""
        oldest = self._connection.execute(select(*key).where(old).limit(limit)).all()
        gone = [table.c[key[0].name].in_({row[0] for row in oldest}), key[1].in_([row[1] for row in oldest]), old]
        return self._connection.execute(delete(table).where(*gone)).rowcount if oldest else 0


def _meeting_of(table: Table) -> Column[Any]:
    return table.c.id if table is t.meetings else table.c.meeting
