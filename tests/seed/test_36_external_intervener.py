"""Seed, 36: "an external intervener": access of a given time, figures and de-identified records only."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from sc_bot.org_file import read_community, write_community
from sc_bot.org_file.mistakes import OrgFileInvalid
from sc_bot.usecases.community import import_community
from tests.house import Town, channel_ids, region
from tests.stories.acting import does_from_show, report
from tests.stories.looking import text_of
from tests.stories.promising import accepted
from tests.workbook.books import read
from tests.workbook.test_in_slack import files

WHO, LAST = "EXT-1", date(2026, 11, 25)


def with_an_end(town: Town, until: date | None = LAST) -> None:
    """The community file says until when the external intervener has access."""
    people = tuple(replace(each, until=until) if each.id == WHO else each for each in town.community.people)
    with town.house.web_database.unit_of_work() as uow:
        changed = replace(town.community, people=people)
        import_community(uow, "T0ESTRIE0", changed, town.clock(), channels=channel_ids(town.slack))


def at(town: Town, day: str, hour: int, minute: int = 0) -> None:
    """In Val-Sauvage, five hours behind."""
    town.clock.now = datetime.fromisoformat(f"{day}T{hour:02d}:{minute:02d}-05:00").astimezone(UTC)


def exported(town: Town, form: str) -> bytes:
    """What `/sc export` sends."""
    before = set(files(town, WHO))
    assert "en préparation" in town.person(WHO).runs(f"/sc export {form}".strip()).text
    town.deliver()
    (file,) = set(files(town, WHO)) - before
    content = town.slack.workspace.files[file].content
    assert content is not None
    return content


def test_access_ends_with_its_last_day_in_the_community_s_zone(town: Town) -> None:
    """One minute before midnight everything is answered, one minute after it nothing is shown, politely."""
    report(town)
    with_an_end(town)
    at(town, "2026-11-25", 23, 59)
    assert "ONC-1" in town.person(WHO).runs("/sc show ONC-1").text
    at(town, "2026-11-26", 0, 1)
    for typed in ("show ONC-1", "liste", "tableau", "pouls", "export", "sommaire", "décisions", "engagements", ""):
        said = town.person(WHO).runs(f"/sc {typed}").text
        assert "Votre accès a pris fin au jour convenu" in said, typed
        assert "ONC-1" not in said
    town.person(WHO).opens_home()
    assert town.slack.wait_for(lambda: "a pris fin" in str(town.person(WHO).home))


def test_what_was_asked_for_in_time_is_not_sent_afterwards(town: Town) -> None:
    """The file is made when it is sent: for those who may have it then."""
    with_an_end(town)
    town.person(WHO).runs("/sc export")
    at(town, "2026-11-26", 9)
    town.deliver()
    assert files(town, WHO) == []
    with_an_end(town, date(2027, 1, 15))
    assert exported(town, "")


def test_only_an_external_intervener_has_an_end_and_the_file_keeps_it() -> None:
    """Written and read back; for a director it is refused: an absence is another thing."""
    people = tuple(replace(each, until=LAST) if each.id == WHO else each for each in region().people)
    ending = replace(region(), people=people)
    assert read_community(write_community(ending)) == ending
    director = tuple(replace(each, until=LAST) if each.id == "HSF-MD" else each for each in region().people)
    with pytest.raises(OrgFileInvalid) as refused:
        read_community(write_community(replace(region(), people=director)))
    assert [each.what for each in refused.value.mistakes] == ["until_not_external"]


@pytest.mark.parametrize("form", ["", "csv", "json"])
def test_the_export_holds_figures_and_records_and_no_name_no_text_and_no_reference(town: Town, form: str) -> None:
    """In each form; days are weeks; whatever people wrote or are called is not there."""
    accepted(town)
    does_from_show(town, "HSF-MD", "problem.title", title="Le résumé de Rosalie")
    said = whole(exported(town, form), form)
    for secret in ("ONC-1", "chimio", "résumé", *names()):
        assert secret not in said, secret
    assert "CLSC Val-des-Érables" in said
    assert "2026-11-16" in said
    assert "2026-11-19" not in said


def names() -> list[str]:
    """Everybody's, first names and families apart from short ones."""
    return [part for each in region().people for part in each.name.split() if len(part) > 4]


def whole(file: bytes, form: str) -> str:
    """All that can be read in a file."""
    if form == "json":
        return file.decode()
    if form == "csv":
        with ZipFile(BytesIO(file)) as parts:
            return "\n".join(parts.read(each).decode("utf-8-sig") for each in parts.namelist())
    book: Any = read(file)
    return "\n".join(_shown(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def _shown(cell: object) -> str:
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def test_in_slack_too_they_are_shown_that_a_problem_exists_and_neither_its_title_nor_who(town: Town) -> None:
    """Looked for by a word of its title it is not found; shown, it has no words of anybody."""
    accepted(town)
    does_from_show(town, "HSF-MD", "problem.title", title="Navette du laboratoire")
    found = town.person(WHO).runs("/sc liste navette laboratoire").message
    shown = town.person(WHO).runs("/sc show ONC-1").message
    assert "ONC-1" not in text_of(found)
    assert "ONC-1" in text_of(shown)
    assert "avette" not in text_of(shown)
