"""Three versions of a community: what the file said, what stands, what the file says."""

from dataclasses import replace

from sc_bot.domain.community import Role
from sc_bot.usecases.merging import merged
from tests.community.valley import changed, valley, without


def test_an_unchanged_file_changes_nothing() -> None:
    """Whatever was changed in Slack stays when the file says what it said before."""
    file = valley()
    stands = without(changed(file, "HSF-MD", line=2), "NRS-1")
    assert merged(file, stands, file) == stands


def test_a_changed_field_is_applied_and_its_neighbour_changed_in_slack_stays() -> None:
    """The merge is field by field: title from the file, line from Slack."""
    said = valley()
    stands, says = changed(said, "NRS-1", line=3), changed(said, "NRS-1", title="infirmière-chef")
    nurse = merged(said, stands, says).person("NRS-1")
    assert nurse is not None
    assert (nurse.line, nurse.title) == (3, "infirmière-chef")


def test_where_both_changed_the_same_field_the_file_has_the_word() -> None:
    """A value newly written into the file is meant."""
    said = valley()
    stands, says = changed(said, "NRS-1", line=3), changed(said, "NRS-1", line=1)
    nurse = merged(said, stands, says).person("NRS-1")
    assert nurse is not None
    assert nurse.line == 1


def test_somebody_added_in_slack_stays_and_somebody_taken_out_of_the_file_goes() -> None:
    """Only who was in the file before, and is no longer, goes."""
    said = valley()
    newcomer = replace(said.people[2], id="UNEW00000", slack_id="UNEW00000", roles=(Role.PRIVACY_OFFICER,))
    stands = replace(said, people=(*said.people, newcomer))
    result = merged(said, stands, without(said, "NRS-1"))
    assert [each.id for each in result.people] == ["HSF-MD", "GTV-MD", "ADV-1", "MOD-1", "UNEW00000"]


def test_somebody_deactivated_in_slack_comes_back_only_when_the_file_changes_them() -> None:
    """An unchanged entry does not bring anybody back; a changed one does."""
    said = valley()
    stands = without(said, "NRS-1")
    elsewhere = changed(said, "MOD-1", title="animatrice")
    assert merged(said, stands, elsewhere).person("NRS-1") is None
    assert merged(said, stands, changed(said, "NRS-1", line=1)).person("NRS-1") is not None


def test_a_policy_changed_in_slack_survives_another_one_changed_in_the_file() -> None:
    """Settings are merged field by field, too."""
    said = valley()
    stands = replace(said, policies=replace(said.policies, stale_working_days=20))
    says = replace(said, policies=replace(said.policies, small_group=8))
    policies = merged(said, stands, says).policies
    assert (policies.stale_working_days, policies.small_group) == (20, 8)
