"""`sc-bot export`: the steering workbook as a file, with a progress bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.console import Console
from rich.progress import Progress

from sc_bot.app import real_clock
from sc_bot.commands.database import current_database_of
from sc_bot.commands.places import Key, OfWorkspace, places_meant, to_choose_from
from sc_bot.commands.saying import AsJson, print_json, refusing_in_words, stop
from sc_bot.domain.community import Language
from sc_bot.domain.exports import Book, Export
from sc_bot.ports import Place, UnitOfWork
from sc_bot.presentation.words import Words
from sc_bot.settings import Settings
from sc_bot.usecases.exporting.reading import PASSES, book_of, steering


class Format(StrEnum):
    """What is written: Excel, one CSV file a sheet in a zip, or one JSON object a line."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


Out = Annotated[Path, typer.Option(help="Where to write.", dir_okay=False, writable=True)]
Lang = Annotated[Language, typer.Option(help="The language of headings and words.")]
As = Annotated[Format, typer.Option("--format", help="xlsx; csv: one file a sheet, in a zip; json: one object a line.")]
At = Annotated[datetime | None, typer.Option("--now", help="As of this moment, in UTC; else now.")]


def export(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    out: Out,
    lang: Lang = Language.FR,
    community: Key = None,
    workspace: OfWorkspace = None,
    format_: As = Format.XLSX,
    now: At = None,
    json: AsJson = False,
) -> None:
    """Write the steering workbook of a community, as its committees may see it: no names, nothing kept from anybody."""
    moment = now.replace(tzinfo=UTC) if now else real_clock()
    with refusing_in_words(), current_database_of(Settings.from_environment()) as database, database.whole() as uow:
        place = _place(uow, workspace, community).at(moment)
        reader = steering(place, lang)
        asked = Export(id=0, workspace=place.workspace, community=place.id, person="", at=moment)
        with _progress(uow.exports.sizes(place)[0] * PASSES) as advance, _when_whole(out) as target:
            book = book_of(uow, place, reader, asked, moment, advance=advance)
            _writer(format_)(target, Words(lang.value, place.community.settings.timezone), book)
    if json:
        print_json({"file": str(out), "bytes": out.stat().st_size})
    else:
        typer.echo(f"{out}: {out.stat().st_size:,} bytes", err=True)


@contextmanager
def _when_whole(out: Path) -> Iterator[BinaryIO]:
    """What is written takes its place when it is whole; until then, what stood there stands."""
    if out.exists() and not out.is_file():  # a pipe: nothing stands there
        with out.open("wb") as target:
            yield target
        return
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as target:
            yield target
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _writer(format_: Format) -> Callable[[BinaryIO, Words, Book], None]:
    from sc_bot.presentation import workbook  # noqa: PLC0415 - openpyxl takes a while to load, and only this needs it

    return {
        Format.XLSX: workbook.write_workbook,
        Format.CSV: workbook.write_csv,
        Format.JSON: workbook.write_json,
    }[format_]


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on standard error; what is piped stays clean."""
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda number: bar.advance(task, number)


def _place(uow: UnitOfWork, workspace: str | None, key: str | None) -> Place:
    found = places_meant(uow, workspace, key)
    if not found:
        stop("No such community is stored. Import one: sc-bot org import FILE")
    return found[0] if len(found) == 1 else stop(to_choose_from(found), 2)
