"""The invitation to the pulse, as long as the wave is open.

What is dropped would be kept as dropped: so it is sent to those who answered early, too.
"""

from datetime import datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.common_notices import PulseInvitation
from sc_bot.domain.community import Person
from sc_bot.domain.pulse import is_asked
from sc_bot.ports import Member, Message, Place, UnitOfWork
from sc_bot.presentation import pulse
from sc_bot.usecases.pulse.answering import ask_of


def about_pulse(
    uow: UnitOfWork, notice: PulseInvitation, place: Place, person: Person | None, now: datetime
) -> Message | None:
    """Two minutes are asked of them."""
    wave = uow.pulse.get(notice.wave)
    if wave is None or person is None or place.archived is not None or not is_asked(person, place.community):
        return None
    today = working_calendar(place.community).local_date(now)
    return pulse.invitation(ask_of(uow, Member(place, person), wave)) if wave.takes_answers(today) else None
