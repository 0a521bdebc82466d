"""What is stored about one person, as a file for the privacy officer who asked for it."""

import json
from datetime import datetime
from io import BytesIO

from sc_bot.domain.community import Role
from sc_bot.domain.notices import PersonFile
from sc_bot.ports import Document, Envelope, UnitOfWork
from sc_bot.presentation import privacy
from sc_bot.presentation.words import Words
from sc_bot.usecases.keeping.person import exported
from sc_bot.usecases.showing import reader_of


def about_person(uow: UnitOfWork, envelope: Envelope, notice: PersonFile, now: datetime) -> Document | None:
    """The file as its subject's data stand now; None for who is not the privacy officer any more."""
    members = uow.communities.members(envelope.workspace, envelope.to)
    officer = next((each for each in members if each.place.id == notice.community), None)
    person = uow.communities.person(notice.community, notice.person)
    if officer is None or Role.PRIVACY_OFFICER not in officer.person.roles or person is None:
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
