"""A valid community may still lack someone; the check says who."""

from dataclasses import replace

import pytest

from sc_bot.domain.community import Community, Keywords, Role
from sc_bot.org_file import Concern, check_health, concern_in_words, read_community
from sc_bot.org_file.health import SENTENCES
from tests.org_file.small import SMALL
from tests.org_file.test_round_trip import REGION

COMMUNITY = read_community(REGION)


def without(role: Role) -> Community:
    """The region after everyone with a role left."""
    return replace(COMMUNITY, people=tuple(each for each in COMMUNITY.people if role not in each.roles))


def test_what_the_fictional_region_lacks() -> None:
    """Four small partners have no delegate, and one continuum no rule for what its keywords do not catch."""
    assert check_health(COMMUNITY) == (
        *(Concern("no_delegate", each) for each in ("CRP", "GTV", "PCO", "MCL")),
        Concern("continuum_without_default", "PA"),
    )


ROLES = [
    (Role.FACILITATOR, Concern("no_facilitator")),
    (Role.MODERATOR, Concern("no_moderator")),
    (Role.MODERATOR, Concern("no_substitute")),  # the moderator was the facilitator's substitute
    (Role.PRIVACY_OFFICER, Concern("no_privacy_officer")),
    (Role.SUPPORT_COMMITTEE, Concern("no_support_committee")),
    (Role.SUPPORT_COMMITTEE, Concern("no_delegate", "HSF")),
    (Role.EXTERNAL_INTERVENER, Concern("no_external_intervener")),
    (Role.MANAGING_DIRECTOR, Concern("no_director", "OMD")),
    (Role.GENERAL_MANAGER, Concern("no_general_manager", "OMD")),
]


@pytest.mark.parametrize(("role", "concern"), ROLES)
def test_a_role_that_nobody_has_any_more_is_told(role: Role, concern: Concern) -> None:
    """When the people of a role leave, what is missing is said."""
    assert concern not in check_health(COMMUNITY)
    assert concern in check_health(without(role))


def test_what_must_be_fixed_comes_first() -> None:
    """An institution without a director and a community without a facilitator are more than a remark."""
    concerns = check_health(without(Role.MANAGING_DIRECTOR))
    assert [each.must_be_fixed for each in concerns] == [True] * 9 + [False] * 5


def test_a_facilitator_who_also_manages_is_told() -> None:
    """The advisor-facilitator is assigned exclusively."""
    people = tuple(
        replace(each, roles=(*each.roles, Role.GENERAL_MANAGER)) if each.id == "ADV-1" else each
        for each in COMMUNITY.people
    )
    assert Concern("facilitator_not_exclusive", "ADV-1") in check_health(replace(COMMUNITY, people=people))


def test_a_bare_community_hears_about_its_words_and_channels() -> None:
    """Continua that no text leads to, shared aliases, missing channels and empty committees are told."""
    small = read_community(SMALL)
    hospital, clinic = small.institutions
    bare = replace(
        small,
        settings=replace(small.settings, triage_channel=None),
        continua=tuple(replace(each, keywords=Keywords()) for each in small.continua),
        institutions=(hospital, replace(clinic, aliases=("Hôpital",), channel=None)),
        committees=(replace(small.committees[0], member_roles=(Role.ADMIN,)),),
    )
    assert {
        Concern("no_triage_channel"),
        Concern("continuum_without_keywords", "ONC"),
        Concern("continuum_without_default", "SM"),
        Concern("shared_alias", "hôpital"),
        Concern("no_channel", "GTV"),
        Concern("empty_committee", "support"),
    } <= set(check_health(bare))


@pytest.mark.parametrize("what", SENTENCES)
def test_every_concern_is_said_in_both_languages(what: str) -> None:
    """Both sentences exist, differ, and name what they are about alike."""
    words = concern_in_words(Concern(what, "HSF"))
    assert words.fr != words.en
    assert ("HSF" in words.fr) == ("HSF" in words.en)
