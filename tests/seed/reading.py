"""What several phrases need."""

from collections.abc import Mapping
from dataclasses import replace

from sc_bot.domain.community import Community, Role
from sc_bot.usecases.community import import_community
from tests.house import Town


def imported(town: Town, community: Community, channels: Mapping[str, str]) -> None:
    """Read a community file into the town's workspace."""
    with town.house.web_database.unit_of_work() as uow:
        import_community(uow, town.slack.workspace.team_id, community, town.clock(), channels=channels)


def without(community: Community, person: str, role: Role) -> Community:
    """The community with one person out of one office."""
    people = tuple(
        replace(each, roles=tuple(kept for kept in each.roles if kept is not role) or (Role.CAREGIVER,))
        if each.id == person
        else each
        for each in community.people
    )
    return replace(community, people=people)
