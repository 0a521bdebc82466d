"""What is said of a joint change outside its problems' own cards: its card, its headline, and whether it changed."""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.common_notices import JointCard, JointCheck, JointHeadline
from sc_bot.domain.community import Person
from sc_bot.domain.joint_rules import may_know_of, reads
from sc_bot.domain.visibility import in_channel
from sc_bot.ports import Envelope, Message, Place, UnitOfWork
from sc_bot.presentation import cards, joint_changes
from sc_bot.usecases.joint_caregivers import checkers
from sc_bot.usecases.joint_reading import Gathering, LookingOn, gathered
from sc_bot.usecases.showing import channel_reader, reader_of


def about_joint_change(
    uow: UnitOfWork,
    envelope: Envelope,
    notice: JointCard | JointHeadline | JointCheck,
    place: Place,
    person: Person | None,
    now: datetime,
) -> Message | None:
    """As its reader may see it now; None when there is nothing left to say to them."""
    each = gathered(uow, [uow.joint_changes.by_id(notice.change)])[0]
    if isinstance(notice, JointHeadline):
        return _headline(uow, envelope, notice, place, each, now)
    if person is None:
        return None
    if not may_know_of(person, each.problems, place.community):
        return cards.closed_off(reader_of(place, person), each.change.reference) if envelope.ts else None
    view = LookingOn(uow, place, person, now).view(each, notice.institution)
    if isinstance(notice, JointCard):
        may_read = reads(person, each.problems, place.community)
        return joint_changes.card(view) if may_read or envelope.ts else None
    own = next((one for one in each.problems if one.reporter == person.id), None)
    asked = checkers(uow, place, each.problems, notice.institution)
    hides = own is not None and not own.name_shown
    reference = own.reference if own is not None else view.reference
    instead = not any(one.person.id == person.id for one in asked)
    return joint_changes.check(view, reference, hides=hides, asks_on_the_ground=instead, reported=bool(asked))


def _headline(
    uow: UnitOfWork, envelope: Envelope, notice: JointHeadline, place: Place, each: Gathering, now: datetime
) -> Message | None:
    """One neutral line; nothing about what is restricted, or kept from the director who reads it there."""
    reader = channel_reader(place, notice.institution)
    if not all(in_channel(one, notice.institution) for one in each.problems):
        return cards.closed_off(reader, each.change.reference) if envelope.ts else None
    everybody = Person(id="", name="", roles=(), language=place.community.settings.language)
    view = LookingOn(uow, place, everybody, now).view(each)
    return joint_changes.headline(replace(view, reader=reader, problem=replace(view.problem, reader=reader)))
