"""Who reads what of a meeting: one agenda each, one projector, minutes; edited in place when something changes."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sc_bot.domain.addresses import address_of, is_told
from sc_bot.domain.common_notices import AgendaCard, MinutesCard, MinutesDraft, Projector
from sc_bot.domain.community import Committee, Person
from sc_bot.domain.meetings import Meeting, may_run, members, stands_of
from sc_bot.domain.notices import Notice, Posting
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.lists import list_time
from sc_bot.usecases.telling import reading_time


@dataclass(frozen=True, slots=True)
class Room:
    """A meeting and those whom it concerns."""

    uow: UnitOfWork
    place: Place
    committee: Committee
    meeting: Meeting
    now: datetime

    @property
    def members(self) -> list[Person]:
        """Those who sit there and can be told."""
        return [each for each in members(self.place.community, self.committee) if is_told(each)]

    @property
    def heads(self) -> list[Person]:
        """Those who lead meetings."""
        return [each for each in self.place.community.people if each.slack_id and may_run(each, self.place.community)]

    def send_agenda(self, but: str | None = None) -> None:
        """To each member, once more whenever it is moved: with their list of the day, if that is soon enough."""
        self._post([self._agenda_for(each) for each in self.members if each.id != but])

    def _agenda_for(self, person: Person) -> Posting:
        with_list = list_time(self.place.community, person, self.now)
        due_at = with_list if with_list < self.meeting.at else self.now
        kind = f"agenda:{self.meeting.at.astimezone(UTC):%Y-%m-%dT%H:%M}:{self.meeting.version}"
        return self._surface(AgendaCard(self.meeting.id), person, kind, due_at)

    def project(self, moderator: Person) -> None:
        """One message in the committee's channel; without a channel, in the moderator's conversation with the bot."""
        channel = self.place.channels.get(self.committee.channel or "")
        notice = Projector(self.meeting.id)
        to = channel or moderator.slack_id or ""
        self._post([Posting(notice=notice, to=to, key=self._key("projector"), due_at=self.now, surface=True)])

    def draft_minutes(self) -> None:
        """To those who may approve them, at once: they are still in the room."""
        self._post([self._surface(MinutesDraft(self.meeting.id), each, "draft", self.now) for each in self.heads])

    def send_minutes(self, but: str) -> None:
        """To each member, in their hours; whoever approved them has them, where the draft stood."""
        self._post(
            [
                self._surface(MinutesCard(self.meeting.id), each, "minutes", self._reads_at(each))
                for each in self.members
                if each.id != but
            ]
        )

    def _reads_at(self, person: Person) -> datetime:
        return reading_time(self.place.community, person, self.now)

    def refresh(self) -> None:
        """Everything that stands of it is shown anew, also what was sent for another hour; and Homes of its heads."""
        self.uow.outbox.show_all_anew(self.place.workspace, self._beginning, self.now)
        self.refresh_homes()

    def refresh_homes(self) -> None:
        """The Homes of those who lead meetings."""
        heads = [each.slack_id for each in self.heads if each.slack_id]
        self.uow.homes.stale(self.place.workspace, heads, self.now)

    def refresh_own(self, person: Person) -> None:
        """What one person has of it."""
        self.uow.outbox.show_all_anew(self.place.workspace, self._beginning, self.now, person.slack_id)

    def _surface(self, notice: Notice, person: Person, kind: str, due_at: datetime) -> Posting:
        to = address_of(self.place.id, person)
        return Posting(notice=notice, to=to, key=self._key(kind, person), due_at=due_at, surface=True)

    def _key(self, kind: str, person: Person | None = None) -> str:
        """Why a message exists; all of one meeting begin alike."""
        return f"{self._beginning}{kind}{f':{person.id}' if person else ''}"

    @property
    def _beginning(self) -> str:
        return stands_of(self.place.id, self.meeting.id)

    def _post(self, postings: list[Posting]) -> None:
        self.uow.outbox.post(self.place.workspace, None, postings)
