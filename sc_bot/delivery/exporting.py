"""The workbook as a file, made when it is sent; and what is said where Slack takes no files."""

from contextlib import ExitStack
from datetime import datetime
from tempfile import TemporaryFile

from sc_bot.domain.community import Person
from sc_bot.domain.exports import Export
from sc_bot.domain.notices import FORMS, NoWorkbook, ResearchData
from sc_bot.domain.permissions import may_have_research, may_have_workbook
from sc_bot.ports import Document, Envelope, Message, Place, UnitOfWork
from sc_bot.presentation import exports
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import takes_part
from sc_bot.usecases.exporting.reading import book_of
from sc_bot.usecases.exporting.researching import research_of
from sc_bot.usecases.showing import reader_of


def about_export(
    uow: UnitOfWork, envelope: Envelope, export: Export | None, now: datetime
) -> Message | Document | None:
    """The workbook as its reader may see it now, or why it does not come; None for who may not have it any more."""
    members = uow.communities.members(envelope.workspace, envelope.to)
    member = next((each for each in members if export and each.place.id == export.community), None)
    if export is None or member is None or not takes_part(member, now):
        return None
    place, person = member.place.at(now), member.person
    is_outside = may_have_research(person, place.community)
    if not is_outside and not may_have_workbook(person, place.community):
        return None
    words = Words.of(reader_of(place, person))
    if isinstance(envelope.notice, NoWorkbook):
        return exports.no_workbook(words, envelope.notice.reason)
    if is_outside:
        form = envelope.notice.form if isinstance(envelope.notice, ResearchData) else FORMS[0]
        return _research(uow, place, person, form, now)
    return None if isinstance(envelope.notice, ResearchData) else _document(uow, place, person, export, now)


def _research(uow: UnitOfWork, place: Place, person: Person, form: str, now: datetime) -> Document:
    from sc_bot.presentation.workbook import write_research  # noqa: PLC0415 - openpyxl takes a while to load

    words = Words.of(reader_of(place, person))
    with ExitStack() as undone:
        content = undone.enter_context(TemporaryFile())
        write_research(content, words, research_of(uow, place, person, now), form)
        undone.pop_all()  # whoever sends it closes it, and it is gone
    length = content.tell()
    content.seek(0)
    return Document(
        name=exports.research_name(words, place.community.settings.code, words.today(now), form),
        title=exports.research_title(words, place.community.settings.name),
        comment=exports.research_comment(words, now),
        content=content,
        length=length,
    )


def _document(uow: UnitOfWork, place: Place, person: Person, export: Export, now: datetime) -> Document:
    from sc_bot.presentation.workbook import write_workbook  # noqa: PLC0415 - openpyxl takes a while to load

    words = Words.of(reader_of(place, person))
    with ExitStack() as undone:
        content = undone.enter_context(TemporaryFile())
        write_workbook(content, words, book_of(uow, place, person, export, now))
        undone.pop_all()  # whoever sends it closes it, and it is gone
    length = content.tell()
    content.seek(0)
    return Document(
        name=exports.file_name(words, place.community.settings.code, words.today(now)),
        title=exports.title(words, place.community.settings.name),
        comment=exports.comment(words, now, export.meeting),
        content=content,
        length=length,
    )
