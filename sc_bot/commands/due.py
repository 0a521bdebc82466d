"""`sc-bot due`: how the bot reads a due date; nothing is stored, nobody is told."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from sc_bot.calendar import public_holidays, working_calendar
from sc_bot.commands.database import current_database_of
from sc_bot.commands.places import Key, OfWorkspace, places_meant, to_choose_from
from sc_bot.commands.saying import AsJson, lines_of, print_json, refusing_in_words, stop
from sc_bot.domain.community import Community, Language
from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda, Ambiguous, Answer, Refused, Understood, read_due, to_json
from sc_bot.org_file import read_community
from sc_bot.presentation.words import Words
from sc_bot.running import SchemaNotCurrent
from sc_bot.settings import Settings

QUEBEC, HOLIDAYS = "America/Toronto", "CA-QC"
YEARS_AHEAD = 3  # a due date is at most two years away, its next working day a little more


class Lang(StrEnum):
    """The language of the words; unknown or both decides nothing."""

    FR = "fr"
    EN = "en"
    MIXED = "mixed"
    ANY = "any"


Phrase = Annotated[str | None, typer.Argument(help="When it is due, in somebody's words.")]
OfWords = Annotated[Lang, typer.Option("--lang", help="The language of the words.")]
Now = Annotated[str | None, typer.Option(help="The moment they are typed, local unless it has an offset; else now.")]
Zone = Annotated[str | None, typer.Option("--tz", help="The time zone of the person; else the community's.")]
Org = Annotated[Path | None, typer.Option(help="A community file; else the stored community.", exists=True)]
Batch = Annotated[Path | None, typer.Option(help="A file of lines phrase TAB lang; - for standard input.")]


def due(  # noqa: PLR0913 - a command has as many parameters as options
    phrase: Phrase = None,
    *,
    lang: OfWords = Lang.FR,
    now: Now = None,
    tz: Zone = None,
    org: Org = None,
    community: Key = None,
    workspace: OfWorkspace = None,
    batch: Batch = None,
    json: AsJson = False,
) -> None:
    """Say which due date a phrase means, or why none; without a community, in Québec and without committees."""
    if (phrase is None) == (batch is None):
        stop("Give a phrase, or --batch FILE.", 2)
    with refusing_in_words():
        here = read_community(org.read_bytes()) if org else _stored(workspace, community)
        zone = _zone(tz or (here.settings.timezone if here else QUEBEC))
        at = _moment(now, zone)
        agenda = _agenda(here, zone, at)
        asked = [(phrase, lang)] if phrase is not None else _asked(batch, lang)
        for text, language in asked:
            answer = read_due(text, language=_language(language), now=at, agenda=agenda)
            if json or batch:
                print_json(to_json(answer))
            else:
                typer.echo(_in_words(answer))


def _asked(batch: Path | None, lang: Lang) -> Iterator[tuple[str, Lang]]:
    """The lines of a file, as they are: blanks at an end are part of a phrase. A header is skipped."""
    for number, line in enumerate(lines_of(None if str(batch) == "-" else batch)):
        phrase, *more = line.split("\t")
        if number or phrase != "phrase":
            yield phrase, Lang(more[0]) if more and more[0] in set(Lang) else lang


def _language(lang: Lang) -> Language | None:
    return Language(lang.value) if lang in {Lang.FR, Lang.EN} else None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        stop(f"There is no time zone {name}; try America/Toronto.", 2)


def _moment(text: str | None, zone: ZoneInfo) -> datetime:
    if text is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        stop(f"{text} is no moment; try 2026-11-19T10:30.", 2)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _agenda(community: Community | None, zone: ZoneInfo, now: datetime) -> Agenda:
    if community is None:
        return Agenda(WorkingCalendar(zone, public_holidays(HOLIDAYS, now.year - 1, now.year + YEARS_AHEAD)))
    calendar = working_calendar(community, timezone=zone.key)
    return Agenda(calendar, community.committees, ZoneInfo(community.settings.timezone), community.moved)


def _stored(workspace: str | None, key: str | None) -> Community | None:
    """The stored community; none without a database, which is not made for the asking."""
    settings = Settings.from_environment()
    file = settings.database_url.removeprefix("sqlite:///")
    if file != settings.database_url and not Path(file).exists():
        return None
    try:
        with current_database_of(settings) as database, database.reading() as uow:
            found = places_meant(uow, workspace, key)
    except SchemaNotCurrent:
        return None
    if len(found) > 1:
        stop(f"{to_choose_from(found)}; or give its file with --org.")
    if not found and (key or workspace):
        stop("No such community is stored; give its file with --org.")
    return found[0].community if found else None


def _in_words(answer: Answer) -> str:
    words = Words("en")
    match answer:
        case Understood():
            day_off = f" ({answer.day_off.value}; next working day {answer.next_working_day})" if answer.day_off else ""
            return f"{answer.due}  {words.full_day(answer.due.day)}{day_off}"
        case Ambiguous():
            return f"?  {' or '.join(map(str, answer.candidates))}: {answer.doubt.value}"
        case Refused():
            return f"no: {answer.reason.value}; for example: {answer.example}"
