"""People beyond the workspace: without Slack, of another workspace, guests."""

from dataclasses import replace

from sc_bot.domain.community import Community, Language, Person, Role
from sc_bot.usecases.community import import_community
from tests.house import THURSDAY, Town, channel_ids

ARIANE, ARIANE_AT = "HSF-S9", "ariane@exemple.test"


def know(town: Town, *people: Person) -> Community:
    """The community file names these people, in place of whoever has their id."""
    ids = {each.id for each in people}
    others = tuple(each for each in town.community.people if each.id not in ids)
    changed = replace(town.community, people=(*others, *people))
    with town.house.worker_database.unit_of_work() as uow:
        import_community(uow, town.slack.workspace.team_id, changed, THURSDAY, channels=channel_ids(town.slack))
    return changed


def ariane(institution: str = "HSF") -> Person:
    """A nurse without Slack."""
    roles = (Role.CAREGIVER,)
    return Person(ARIANE, "Ariane Sauvageau", roles, Language.FR, email=ARIANE_AT, institution=institution, line=2)
