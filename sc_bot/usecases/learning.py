"""What Slack knows of people: their name, language and time zone, whether they left, and whether the file names them.

Asked in a tick, outside any transaction; what is learned is kept one person at a time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Self
from zoneinfo import available_timezones

from sc_bot.domain.community import Language, Person, Role
from sc_bot.domain.slack_answers import Failed, Ok, SlackApi
from sc_bot.ports import Database, Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.handing_over import hand_over, retire
from sc_bot.usecases.ties import is_newcomer, tie

AGAIN = timedelta(days=7)  # people leave: everyone is looked up once a week
AT_ONCE = 20  # people a tick
NOT_ABOUT_THEM = frozenset({
    "access_denied", "account_inactive", "ekm_access_denied", "invalid_auth", "missing_scope", "no_permission",
    "not_allowed_token_type", "not_authed", "org_login_required", "team_access_not_granted", "token_expired",
    "token_revoked",
})  # fmt: skip
"""Errors that say nothing about the user who was asked about."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody as Slack describes them; what it does not tell is None."""

    name: str | None
    language: Language | None
    timezone: str | None
    email: str | None
    gone: bool

    @classmethod
    def of(cls, user: dict[str, Any]) -> Self:
        """Read `users.info`; an app is nobody who could answer."""
        about = user.get("profile") or {}
        locale, timezone = user.get("locale"), user.get("tz")
        return cls(
            name=_text(about.get("real_name")) or _text(user.get("real_name")) or _text(user.get("name")),
            language=Language.of(locale) if locale else None,
            timezone=timezone if timezone in _zones() else None,
            email=_text(about.get("email")),
            gone=bool(user.get("deleted") or user.get("is_bot")),
        )


@cache
def _zones() -> frozenset[str]:
    """Every zone of this machine; to list them reads hundreds of files."""
    return frozenset(available_timezones())


def learn_people(database: Database, slack: Callable[[str], SlackApi | None], now: datetime) -> int:
    """Look up people whom nobody has looked up yet, or not for a week; returns how many.

    A workspace that does not answer is left for the next tick.
    """
    with database.reading() as uow:
        wanted = uow.communities.to_look_up(now - AGAIN, AT_ONCE)
    silent: set[str] = set()
    learned = 0
    for workspace, slack_id in wanted:
        api = None if workspace in silent else slack(workspace)
        answer = api.call("users.info", user=slack_id, include_locale=True) if api else None
        if isinstance(answer, Ok) or (isinstance(answer, Failed) and answer.error not in NOT_ABOUT_THEM):
            user = answer.data.get("user") if isinstance(answer, Ok) else None
            with database.unit_of_work() as uow:
                keep(uow, workspace, slack_id, Profile.of(user) if isinstance(user, dict) else None, now)
            learned += 1
        else:
            silent.add(workspace)
    return learned


def meet(database: Database, api: SlackApi, asked: Asked) -> None:
    """Know somebody of another workspace whom the community file names by the e-mail that Slack has of them.

    An office is never given so: another workspace's directory vouches for its own people, not for ours.
    """
    answer = api.call("users.info", user=asked.slack_id, include_locale=True)
    user = answer.data.get("user") if isinstance(answer, Ok) else None
    profile = Profile.of(user) if isinstance(user, dict) else None
    if profile is None or profile.gone:
        return
    with database.unit_of_work() as uow:
        if uow.communities.members(asked.workspace, asked.slack_id):
            return
        for place in uow.communities.in_workspace(asked.workspace):
            named = _named_in_file(uow, place, profile.email)
            if named is not None and named.roles == (Role.CAREGIVER,):
                known = replace(named, slack_id=asked.slack_id)
                uow.communities.save_person(place, known, actor=None, now=asked.now)


def keep(uow: UnitOfWork, workspace: str, slack_id: str, profile: Profile | None, now: datetime) -> None:
    """Keep what Slack told of a user, in every community where they are."""
    for member in uow.communities.members(workspace, slack_id):
        if profile is not None:
            _learned(uow, member, profile, now)
    uow.communities.looked_up(workspace, slack_id, now)


def _learned(uow: UnitOfWork, member: Member, profile: Profile, now: datetime) -> None:
    place, person = member.place, member.person
    if profile.gone:
        retire(uow, place, person.id, actor=None, now=now)
    elif is_newcomer(person):
        named = _named_in_file(uow, place, profile.email)
        if named is None:
            _described(uow, place, person, profile)
        else:
            _becomes(uow, place, person, named, now)
            hand_over(uow, place, uow.communities.get(place.id), now)


def _named_in_file(uow: UnitOfWork, place: Place, email: str | None) -> Person | None:
    """The person whom the file ties by this e-mail, as long as nobody has been found for it."""
    if email is None:
        return None
    untied = (each for each in uow.communities.people(place.id) if each.slack_id is None)
    return next((each for each in untied if (each.email or "").casefold() == email.casefold()), None)


def _becomes(uow: UnitOfWork, place: Place, newcomer: Person, named: Person, now: datetime) -> None:
    """The newcomer is somebody whom the file names; what they were given in Slack they keep."""
    moves = newcomer.institution not in (None, named.institution)
    gained = tuple(each for each in newcomer.roles if each not in (*named.roles, Role.CAREGIVER))
    roles = named.roles if moves else (*named.roles, *gained)
    tied = replace(named, slack_id=newcomer.slack_id, roles=roles)
    uow.communities.save_person(place, tied, actor=None, now=now)
    tie(uow, uow.communities.get(place.id), tied, actor=None, now=now)


def _described(uow: UnitOfWork, place: Place, person: Person, profile: Profile) -> None:
    described = replace(
        person,
        name=profile.name or person.name,
        language=profile.language or person.language,
        timezone=profile.timezone or person.timezone,
        email=profile.email or person.email,
    )
    if described != person:
        uow.communities.learn_person(place, described)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
