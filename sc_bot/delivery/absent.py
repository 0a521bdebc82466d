"""What is said about absences: to who covers, and to who is back; counted and listed when it is sent."""

from datetime import datetime

from sc_bot.domain.community import Person, Role
from sc_bot.domain.notices import Covering, WhileAway
from sc_bot.ports import Envelope, Message, Place, UnitOfWork
from sc_bot.presentation import absences
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import takes_part
from sc_bot.usecases.reading import view_of
from sc_bot.usecases.showing import reader_of
from sc_bot.usecases.standing_in import ALL, answers_for, covered_by, happened_since

LISTED = 10  # lines of one list; the rest is a number


def about_absence(uow: UnitOfWork, envelope: Envelope, now: datetime) -> Message | None:
    """The message; None where the reader has left the community."""
    notice = envelope.notice
    absence = uow.absences.get(notice.absence) if isinstance(notice, Covering | WhileAway) else None
    members = uow.communities.members(envelope.workspace, envelope.to)
    here = (each for each in members if absence and each.place.id == absence.community)
    member = next((each for each in here if takes_part(each, now)), None)
    if absence is None or member is None:
        return None
    place, reader = member.place.at(now), member.person
    words = Words.of(reader_of(place, reader))
    if isinstance(notice, Covering):
        absent = uow.communities.person(place.id, absence.person)
        waiting = covered_by(uow, place, absence, reader)
        acts = _acts(place, absent, reader)
        return absences.covering(words, absent.name if absent else "", absence, waiting, acts=acts)
    if absence.person != reader.id:
        return None
    moved = happened_since(uow, place, absence, reader, ALL)
    views = [view_of(uow, place, each, reader, now, named=False) for each in moved[:LISTED]]
    return absences.while_away(words, absence, views, len(moved) - len(views))


def _acts(place: Place, absent: Person | None, cover: Person) -> bool:
    """Whether who covers may do what the absent person may: the facilitator never promises for an institution."""
    directed = answers_for(place.community, absent) if absent else ()
    own = [each for each in directed if each is not None]
    return Role.FACILITATOR not in cover.roles or not own
