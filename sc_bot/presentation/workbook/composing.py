"""Which sheets there are, in which order; and the whole workbook from them."""

from collections.abc import Sequence
from typing import BinaryIO

from sc_bot.domain.exports import Book, Cover
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook.cover import add_cover
from sc_bot.presentation.workbook.deadlocks import deadlocks
from sc_bot.presentation.workbook.decisions import decisions
from sc_bot.presentation.workbook.dictionary import dictionary
from sc_bot.presentation.workbook.figures import by_institution, by_interface
from sc_bot.presentation.workbook.joint_changes import joint_changes
from sc_bot.presentation.workbook.lessons import lessons
from sc_bot.presentation.workbook.problems import problems
from sc_bot.presentation.workbook.promises import dates, promises
from sc_bot.presentation.workbook.pulse import pulse
from sc_bot.presentation.workbook.steps import steps
from sc_bot.presentation.workbook.tables import Table
from sc_bot.presentation.workbook.writing import Outline


def tables_of(words: Words, book: Book, cover: Cover) -> Sequence[Table]:
    """Every table, the data dictionary last; their rows are not read yet."""
    tables = [
        problems(words, book),
        promises(words, book),
        dates(words, book),
        by_institution(words, cover),
        by_interface(words, cover),
        deadlocks(words, book),
        decisions(words, book),
        joint_changes(words, book),
        lessons(words, book, cover),
        pulse(words, book.pulse()),
        steps(words, book),
    ]
    return [*tables, dictionary(words, tables)]


def write_workbook(target: BinaryIO, words: Words, book: Book) -> None:
    """Write the Excel file; the same content gives the same bytes."""
    cover = book.cover()
    title = words.t("Steering workbook · {community}", community=words.name(cover.community))
    outline = Outline(title=title, author="sc_bot", now=cover.as_of)
    tables = tables_of(words, book, cover)
    names = {table.key: outline.add(table) for table in tables}
    add_cover(outline.book, words, cover, names)
    outline.save(target)
