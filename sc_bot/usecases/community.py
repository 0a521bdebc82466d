"""The community, stored: imported from its file and read back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.community import Community
from sc_bot.ports import Place, UnitOfWork


def import_community(
    uow: UnitOfWork, workspace: str, community: Community, now: datetime, *, channels: Mapping[str, str]
) -> Place:
    """Store a community as its file says; importing it twice changes nothing.

    What is missing from the file is deactivated, never deleted. `channels` gives the Slack id of each channel's name.
    """
    place = _existing(uow, workspace, community) or uow.communities.create(workspace, community, now)
    stored = replace(place, community=community)
    if replace(place.community, people=()) != replace(community, people=()):
        uow.communities.save_settings(place, community, actor=None, now=now)
    if dict(place.channels) != dict(channels):
        uow.communities.save_channels(stored, channels)
    before = {each.id: each for each in uow.communities.people(place.id)}
    for position, person in enumerate(community.people):
        if before.pop(person.id, None) != person:
            uow.communities.save_person(stored, person, actor=None, now=now, position=position)
    for left in before.values():
        if left.id != left.slack_id:  # newcomers are not in the file
            uow.communities.retire_person(stored, left.id, actor=None, now=now)
    return uow.communities.get(place.id)


def export_community(uow: UnitOfWork, place: Place) -> Community:
    """The community as its file would say it, newcomers who wrote to the bot aside."""
    people = tuple(each for each in uow.communities.people(place.id) if each.id != each.slack_id)
    return replace(place.community, people=people)


def _existing(uow: UnitOfWork, workspace: str, community: Community) -> Place | None:
    places = uow.communities.in_workspace(workspace)
    return next((each for each in places if each.community.settings.id == community.settings.id), None)
