"""What is written reads back as what was meant; what changed between two files is told, and nothing else."""

from dataclasses import replace
from importlib import resources

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sc_bot.domain.community import Community, Localised, Role
from sc_bot.org_file import Difference, FieldChange, differences, read_community, write_community
from tests.org_file.communities import communities
from tests.org_file.small import SMALL, broken

REGION = resources.files("sc_bot.playground").joinpath("region/estrie.org.yaml").read_text("utf-8")
PARTS = ("settings", "continua", "institutions", "people", "committees", "routing", "policies")
FEW = settings(  # each example draws and reads a whole file
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@FEW
@given(communities())
def test_an_export_reads_back_as_an_equal_community(community: Community) -> None:
    """Whatever the names hold (`NO`, quotes, `#`, emoji), writing and reading give the same community."""
    assert read_community(write_community(community)) == community


@FEW
@given(communities(), st.sampled_from(PARTS))
def test_no_difference_means_equal(one: Community, part: str) -> None:
    """Two communities differ exactly when a difference is told, whichever part of them changed."""
    other = replace(one, **{part: getattr(read_community(SMALL), part)})
    assert differences(one, one) == ()
    assert bool(differences(one, other)) == (one != other)


def test_the_fictional_region_survives_export_and_import() -> None:
    """An export of the region holds every key and value of its file, in the file's order."""
    exported = write_community(read_community(REGION))
    assert read_community(exported) == read_community(REGION)
    assert exported.splitlines() == [line for line in REGION.splitlines() if not line.startswith("#")]


def test_an_export_says_what_the_file_said() -> None:
    """Another YAML reader finds in the export what the file holds, and the defaults it left out."""
    said = yaml.safe_load(write_community(read_community(SMALL)))
    typed = yaml.safe_load(SMALL)
    assert said["people"] == typed["people"]
    assert said["policies"]["deadlock"] == typed["policies"]["deadlock"] | {
        "unowned_working_days": 10,
        "redatings": 3,
        "blocked_working_days": 20,
        "reopenings": 2,
        "steering_working_days": 20,
    }


def test_a_changed_field_is_told_with_what_it_was() -> None:
    """One changed value is one change, under its key, with before and after."""
    told = differences(
        read_community(SMALL), read_community(broken("roles: [caregiver]", "roles: [caregiver, moderator]"))
    )
    roles = FieldChange("roles", "caregiver", "caregiver, moderator")
    assert told == (Difference("changed", "people", "NRS-1", (roles,)),)


def test_a_nested_policy_is_told_under_its_path() -> None:
    """A change inside a group of keys names the group and the key; a default counts as given."""
    told = differences(read_community(SMALL), read_community(broken("at: 07:30", "at: 06:45")))
    at = FieldChange("weekly_digest.at", "07:30", "06:45")
    assert told == (Difference("changed", "policies", "", (at,)),)


def test_people_who_come_and_go_are_told() -> None:
    """Someone new is added, someone missing is removed; the others are not mentioned."""
    old = read_community(SMALL)
    new = replace(old, people=(*old.people[:4], replace(old.people[4], id="MOD-2")))
    assert differences(old, new) == (
        Difference("removed", "people", "MOD-1"),
        Difference("added", "people", "MOD-2"),
    )


def test_rules_that_change_places_are_told() -> None:
    """The routing table is read in order, so its order counts."""
    old = read_community(SMALL)
    new = replace(old, routing=old.routing[::-1])
    order = FieldChange("order", "ONC → GTV, ONC → HSF", "ONC → HSF, ONC → GTV")
    assert differences(old, new) == (Difference("changed", "routing", "", (order,)),)


def test_two_rules_from_and_to_the_same_place_are_told_apart() -> None:
    """A second rule of the same continuum and institution has a number."""
    old = read_community(SMALL)
    new = replace(old, routing=(*old.routing, replace(old.routing[0], keywords=("formulaire",))))
    assert differences(old, new) == (Difference("added", "routing", "ONC → GTV #2"),)


def test_a_renamed_community_is_told() -> None:
    """The community's own settings are compared too, language by language."""
    old = read_community(SMALL)
    name = Localised(old.settings.name.fr, "Vale Community")
    new = replace(old, settings=replace(old.settings, name=name))
    english = FieldChange("name.en", "Valley Community", "Vale Community")
    assert differences(old, new) == (Difference("changed", "community", "", (english,)),)


def test_who_answers_for_an_institution() -> None:
    """The director, then the delegates in order, then the facilitator, then the substitute; each once."""
    community = read_community(REGION)
    assert [each.id for each in community.answering_for("HSF")] == ["HSF-MD", "SC-1", "ADV-1", "MOD-1"]
    gone = replace(community, people=tuple(each for each in community.people if each.id != "HSF-MD"))
    assert [each.id for each in gone.answering_for("HSF")] == ["SC-1", "ADV-1", "MOD-1"]


def test_who_is_who_in_the_region() -> None:
    """Look-ups by id, Slack id and role find the people of the file, or nobody."""
    community = read_community(REGION)
    fanny = community.person_in_slack("UHSFS1000")
    assert fanny is not None
    assert (fanny.id, fanny.line, community.timezone_of(fanny)) == ("HSF-S1", 2, "America/Toronto")
    assert community.person("nobody") is None
    assert community.institution("XYZ") is None
    assert community.continuum("XYZ") is None
    assert len(community.having(Role.GENERAL_MANAGER)) == len(community.institutions) == 9
    assert community.delegates_of("CRP") == community.delegates_of("XYZ") == ()


def test_a_name_is_given_in_the_readers_language() -> None:
    """Every French locale reads French; any other reads English."""
    name = Localised("oncologie", "oncology")
    assert [name.in_(each) for each in ("fr", "fr-CA", "FR_fr", "en", "es")] == [
        *["oncologie"] * 3,
        *["oncology"] * 2,
    ]
