"""What the privacy officer is sent: what is stored about one person, as a file; how an erasure ended."""

import json
from datetime import datetime
from io import BytesIO

from sc_bot.domain.common_notices import ErasureEnded
from sc_bot.domain.community import Role
from sc_bot.domain.notices import PersonFile
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Document, Envelope, Member, Message, UnitOfWork
from sc_bot.presentation import privacy
from sc_bot.presentation.words import Words
from sc_bot.usecases.keeping.person import exported
from sc_bot.usecases.showing import reader_of


def about_person(uow: UnitOfWork, envelope: Envelope, notice: PersonFile, now: datetime) -> Document | None:
    """The file as its subject's data stand now; None for who is not the privacy officer any more."""
    officer = _officer(uow, envelope, notice.community)
    person = uow.communities.person(notice.community, notice.person)
    if officer is None or person is None:
        return None
    words = Words.of(reader_of(officer.place, officer.person))
    written = json.dumps(exported(uow, officer.place, person, now), ensure_ascii=False, indent=2).encode()
    return Document(
        name=privacy.file_name(officer.place.community.settings.code, words.today(now)),
        title=privacy.file_title(words),
        comment=privacy.file_comment(words),
        content=BytesIO(written),
        length=len(written),
    )


def about_erasure(uow: UnitOfWork, envelope: Envelope, notice: ErasureEnded) -> Message | None:
    """How it ended; None for who is not the privacy officer any more."""
    officer = _officer(uow, envelope, notice.community)
    if officer is None:
        return None
    why = Refused(Why(notice.why), details=(notice.promises,)) if notice.why else None
    return privacy.erasure_ended(Words.of(reader_of(officer.place, officer.person)), why)


def _officer(uow: UnitOfWork, envelope: Envelope, community: int) -> Member | None:
    members = uow.communities.members(envelope.workspace, envelope.to)
    found = next((each for each in members if each.place.id == community), None)
    return found if found is not None and Role.PRIVACY_OFFICER in found.person.roles else None
