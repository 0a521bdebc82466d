"""The community file, imported and exported."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from sc_bot.domain.community import Community, Role
from sc_bot.org_file import differences, read_community, write_community
from sc_bot.usecases.community import apply_import, export_community, plan_import
from storage.database import StoredDatabase
from storage.tables import communities, community_events
from tests.community.valley import CHANNELS, NOW, TEAM, changed, imported, opened, saved, valley, without
from tests.house import region


def exported(database: StoredDatabase, number: int) -> str:
    """The file that an export writes."""
    with database.reading() as uow:
        return write_community(export_community(uow, uow.communities.get(number)))


@pytest.mark.parametrize("file", [valley(), region()], ids=["valley", "region"])
def test_export_of_an_import_is_equal_to_it(url: str, file: Community) -> None:
    """What was read comes back, to the last field."""
    with opened(url) as database:
        assert read_community(exported(database, imported(database, file).id)) == file


def test_importing_twice_changes_nothing(url: str) -> None:
    """The second time leaves version and audit as they are."""
    with opened(url) as database:
        first = imported(database, valley())
        before = audit(database)
        assert imported(database, valley()).version == first.version
        assert audit(database) == before


def test_a_community_changes_to_what_the_file_says_now(url: str) -> None:
    """People, their order, institutions, policies: all as the new file."""
    file = valley()
    moved = changed(without(file, "NRS-1"), "HSF-MD", title="directeur")
    institutions = tuple(replace(each, delegates=("MOD-1",), staff=7) for each in moved.institutions)
    new = replace(moved, institutions=institutions, people=tuple(reversed(moved.people)))
    with opened(url) as database:
        imported(database, file)
        assert read_community(exported(database, imported(database, new).id)) == new


def test_what_is_missing_is_deactivated_and_comes_back(url: str) -> None:
    """Nobody is deleted: the person is there, inactive, and active again when the file names them again."""
    with opened(url) as database:
        imported(database, valley())
        place = imported(database, without_nurse())
        with database.reading() as uow:
            assert uow.communities.person(place.id, "NRS-1") is not None
            assert "NRS-1" not in [each.id for each in uow.communities.people(place.id)]
        imported(database, valley())
        with database.reading() as uow:
            assert "NRS-1" in [each.id for each in uow.communities.people(place.id)]


def without_nurse() -> Community:
    """The valley without the nurse, who was also a delegate."""
    file = without(valley(), "NRS-1")
    return replace(file, institutions=tuple(replace(each, delegates=()) for each in file.institutions))


def test_a_change_made_in_slack_is_shown_and_not_undone(url: str) -> None:
    """The same file, imported again, leaves it; the plan says what differs."""
    with opened(url) as database:
        place = imported(database, valley())
        nurse = valley().person("NRS-1")
        assert nurse is not None
        with database.unit_of_work() as uow:
            saved(uow, place, replace(nurse, line=3))
        imported(database, valley())
        with database.reading() as uow:
            plan = plan_import(uow, TEAM, valley())
            found = uow.communities.person(place.id, "NRS-1")
        assert found is not None
        assert found.line == 3
        [difference] = differences(plan.file, plan.after)
        assert [(each.field, each.before, each.after) for each in difference.fields] == [("line", "2", "3")]


def test_force_applies_the_file_where_slack_changed_it(url: str) -> None:
    """With force the plan is the file."""
    with opened(url) as database:
        place = imported(database, valley())
        with database.unit_of_work() as uow:
            saved(uow, place, replace(valley().people[2], line=3))
        with database.reading() as uow:
            assert plan_import(uow, TEAM, valley(), force=True).after == valley()


def test_a_newcomer_without_office_is_not_in_the_export_and_one_with_an_office_is(url: str) -> None:
    """Newcomers are aside until they are given something to do."""
    with opened(url) as database:
        place = imported(database, valley())
        newcomer = replace(valley().people[2], id="UNEW00000", slack_id="UNEW00000", name="Nouvelle Venue", title="")
        with database.unit_of_work() as uow:
            uow.communities.welcome(place, newcomer, NOW)
        assert read_community(exported(database, place.id)) == valley()
        with database.unit_of_work() as uow:
            saved(uow, place, replace(newcomer, roles=(Role.PRIVACY_OFFICER,)))
        assert read_community(exported(database, place.id)).person("UNEW00000") is not None


def test_a_newcomer_whom_the_file_names_becomes_that_person(url: str) -> None:
    """One Slack user is one person: the row met in Slack is no longer a member."""
    with opened(url) as database:
        file = valley()
        place = imported(database, changed(file, "MOD-1", slack_id="UOTHER000"))
        newcomer = replace(file.people[2], id="UMOD10000", slack_id="UMOD10000", email=None)
        with database.unit_of_work() as uow:
            uow.communities.welcome(place, newcomer, NOW)
        imported(database, file)
        with database.reading() as uow:
            assert [each.person.id for each in uow.communities.members(TEAM, "UMOD10000")] == ["MOD-1"]


def test_a_slack_id_found_by_email_is_kept_and_not_exported(url: str) -> None:
    """The file's tie is the e-mail; what Slack told stays ours."""
    with opened(url) as database:
        imported(database, valley())
        with database.unit_of_work() as uow:
            plan = plan_import(uow, TEAM, valley(), to_change=True)
            place = apply_import(uow, plan, NOW, channels=CHANNELS, slack_ids={"GTV-MD": "UKERRY"})
        imported(database, valley())
        with database.reading() as uow:
            assert [each.person.id for each in uow.communities.members(TEAM, "UKERRY")] == ["GTV-MD"]
        assert read_community(exported(database, place.id)) == valley()


def test_somebody_who_comes_back_after_leaving_is_a_newcomer_again(url: str) -> None:
    """A deactivated newcomer who writes again may report; nothing breaks."""
    with opened(url) as database:
        place = imported(database, valley())
        newcomer = replace(valley().people[2], id="UNEW00000", slack_id="UNEW00000")
        with database.unit_of_work() as uow:
            uow.communities.welcome(place, newcomer, NOW)
            uow.communities.retire_person(place, "UNEW00000", actor=None, now=NOW)
            uow.communities.welcome(place, newcomer, NOW)
            assert len(uow.communities.members(TEAM, "UNEW00000")) == 1


def test_a_caregiver_who_becomes_a_delegate_stands_in_at_once(url: str) -> None:
    """Only the institution changed in the file; the person did not, and is found all the same."""
    file = valley()
    undelegated = replace(file, institutions=tuple(replace(each, delegates=()) for each in file.institutions))
    with opened(url) as database:
        assert imported(database, undelegated).community.delegates_of("HSF") == ()
        assert [each.id for each in imported(database, file).community.delegates_of("HSF")] == ["NRS-1"]


def audit(database: StoredDatabase) -> list[object]:
    """Everything that was audited, and the versions."""
    with database.engine.connect() as connection:
        events = connection.execute(select(community_events.c.id)).scalars().all()
        return [*events, *connection.execute(select(communities.c.version)).scalars().all()]
