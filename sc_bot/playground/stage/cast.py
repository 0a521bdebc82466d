"""Who can be whom: the region's people with their institutions and roles, for the page's switcher."""

from dataclasses import replace

from sc_bot.domain.community import Community, Person, Role
from sc_bot.manifest import COMMANDS, MESSAGE_SHORTCUTS
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Payload
from sc_bot.ports import Database
from sc_bot.presentation.windows.people import role_name
from sc_bot.presentation.words import Words

LANGUAGES = ("fr", "en")
_OFFICES = {Role.MANAGING_DIRECTOR, Role.GENERAL_MANAGER}  # their title says nothing that the role does not


def cast(slack: FakeSlack, database: Database) -> Payload:
    """People as the database knows them now, what each does in both languages, and what the app's manifest offers."""
    with database.reading() as uow:
        [place] = uow.communities.in_workspace(slack.workspace.team_id)
        people = uow.communities.people(place.id)
    community = replace(place.community, people=tuple(people))
    return {
        "community": {language: community.settings.name.in_(language) for language in LANGUAGES},
        "timezone": community.settings.timezone,
        "bot": {"id": slack.bot.id, "name": slack.bot.name},
        "people": [_person(community, each) for each in people if each.slack_id],
        "channels": {each.id: each.name for each in slack.workspace.channels.values() if each.kind != "im"},
        "commands": [{"name": name, "what": what, "hint": hint} for name, (what, hint) in COMMANDS.items()],
        "shortcuts": [{"id": name, "label": label, "what": what} for name, (label, what) in MESSAGE_SHORTCUTS.items()],
    }


def _person(community: Community, person: Person) -> Payload:
    home = community.institution(person.institution or "")
    return {
        "id": person.slack_id,
        "key": person.id,
        "name": person.name,
        "title": "" if _OFFICES & set(person.roles) else person.title,
        "language": person.language.value,
        "timezone": community.timezone_of(person),
        "institution": {language: home.name.in_(language) if home else "" for language in LANGUAGES},
        "roles": {language: [role_name(Words(language), each) for each in person.roles] for language in LANGUAGES},
    }
